import { markenI, type Periodmarke } from '../marken/marken.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { MINST_VISADE } from '../skydd/skydd.ts'
import { skyddaTabeller, type Skyddslogg } from '../skydd/tillampa.ts'
import type { Intervall } from '../statistik/fordelning.ts'
import type { Anmarkning, Ratabell, Tabellsvar } from '../tabeller/svar.ts'

/** One estimated figure with what it rests on. Nothing is rounded. */
export interface Skattning {
  readonly id: string
  readonly vad: string
  readonly enhet: string
  /** null when it cannot be counted, or is hidden */
  readonly varde: number | null
  /** 95 per cent */
  readonly intervall: Intervall | null
  readonly p?: number | null
  /** people, cases or decisions */
  readonly n: number | null
  /** of them those with the event */
  readonly handelser?: number | null
  readonly dold?: true
  /** why it cannot be counted */
  readonly varfor?: string
}

/** Whether what the method rests on seems to hold in these data. */
export interface Kontroll {
  readonly id: string
  readonly vad: string
  readonly utfall: 'haller' | 'haller inte' | 'kan inte sagas'
  readonly text: string
}

/** How a table is drawn: which columns are what. The table has the data and the definition. */
export interface Diagram {
  readonly typ: 'tratt' | 'kurva' | 'handelsestudie' | 'fore_efter' | 'skog' | 'stapel' | 'punkter' | 'tidsserie'
  readonly rubrik: string
  readonly tabell: string
  /** column ids, or the place of a key (`nyckel:0`) */
  readonly x: string
  readonly y: string
  readonly undre?: string
  readonly ovre?: string
  readonly serie?: string
  /** control limits of a funnel, inner and outer, as columns */
  readonly granser?: readonly (readonly [undre: string, ovre: string])[]
  /** where nothing differs: 0 or 1 */
  readonly ingenSkillnad?: number
}

/** What a method found: the question, how, on what, how sure, what must hold, and what it cannot say (J053). */
export interface Metodresultat {
  readonly id: string
  readonly rubrik: string
  readonly fraga: string
  readonly metod: string
  readonly antaganden: readonly string[]
  readonly kanInteSaga: readonly string[]
  readonly underlag: readonly { readonly vad: string; readonly antal: number | null }[]
  readonly skattningar: readonly Skattning[]
  readonly kontroller: readonly Kontroll[]
  readonly tabeller: readonly Tabellsvar[]
  readonly diagram: readonly Diagram[]
  readonly anmarkningar: readonly Anmarkning[]
  readonly marken: readonly Periodmarke[]
  readonly urval: { readonly period: string; readonly omraden: readonly string[] | null }
}

/** A result as counted, before small numbers are hidden. */
export interface Raresultat extends Omit<Metodresultat, 'tabeller' | 'marken' | 'urval'> {
  readonly tabeller: readonly Ratabell[]
  readonly fonster: Fonster
  readonly omraden?: readonly string[] | null
}

/** Every result stands under this (J037, J053). */
export const URVALSVARNING =
  'De som får en insats är ofta de som väntas bli mest sjuka. Utan lottning kan en skillnad bero på vilka de är, hur väl grupperna än liknar varandra i det som är känt.'

const liten = (n: number | null | undefined): boolean => typeof n === 'number' && n < MINST_VISADE
function skyddad(s: Skattning): Skattning {
  if (!liten(s.n) && !liten(s.handelser)) return s
  return { id: s.id, vad: s.vad, enhet: s.enhet, varde: null, intervall: null, p: null, n: null, handelser: null, dold: true }
}

export interface Fardigt {
  readonly resultat: readonly Metodresultat[]
  readonly logg: readonly Skyddslogg[]
}

/** Results that are shown together, with small numbers hidden over all their tables at once, or shown when they are of invented people. */
export function fardiga(ra: readonly Raresultat[], visaSmaTal: boolean): Fardigt {
  const alla = ra.flatMap((r) => r.tabeller)
  const skydd = visaSmaTal ? { tabeller: alla.map((t) => t.svar), logg: [] } : skyddaTabeller(alla)
  let plats = 0
  const resultat = ra.map((r): Metodresultat => {
    const { fonster, omraden, ...kvar } = r
    const tabeller = skydd.tabeller.slice(plats, (plats += r.tabeller.length))
    return {
      ...kvar,
      tabeller,
      marken: markenI(fonster),
      urval: { period: fonstertext(fonster), omraden: omraden ?? null },
      ...(visaSmaTal
        ? {}
        : { skattningar: r.skattningar.map(skyddad), underlag: r.underlag.map((u) => (liten(u.antal) ? { ...u, antal: null } : u)) }),
    }
  })
  return { resultat, logg: skydd.logg }
}

export const skattning = (
  id: string,
  vad: string,
  enhet: string,
  varde: number,
  medelfel: number,
  iv: Intervall,
  p: number,
  n: number,
  handelser?: number,
): Skattning =>
  Number.isFinite(varde) && Number.isFinite(medelfel) && medelfel > 0
    ? { id, vad, enhet, varde, intervall: iv, p, n, ...(handelser === undefined ? {} : { handelser }) }
    : okand(id, vad, enhet, n, 'För lite varierar för att det ska gå att räkna.')

export const okand = (id: string, vad: string, enhet: string, n: number | null, varfor: string): Skattning => ({
  id,
  vad,
  enhet,
  varde: null,
  intervall: null,
  p: null,
  n,
  varfor,
})
