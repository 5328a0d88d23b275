import { dagarMellan, dagnummer, datumFranDagnummer, plusDagar, senast, tidigast, type Datum } from './datum.ts'
import { Dagmangd } from './karna/dagmangd.mjs'

/** Days from `from` to `tom`, both included. */
export interface Period {
  readonly from: Datum
  readonly tom: Datum
}

export class OmvandPeriod extends Error {
  constructor(from: Datum, tom: Datum) {
    super(`Perioden slutar (${tom}) innan den börjar (${from}).`)
    this.name = 'OmvandPeriod'
  }
}

/** @throws {OmvandPeriod} when the period ends before it begins. */
export function period(from: Datum, tom: Datum): Period {
  if (tom < from) throw new OmvandPeriod(from, tom)
  return { from, tom }
}

/** Number of days, both ends counted. */
export const langd = (p: Period): number => dagarMellan(p.from, p.tom) + 1

export const innehaller = (p: Period, d: Datum): boolean => p.from <= d && d <= p.tom

export const overlappar = (a: Period, b: Period): boolean => a.from <= b.tom && b.from <= a.tom

/** What `a` and `b` share, or null. */
export function snitt(a: Period, b: Period): Period | null {
  const from = senast(a.from, b.from)
  const tom = tidigast(a.tom, b.tom)
  return from <= tom ? { from, tom } : null
}

/** Free days between two periods in order; 0 when they touch, negative when they overlap. */
export const friaDagarMellan = (forra: Period, nasta: Period): number => dagarMellan(forra.tom, nasta.from) - 1

/** The days of the periods as a set of day numbers, in which they are reckoned with. */
export function dagmangd(perioder: readonly Period[]): Dagmangd {
  const m = new Dagmangd()
  for (const p of perioder) m.lagg(dagnummer(p.from), dagnummer(p.tom))
  return m
}

/** The days of a set as periods in order; of its periods from `forsta` up to `efter` when they are given. */
export function perioderna(m: Dagmangd, forsta = 0, efter = m.antal): Period[] {
  const ut: Period[] = []
  for (let i = forsta; i < efter; i++) ut.push({ from: datumFranDagnummer(m.from[i]!), tom: datumFranDagnummer(m.tom[i]!) })
  return ut
}

/** The same days as fewest periods in order: overlaps and touching periods become one. */
export const forena = (perioder: readonly Period[]): Period[] => perioderna(dagmangd(perioder))

/** Days in `av` that are in none of `bort`. */
export const utom = (av: readonly Period[], bort: readonly Period[]): Period[] => perioderna(dagmangd(av).taBortAlla(dagmangd(bort)))

/** Days that are both in `a` and in `b`. */
export const gemensamma = (a: readonly Period[], b: readonly Period[]): Period[] =>
  perioderna(new Dagmangd().gemensamma(dagmangd(a), dagmangd(b)))

/** Number of different days in the periods. */
export const antalDagar = (perioder: readonly Period[]): number => dagmangd(perioder).allaDagar()

/** Cuts a period before each of the dates that fall inside it. */
export function delaVid(p: Period, granser: readonly Datum[]): Period[] {
  const snittdagar = [...new Set(granser.filter((g) => p.from < g && g <= p.tom))].sort()
  const starter = [p.from, ...snittdagar]
  return starter.map((from, i) => ({ from, tom: i + 1 < starter.length ? plusDagar(starter[i + 1]!, -1) : p.tom }))
}

/** Every day of the period, in order. Only for short periods (a payment table, a test). */
export function dagarI(p: Period): Datum[] {
  return Array.from({ length: langd(p) }, (_, i) => plusDagar(p.from, i))
}
