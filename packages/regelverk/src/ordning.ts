/** Keys of paragraphs as the statute has them: 27:9 < 27:9 a < 27:10; socialförsäkringsbalken before other acts. */
export function iOrdning(a: string, b: string): number {
  const [x, y] = [delar(a), delar(b)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? '', y[i] ?? '']
    if (p === q) continue
    const [n, m] = [Number(p), Number(q)]
    return Number.isNaN(n) || Number.isNaN(m) ? (p < q ? -1 : 1) : n - m
  }
  return 0
}

/** ”28 a:4 b” → ['', 28, 'a', 4, 'b']; the act comes first, empty for socialförsäkringsbalken. */
function delar(nyckel: string): string[] {
  const m = /^(\D.* )?(?:(\d+)(?: ([a-z]))?:)?(\d+)(?: ([a-z]))?$/.exec(nyckel)
  return m ? [m[1] ?? '', m[2] ?? '', m[3] ?? '', m[4]!, m[5] ?? ''] : [nyckel]
}
