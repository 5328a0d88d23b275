import type { Slump } from '../slump.ts'

/** From the open interval, so that its logarithm exists. */
const over = (s: Slump): number => 1 - s.tal()

export const exponential = (s: Slump, medel: number): number => -Math.log(over(s)) * medel

/** Sum of `form` exponentials: lead times with a hump. */
export function erlang(s: Slump, form: number, medel: number): number {
  let p = 1
  for (let i = 0; i < form; i++) p *= over(s)
  return -Math.log(p) * (medel / form)
}

export const normal = (s: Slump): number => Math.sqrt(-2 * Math.log(over(s))) * Math.cos(2 * Math.PI * s.tal())

/** By multiplication for small means; above that the normal approximation, whose error is far below the spread. */
export function poisson(s: Slump, medel: number): number {
  if (medel > 200) return Math.max(0, Math.round(medel + Math.sqrt(medel) * normal(s)))
  const grans = Math.exp(-medel)
  let p = over(s)
  let n = 0
  while (p > grans) {
    p *= over(s)
    n++
  }
  return n
}

export const logit = (p: number): number => Math.log(p / (1 - p))
export const logistisk = (x: number): number => 1 / (1 + Math.exp(-x))

/** Running sums of weights, for choosing by `plats`. */
export function summor(vikter: readonly number[]): Float64Array {
  const ut = new Float64Array(vikter.length)
  let s = 0
  for (let i = 0; i < vikter.length; i++) ut[i] = s += vikter[i]!
  return ut
}

/** Where `u` (0 up to 1) of the whole falls among running sums. */
export function plats(summa: Float64Array, u: number): number {
  const x = u * summa[summa.length - 1]!
  let lag = 0
  let hog = summa.length - 1
  while (lag < hog) {
    const mitt = (lag + hog) >> 1
    if (summa[mitt]! > x) hog = mitt
    else lag = mitt + 1
  }
  return lag
}

/** Where a rising function passes `mal`. */
export function los(f: (x: number) => number, mal: number, lag: number, hog: number): number {
  for (let i = 0; i < 60; i++) {
    const mitt = (lag + hog) / 2
    if (f(mitt) < mal) lag = mitt
    else hog = mitt
  }
  return (lag + hog) / 2
}
