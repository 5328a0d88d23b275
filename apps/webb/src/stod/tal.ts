/** ”412 300”, ”7,5” and ”7.5” as numbers; undefined for what is none. */
export function lasTal(text: string): number | undefined {
  const t = text.replaceAll(/[\s\u00a0\u202f]|kr$/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(t) ? Number(t) : undefined
}

/** ”412 300”, ”7,5” with hard spaces; empty for nothing. */
export function skrivTal(n: number | null | undefined): string {
  if (n === null || n === undefined) return ''
  const [hel, del] = String(n).split('.') as [string, string | undefined]
  return hel.replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0') + (del ? `,${del}` : '')
}
