import { overlappar, senast, tidigast, type Datum, type Period } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { FONSTER, type Fonster, type Fonsternamn } from '../../gemensamt/fonster.ts'
import { andelsintervall, type Intervall } from '../urval/estimator.ts'
import { andel, type Andel } from './underlag.ts'

/** A person with the days something concerned them: a measure, or days with a benefit. The same id in both registers. */
export interface Individ {
  readonly id: string
  readonly perioder: readonly Period[]
}

export interface Overlapp {
  /** the definition, so that the figure can be compared: the report gives two that rest on different bases (X19) */
  readonly aprPeriod: Period
  readonly fbsjpPeriod: Period
  readonly bada: number
  /** of those with APR in its period, those with förebyggande sjukpenning in its period */
  readonly avApr: Andel
  readonly avFbsjp: Andel
}

const iPeriod = (alla: readonly Individ[], p: Period): Set<string> =>
  new Set(alla.filter((i) => i.perioder.some((x) => overlappar(x, p))).map((i) => i.id))

/** People with both supports, each in its own stated period, as a share of each (C037). */
export function overlapp(
  apr: readonly Individ[],
  fbsjp: readonly Individ[],
  perioder: { readonly apr: Period; readonly fbsjp: Period },
): Overlapp {
  const [a, f] = [iPeriod(apr, perioder.apr), iPeriod(fbsjp, perioder.fbsjp)]
  const bada = [...a].filter((id) => f.has(id)).length
  return { aprPeriod: perioder.apr, fbsjpPeriod: perioder.fbsjp, bada, avApr: andel(bada, a.size), avFbsjp: andel(bada, f.size) }
}

/** The windows of the history of förebyggande sjukpenning, by the same names, and the one the report mixed: it cannot be compared with a share that looks back only (X36). */
export type Aprfonster = Fonsternamn | 'treArForeEllerEfter'

const fonstren = (f: Aprfonster): readonly Fonster[] =>
  f === 'treArForeEllerEfter' ? [FONSTER.treArFore, FONSTER.treArEfter] : [FONSTER[f]]

export const fonstertext = (f: Aprfonster): string =>
  f === 'treArForeEllerEfter' ? 'inom tre år före eller efter; kan inte jämföras med andelar som bara ser bakåt' : FONSTER[f].namn

export interface Historikandel extends Andel {
  readonly fonster: Aprfonster
  readonly beskrivning: string
  readonly aprPeriod: Period
  /** people left out, since the window is not over on the last day that is known */
  readonly utan: number
  /** the interval of the share at the level, by Clopper and Pearson; null with fewer than two people */
  readonly intervall: (Intervall & { readonly niva: number }) | null
}

const NIVA = 0.95
/** The people seen as a sample of those who could have been: with all of a small country's people the share itself is what it is. */
function intervallet(antal: number, av: number): Historikandel['intervall'] {
  if (av < 2) return null
  const p = antal / av
  return { ...andelsintervall({ varde: p, varians: (p * (1 - p)) / av, frihetsgrader: av - 1 }, av, NIVA), niva: NIVA }
}

/** Yes, no, or null while the window is open and nothing has been found in it. */
function hadeSjukpenning(sjuk: readonly Period[], fonster: readonly Period[], kantTom: Datum): boolean | null {
  if (sjuk.some((s) => fonster.some((f) => overlappar(s, f)))) return true
  return fonster.some((f) => f.tom > kantTom) ? null : false
}

/**
 * Share of people with APR in a period who had sjukpenning in the window (C038), seen from their first and last measure in it. `kantTom`: the last
 * day the register of sjukpenning is complete to. Who is not in that register has had none.
 */
export function historikandel(
  apr: readonly Individ[],
  sjukpenning: readonly Individ[],
  aprPeriod: Period,
  fonster: Aprfonster,
  kantTom: Datum,
): Historikandel {
  const sjuk = new Map([...gruppera(sjukpenning, (i) => i.id)].map(([id, g]) => [id, g.flatMap((i) => i.perioder)]))
  const insatser = [...gruppera(apr, (i) => i.id)]
    .map(([id, g]) => ({ id, perioder: g.flatMap((i) => i.perioder).filter((p) => overlappar(p, aprPeriod)) }))
    .filter((i) => i.perioder.length > 0)
  const svar = insatser.map(({ id, perioder }) => {
    const forsta = perioder.map((p) => p.from).reduce(tidigast)
    const sista = perioder.map((p) => p.tom).reduce(senast)
    return hadeSjukpenning(
      sjuk.get(id) ?? [],
      fonstren(fonster).map((f) => f.dagar(forsta, sista)),
      kantTom,
    )
  })
  const kanda = svar.filter((s) => s !== null)
  const antal = kanda.filter(Boolean).length
  return {
    ...andel(antal, kanda.length),
    intervall: intervallet(antal, kanda.length),
    utan: svar.length - kanda.length,
    fonster,
    beskrivning: fonstertext(fonster),
    aprPeriod,
  }
}
