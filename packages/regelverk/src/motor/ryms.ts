import type { Heltal, Nod } from './graf.ts'

/** Whole numbers of at most this size are exact in a 64-bit floating-point number. */
export const EXAKT_I_F64 = 2n ** 53n
/** Up to here the rounding of a quotient is exact by multiplying with the inverse, in 64-bit and in 32-bit floating-point numbers (see `inversRacker`). */
const INVERS_TILL = { f64: 2n ** 51n, f32: 2n ** 22n } as const

const inom = (n: Heltal, lo: bigint, hi: bigint): boolean => n.lo !== null && n.hi !== null && n.lo >= lo && n.hi <= hi

export const rymsI32 = (n: Heltal): boolean => inom(n, -(2n ** 31n), 2n ** 31n - 1n)
const rymsF64 = (n: Heltal): boolean => inom(n, -EXAKT_I_F64, EXAKT_I_F64)

/** The first number on the way that is not proven to fit, or null when all do: then floating-point arithmetic is exact. */
export const ryms = (noder: readonly Nod[]): Heltal | null => noder.find((n): n is Heltal => n.typ === 'heltal' && !rymsF64(n)) ?? null

/**
 * Whether `floor(n / d)` may be worked out as `(n + ½) · (1/d)` and a cut. The true number lies at
 * least 1/(2d) from every whole number, and the two roundings err by less than (|n| + d)/d · 2⁻⁵²,
 * which is smaller as long as |n| + d < 2⁵¹. Beyond that a true division is used, which is exact
 * below 2⁵³: a correctly rounded quotient does not reach the next whole number. With 24 bits in
 * the place of 53 the same holds below 2²².
 */
export function inversRacker(n: Heltal, d: bigint, i: keyof typeof INVERS_TILL): boolean {
  return n.lo !== null && n.hi !== null && n.lo - d > -INVERS_TILL[i] && n.hi + d < INVERS_TILL[i]
}
