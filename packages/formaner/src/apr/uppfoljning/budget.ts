import { delar, type Datum } from '@atergang/kalender'
import { summa, unika, type Bidragsrad } from './underlag.ts'

/** What was set aside for a year, with its source. */
export interface Budget {
  readonly ar: number
  readonly avsatt: number
  readonly kalla: string
  /** what was paid and to how many, as the source says: for a year that this system did not decide */
  readonly utbetalt?: number | undefined
  readonly arbetsgivare?: number | undefined
}

/** The one year the sources give (C027): what was set aside, paid, and how many employers got it. */
export const KANDA_BUDGETAR: readonly (Budget & { readonly utbetalt: number; readonly arbetsgivare: number })[] = [
  {
    ar: 2020,
    avsatt: 175_000_000,
    utbetalt: 54_000_000,
    arbetsgivare: 1_359,
    kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 1.1, fotnot 4, ur Försäkringskassans årsredovisning för 2020',
  },
]

export interface Budgetlage {
  readonly ar: number
  readonly avsatt: number
  /** null when the year is over and neither this system nor the source knows */
  readonly utbetalt: number | null
  readonly kvar: number | null
  /** paid as a share of what was set aside */
  readonly andel: number | null
  readonly arbetsgivare: number | null
  /** paid by month of decision, January first; null for a month that has not begun, and when months are not known */
  readonly perManad: readonly (number | null)[]
  readonly ur: 'systemet' | 'kallan' | 'okant'
}

export const budgetandel = (utbetalt: number, avsatt: number): number | null => (avsatt > 0 ? utbetalt / avsatt : null)
const MANADER = Array.from({ length: 12 }, (_, i) => i + 1)

/** How the year's money stands: counted in the year of the decision, which is when it is paid. A year without a decision here is as its source tells it. */
export function budgetlage(b: Budget, rader: readonly Bidragsrad[], idag: Datum): Budgetlage {
  const { ar: iAr, manad: iManad } = delar(idag)
  const arets = rader.filter((r) => delar(r.beslutad).ar === b.ar)
  const las = (
    ur: Budgetlage['ur'],
    utbetalt: number | null,
    arbetsgivare: number | null,
    perManad: Budgetlage['perManad'],
  ): Budgetlage => ({
    ar: b.ar,
    avsatt: b.avsatt,
    utbetalt,
    kvar: utbetalt === null ? null : b.avsatt - utbetalt,
    andel: utbetalt === null ? null : budgetandel(utbetalt, b.avsatt),
    arbetsgivare,
    perManad,
    ur,
  })
  if (arets.length === 0 && b.ar < iAr)
    return las(
      b.utbetalt === undefined ? 'okant' : 'kallan',
      b.utbetalt ?? null,
      b.arbetsgivare ?? null,
      MANADER.map(() => null),
    )
  const med = arets.filter((r) => r.belopp > 0)
  const harVarit = (m: number): boolean => b.ar < iAr || (b.ar === iAr && m <= iManad)
  return las(
    'systemet',
    summa(med.map((r) => r.belopp)),
    unika(med.map((r) => r.arbetsgivare)),
    MANADER.map((m) => (harVarit(m) ? summa(med.filter((r) => delar(r.beslutad).manad === m).map((r) => r.belopp)) : null)),
  )
}
