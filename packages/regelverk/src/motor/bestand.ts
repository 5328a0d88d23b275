import { dagnummer, type Datum } from '@atergang/kalender'
import type { Tal } from '../tal.ts'
import type { Vektor } from './js.ts'
import { Minne, type Utrymme } from './minne.ts'
import type { Lagring } from './wasm/lagring.ts'

/** Facts of many persons: one row a person, one column a fact. A fact without a column is unknown for all. */
export interface Bestand {
  readonly antal: number
  readonly kolumner: Readonly<Record<string, Kolumn>>
  /** facts that are the same on every row */
  readonly fasta?: Readonly<Record<string, Tal | number | string | boolean>>
}

export interface Kolumn {
  /** whole numbers: the value times `skala`; for yes/no 0 and 1 */
  readonly data: Vektor
  /** what a whole is in the column: 4 when it holds quarters, 60 when it holds minutes of hours. Default 1 */
  readonly skala?: number
  /** 1 on the rows where the value is not known */
  readonly saknas?: Uint8Array
}

export interface Kolumnval {
  readonly lagring: Lagring
  readonly skala?: number
  /** rows may lack the value: `saknas(namn)` is then a column to fill */
  readonly nullbar?: boolean
}

/** A population in the memory that compiled loops work in: nothing is copied on the way, and several threads can share it. */
export class Tabell implements Bestand {
  readonly antal: number
  readonly minne: Minne
  readonly fasta: NonNullable<Bestand['fasta']>
  private readonly val: Readonly<Record<string, Kolumnval>>
  private readonly utrymmen = new Map<string, Utrymme>()
  private readonly masker = new Map<string, Utrymme>()

  constructor(antal: number, val: Readonly<Record<string, Kolumnval>>, fasta: Bestand['fasta'] = {}) {
    this.antal = antal
    this.val = val
    this.fasta = fasta
    this.minne = new Minne()
    for (const [namn, v] of Object.entries(val)) {
      this.utrymmen.set(namn, this.minne.reservera(v.lagring, antal))
      if (v.nullbar) this.masker.set(namn, this.minne.reservera('u8', antal))
    }
  }

  /** The column, to fill and to read. @throws when there is none of the name. */
  kolumn(namn: string): Vektor {
    return this.minne.vy(finns(this.utrymmen, namn))
  }

  /** Which rows lack the value: 1 where they do. */
  saknas(namn: string): Uint8Array {
    return this.minne.vy(finns(this.masker, namn)) as Uint8Array
  }

  utrymme = (namn: string): Utrymme => finns(this.utrymmen, namn)
  mask = (namn: string): Utrymme => finns(this.masker, namn)

  get kolumner(): Readonly<Record<string, Kolumn>> {
    return Object.fromEntries(
      Object.entries(this.val).map(([namn, v]) => [
        namn,
        { data: this.kolumn(namn), ...(v.skala ? { skala: v.skala } : {}), ...(v.nullbar ? { saknas: this.saknas(namn) } : {}) },
      ]),
    )
  }
}

function finns(alla: ReadonlyMap<string, Utrymme>, namn: string): Utrymme {
  const u = alla.get(namn)
  if (!u) throw new Error(`Tabellen har ingen kolumn ”${namn}”.`)
  return u
}

/** Days as a column holds them: days since 1970-01-01. */
export const dagkolumn = (dagar: readonly Datum[]): Int32Array => Int32Array.from(dagar, dagnummer)
