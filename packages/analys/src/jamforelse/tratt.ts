import { fi, zKvantil } from '../statistik/fordelning.ts'

/** What chance alone allows of a sum of yes and no with different chances: mean, variance and third moment. */
export interface Vantat {
  readonly n: number
  readonly vantat: number
  readonly varians: number
  readonly skevhet: number
}

export const tomt = (): { n: number; vantat: number; varians: number; skevhet: number } => ({ n: 0, vantat: 0, varians: 0, skevhet: 0 })
/** Adds `n` decisions that each refuse with chance `p`. */
export function laggTill(v: { n: number; vantat: number; varians: number; skevhet: number }, n: number, p: number): void {
  v.n += n
  v.vantat += n * p
  v.varians += n * p * (1 - p)
  v.skevhet += n * p * (1 - p) * (1 - 2 * p)
}

/** Chance of at most `x`: the normal, mended for skewness (Volkova 1996; Hong 2013, "refined normal approximation" of the Poisson binomial). */
function fordelning(x: number, v: Vantat): number {
  const s = Math.sqrt(v.varians)
  const z = (x + 0.5 - v.vantat) / s
  const gamma = v.skevhet / s ** 3
  return Math.min(1, Math.max(0, fi(z) + (gamma * (1 - z * z) * Math.exp((-z * z) / 2)) / (6 * Math.sqrt(2 * Math.PI))))
}

/** Two-sided p of so many refusals when chance alone is at work; the count itself counts half (mid-p). */
export function pTratt(antal: number, v: Vantat): number {
  if (!(v.varians > 0)) return 1
  const under = fordelning(antal - 1, v)
  const hogst = fordelning(antal, v)
  const mitt = (under + hogst) / 2
  return Math.min(1, 2 * Math.min(mitt, 1 - mitt))
}

/** Where a ratio of refusals to those expected would lie by chance in 95 and 99.8 per cent (Spiegelhalter 2005), wider by the spread that is usual. */
export function trattgranser(v: Vantat, overspridning = 1): readonly (readonly [number, number])[] {
  return [0.95, 0.998].map((niva): readonly [number, number] => {
    const z = zKvantil(1 - (1 - niva) / 2) * Math.sqrt(overspridning)
    const s = Math.sqrt(v.varians)
    return [Math.max(0, 1 - (z * s) / v.vantat), 1 + (z * s) / v.vantat]
  })
}
