import chi2Cdf from '@stdlib/stats-base-dists-chisquare-cdf'
import chi2Kvantil from '@stdlib/stats-base-dists-chisquare-quantile'
import fCdf from '@stdlib/stats-base-dists-f-cdf'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalKvantil from '@stdlib/stats-base-dists-normal-quantile'
import tCdf from '@stdlib/stats-base-dists-t-cdf'
import tKvantil from '@stdlib/stats-base-dists-t-quantile'

/** Every interval here is of this level, two-sided. */
export const NIVA = 0.95

export type Intervall = readonly [number, number]

export const fi = (z: number): number => normalCdf(z, 0, 1)
export const zKvantil = (p: number): number => normalKvantil(p, 0, 1)
export const Z_95 = zKvantil(0.975)

/** Two-sided p of a standard normal. */
export const pNormal = (z: number): number => 2 * fi(-Math.abs(z))
/** Two-sided p by Student's t. */
export const pT = (t: number, frihetsgrader: number): number => 2 * tCdf(-Math.abs(t), frihetsgrader)
export const tGrans = (frihetsgrader: number): number => tKvantil(0.975, frihetsgrader)
/** Chance of a chi-square at least so large. */
export const pChi2 = (x: number, frihetsgrader: number): number => 1 - chi2Cdf(x, frihetsgrader)
/** Chance of an F at least so large. */
export const pF = (x: number, f1: number, f2: number): number => 1 - fCdf(x, f1, f2)
export const chi2Grans = (p: number, frihetsgrader: number): number => chi2Kvantil(p, frihetsgrader)

/** A normal interval; with degrees of freedom Student's. */
export function intervall(varde: number, medelfel: number, frihetsgrader?: number): Intervall {
  const bredd = medelfel * (frihetsgrader === undefined ? Z_95 : tGrans(frihetsgrader))
  return [varde - bredd, varde + bredd]
}

/**
 * Degrees of freedom of a variance that is a sum of squares, one of each independent unit: 2V² over its own variance, found from how the squares spread
 * (Satterthwaite 1946; for the sandwich Pan & Wall 2002). Where few of many units carry the sum, as few with an event among thousands, they are few.
 */
export function frihetsgraderUr(kvadrater: ArrayLike<number>): number {
  let [v, q] = [0, 0]
  for (let i = 0; i < kvadrater.length; i++) {
    v += kvadrater[i]!
    q += kvadrater[i]! ** 2
  }
  const n = kvadrater.length
  const spridning = (n / (n - 1)) * (q - (v * v) / n)
  return Math.max(1, spridning > 0 ? Math.min(n - 1, (2 * v * v) / spridning) : n - 1)
}

/** Interval of a share by Wilson (1927): holds for small counts and never leaves 0–1. */
export function wilson(antal: number, av: number): Intervall {
  const z2 = Z_95 * Z_95
  const p = antal / av
  const mitt = (p + z2 / (2 * av)) / (1 + z2 / av)
  const bredd = (Z_95 / (1 + z2 / av)) * Math.sqrt((p * (1 - p)) / av + z2 / (4 * av * av))
  // At the ends the exact limit is the end itself.
  return [antal === 0 ? 0 : mitt - bredd, antal === av ? 1 : mitt + bredd]
}

/** Interval of the difference between two independent shares by Newcombe (1998, his method 10). */
export function newcombe(a: number, avA: number, b: number, avB: number): Intervall {
  const [pa, pb] = [a / avA, b / avB]
  const [la, ha] = wilson(a, avA)
  const [lb, hb] = wilson(b, avB)
  const d = pa - pb
  return [d - Math.hypot(pa - la, hb - pb), d + Math.hypot(ha - pa, pb - lb)]
}
