import type { Cell } from '../../stod/csv.ts'
import type { Stapel } from '../../komponenter/diagram/Stapeltabell.vue'

export interface Nyckeltal {
  readonly matt: string
  readonly definition: string
  readonly enhet: string
  readonly varde: number | null
  readonly n: number | null
}

export interface Matt {
  readonly matt: string
  readonly definition: string
  readonly andel: boolean
  readonly rader: readonly Nyckeltal[]
}

/** A share is told as such by its name; all else is a count. */
const arAndel = (matt: string): boolean => /^andel/i.test(matt)

export const procent = (varde: number): string => `${String(Math.round(varde * 1000) / 10).replace('.', ',')}\u00a0%`

/** One measure at a time, its units in alphabetical order, in the order the measures came. */
export function perMatt(rader: readonly Nyckeltal[]): Matt[] {
  return [...new Set(rader.map((r) => r.matt))].map((matt) => {
    const egna = rader.filter((r) => r.matt === matt)
    return { matt, definition: egna[0]!.definition, andel: arAndel(matt), rader: egna.sort((a, b) => a.enhet.localeCompare(b.enhet, 'sv')) }
  })
}

export const antalText = (n: number | null): string => (n === null ? 'färre än 5' : String(n))

export const staplar = (m: Matt): Stapel[] =>
  m.rader.map((r) => ({
    namn: r.enhet,
    varde: r.varde,
    ...(r.varde === null ? {} : { text: m.andel ? procent(r.varde) : String(r.varde) }),
    mer: [antalText(r.n)],
  }))

export const RUBRIKER = ['Mått', 'Definition', 'Enhet', 'Värde', 'N'] as const
/** Shares as fractions, hidden numbers in words: nothing is filled in. */
export const csvRader = (rader: readonly Nyckeltal[]): Cell[][] =>
  rader.map((r) => [
    r.matt,
    r.definition,
    r.enhet,
    r.varde === null ? 'färre än 5' : Math.round(r.varde * 10_000) / 10_000,
    r.n ?? 'färre än 5',
  ])
