import { LAN } from '../lan.ts'
import { SEKTORER, storleksklass, STORLEKSKLASSER, STORLEKSNAMN } from '../storlek.ts'
import type { Kontrollenhet } from './population.ts'

/** What the population can be divided by. Amount and size are the ordinary choice. */
export const STRATAVARIABLER = ['belopp', 'storlek', 'sektor', 'lan'] as const
export type Stratavariabel = (typeof STRATAVARIABLER)[number]
export const VANLIG_INDELNING: readonly Stratavariabel[] = ['belopp', 'storlek']

/** Limits in kr, ours: below twice an employee's ceiling, below half the employer's ceiling, and above. */
const BELOPPSKLASSER = [
  { under: 20_000, namn: 'under 20 000 kr' },
  { under: 100_000, namn: '20 000–99 999 kr' },
  { under: Infinity, namn: '100 000 kr eller mer' },
] as const

/** The class of the unit: its name, and its place among the classes. */
function klass(v: Stratavariabel, e: Kontrollenhet): { readonly namn: string; readonly plats: string } {
  switch (v) {
    case 'belopp': {
      const i = BELOPPSKLASSER.findIndex((k) => e.belopp < k.under)
      return { namn: BELOPPSKLASSER[i]!.namn, plats: String(i) }
    }
    case 'storlek': {
      const s = storleksklass(e.anstallda)
      return { namn: STORLEKSNAMN[s], plats: String([...STORLEKSKLASSER, 'okand'].indexOf(s)) }
    }
    case 'sektor': {
      const s = e.sektor ?? 'okand'
      return { namn: SEKTORER[s], plats: String(Object.keys(SEKTORER).indexOf(s)) }
    }
    case 'lan':
      return e.lan ? { namn: LAN[e.lan], plats: e.lan } : { namn: 'okänt län', plats: '99' }
  }
}

export interface Stratum {
  readonly stratum: string
  readonly enheter: readonly Kontrollenhet[]
}

/** The population in its strata, in the order of their classes. Empty strata are not there. */
export function stratifiera(
  enheter: readonly Kontrollenhet[],
  indelning: readonly Stratavariabel[] = VANLIG_INDELNING,
): readonly Stratum[] {
  const per = new Map<string, { stratum: string; enheter: Kontrollenhet[] }>()
  for (const e of enheter) {
    const klasser = indelning.map((v) => klass(v, e))
    const plats = klasser.map((k) => k.plats).join('.')
    const s = per.get(plats) ?? { stratum: klasser.map((k) => k.namn).join(', ') || 'alla', enheter: [] }
    s.enheter.push(e)
    per.set(plats, s)
  }
  return [...per].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s)
}
