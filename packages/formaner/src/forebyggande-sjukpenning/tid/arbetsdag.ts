import { veckodag, type Datum } from '@atergang/kalender'
import { langdAv, type Spann } from './spann.ts'
import type { Minut } from './klocka.ts'

export const VECKODAGAR = ['man', 'tis', 'ons', 'tor', 'fre', 'lor', 'son'] as const
export type Veckodag = (typeof VECKODAGAR)[number]
export const VECKODAGSNAMN: Record<Veckodag, string> = {
  man: 'måndag',
  tis: 'tisdag',
  ons: 'onsdag',
  tor: 'torsdag',
  fre: 'fredag',
  lor: 'lördag',
  son: 'söndag',
}

export const veckodagAv = (d: Datum): Veckodag => VECKODAGAR[veckodag(d) - 1]!

/** Ordinary working time as the person has it: hours a weekday, when the day begins, and the break that is no working time. */
export interface Arbetsschema {
  /** hours; a weekday left out is not known */
  readonly arbetstid: Readonly<Partial<Record<Veckodag, number>>>
  readonly arbetsstart: Minut
  readonly lunch?: Spann
}

/** The working time of one date. `minuter` is always the length of `pass`. */
export interface Arbetsdag {
  readonly pass: readonly Spann[]
  readonly minuter: number
}

/** The working time of any date; undefined where it is not known. */
export type Arbetstid = (dag: Datum) => Arbetsdag | undefined

/** Hours as whole minutes, to the nearest: 7,7 hours are 462 minutes. */
export const somMinuter = (timmar: number): number => Math.round(timmar * 60)

/**
 * So many working minutes from the start of the day, without the break: what the break takes is worked after it. A break that is over
 * before the day begins, or begins when the work is done, changes nothing.
 */
export function arbetspass(start: Minut, minuter: number, lunch?: Spann): Spann[] {
  const utan = { fran: start, till: start + minuter }
  if (minuter === 0) return []
  if (!lunch || langdAv(lunch) === 0 || lunch.till <= start || lunch.fran >= utan.till) return [utan]
  const fore = Math.max(0, lunch.fran - start)
  const efter = { fran: lunch.till, till: lunch.till + minuter - fore }
  return fore > 0 ? [{ fran: start, till: lunch.fran }, efter] : [efter]
}

/** The working time of a date by its weekday, or undefined when that weekday's is not known. */
export function arbetsdagen(s: Arbetsschema, dag: Datum): Arbetsdag | undefined {
  const timmar = s.arbetstid[veckodagAv(dag)]
  if (timmar === undefined) return undefined
  const minuter = somMinuter(timmar)
  return { pass: arbetspass(s.arbetsstart, minuter, s.lunch), minuter }
}

/** The week of a person who looks for work: the same hours on the five or seven days that the national setting says (B014, X29). */
export const sokschema = (timmar: number, start: Minut, dagarPerVecka: number): Arbetsschema => ({
  arbetstid: Object.fromEntries(VECKODAGAR.map((d, i) => [d, i < dagarPerVecka ? timmar : 0])),
  arbetsstart: start,
})
