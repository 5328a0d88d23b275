export type Cell = string | number | null

/** One cell as Swedish spreadsheets read it: decimal comma; text that would be taken for a formula is kept as text. */
function skrivCell(c: Cell): string {
  if (c === null) return ''
  if (typeof c === 'number') return String(c).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(c) ? `'${c}` : c
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Semicolons, CRLF and a byte order mark, so that a double click opens it right. */
export const csv = (rubriker: readonly string[], rader: readonly (readonly Cell[])[]): string => `\uFEFF${[rubriker, ...rader].map((r) => r.map(skrivCell).join(';')).join('\r\n')}\r\n`

export function laddaNed(filnamn: string, innehall: string): void {
  const url = URL.createObjectURL(new Blob([innehall], { type: 'text/csv;charset=utf-8' }))
  const a = document.createElement('a')
  a.href = url
  a.download = filnamn
  a.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
