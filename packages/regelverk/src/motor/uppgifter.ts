import type { Uttryck } from '../definition.ts'
import { ettTal, tal, type Tal } from '../tal.ts'
import { Tabell, type Bestand, type Kolumn } from './bestand.ts'
import { lagringI } from './minne.ts'
import type { Uppgift } from './sank.ts'
import { granserIMinne } from './wasm/granser.ts'
import { BREDD, type Lagring } from './wasm/lagring.ts'

type Indata = Extract<Uttryck, { sort: 'indata' }>

/** A column that cannot be run: says which, and what to do. */
export class Kolumnfel extends Error {
  readonly kolumn: string
  constructor(kolumn: string, text: string) {
    super(`Kolumnen ”${kolumn}”: ${text}`)
    this.name = 'Kolumnfel'
    this.kolumn = kolumn
  }
}

const TYPGRANSER: Readonly<Record<Exclude<Lagring, 'f64'>, readonly [bigint, bigint]>> = {
  u8: [0n, 255n],
  i8: [-128n, 127n],
  u16: [0n, 65_535n],
  i16: [-32_768n, 32_767n],
  i32: [-(2n ** 31n), 2n ** 31n - 1n],
}

/** Of which columns the bounds are taken from what they hold and not from their type: those of a byte or two cost least to look at. */
export type Matta = 'inga' | 'smala' | 'alla'

/** How the facts come, and between what bounds. */
export function uppgifterOm(indata: readonly Indata[], b: Bestand, matta: Matta): Readonly<Record<string, Uppgift>> {
  const ut: Record<string, Uppgift> = {}
  for (const u of indata) {
    const fast = b.fasta?.[u.namn]
    const kolumn = b.kolumner[u.namn]
    if (fast !== undefined) ut[u.namn] = { typ: 'fast', varde: fastVarde(u, fast) }
    else if (kolumn) ut[u.namn] = kolumnen(u.namn, kolumn, b, u.enhet === 'ja/nej' ? null : matta)
  }
  return ut
}

function fastVarde(u: Indata, v: Tal | number | string | boolean): Tal | boolean {
  if ((typeof v === 'boolean') !== (u.enhet === 'ja/nej'))
    throw new Kolumnfel(u.namn, u.enhet === 'ja/nej' ? 'värdet ska vara ja eller nej.' : 'värdet ska vara ett tal.')
  return typeof v === 'number' || typeof v === 'string' ? tal(v) : typeof v === 'boolean' ? v : ettTal(v)
}

/** @param matta null for yes/no, whose values need no bounds */
function kolumnen(namn: string, k: Kolumn, b: Bestand, matta: Matta | null): Uppgift {
  const skala = k.skala ?? 1
  if (!Number.isSafeInteger(skala) || skala < 1) throw new Kolumnfel(namn, 'skalan ska vara ett heltal, minst 1.')
  if (k.data.length < b.antal || (k.saknas && k.saknas.length < b.antal))
    throw new Kolumnfel(namn, `har färre rader än beståndets ${b.antal}.`)
  const lagring = lagringI(k.data)
  const [lo, hi] =
    matta === null
      ? [0n, 1n]
      : lagring === 'f64' || matta === 'alla' || (matta === 'smala' && BREDD[lagring] < 4)
        ? matt(b, namn, k)
        : TYPGRANSER[lagring]
  return { typ: 'kolumn', skala, lo, hi, nullbar: k.saknas !== undefined }
}

/**
 * The bounds of what a column holds, each rounded away from 0 to a power of two so that columns
 * much alike run on the same compiled rule. Rows without a value count as well: they are read too.
 * @throws {Kolumnfel} when a value is no whole number
 */
function matt(b: Bestand, namn: string, k: Kolumn): readonly [bigint, bigint] {
  const v = k.data
  if (v instanceof Float64Array) {
    const brutet = v.subarray(0, b.antal).findIndex((x) => !Number.isSafeInteger(x))
    if (brutet >= 0)
      throw new Kolumnfel(
        namn,
        `rad ${brutet + 1} ${k.saknas?.[brutet] ? 'saknar värde; sätt den till 0.' : 'är inget heltal. Ange en skala och räkna om till heltal.'}`,
      )
  }
  const [lo, hi] = spannet(b, namn)
  return [-tvapotens(-lo), tvapotens(hi)]
}

const tvapotens = (x: number): bigint => (x <= 0 ? 0n : 2n ** BigInt(x.toString(2).length) - 1n)

/** The smallest and largest of what a column holds; 0 and 0 without rows. */
export function spannet(b: Bestand, namn: string): readonly [number, number] {
  const v = b.kolumner[namn]!.data
  if (b.antal === 0) return [0, 0]
  const plats = b instanceof Tabell ? b.utrymme(namn) : null
  if (plats && plats.lagring !== 'f64') return granserIMinne((b as Tabell).minne, { ...plats, lagring: plats.lagring })
  let [lo, hi] = [v[0]!, v[0]!]
  for (let i = 1; i < b.antal; i++) {
    const x = v[i]!
    if (x < lo) lo = x
    else if (x > hi) hi = x
  }
  return [lo, hi]
}
