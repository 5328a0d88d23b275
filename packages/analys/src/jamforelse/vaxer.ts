import { pChi2, type Intervall } from '../statistik/fordelning.ts'
import { generaliseratQ, krymp, type Skattad } from '../statistik/krympning.ts'

/** Spread between units in one stretch of time. */
export interface Periodspridning {
  readonly period: string
  readonly enheter: number
  /** standard deviation of log odds beyond chance */
  readonly tau: number
  readonly intervall: Intervall
}
export interface Vaxande {
  readonly perioder: readonly Periodspridning[]
  /** of all stretches before the last, together; null when they are too few */
  readonly forut: number | null
  /** chance of so much spread in the last stretch, were it still what it was */
  readonly p: number | null
  readonly larm: boolean
}

/** Fewest stretches before, and fewest units in each, that an alert may rest on. */
const MINST_FORUT = 3
const MINST_ENHETER = 8
/** One false alert in two hundred looks: it is made every year for every kind of decision. */
export const LARMGRANS = 0.005
const FLEST_VARV = 100

/** The variance at which all stretches together spread as they do: Paule and Mandel over several means. */
function gemensam(perioder: readonly (readonly Skattad[])[]): number {
  const mal = perioder.reduce((s, x) => s + x.length - 1, 0)
  const q = (tau2: number): number => perioder.reduce((s, x) => s + generaliseratQ(x, tau2), 0)
  if (q(0) <= mal) return 0
  let [lag, hog] = [0, 1e-4]
  while (q(hog) > mal) hog *= 2
  for (let i = 0; i < FLEST_VARV && hog - lag > 1e-10 * hog; i++) {
    const mitt = (lag + hog) / 2
    if (q(mitt) > mal) lag = mitt
    else hog = mitt
  }
  return (lag + hog) / 2
}

/**
 * Has the spread grown? The last stretch's own Q is set against the variance that all earlier ones share: were it still so, it would be chi-square
 * (Viechtbauer 2007). How often it cries wolf, and how often it sees a doubling, is tried by simulation.
 */
export function vaxer(perioder: readonly { readonly namn: string; readonly enheter: readonly Skattad[] }[]): Vaxande {
  const visade = perioder.filter((p) => p.enheter.length >= MINST_ENHETER)
  const ut = visade.map((p): Periodspridning => {
    const k = krymp(p.enheter)
    return {
      period: p.namn,
      enheter: p.enheter.length,
      tau: Math.sqrt(k.tau2),
      intervall: [Math.sqrt(k.tau2Intervall[0]), Math.sqrt(k.tau2Intervall[1])],
    }
  })
  const sist = perioder.at(-1)
  const forut = visade.filter((p) => p !== sist)
  if (!sist || !visade.includes(sist) || forut.length < MINST_FORUT) return { perioder: ut, forut: null, p: null, larm: false }
  const tau2 = gemensam(forut.map((p) => p.enheter))
  const p = pChi2(generaliseratQ(sist.enheter, tau2), sist.enheter.length - 1)
  return { perioder: ut, forut: Math.sqrt(tau2), p, larm: p < LARMGRANS }
}
