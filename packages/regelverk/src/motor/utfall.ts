import type { Enhet } from '../definition.ts'
import { plus, somTal, type Exakt, type Tal } from '../tal.ts'
import type { Vektor } from './js.ts'
import type { Motor } from './karna.ts'

/** The same for all rows, or a column. */
export type Rader = number | Vektor

/** The answer of every row: `taljare / namnare` where `kant` is 1, unknown where it is 0. */
export interface Utfall {
  readonly antal: number
  readonly enhet: Enhet
  /** what ran it; `stort` when numbers could not be proven to fit in 53 bits */
  readonly motor: Motor
  /** for a rule in ja/nej: 1 and 0 */
  readonly taljare: Rader
  readonly namnare: Rader
  readonly kant: Rader
  /** the columns' place in the table's memory is given back; they must not be read after that */
  slapp(): void
}

const pa = (r: Rader, i: number): number => (typeof r === 'number' ? r : r[i]!)

/** The answer of one row: as `forklara` gives it. */
export function svarPa(u: Utfall, i: number): Tal | boolean | null {
  if (i < 0 || i >= u.antal) throw new RangeError(`Rad ${i} finns inte.`)
  if (pa(u.kant, i) === 0) return null
  if (u.enhet === 'ja/nej') return pa(u.taljare, i) === 1
  const [t, n] = [pa(u.taljare, i), pa(u.namnare, i)]
  return somTal(plus({ t, n }, { t: 0, n }))
}

export interface Summa {
  /** exact total of the known rows; for ja/nej how many are yes */
  readonly summa: Tal
  readonly okanda: number
}

/** The total of all known rows, exact, and how many are unknown. */
export function summera(u: Utfall): Summa {
  let okanda = 0
  let hela = 0
  let stora: Exakt = { t: 0, n: 1 }
  const enNamnare = typeof u.namnare === 'number' ? u.namnare : null
  for (let i = 0; i < u.antal; i++) {
    if (pa(u.kant, i) === 0) okanda++
    else if (enNamnare === null) stora = plus(stora, { t: pa(u.taljare, i), n: pa(u.namnare, i) })
    else {
      const ny = hela + pa(u.taljare, i)
      if (Number.isSafeInteger(ny)) hela = ny
      else {
        stora = plus(stora, { t: hela, n: enNamnare })
        hela = pa(u.taljare, i)
      }
    }
  }
  return { summa: somTal(plus(stora, { t: hela, n: enNamnare ?? 1 })), okanda }
}

/** Exact totals by group: `taljare[g] / namnare` is the known rows' sum in group `g`, `okanda[g]` how many rows are not known. */
export interface Gruppsummor {
  readonly taljare: Float64Array
  readonly namnare: number
  readonly okanda: Uint32Array
}

/**
 * As `summera`, for each group of rows: `grupper[i]` is the number of row `i`'s group, from 0 up to but not `antal`.
 * @throws {RangeError} when a total leaves the safe integers, or the rows do not share a denominator
 */
export function summeraPer(u: Utfall, grupper: ArrayLike<number>, antal: number): Gruppsummor {
  const namnare = gemensamNamnare(u)
  const taljare = new Float64Array(antal)
  const okanda = new Uint32Array(antal)
  for (let i = 0; i < u.antal; i++) {
    const g = grupper[i]!
    if (!(g >= 0 && g < antal)) throw new RangeError(`Rad ${i} har grupp ${g}, utanför 0–${antal - 1}.`)
    if (pa(u.kant, i) === 0) {
      okanda[g]!++
      continue
    }
    const summa = taljare[g]! + pa(u.taljare, i) * (namnare / pa(u.namnare, i))
    if (!Number.isSafeInteger(summa)) throw new RangeError('En summa är för stor för att räknas exakt. Dela upp raderna.')
    taljare[g] = summa
  }
  return { taljare, namnare, okanda }
}

/** The denominator that all rows can be written over. */
function gemensamNamnare(u: Utfall): number {
  if (typeof u.namnare === 'number') return u.namnare
  let namnare = 1
  for (let i = 0; i < u.antal; i++) {
    const n = u.namnare[i]!
    if (pa(u.kant, i) === 0 || namnare % n === 0) continue
    namnare = (namnare / sgd(namnare, n)) * n
    if (!Number.isSafeInteger(namnare)) throw new RangeError('Raderna har ingen gemensam nämnare som ryms.')
  }
  return namnare
}

const sgd = (a: number, b: number): number => (b === 0 ? a : sgd(b, a % b))
