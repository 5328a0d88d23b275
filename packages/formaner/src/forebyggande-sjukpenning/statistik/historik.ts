import { overlappar, type Datum, type Period } from '@atergang/kalender'
import { FONSTER, type Fonster, type Fonsternamn } from '../../gemensamt/fonster.ts'
import { gruppera } from '../../gemensamt/gruppera.ts'
import type { Forebyggandepost } from './post.ts'
import { del, HELA_LANDET, mottagarna, type Del, type Grupp } from './urval.ts'

export interface Historikandel extends Del {
  readonly grupp: string
  readonly fonster: Fonsternamn
  readonly fonstrets: string
  /** recipients left out: the register of sjukpenning is not fetched, or the window is not over */
  readonly utan: number
}

/**
 * The share of recipients in the period with sjukpenning in the window. `kant`: the days that the register of sjukpenning is complete for. Recipients
 * whose periods are not known, or whose window lies partly outside them without any sjukpenning found, are counted apart and never as having none.
 */
export function historikandel(
  poster: readonly Forebyggandepost[],
  period: Period,
  fonster: Fonsternamn,
  kant: Period,
  grupp: Grupp = HELA_LANDET,
): Historikandel[] {
  const f: Fonster = FONSTER[fonster]
  const gallande = f.mottagareI
    ? {
        from: period.from > f.mottagareI.from ? period.from : f.mottagareI.from,
        tom: period.tom < f.mottagareI.tom ? period.tom : f.mottagareI.tom,
      }
    : period
  if (gallande.tom < gallande.from) return []
  return [...gruppera(mottagarna(poster, gallande), (m) => grupp(m.arenden[0]!))]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([namn, ms]) => {
      const svar = ms.map((m) => hadeSjukpenning(m.arenden, f.dagar(m.dagar[0]!.datum, m.dagar.at(-1)!.datum), kant))
      const kanda = svar.filter((s) => s !== null)
      return {
        grupp: namn,
        fonster,
        fonstrets: f.namn,
        utan: svar.length - kanda.length,
        ...del(kanda.filter(Boolean).length, kanda.length),
      }
    })
}

const arKant = (fonster: Period, kant: Period): boolean => kant.from <= fonster.from && fonster.tom <= kant.tom

/** Yes, no, or null when it cannot be said. One case that has fetched the register speaks for the person. */
function hadeSjukpenning(arenden: readonly Forebyggandepost[], fonster: Period, kant: Period): boolean | null {
  const kanda = arenden.flatMap((a) => (a.sjukpenning ? [a.sjukpenning] : []))
  if (kanda.some((ps) => ps.some((p) => overlappar(p, fonster)))) return true
  return kanda.length === 0 || !arKant(fonster, kant) ? null : false
}

/** ”med sjukpenning inom tre år före”, ”utan …”, ”okänt”: for cross tables of history with diagnosis and treatment (B037). */
export function historikgrupp(p: Forebyggandepost, forsta: Datum, kant: Period): 'med' | 'utan' | 'okant' {
  const had = hadeSjukpenning([p], FONSTER.treArFore.dagar(forsta), kant)
  return had === null ? 'okant' : had ? 'med' : 'utan'
}
