import { chi2Grans, pChi2, Z_95, zKvantil, type Intervall } from './fordelning.ts'

/** Estimates of the same thing in several places, each with its standard error. */
export interface Skattad {
  readonly varde: number
  readonly medelfel: number
}
export interface Krympt {
  /** drawn towards the mean by as much as chance explains */
  readonly varde: number
  readonly intervall: Intervall
  /** share of the place's own estimate that is left: 1 keeps all of it */
  readonly egetAvgor: number
}
export interface Krympning {
  readonly medel: number
  readonly medelfel: number
  /** variance between places beyond chance */
  readonly tau2: number
  readonly tau2Intervall: Intervall
  /** Cochran's Q with its p: is there more spread than chance? */
  readonly q: number
  readonly p: number
  readonly platser: readonly Krympt[]
}

const FLEST_VARV = 200

/** Q of the estimates when the variance between places is `tau2`: falls as it grows. */
export function generaliseratQ(s: readonly Skattad[], tau2: number): number {
  const w = s.map((x) => 1 / (x.medelfel ** 2 + tau2))
  const m = s.reduce((a, x, i) => a + w[i]! * x.varde, 0) / w.reduce((a, b) => a + b, 0)
  return s.reduce((a, x, i) => a + w[i]! * (x.varde - m) ** 2, 0)
}

/** The variance at which Q is `mal`; nought when it is below that already. */
function tau2For(s: readonly Skattad[], mal: number): number {
  if (s.length < 2 || generaliseratQ(s, 0) <= mal) return 0
  let [lag, hog] = [0, Math.max(...s.map((x) => x.medelfel ** 2), 1e-8)]
  while (generaliseratQ(s, hog) > mal) hog *= 2
  for (let i = 0; i < FLEST_VARV && hog - lag > 1e-12 * hog; i++) {
    const mitt = (lag + hog) / 2
    if (generaliseratQ(s, mitt) > mal) lag = mitt
    else hog = mitt
  }
  return (lag + hog) / 2
}

/**
 * Empirical Bayes over places: the variance between them by Paule and Mandel (1982) with Viechtbauer's Q-profile interval (2007), and each place's
 * estimate drawn towards the mean by what chance explains (Efron & Morris 1975). The interval of a place counts what is uncertain of the mean.
 */
export function krymp(s: readonly Skattad[]): Krympning {
  const f = s.length - 1
  const tau2 = tau2For(s, f)
  const w = s.map((x) => 1 / (x.medelfel ** 2 + tau2))
  const summa = w.reduce((a, b) => a + b, 0)
  const medel = s.reduce((a, x, i) => a + w[i]! * x.varde, 0) / summa
  const q = generaliseratQ(s, 0)
  const platser = s.map((x): Krympt => {
    const egetAvgor = tau2 / (tau2 + x.medelfel ** 2)
    const varde = medel + egetAvgor * (x.varde - medel)
    const v = tau2 * (1 - egetAvgor) + (1 - egetAvgor) ** 2 / summa
    return { varde, egetAvgor, intervall: [varde - Z_95 * Math.sqrt(v), varde + Z_95 * Math.sqrt(v)] }
  })
  return {
    medel,
    medelfel: Math.sqrt(1 / summa),
    tau2,
    q,
    p: f > 0 ? pChi2(q, f) : 1,
    platser,
    tau2Intervall: f > 0 ? [tau2For(s, chi2Grans(0.975, f)), tau2For(s, chi2Grans(0.025, f))] : [0, 0],
  }
}

/** Ratio of odds between a place drawn by lot and another, the worse over the better, at the median (Larsen & Merlo 2005). */
export const medianoddskvot = (tau: number): number => Math.exp(Math.SQRT2 * tau * zKvantil(0.75))
