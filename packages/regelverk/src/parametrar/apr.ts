import { parameter } from '../parameter.ts'

/** The reports retell the ordinance as it was from 1 July 2018 (report 004, section 2.1, footnotes 48–53). */
const KALLA = 'Riksrevisionens rapport 004, avsnitt 2.1, som återger förordningen (2014:67)'
const sedan2018 = (varde: number | string, kalla = KALLA) => [{ from: '2018-07-01', varde, kalla }]

export const aprAndel = parameter({ namn: 'aprAndel', rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd, andel av arbetsgivarens kostnad', enhet: 'procent', lagrum: [], varden: sedan2018(50, 'Försäkringskassans rapport 000, avsnitt 2.1.2; paragrafen anges inte') })
export const aprTakArbetstagare = parameter({ namn: 'aprTakArbetstagare', rubrik: 'Högsta bidrag per arbetstagare och kalenderår', enhet: 'kr/år', lagrum: ['förordning (2014:67) 7'], varden: sedan2018(10_000) })
export const aprTakArbetsgivare = parameter({ namn: 'aprTakArbetsgivare', rubrik: 'Högsta bidrag per arbetsgivare och kalenderår', enhet: 'kr/år', lagrum: ['förordning (2014:67) 7'], varden: sedan2018(200_000) })
export const aprKompetenser = parameter({ namn: 'aprKompetenser', rubrik: 'Kompetenser av fem som en anordnare ska ha, utöver läkare och sjuksköterska', enhet: 'tal', lagrum: ['förordning (2014:67) 8'], varden: sedan2018(3) })
