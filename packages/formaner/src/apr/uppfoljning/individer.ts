import { overlappar, plusAr, plusDagar, type Datum, type Period } from '@atergang/kalender'
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

const iPeriod = (alla: readonly Individ[], p: Period): Set<string> => new Set(alla.filter((i) => i.perioder.some((x) => overlappar(x, p))).map((i) => i.id))

/** People with both supports, each in its own stated period, as a share of each (C037). */
export function overlapp(apr: readonly Individ[], fbsjp: readonly Individ[], perioder: { readonly apr: Period; readonly fbsjp: Period }): Overlapp {
  const [a, f] = [iPeriod(apr, perioder.apr), iPeriod(fbsjp, perioder.fbsjp)]
  const bada = [...a].filter((id) => f.has(id)).length
  return { aprPeriod: perioder.apr, fbsjpPeriod: perioder.fbsjp, bada, avApr: andel(bada, a.size), avFbsjp: andel(bada, f.size) }
}

/**
 * When the earlier or later sjukpenning is looked for: in set years, or so many years before or after the person's first measure. Before and
 * after are told apart; the report's 58 per cent mixes them and cannot be compared with a share that looks back only (X36).
 */
export type Fonster = { readonly typ: 'period'; readonly period: Period } | { readonly typ: 'fore' | 'efter'; readonly ar: number } | { readonly typ: 'foreEllerEfter'; readonly ar: number }

export const fonstertext = (f: Fonster): string =>
  f.typ === 'period' ? `${f.period.from}–${f.period.tom}` : { fore: `inom ${f.ar} år före första insatsen`, efter: `inom ${f.ar} år efter första insatsen`, foreEllerEfter: `inom ${f.ar} år före eller efter första insatsen (kan inte jämföras med andelar som bara ser bakåt)` }[f.typ]

function perioderna(f: Fonster, forsta: Datum): Period[] {
  if (f.typ === 'period') return [f.period]
  const fore: Period = { from: plusAr(forsta, -f.ar), tom: plusDagar(forsta, -1) }
  const efter: Period = { from: plusDagar(forsta, 1), tom: plusAr(forsta, f.ar) }
  return f.typ === 'fore' ? [fore] : f.typ === 'efter' ? [efter] : [fore, efter]
}

export interface Historikandel extends Andel {
  readonly fonster: Fonster
  readonly beskrivning: string
  readonly aprPeriod: Period
}

/** Share of people with APR in a period who had sjukpenning in the window (C038). One count a person, by the first measure of the period. */
export function historikandel(apr: readonly Individ[], sjukpenning: readonly Individ[], aprPeriod: Period, fonster: Fonster): Historikandel {
  const sjuk = new Map<string, readonly Period[]>()
  for (const i of sjukpenning) sjuk.set(i.id, [...(sjuk.get(i.id) ?? []), ...i.perioder])
  const forsta = new Map<string, Datum>()
  for (const i of apr) for (const p of i.perioder.filter((x) => overlappar(x, aprPeriod))) {
    const redan = forsta.get(i.id)
    if (!redan || p.from < redan) forsta.set(i.id, p.from)
  }
  const med = [...forsta].filter(([id, d]) => (sjuk.get(id) ?? []).some((s) => perioderna(fonster, d).some((f) => overlappar(s, f)))).length
  return { ...andel(med, forsta.size), fonster, beskrivning: fonstertext(fonster), aprPeriod }
}
