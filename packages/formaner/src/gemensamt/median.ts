/**
 * The middle of the values; between two in the middle, their mean. Null when there are none. The one median of the house: `percentile_cont(0.5)` of the
 * database and `median` of DuckDB say the same.
 */
export function median(varden: readonly number[]): number | null {
  if (varden.length === 0) return null
  const s = [...varden].sort((a, b) => a - b)
  const mitt = s.length >> 1
  return s.length % 2 ? s[mitt]! : (s[mitt - 1]! + s[mitt]!) / 2
}
