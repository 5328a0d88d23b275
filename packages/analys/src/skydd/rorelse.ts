const NOLL = 1e-9

/**
 * A way to change hidden counts together that leaves every sum as it is and changes the count at `mal` by one; null when the sums settle it.
 * Others are changed that have the most room, so that the change can be made far. Whole numbers only.
 * `villkor` are the sums' coefficients, a row each.
 */
export function nollrorelse(villkor: readonly Float64Array[], mal: number, utrymme: readonly number[]): number[] | null {
  const n = utrymme.length
  const rader = villkor.map((r) => Float64Array.from(r))
  const ordning = Array.from({ length: n }, (_, i) => i)
    .filter((i) => i !== mal)
    .sort((a, b) => utrymme[b]! - utrymme[a]! || a - b)
  const pivot = new Map<number, number>()
  let nasta = 0
  for (const kol of ordning) {
    let hittad = -1
    for (let r = nasta; r < rader.length; r++) {
      if (Math.abs(rader[r]![kol]!) > NOLL) {
        hittad = r
        break
      }
    }
    if (hittad < 0) continue
    ;[rader[nasta], rader[hittad]] = [rader[hittad]!, rader[nasta]!]
    const p = rader[nasta]!
    const v = p[kol]!
    if (v !== 1) for (let i = 0; i < n; i++) p[i] = p[i]! / v
    for (let r = 0; r < rader.length; r++) {
      const q = rader[r]!
      const f = q[kol]!
      if (r === nasta || Math.abs(f) <= NOLL) continue
      for (let i = 0; i < n; i++) q[i] = q[i]! - f * p[i]!
    }
    pivot.set(kol, nasta++)
  }
  // A sum that now holds this count alone leaves it one value.
  for (let r = nasta; r < rader.length; r++) if (Math.abs(rader[r]![mal]!) > NOLL) return null
  const ut = new Array<number>(n).fill(0)
  ut[mal] = 1
  for (const [kol, r] of pivot) {
    const v = -rader[r]![mal]!
    const helt = Math.round(v)
    if (Math.abs(v - helt) > NOLL) return null
    ut[kol] = helt
  }
  return ut
}
