import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** Observations of one stratum: how many there are, and the value of each drawn one. */
export interface Observerat {
  readonly population: number
  readonly varden: readonly number[]
}

export interface Skattning {
  readonly varde: number
  /** estimated variance of the estimate, with finite population correction */
  readonly varians: number
  /** degrees of freedom: drawn less strata, of the strata that were not drawn whole */
  readonly frihetsgrader: number
}

export interface Intervall {
  readonly fran: number
  readonly till: number
}

const medel = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0) / v.length

/** Sample variance, divisor n − 1. */
function varians(v: readonly number[]): number {
  const m = medel(v)
  return v.reduce((s, x) => s + (x - m) ** 2, 0) / (v.length - 1)
}

const arTotal = (s: Observerat): boolean => s.varden.length === s.population

/**
 * Total of the population from a stratified simple random sample: the sum over strata of N × mean, with variance
 * N² (1 − n/N) s²/n. Unbiased for any population. @throws {RangeError} when a stratum has nothing drawn, or one of several.
 */
export function skattaTotal(strata: readonly Observerat[]): Skattning {
  for (const s of strata) {
    if (s.varden.length === 0 || s.varden.length > s.population)
      throw new RangeError('Varje stratum ska ha minst en dragen enhet och inte fler än det rymmer.')
    if (s.varden.length === 1 && s.population > 1)
      throw new RangeError('Ett stratum med en enda dragen enhet ger ingen varians. Dra minst två.')
  }
  const delvisa = strata.filter((s) => !arTotal(s))
  return {
    varde: strata.reduce((s, x) => s + x.population * medel(x.varden), 0),
    varians: delvisa.reduce(
      (s, x) => s + (x.population ** 2 * (1 - x.varden.length / x.population) * varians(x.varden)) / x.varden.length,
      0,
    ),
    frihetsgrader: delvisa.reduce((s, x) => s + x.varden.length - 1, 0),
  }
}

/** Horvitz–Thompson: each observation divided by its chance to be drawn. Equal to `skattaTotal` for our draws; holds for any design. */
export const horvitzThompson = (observationer: readonly { readonly varde: number; readonly sannolikhet: number }[]): number =>
  observationer.reduce((s, o) => s + o.varde / o.sannolikhet, 0)

/** Two-sided interval by the t distribution. A population that was drawn whole is known, not estimated. */
export function tIntervall(s: Skattning, niva: number): Intervall {
  if (s.frihetsgrader === 0) return { fran: s.varde, till: s.varde }
  const halva = tQuantile(1 - (1 - niva) / 2, s.frihetsgrader) * Math.sqrt(s.varians)
  return { fran: s.varde - halva, till: s.varde + halva }
}

/**
 * Interval for a share, after Korn and Graubard (1998): Clopper–Pearson with the sample size that simple random sampling would
 * need for the same variance. Holds its level with few errors, also with none, where the t interval would say nothing.
 */
export function andelsintervall(s: Skattning, dragna: number, niva: number): Intervall {
  const p = s.varde
  if (s.frihetsgrader === 0) return { fran: p, till: p }
  const alfa = (1 - niva) / 2
  const kvot = tQuantile(1 - alfa, Math.max(1, dragna - 1)) / tQuantile(1 - alfa, s.frihetsgrader)
  const effektiv = s.varians > 0 && p > 0 && p < 1 ? ((p * (1 - p)) / s.varians) * kvot ** 2 : dragna
  const x = effektiv * p
  return { fran: p <= 0 ? 0 : betaQuantile(alfa, x, effektiv - x + 1), till: p >= 1 ? 1 : betaQuantile(1 - alfa, x + 1, effektiv - x) }
}
