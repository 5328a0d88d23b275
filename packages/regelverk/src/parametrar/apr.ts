import { parameter } from '../parameter.ts'

/**
 * Arbetsplatsinriktat rehabiliteringsstöd, förordning (2014:67), as the reports retell it: the ordinance is not in the sources (ADR 0033). The
 * present support holds from 1 July 2018 (footnote 53); that the amounts have been the same since then is our reading.
 */
const RIR = 'Riksrevisionen, RiR 2021:19'
const KALLA = `${RIR}, avsnitt 2.1, fotnot 50, som återger förordningen (2014:67), och avsnitt 4.1, fotnot 116`
const sedan2018 = (varde: number | string, kalla = KALLA) => [{ from: '2018-07-01', varde, kalla }]

/** Half of the cost. The report names no paragraph. */
export const aprAndel = parameter({
  namn: 'aprAndel',
  rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd, andel av arbetsgivarens kostnad',
  enhet: 'procent',
  lagrum: [],
  varden: sedan2018(50, 'Försäkringskassan FK2022/002564, avsnitt 2.1.2: bidraget täcker hälften av kostnaderna; paragrafen anges inte'),
})
export const aprTakArbetstagare = parameter({
  namn: 'aprTakArbetstagare',
  rubrik: 'Högsta bidrag per arbetstagare och kalenderår',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  varden: sedan2018(10_000),
})
export const aprTakArbetsgivare = parameter({
  namn: 'aprTakArbetsgivare',
  rubrik: 'Högsta bidrag per arbetsgivare och kalenderår',
  enhet: 'kr',
  lagrum: ['förordning (2014:67) 7'],
  varden: sedan2018(200_000),
})
export const aprKompetenser = parameter({
  namn: 'aprKompetenser',
  rubrik: 'Kompetenser av fem som en anordnare ska ha, utöver läkare och sjuksköterska',
  enhet: 'tal',
  lagrum: ['förordning (2014:67) 8'],
  varden: sedan2018(3, `${RIR}, avsnitt 2.1, fotnot 49, som återger förordningen (2014:67)`),
})

/** Share of employers drawn in each after-control. The report says ”a percentage” without saying which. */
export const aprKontrollandel = parameter({
  namn: 'aprKontrollandel',
  rubrik: 'Andel av arbetsgivarna som dras till efterkontroll',
  enhet: 'tal',
  lagrum: [],
  varden: [
    {
      from: '2018-07-01',
      varde: '0,15',
      kalla: `riksinställning: ${RIR}, fotnot 154, säger cirka 200 arbetsgivare om året och ingen procentsats; 1 359 arbetsgivare fick stödet 2020 (fotnot 4), 200 av 1 359 är 14,7 procent`,
      utanforKallorna: true,
    },
  ],
})
