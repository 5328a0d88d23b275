import { Dagmangd, dagmangd, dagnummer, perioderna, type Datum, type Period } from '@atergang/kalender'
import { endaVardet } from '../parameter.ts'
import { aterinsjuknandeInomDagar, dagarForBehovsanstallda, forstaDagarnaISjukperioden, karenstidInomDagar } from '../parametrar/index.ts'
import { forstaIRaden, laggForsta, laggForstaIVarje, sistaIRaden } from './karna/rad.mjs'

/** 27 kap. 10 § SFB: the days of a sick period for which income of employment asks whether work would have been done. */
export const FORSTA_DAGARNA = endaVardet(forstaDagarnaISjukperioden)
/** 27 kap. 16 a § second paragraph: the days of a sick period for which one who works when called must be assumed to have worked. */
export const BEHOVSANSTALLDAS_DAGAR = endaVardet(dagarForBehovsanstallda)
/** A sick period that begins within five days of the end of an earlier one continues it (27 kap. 32 § SFB). */
export const ATERINSJUKNANDE_DAGAR = endaVardet(aterinsjuknandeInomDagar)
/** For karenstid: within twenty days (27 kap. 33 § SFB). */
export const KARENSTID_DAGAR = endaVardet(karenstidInomDagar)

/** ”Within `inom` days of the day the earlier ended” leaves one free day less between them. */
const fria = (inom: number): number => inom - 1

/** The sick periods that belong together with the one `dag` lies in, where each begins within `inom` days of the day the one before ended; empty when it lies in none. */
function sammanhallna(sjukperioder: readonly Period[], dag: Datum, inom: number): Period[] {
  const m = dagmangd(sjukperioder)
  const i = m.index(dagnummer(dag))
  return i < 0 ? [] : perioderna(m, forstaIRaden(m, i, fria(inom)), sistaIRaden(m, i, fria(inom)) + 1)
}

/**
 * The sick period of 26 § that the day lies in: unbroken days, nothing joined over free days. What 10, 11,
 * 16 a and 25 §§ and 112 kap. 2 a § count is counted in it: 32 § does not reach them (ADR 0006).
 */
export function sjukperiodVid(sjukperioder: readonly Period[], dag: Datum): Period | undefined {
  const m = dagmangd(sjukperioder)
  const i = m.index(dagnummer(dag))
  return i < 0 ? undefined : perioderna(m, i, i + 1)[0]
}

/** The first days of each sick period of 26 § by itself. */
export const forstaIVarje = (sjukperioder: readonly Period[], antal: number): Period[] =>
  perioderna(laggForstaIVarje(new Dagmangd(), dagmangd(sjukperioder), antal))

/** Days among the first fourteen of their sick period (10, 11, 11 a §§). A new spell has its own fourteen, however soon it comes. */
export const forstaFjortonDagarna = (sjukperioder: readonly Period[]): Period[] => forstaIVarje(sjukperioder, FORSTA_DAGARNA)

/** Days among the first ninety of their sick period (16 a § second paragraph). Not the ninety days of the chain, which 51 § joins. */
export const forstaNittioDagarna = (sjukperioder: readonly Period[]): Period[] => forstaIVarje(sjukperioder, BEHOVSANSTALLDAS_DAGAR)

/** The sick periods that 32 § treats as one with the one `dag` lies in, in order; empty when none. Governs 20–24, 27 and 27 a §§, one day's karenstid (33 § second paragraph) and the unemployed of 28 b § (33 a §). */
export const aterinsjuknande = (sjukperioder: readonly Period[], dag: Datum): readonly Period[] =>
  sammanhallna(sjukperioder, dag, ATERINSJUKNANDE_DAGAR)

/** As above with twenty days, for karenstid of those who pay egenavgift (33 §). */
export const sammaKarenstid = (sjukperioder: readonly Period[], dag: Datum): readonly Period[] =>
  sammanhallna(sjukperioder, dag, KARENSTID_DAGAR)

/** Every group of 32 §: one karens each. */
export function karensgrupper(sjukperioder: readonly Period[]): readonly (readonly Period[])[] {
  const m = dagmangd(sjukperioder)
  const grupper: Period[][] = []
  for (let i = 0; i < m.antal;) {
    const efter = sistaIRaden(m, i, fria(ATERINSJUKNANDE_DAGAR)) + 1
    grupper.push(perioderna(m, i, efter))
    i = efter
  }
  return grupper
}

/** The first `antal` days of a group, counted over its sick days. */
export function forstaDagarna(grupp: readonly Period[], antal: number): Period[] {
  const m = dagmangd(grupp)
  return perioderna(laggForsta(new Dagmangd(), m, 0, m.antal - 1, antal))
}
