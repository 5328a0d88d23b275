import { dagarMellan, forena, innehaller, plusDagar, tidigast, type Datum, type Period } from '@atergang/kalender'

/** 27 kap. 10 § SFB: the days of a sick period for which income of employment asks whether work would have been done. */
export const FORSTA_DAGARNA = 14
/** 27 kap. 16 a § second paragraph: the days of a sick period for which one who works when called must be assumed to have worked. */
export const BEHOVSANSTALLDAS_DAGAR = 90
/** A sick period that begins within five days of the end of an earlier one continues it (27 kap. 32 § SFB). */
export const ATERINSJUKNANDE_DAGAR = 5
/** For karenstid: within twenty days (27 kap. 33 § SFB). */
export const KARENSTID_DAGAR = 20

/** Joins sick periods where the later begins within `inom` days of the day the earlier ended. The joined whole says which belong together, not which days are sick days. */
function sammanhallna(sjukperioder: readonly Period[], inom: number): Period[][] {
  const grupper: Period[][] = []
  for (const p of forena(sjukperioder)) {
    const grupp = grupper.at(-1)
    const forra = grupp?.at(-1)
    if (grupp && forra && dagarMellan(forra.tom, p.from) <= inom) grupp.push(p)
    else grupper.push([p])
  }
  return grupper
}

/**
 * The sick period of 26 § that the day lies in: unbroken days, nothing joined over free days. What 10, 11,
 * 16 a and 25 §§ and 112 kap. 2 a § count is counted in it: 32 § does not reach them (ADR 0006).
 */
export const sjukperiodVid = (sjukperioder: readonly Period[], dag: Datum): Period | undefined => forena(sjukperioder).find((p) => innehaller(p, dag))

/** The first days of each sick period of 26 § by itself. */
export const forstaIVarje = (sjukperioder: readonly Period[], antal: number): Period[] => forena(sjukperioder).map((p) => ({ from: p.from, tom: tidigast(p.tom, plusDagar(p.from, antal - 1)) }))

/** Days among the first fourteen of their sick period (10, 11, 11 a §§). A new spell has its own fourteen, however soon it comes. */
export const forstaFjortonDagarna = (sjukperioder: readonly Period[]): Period[] => forstaIVarje(sjukperioder, FORSTA_DAGARNA)

/** Days among the first ninety of their sick period (16 a § second paragraph). Not the ninety days of the chain, which 51 § joins. */
export const forstaNittioDagarna = (sjukperioder: readonly Period[]): Period[] => forstaIVarje(sjukperioder, BEHOVSANSTALLDAS_DAGAR)

/** The sick periods that 32 § treats as one with the one `dag` lies in, in order; empty when none. Governs 20–24, 27 and 27 a §§ only. */
export const aterinsjuknande = (sjukperioder: readonly Period[], dag: Datum): readonly Period[] =>
  sammanhallna(sjukperioder, ATERINSJUKNANDE_DAGAR).find((g) => g.some((p) => p.from <= dag && dag <= p.tom)) ?? []

/** As above with twenty days, for karenstid of those who pay egenavgift (33 §). */
export const sammaKarenstid = (sjukperioder: readonly Period[], dag: Datum): readonly Period[] =>
  sammanhallna(sjukperioder, KARENSTID_DAGAR).find((g) => g.some((p) => p.from <= dag && dag <= p.tom)) ?? []

/** Every group of 32 §: one karens each. */
export const karensgrupper = (sjukperioder: readonly Period[]): readonly (readonly Period[])[] => sammanhallna(sjukperioder, ATERINSJUKNANDE_DAGAR)

/** The first `antal` days of a group, counted over its sick days. */
export function forstaDagarna(grupp: readonly Period[], antal: number): Period[] {
  let kvar = antal
  const ut: Period[] = []
  for (const p of grupp) {
    if (kvar <= 0) break
    const tom = plusDagar(p.from, kvar - 1)
    const del = { from: p.from, tom: tom < p.tom ? tom : p.tom }
    ut.push(del)
    kvar -= dagarMellan(del.from, del.tom) + 1
  }
  return ut
}
