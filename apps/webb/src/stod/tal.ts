/**
 * ”412 300”, ”30.000”, ”7,5”, ”7.5” and ”500 kr” as numbers: a full stop before three digits parts thousands.
 * Null when it cannot be read, undefined when nothing is written.
 */
export function lasTal(text: string): number | null | undefined {
  const t = text.replaceAll(/\s|kr(onor)?\.?$|:-$/gi, '')
  if (t === '') return undefined
  const m = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d+))?$/.exec(t)
  if (!m) return null
  return Number(`${m[1]!.replaceAll('.', '')}.${m[2] ?? '0'}`)
}

/** ”412 300”, ”7,5” with hard spaces; empty for nothing. */
export function skrivTal(n: number | null | undefined): string {
  if (n === null || n === undefined) return ''
  const [hel, del] = String(n).split('.') as [string, string | undefined]
  return hel.replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0') + (del ? `,${del}` : '')
}
