import { arDatum, type Datum, type Period } from '@atergang/kalender'
import { skrivTal, tal, type Tal } from './tal.ts'

// How a lawyer writes a value in a cell: 588 000 · 0,75 · 1/15 · ja · 2025-03-01 · 2025-03-01–2025-03-14, 2025-04-02

/** Numbers with a decimal comma and spaces between thousands, or a fraction. Null when it is none. */
export function lasTal(cell: string): Tal | null {
  const utan = cell.replace('−', '-').replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, '$1')
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

/** What a fact can be: a number with a unit, or what a rule over days asks for. */
export type Cellslag = 'tal' | 'antal' | 'ja/nej' | 'datum' | 'perioder'
export type Cellvarde = Tal | number | boolean | string | readonly Period[]

/** How each is written, for who wrote something else. */
export const CELLFORM: Readonly<Record<Cellslag, string>> = {
  tal: 'ett tal, till exempel 588 000 eller 0,75',
  antal: 'ett heltal',
  'ja/nej': 'ja eller nej',
  datum: 'en dag, till exempel 2026-03-02',
  perioder: 'perioder, till exempel 2026-01-05–2026-02-01, 2026-03-02',
}

const helt = (t: Tal | null): number | null => (t?.n === 1 ? t.t : null)
const LAS: Readonly<Record<Cellslag, (cell: string) => Cellvarde | null>> = {
  tal: lasTal,
  antal: (c) => helt(lasTal(c)),
  'ja/nej': lasJaNej,
  datum: lasDatum,
  perioder: lasPerioder,
}

/** The fact, or null when the cell is not written as one of its kind. */
export const lasCell = (slag: Cellslag, cell: string): Cellvarde | null => LAS[slag](cell)

const arSlutlig = (n: number): boolean => (n % 2 === 0 ? arSlutlig(n / 2) : n % 5 === 0 ? arSlutlig(n / 5) : n === 1)

/** As `lasCell` reads it, nothing lost: a number whose decimals do not end is a fraction. */
export function skrivCell(v: Cellvarde): string {
  if (typeof v === 'boolean') return v ? 'ja' : 'nej'
  if (typeof v === 'string') return v
  if (typeof v === 'number') return skrivTal({ t: v, n: 1 })
  if ('t' in v) return arSlutlig(v.n) ? skrivTal(v, 15) : `${v.t}/${v.n}`
  return v.length ? v.map((p) => (p.from === p.tom ? p.from : `${p.from}–${p.tom}`)).join(', ') : 'inga dagar'
}
