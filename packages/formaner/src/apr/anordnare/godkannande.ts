import { plusDagar, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import { kompetenslinje, provaKompetens, type Kompetensuppgift } from './kompetens.ts'

/** Why an approval ends. Ended by a decision, never by itself. */
export const SLUTSKAL = {
  egenBegaran: 'Anordnaren har begärt det',
  kompetensSaknas: 'Kompetenskravet är inte längre uppfyllt',
  upphort: 'Verksamheten har upphört',
} as const
export type Slutskal = keyof typeof SLUTSKAL

/** An approval by decision, from a day until a later decision ends it. */
export interface Godkannande {
  readonly beslut: string
  readonly from: Datum
  readonly slut?: { readonly beslut: string; readonly tom: Datum; readonly skal: Slutskal }
}

/** Far enough ahead to stand for ”until further notice” in interval arithmetic. */
const TILLS_VIDARE = '2199-12-31' as Datum

/** The days of the approvals; one that is annulled before it began has none. */
export const godkandaPerioder = (gs: readonly Godkannande[]): Period[] =>
  gs.map((g) => ({ from: g.from, tom: g.slut?.tom ?? TILLS_VIDARE })).filter((p) => p.from <= p.tom)

/** Was the provider approved on the day of the measure (C009)? A lack of competence that FK has not yet acted on does not touch it. */
export const godkandDen = (gs: readonly Godkannande[], dag: Datum): boolean =>
  godkandaPerioder(gs).some((p) => p.from <= dag && dag <= p.tom)

/** Days on which the provider is approved without what the rule asks: a re-check is due. */
export interface Omprovningsbehov {
  readonly fran: Datum
  /** null: as far as is known, for good */
  readonly till: Datum | null
  readonly saknas: readonly string[]
  readonly lage: 'pagar' | 'kommer' | 'varit'
  readonly lagrum: readonly Lagrum[]
}

/**
 * What the register must be re-checked for, on a day: stretches where an approved provider lacks what the rule asks, those that have
 * been, those that go on, and those that known end dates will bring. Nothing ends by itself: an officer judges and decides.
 */
export function omprovningsbehov(
  uppgifter: readonly Kompetensuppgift[],
  godkannanden: readonly Godkannande[],
  idag: Datum,
): readonly Omprovningsbehov[] {
  return godkandaPerioder(godkannanden).flatMap((p) =>
    kompetenslinje(uppgifter, p)
      .filter((s) => !s.uppfyllt)
      .map((s): Omprovningsbehov => ({
        fran: s.from,
        till: s.tom === TILLS_VIDARE ? null : s.tom,
        saknas: s.saknas,
        lagrum: flera('förordning (2014:67) 8'),
        lage: s.from > idag ? 'kommer' : s.tom < idag ? 'varit' : 'pagar',
      })),
  )
}

export type Personalandring =
  /** what the rule asks is there without the change as well as with it */
  | { readonly typ: 'ingenPaverkan' }
  /** something new is stated that an officer has not found shown: a question on the evidence */
  | { readonly typ: 'nyttUnderlag'; readonly uppgifter: readonly string[] }
  /** the rule is no longer met from the day: a question whether the approval shall end */
  | { readonly typ: 'omprovning'; readonly fran: Datum; readonly saknas: readonly string[] }

/**
 * What a reported change of staff asks of an officer. Both can come at once: a doctor leaves and a new one is stated.
 * `dag` is the day of the change.
 */
export function vidPersonalandring(
  fore: readonly Kompetensuppgift[],
  efter: readonly Kompetensuppgift[],
  dag: Datum,
): readonly Personalandring[] {
  const kanda = new Map(fore.map((u) => [u.id, JSON.stringify(u)]))
  const nya = efter.filter((u) => !u.styrkt && kanda.get(u.id) !== JSON.stringify(u)).map((u) => u.id)
  const brister = [dag, ...efter.flatMap((u) => (u.tom && u.tom >= dag ? [plusDagar(u.tom, 1)] : []))]
    .sort()
    .map((d) => ({ d, p: provaKompetens(efter, d) }))
    .find((x) => !x.p.uppfyllt)
  const ut: Personalandring[] = [
    ...(nya.length ? [{ typ: 'nyttUnderlag' as const, uppgifter: nya }] : []),
    ...(brister ? [{ typ: 'omprovning' as const, fran: brister.d, saknas: brister.p.saknas }] : []),
  ]
  return ut.length ? ut : [{ typ: 'ingenPaverkan' }]
}
