import type { components } from '../../../api/schema.gen.ts'
import { procent } from '../ord.ts'
import { kr } from '../../../stod/text.ts'

export type Omgang = components['schemas']['AprKontrollomgang']
export type Uttagen = Omgang['uttagna'][number]
type Skattat = {
  readonly varde: number
  readonly intervall: { readonly fran: number; readonly till: number } | null
  readonly utanIntervall?: string | undefined
}

/** What a draw can be divided by. */
export const STRATA = [
  { varde: 'belopp', text: 'Belopp' },
  { varde: 'storlek', text: 'Arbetsgivarens storlek' },
  { varde: 'sektor', text: 'Sektor' },
  { varde: 'lan', text: 'Län' },
] as const

/** ”2025-2” as ”andra halvåret 2025”. */
export const omgangsnamn = (omgang: string): string => `${omgang.endsWith('-1') ? 'första' : 'andra'} halvåret ${omgang.slice(0, 4)}`

/** Probability as a share and as one in how many. */
export const sannolikhetstext = (p: number): string =>
  `${procent(p)}${p > 0 && p < 1 ? ` (1 av ${(1 / p).toFixed(1).replace('.', ',').replace(',0', '')})` : ''}`

/** An estimate with its interval, or why there is none. */
export function skattatText(s: Skattat, somAndel: boolean): { varde: string; intervall: string } {
  const skriv = (n: number): string => (somAndel ? procent(n) : kr(Math.round(n)))
  return {
    varde: skriv(s.varde),
    intervall: s.intervall
      ? `${skriv(Math.max(0, s.intervall.fran))} till ${skriv(s.intervall.till)}`
      : (s.utanIntervall ?? 'inget intervall kan räknas'),
  }
}

/** Random draw and risk cases are never counted together. */
export const delade = (uttagna: readonly Uttagen[]): { dragna: readonly Uttagen[]; risk: readonly Uttagen[] } => ({
  dragna: uttagna.filter((u) => u.slag === 'dragen'),
  risk: uttagna.filter((u) => u.slag === 'risk'),
})
export const klara = (uttagna: readonly Uttagen[]): number => uttagna.filter((u) => u.koder !== null).length

/** The last half-year that is over. */
export function forraHalvaret(idag: string): { ar: number; halvar: 1 | 2 } {
  const [ar, manad] = [Number(idag.slice(0, 4)), Number(idag.slice(5, 7))]
  return manad > 6 ? { ar, halvar: 1 } : { ar: ar - 1, halvar: 2 }
}
