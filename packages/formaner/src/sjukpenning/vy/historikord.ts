import type { Historikord } from '../../gemensamt/vy/historik.ts'
import { formFakta } from './fakta.ts'

const FRAGENAMN: Readonly<Record<string, string>> = {
  sgi: 'Bekräftade SGI',
  arbetsformaga: 'Bedömde arbetsförmågan',
  rehabilitering: 'Tog ställning till rehabilitering',
  omstallning: 'Erbjöd omställningsmöte',
  apr: 'Informerade om arbetsplatsinriktat rehabiliteringsstöd',
  andring: 'Tog ställning till ändring',
  intygsgranskning: 'Granskade intyget',
  ansokansgranskning: 'Granskade ansökan',
  senAnmalan: 'Prövade sen anmälan',
  arbetsgivarensMojligheter: 'Utredde arbete hos arbetsgivaren',
  forsta14: 'Utredde de första 14 dagarna',
  behovsanstalld: 'Utredde när den behovsanställde skulle ha arbetat',
  lonUnderSjukdom: 'Tog ställning till lön under sjukdom',
  efterRiktalder: 'Prövade sjukpenning efter riktåldern',
  periodslut: 'Informerade inför periodens slut',
}

/** What sjukpenning calls its own things in the history of the case. */
export const HISTORIKORD: Historikord = { fragor: FRAGENAMN, fakta: formFakta }
