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
