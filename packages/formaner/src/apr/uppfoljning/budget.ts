import { delar } from '@atergang/kalender'
import { summa, unika, type Bidragsrad } from './underlag.ts'

/** What was set aside for a year, with its source. */
export interface Budget {
  readonly ar: number
  readonly avsatt: number
  readonly kalla: string
}

/** The one year the sources give (C027): what was set aside, paid, and how many employers got it. */
export const KANDA_BUDGETAR: readonly (Budget & { readonly utbetalt: number; readonly arbetsgivare: number })[] = [
  { ar: 2020, avsatt: 175_000_000, utbetalt: 54_000_000, arbetsgivare: 1_359, kalla: 'Riksrevisionen, RiR 2021:19, avsnitt 1.1, fotnot 4, ur Försäkringskassans årsredovisning för 2020' },
]

export interface Budgetlage {
  readonly ar: number
  readonly avsatt: number
  readonly utbetalt: number
  readonly kvar: number
  /** paid as a share of what was set aside */
  readonly andel: number
  readonly arbetsgivare: number
  /** paid by month of decision, January first */
  readonly perManad: readonly number[]
}

export const budgetandel = (utbetalt: number, avsatt: number): number => utbetalt / avsatt

/** How the year's money stands: counted in the year of the decision, which is when it is paid. */
export function budgetlage(b: Budget, rader: readonly Bidragsrad[]): Budgetlage {
  const arets = rader.filter((r) => delar(r.beslutad).ar === b.ar && r.belopp > 0)
  const utbetalt = summa(arets.map((r) => r.belopp))
  return {
    ar: b.ar, avsatt: b.avsatt, utbetalt, kvar: b.avsatt - utbetalt, andel: budgetandel(utbetalt, b.avsatt), arbetsgivare: unika(arets.map((r) => r.arbetsgivare)),
    perManad: Array.from({ length: 12 }, (_, i) => summa(arets.filter((r) => delar(r.beslutad).manad === i + 1).map((r) => r.belopp))),
  }
}
