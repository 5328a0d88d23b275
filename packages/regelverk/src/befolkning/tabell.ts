import { dagnummer, type Datum, type Period } from '@atergang/kalender'
import { Minne, type Utrymme } from '../motor/minne.ts'
import type { Lagring } from '../motor/wasm/lagring.ts'
import type { Sysselsattning } from '../tidslinjer/bedomningsgrund.ts'
import type { Inkomstslag, Karenstid } from '../tidslinjer/karens.ts'
import { INGET, INKOMST, type Befolkning } from '../tidslinjer/karna/kolumner.mjs'
import { FODD_FORST, FODD_SIST } from './aldrar.ts'
import { PERIODSLAG, sysselsattningskod, UTAN_SLAG, type Periodslag } from './slag.ts'

export interface Tidsperiod extends Period {
  /** default: a certified spell of illness */
  readonly slag?: Periodslag
  /** 0.25, 0.5, 0.75 or 1; default 1 */
  readonly grad?: number
}

/** What a person's timeline is reckoned from. A fact left out is not known. */
export interface Personuppgifter {
  readonly fodd?: Datum
  readonly sysselsattning?: Sysselsattning
  /** what the sjukpenning answers to; default what the occupation says */
  readonly inkomstslag?: readonly Inkomstslag[]
  /** 27 kap. 29 § SFB; none chosen when left out */
  readonly karenstid?: Karenstid
}
export interface Tidsperson extends Personuppgifter {
  /** in any order; they may overlap */
  readonly perioder: readonly Tidsperiod[]
}

/** A value that a table cannot hold, with the field it stands in. */
export class Tidsradsfel extends RangeError {
  readonly falt: string
  constructor(falt: string, text: string) {
    super(text)
    this.name = 'Tidsradsfel'
    this.falt = falt
  }
}

const LAGRING = {
  start: 'i32',
  from: 'i32',
  tom: 'i32',
  slag: 'u8',
  grad: 'u8',
  fodd: 'i32',
  sysselsattning: 'u8',
  inkomstslag: 'u8',
  karenstid: 'u8',
  dag: 'i32',
} as const satisfies Record<keyof Befolkning, Lagring>

/** Persons and their periods in columns, in memory that several threads share. Made by a `Tidslinjebyggare`. */
export class Tidslinjetabell {
  readonly antal: number
  readonly minne: Minne
  readonly utrymmen: Readonly<Record<keyof Befolkning, Utrymme>>

  /** @param egenDag each person has a day of its own */
  constructor(personer: number, perioder: number, egenDag: boolean) {
    this.antal = personer
    this.minne = new Minne()
    const langd: Partial<Record<keyof Befolkning, number>> = {
      start: personer + 1,
      from: perioder,
      tom: perioder,
      slag: perioder,
      grad: perioder,
      dag: egenDag ? personer : 0,
    }
    this.utrymmen = Object.fromEntries(
      (Object.keys(LAGRING) as (keyof Befolkning)[]).map((n) => [n, this.minne.reservera(LAGRING[n], langd[n] ?? personer)]),
    ) as Record<keyof Befolkning, Utrymme>
  }

  /** The columns, to read and to fill. Ask again after the memory has grown. */
  get kolumner(): Befolkning {
    return Object.fromEntries(Object.entries(this.utrymmen).map(([n, u]) => [n, this.minne.vy(u)])) as unknown as Befolkning
  }
}

type Vaxande = Int32Array | Uint8Array

/** A column whose length is not known beforehand. */
class Kolumn<V extends Vaxande> {
  antal = 0
  private data: V
  private readonly ny: (n: number) => V
  constructor(ny: (n: number) => V) {
    this.ny = ny
    this.data = ny(1024)
  }
  lagg(v: number): void {
    if (this.antal === this.data.length) {
      const storre = this.ny(this.data.length * 2)
      storre.set(this.data as never)
      this.data = storre
    }
    this.data[this.antal++] = v
  }
  till(mal: Vaxande): void {
    mal.set(this.data.subarray(0, this.antal) as never)
  }
}
const i32 = () => new Kolumn((n) => new Int32Array(n))
const u8 = () => new Kolumn((n) => new Uint8Array(n))

/** Puts persons in columns one after another: a person, then its periods. */
export class Tidslinjebyggare {
  private readonly start = i32()
  private readonly perioder = { from: i32(), tom: i32(), slag: u8(), grad: u8() }
  private readonly personer = { fodd: i32(), sysselsattning: u8(), inkomstslag: u8(), karenstid: u8() }
  private readonly dagar = i32()

  /** @throws {Tidsradsfel} when the birth lies outside what a table holds */
  person(p: Personuppgifter, dag?: Datum): this {
    const fodd = p.fodd === undefined ? INGET : dagnummer(p.fodd)
    if (fodd !== INGET && (fodd < FODD_FORST || fodd > FODD_SIST))
      throw new Tidsradsfel('fodd', `Födelsedagen ${p.fodd} ska ligga mellan 1900-01-01 och 2039-12-31.`)
    this.start.lagg(this.perioder.from.antal)
    this.personer.fodd.lagg(fodd)
    this.personer.sysselsattning.lagg(sysselsattningskod(p.sysselsattning))
    this.personer.inkomstslag.lagg((p.inkomstslag ?? []).reduce((s, i) => s | INKOMST[i], 0))
    this.personer.karenstid.lagg(p.karenstid ?? 0)
    if (dag !== undefined) this.dagar.lagg(dagnummer(dag))
    return this
  }

  /** A period of the latest person. @throws {Tidsradsfel} when it ends before it begins */
  period(p: Tidsperiod): this {
    const [from, tom] = [dagnummer(p.from), dagnummer(p.tom)]
    if (tom < from) throw new Tidsradsfel('tom', `Perioden slutar (${p.tom}) innan den börjar (${p.from}).`)
    const { perioder } = this
    perioder.from.lagg(from)
    perioder.tom.lagg(tom)
    perioder.slag.lagg(PERIODSLAG.indexOf(p.slag ?? UTAN_SLAG))
    perioder.grad.lagg(Math.round((p.grad ?? 1) * 4))
    return this
  }

  /** @throws {Tidsradsfel} when some persons have a day of their own and some have none */
  klar(): Tidslinjetabell {
    const egen = this.dagar.antal > 0
    if (egen && this.dagar.antal !== this.start.antal) throw new Tidsradsfel('datum', 'Antingen har varje person en egen dag, eller ingen.')
    const t = new Tidslinjetabell(this.start.antal, this.perioder.from.antal, egen)
    const k = t.kolumner
    this.start.till(k.start)
    k.start[t.antal] = this.perioder.from.antal
    for (const [namn, kolumn] of Object.entries({ ...this.perioder, ...this.personer })) kolumn.till(k[namn as keyof Befolkning])
    this.dagar.till(k.dag)
    return t
  }
}

/** Persons as a table; `dag` gives each its own day. */
export function tidslinjetabell(personer: readonly Tidsperson[], dag?: (p: Tidsperson, i: number) => Datum): Tidslinjetabell {
  const b = new Tidslinjebyggare()
  personer.forEach((p, i) => {
    b.person(p, dag?.(p, i))
    for (const x of p.perioder) b.period(x)
  })
  return b.klar()
}
