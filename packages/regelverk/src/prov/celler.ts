import { arDatum, type Datum, type Period } from '@atergang/kalender'
import { tal, type Tal } from '../tal.ts'

// How a lawyer writes a value in a cell: 588 000 · 0,75 · 1/15 · ja · 2025-03-01 · 2025-03-01–2025-03-14, 2025-04-02

/** Numbers with a decimal comma and spaces between thousands, or a fraction. Null when it is none. */
export function lasTal(cell: string): Tal | null {
  const utan = cell.replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, '$1')
  const brak = /^(\d+)\/([1-9]\d*)$/.exec(utan)
  if (brak) return forkortat(Number(brak[1]), Number(brak[2]))
  return /^-?\d+([,.]\d+)?$/.test(utan) ? tal(utan) : null
}

function forkortat(t: number, n: number): Tal {
  let [a, b] = [t, n]
  while (b !== 0) [a, b] = [b, a % b]
  return { t: t / (a || 1), n: n / (a || 1) }
}

export const lasJaNej = (cell: string): boolean | null => (cell === 'ja' ? true : cell === 'nej' ? false : null)
export const lasDatum = (cell: string): Datum | null => (arDatum(cell) ? cell : null)

/** ”2025-03-01–2025-03-14” or one day. Null when it is neither. */
export function lasPeriod(cell: string): Period | null {
  const [from, tom = from, ...mer] = cell.split(/[–/]/).map((d) => d.trim())
  return mer.length === 0 && arDatum(from) && arDatum(tom) && from <= tom ? { from, tom } : null
}

/** Periods after each other with commas between; ”inga dagar” for none. */
export function lasPerioder(cell: string): readonly Period[] | null {
  if (cell === 'inga dagar') return []
  const perioder = cell.split(',').map((p) => lasPeriod(p.trim()))
  return perioder.every((p) => p !== null) ? perioder : null
}
