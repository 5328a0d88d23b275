import { installning, parameter } from '../parameter.ts'

/**
 * Arbetsplatsinriktat rehabiliteringsstöd, förordning (2014:67), as the reports quote it. The ordinance is not in the
 * sources. The present support holds from 1 July 2018; that the amounts have been the same since then is our reading.
 */
const ANDRINGSDAG = '2018-07-01'
const RIR = 'Riksrevisionen, RiR 2021:19'

/** Half of the cost. The report names no paragraph. */
export const aprAndel = parameter({
  namn: 'aprAndel', rubrik: 'Andel av arbetsgivarens kostnad som stödet täcker', enhet: 'tal', lagrum: [],
  varden: [{ from: ANDRINGSDAG, varde: '0,5', kalla: 'Försäkringskassan FK2022/002564, avsnitt 2.1.2: bidraget täcker hälften av kostnaderna' }],
})

export const aprAnstalldtak = parameter({
  namn: 'aprAnstalldtak', rubrik: 'Högsta stöd per arbetstagare och kalenderår', enhet: 'kr', lagrum: ['förordning (2014:67) 7'],
  varden: [{ from: ANDRINGSDAG, varde: 10_000, kalla: `${RIR}, avsnitt 2.1, fotnot 50, och avsnitt 4.1, fotnot 116` }],
})

export const aprArbetsgivartak = parameter({
  namn: 'aprArbetsgivartak', rubrik: 'Högsta stöd per arbetsgivare och kalenderår', enhet: 'kr', lagrum: ['förordning (2014:67) 7'],
  varden: [{ from: ANDRINGSDAG, varde: 200_000, kalla: `${RIR}, avsnitt 2.1, fotnot 50, och avsnitt 4.1, fotnot 116` }],
})

export type AprStodtyp = 'arbetsplatsnara' | 'arbetsplatsinriktat'

/** Which support a measure of the day belongs to (C029). The amounts of the earlier one are not in the sources. */
export const aprStodtyp = installning<AprStodtyp>({
  namn: 'aprStodtyp', rubrik: 'Stöd som gäller för insatser den dagen', enhet: 'tal', lagrum: [],
  varden: [
    { from: '2014-01-01', tom: '2018-06-30', varde: 'arbetsplatsnara', kalla: `${RIR}, avsnitt 2.1: infördes 2014, dagen anges inte` },
    { from: ANDRINGSDAG, varde: 'arbetsplatsinriktat', kalla: `${RIR}, avsnitt 2.1, fotnot 53: ändringarna trädde i kraft den 1 juli 2018` },
  ],
})

/**
 * Which support the published figures put a payment under. The report's tables count payments to and including July 2018
 * as the earlier support, one month after the ordinance changed.
 */
export const aprStatistiktyp = installning<AprStodtyp>({
  namn: 'aprStatistiktyp', rubrik: 'Stöd som utbetalningar den dagen räknas till i statistiken', enhet: 'tal', lagrum: [],
  varden: [
    { from: '2014-01-01', tom: '2018-07-31', varde: 'arbetsplatsnara', kalla: `${RIR}, bilaga 1, tabell 1, kommentar 8: 2014–juli 2018` },
    { from: '2018-08-01', varde: 'arbetsplatsinriktat', kalla: `${RIR}, bilaga 1, tabell 1, kommentar 8: från och med augusti 2018` },
  ],
})

/** Share of employers drawn in each after-control. The report says ”a percentage” without saying which. */
export const aprKontrollandel = parameter({
  namn: 'aprKontrollandel', rubrik: 'Andel av arbetsgivarna som dras till efterkontroll', enhet: 'tal', lagrum: [],
  varden: [{ from: ANDRINGSDAG, varde: '0,15', kalla: `riksinställning: ${RIR}, fotnot 154, säger cirka 200 arbetsgivare om året och ingen procentsats; 1 359 arbetsgivare fick stödet 2020 (fotnot 4), 200 av 1 359 är 14,7 procent` }],
})

export type AprOverklagande = 'forvaltningsdomstol' | 'overklagasInte'

/**
 * How a decision on the support is appealed. Not in the sources: the ordinance may have a rule of its own (4 § FL). Without
 * one, 40, 41 and 44 §§ FL apply. 113 kap. SFB never does: the support is no benefit under the code.
 */
export const aprOverklagande = installning<AprOverklagande>({
  namn: 'aprOverklagande', rubrik: 'Så överklagas beslut om arbetsplatsinriktat rehabiliteringsstöd', enhet: 'tal', lagrum: ['FL 40', 'FL 41', 'FL 44'],
  varden: [{ from: ANDRINGSDAG, varde: 'forvaltningsdomstol', kalla: 'finns inte i källorna; riksinställning efter 40, 41 och 44 §§ förvaltningslagen, tills det är utrett om förordningen (2014:67) säger något annat' }],
})

export const aprParametrar = [aprAndel, aprAnstalldtak, aprArbetsgivartak, aprKontrollandel] as const
