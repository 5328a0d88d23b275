/**
 * Benjamini & Hochberg (1995): which of many tests can be called different while at most a share `q` of those called are expected to be mistakes.
 * `justerade` are the smallest q at which each would be called. The tests are taken to be independent or positively dependent.
 */
export function benjaminiHochberg(
  p: readonly number[],
  q: number,
): { readonly utpekade: readonly boolean[]; readonly justerade: readonly number[] } {
  const ordning = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!)
  const justerade = new Array<number>(p.length).fill(1)
  let minst = 1
  for (let k = p.length - 1; k >= 0; k--) {
    minst = Math.min(minst, (p[ordning[k]!]! * p.length) / (k + 1))
    justerade[ordning[k]!] = minst
  }
  return { utpekade: justerade.map((j) => j <= q), justerade }
}
