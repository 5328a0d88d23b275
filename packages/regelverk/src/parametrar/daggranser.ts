import { lydelse } from '../lydelse.ts'
import { parameter } from '../parameter.ts'

// Numbers of days and occasions in 27, 30 and 112 kap. SFB, from when each wording is known (ADR 0018, 0082).

const dagar = (namn: string, rubrik: string, varde: number, lagrum: string, andringslag?: string) =>
  parameter({ namn, rubrik, enhet: 'dagar', lagrum: [lagrum], varden: [{ ...lydelse(andringslag), varde }] })
const antal = (namn: string, rubrik: string, varde: number, lagrum: string, andringslag?: string) =>
  parameter({ namn, rubrik, enhet: 'tal', lagrum: [lagrum], varden: [{ ...lydelse(andringslag), varde }] })

// --- the sick period ---------------------------------------------------------------------------------

export const forstaDagarnaISjukperioden = dagar(
  'forstaDagarnaISjukperioden',
  'De första dagarna i en sjukperiod, då sjukpenning av anställning lämnas för arbetad tid',
  14,
  '27:10',
)
export const dagarForBehovsanstallda = dagar(
  'dagarForBehovsanstallda',
  'De första dagarna i en sjukperiod, då det ska kunna antas att en behovsanställd skulle ha arbetat',
  90,
  '27:16 a',
  '2021:1240',
)
export const aterinsjuknandeInomDagar = dagar(
  'aterinsjuknandeInomDagar',
  'Dagar från en sjukperiods slut inom vilka en ny är en fortsättning',
  5,
  '27:32',
  '2018:647',
)
export const karenstidInomDagar = dagar(
  'karenstidInomDagar',
  'Dagar från en sjukperiods slut inom vilka en ny har gemensam karenstid',
  20,
  '27:33',
  '2012:932',
)
export const sammanlaggsUnderDagar = dagar(
  'sammanlaggsUnderDagar',
  'Dagar mellan sjukperioder som gör att de inte längre läggs samman i kedjan',
  90,
  '27:51',
  '2015:963',
)

// --- the levels --------------------------------------------------------------------------------------

export const dagarPaNormalnivan = dagar('dagarPaNormalnivan', 'Högsta antalet dagar på normalnivån inom ramtiden', 364, '27:21', '2018:647')
export const ramtidensDagar = dagar('ramtidensDagar', 'Ramtiden: de närmast föregående dagarna', 450, '27:21', '2018:647')
export const sjuklonedagarIRamtiden = dagar(
  'sjuklonedagarIRamtiden',
  'Dagar i en sjuklöneperiod som räknas som dagar på normalnivån',
  13,
  '27:22',
  '2018:647',
)

// --- karens and high-risk protection ------------------------------------------------------------------

export const antalKarensdagar = dagar('antalKarensdagar', 'Karensdagar för inkomst av annat förvärvsarbete', 7, '27:27 a', '2018:647')
export const hogrisktillfallen = antal(
  'hogrisktillfallen',
  'Tillfällen på tolv månader för allmänt högriskskydd, vid karensavdrag eller en dags karenstid',
  10,
  '27:39',
  '2018:647',
)
export const hogrisksjukperioder = antal(
  'hogrisksjukperioder',
  'Sjukperioder på tolv månader för allmänt högriskskydd, vid karensdagar',
  5,
  '27:39',
  '2018:647',
)
export const hogriskdagar = dagar('hogriskdagar', 'Förlorade dagar för allmänt högriskskydd, vid karensdagar', 21, '27:39', '2018:647')

// --- notification, certificate, plan, interim decision -------------------------------------------------

export const anmalanBakat = dagar('anmalanBakat', 'Dagar före anmälan som sjukpenning kan lämnas för', 7, '27:17', '2013:747')
export const lakarintygEfterDagar = dagar(
  'lakarintygEfterDagar',
  'Dagar efter sjukperiodens första dag då läkarintyg behövs',
  7,
  '27:25',
  '2013:747',
)
export const planSenastDagen = dagar(
  'planSenastDagen',
  'Dagar med nedsatt arbetsförmåga då arbetsgivarens plan senast ska finnas',
  30,
  '30:6',
  '2017:1306',
)
export const planVidMinstDagar = dagar(
  'planVidMinstDagar',
  'Kortaste antagna nedsättning som arbetsgivaren ska upprätta en plan för',
  60,
  '30:6',
  '2017:1306',
)
export const interimistisktEfterDagar = dagar(
  'interimistisktEfterDagar',
  'Dagar som sjukperioden ska ha pågått för ett interimistiskt beslut',
  15,
  '112:2 a',
  '2017:1305',
)
