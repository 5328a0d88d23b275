import { dagarMellan, plusDagar, senast, tidigast, type Datum } from './datum.ts'

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

const iOrdning = (a: Period, b: Period) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/**
 * The same days as fewest periods in order: overlaps and touching periods become one.
 * `hogstaGlapp` > 0 also bridges that many free days; the bridged days are then inside the
 * result, so never count days on a bridged set.
 */
export function forena(perioder: readonly Period[], hogstaGlapp = 0): Period[] {
  const ut: Period[] = []
  for (const p of [...perioder].sort(iOrdning)) {
    const sist = ut.at(-1)
    if (sist && friaDagarMellan(sist, p) <= hogstaGlapp) ut[ut.length - 1] = { from: sist.from, tom: senast(sist.tom, p.tom) }
    else ut.push({ from: p.from, tom: p.tom })
  }
  return ut
}

/** Days in `av` that are in none of `bort`. */
export function utom(av: readonly Period[], bort: readonly Period[]): Period[] {
  let kvar = forena(av)
  for (const b of bort) {
    kvar = kvar.flatMap((p) => {
      if (!overlappar(p, b)) return [p]
      const delar: Period[] = []
      if (p.from < b.from) delar.push({ from: p.from, tom: plusDagar(b.from, -1) })
      if (p.tom > b.tom) delar.push({ from: plusDagar(b.tom, 1), tom: p.tom })
      return delar
    })
  }
  return kvar
}

/** Days that are both in `a` and in `b`. */
export function gemensamma(a: readonly Period[], b: readonly Period[]): Period[] {
  const fb = forena(b)
  return forena(forena(a).flatMap((p) => fb.flatMap((q) => snitt(p, q) ?? [])))
}

/** Number of different days in the periods. */
export const antalDagar = (perioder: readonly Period[]): number => forena(perioder).reduce((n, p) => n + langd(p), 0)

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
