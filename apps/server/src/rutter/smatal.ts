/** What few share is not shown outside a unit (ADR 0025). */
const STORSTA_SOM_DOLJS = 4

/** Whether so few share it that it is not shown; nought gives nobody away where all that is said is how many there are. */
export const fa = (n: number): boolean => n > 0 && n <= STORSTA_SOM_DOLJS

/** Fewer than five, nought included: where none or all is in itself an answer about each of them. */
export const underFem = (n: number): boolean => n <= STORSTA_SOM_DOLJS

/** Whether a part of a number is not shown: the number, the part or the rest is of few. */
export const doljsDel = (antal: number, n: number): boolean => fa(n) || fa(antal) || fa(n - antal)

/** A share as it is shown; what few share is null, and of few in all the number too. */
export const dold = <D extends { readonly antal: number; readonly n: number; readonly andel: number | null }>(
  d: D,
): { antal: number | null; n: number | null; andel: number | null } =>
  doljsDel(d.antal, d.n) ? { antal: null, n: fa(d.n) ? null : d.n, andel: null } : { antal: d.antal, n: d.n, andel: d.andel }
