type Cell = string | number | null

/** A cell that a spreadsheet would run as a formula is told to be text; numbers keep their sign, with a Swedish comma. */
function cell(v: Cell): string {
  if (v === null) return ''
  if (typeof v === 'number') return String(v).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(v) ? `'${v}` : v
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table for Swedish spreadsheets: semicolons, decimal comma, UTF-8 with a mark that says so. */
export const csv = (rubriker: readonly string[], rader: readonly (readonly Cell[])[]): string => `\uFEFF${[rubriker, ...rader].map((r) => r.map(cell).join(';')).join('\r\n')}\r\n`

export function laddaNer(namn: string, text: string): void {
  const adress = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const a = document.createElement('a')
  a.href = adress
  a.download = namn
  a.click()
  setTimeout(() => URL.revokeObjectURL(adress), 1000)
}
