import type { Kolumn } from '../statistik/glm.ts'

/** Fewest treated, or events, that anything is estimated from. */
export const MINST = 20

/** One column a level of a code but the first; levels nobody has are left out by the model. */
export function nivakolumner(namn: string, kod: ArrayLike<number>, nivaer: readonly string[], utan = 0): Kolumn[] {
  return nivaer.flatMap((niva, i) =>
    i === utan ? [] : [{ namn: `${namn}: ${niva}`, x: Uint8Array.from({ length: kod.length }, (_, j) => (kod[j] === i ? 1 : 0)) }],
  )
}

export const avbildad = (v: ArrayLike<number>, f: (x: number, i: number) => number): Float64Array =>
  Float64Array.from({ length: v.length }, (_, i) => f(v[i]!, i))
