export type Cell = string | number | null

/** One cell as Swedish spreadsheets read it: decimal comma; text that would be taken for a formula is kept as text. */
function skrivCell(c: Cell): string {
  if (c === null) return ''
  if (typeof c === 'number') return String(c).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(c) ? `'${c}` : c
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Semicolons, CRLF and a byte order mark, so that a double click opens it right. */
export const csv = (rubriker: readonly string[], rader: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[rubriker, ...rader].map((r) => r.map(skrivCell).join(';')).join('\r\n')}\r\n`

/** Saves in the browser what is made there: CSV when it is text without a kind of its own. */
export function laddaNed(filnamn: string, innehall: string | Blob, typ = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(typeof innehall === 'string' ? new Blob([innehall], { type: typ }) : innehall)
  const a = document.createElement('a')
  a.href = url
  a.download = filnamn
  a.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
