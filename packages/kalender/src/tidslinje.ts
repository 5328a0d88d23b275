import { plusDagar, type Datum } from './datum.ts'
import { delaVid, overlappar, snitt, type Period } from './period.ts'

/** One value for each day: stretches in order, never overlapping, neighbours with equal values joined. */
export interface Stracka<T> extends Period {
  readonly varde: T
}
export type Tidslinje<T> = readonly Stracka<T>[]

type Lika<T> = (a: T, b: T) => boolean
const likaJson: Lika<unknown> = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b)

function foga<T>(strackor: Stracka<T>[], lika: Lika<T>): Stracka<T>[] {
  const ut: Stracka<T>[] = []
  for (const s of strackor) {
    const sist = ut.at(-1)
    if (sist && plusDagar(sist.tom, 1) === s.from && lika(sist.varde, s.varde)) ut[ut.length - 1] = { ...sist, tom: s.tom }
    else ut.push(s)
  }
  return ut
}

/**
 * Builds a timeline from stretches in any order. Where two claim the same day, `valj` decides
 * (default: the later in the list wins, as a correction does).
 */
export function tidslinje<T>(
  strackor: readonly Stracka<T>[],
  valj: (forra: T, senare: T) => T = (_, senare) => senare,
  lika: Lika<T> = likaJson,
): Tidslinje<T> {
  if (strackor.every((s, i) => i === 0 || strackor[i - 1]!.tom < s.from))
    return foga(
      strackor.map(({ from, tom, varde }) => ({ from, tom, varde })),
      lika,
    )
  const granser = strackor.flatMap((s) => [s.from, plusDagar(s.tom, 1)])
  const delar = strackor.map((s) => delaVid(s, granser).map((p) => ({ ...p, varde: s.varde })))
  const perDag = new Map<Datum, Stracka<T>>()
  for (const lista of delar) {
    for (const d of lista) {
      const forra = perDag.get(d.from)
      perDag.set(d.from, forra ? { ...d, varde: valj(forra.varde, d.varde) } : d)
    }
  }
  return foga(
    [...perDag.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
    lika,
  )
}

/** The value on a day, or undefined where the timeline says nothing. */
export function vardePa<T>(t: Tidslinje<T>, dag: Datum): T | undefined {
  return t.find((s) => s.from <= dag && dag <= s.tom)?.varde
}

/** The part of the timeline inside the period. */
export function inom<T>(t: Tidslinje<T>, p: Period): Tidslinje<T> {
  return t.flatMap((s) => {
    const del = snitt(s, p)
    return del ? [{ ...del, varde: s.varde }] : []
  })
}

/** Day by day combination of two timelines; `undefined` stands where one of them says nothing. */
export function kombinera<A, B, C>(
  a: Tidslinje<A>,
  b: Tidslinje<B>,
  f: (a: A | undefined, b: B | undefined, dag: Datum) => C | undefined,
  lika: Lika<C> = likaJson,
): Tidslinje<C> {
  const granser = [...a, ...b].flatMap((s) => [s.from, plusDagar(s.tom, 1)])
  const delar = new Map<Datum, Period>()
  for (const s of [...a, ...b]) for (const p of delaVid(s, granser)) delar.set(p.from, p)
  const ut = [...delar.values()]
    .sort((x, y) => (x.from < y.from ? -1 : 1))
    .flatMap((p) => {
      const varde = f(vardePa(a, p.from), vardePa(b, p.from), p.from)
      return varde === undefined ? [] : [{ from: p.from, tom: p.tom, varde }]
    })
  return foga(ut, lika)
}

/** Maps each value; neighbours that become equal are joined. */
export function over<A, B>(t: Tidslinje<A>, f: (v: A, p: Period) => B): Tidslinje<B> {
  return foga(
    t.map((s) => ({ from: s.from, tom: s.tom, varde: f(s.varde, s) })),
    likaJson,
  )
}

/** True when no two stretches share a day; an invariant for tests and for data from outside. */
export const utanOverlapp = (t: readonly Period[]): boolean => t.every((a, i) => t.slice(i + 1).every((b) => !overlappar(a, b)))
