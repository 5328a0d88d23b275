/**
 * A survey to those locally responsible for cooperation, like the audit's of 2020. Its questionnaire (annex 5) is not in the sources: the
 * numbers of the questions and what they are about are the report's (fn 158, 163, 164, 184), the wording is ours.
 */
export const FRAGESLAG = ['skala', 'val', 'fritext'] as const
export const INDEX = [
  'kontaktytor_arbetsgivare',
  'kontaktytor_vardenheter',
  'kartlaggning_arbetsgivare',
  'kartlaggning_vardenheter',
  'information_fbsjp',
  'information_apr',
  'internt_fbsjp',
  'internt_apr',
] as const

export interface Enkatfragemall {
  readonly fraga: number
  readonly item: string
  readonly text: string
  readonly slag: (typeof FRAGESLAG)[number]
  readonly minst?: number
  readonly hogst?: number
  readonly index?: (typeof INDEX)[number]
}

const SKALA = { slag: 'skala', minst: 1, hogst: 5 } as const
const items = (fraga: number, inledning: string, index: (typeof INDEX)[number], texter: readonly string[], fran = 0): Enkatfragemall[] =>
  texter.map((t, i) => ({ fraga, item: 'abcdefghij'[fran + i]!, text: `${inledning} ${t}`, ...SKALA, index }))

const AKTORER = [
  'arbetsgivare',
  'vårdcentraler',
  'psykiatrin',
  'företagshälsovården',
  'Arbetsförmedlingen',
  'kommuner',
  'fackliga organisationer',
  'försäkrade',
] as const
export const GRUPPER = ['Långtidssjukskrivna', 'Upprepad korttidssjukfrånvaro', 'Tidigare långtidssjukskrivna som arbetar'] as const

export const FRAGOR: readonly Enkatfragemall[] = [
  { fraga: 3, item: 'mest', text: 'Vilken grupp är viktigast i det förebyggande arbetet?', slag: 'val' },
  { fraga: 3, item: 'minst', text: 'Vilken grupp är minst viktig i det förebyggande arbetet?', slag: 'val' },
  ...items(5, 'I vilken omfattning har arbetsgivare i området', 'kontaktytor_arbetsgivare', [
    'en särskild kontaktperson?',
    'ett särskilt team för sina ärenden?',
    'regelbundna möten med oss?',
    'ett skriftligt avtal om samverkan?',
  ]),
  ...items(6, 'I vilken omfattning har vårdenheter i området', 'kontaktytor_vardenheter', [
    'en särskild kontaktperson?',
    'en regelbunden dialog om sjukskrivningspraxis?',
    'gemensamma möten om enskilda?',
    'en rehabkoordinator som vi känner?',
  ]),
  ...items(7, 'I vilken omfattning kartlägger ni', 'kartlaggning_arbetsgivare', [
    'hur arbetsgivare förebygger sjukfrånvaro?',
    'vilka arbetsgivare som har mest sjukfrånvaro?',
    'arbetsgivares tillgång till företagshälsovård?',
  ]),
  ...items(
    7,
    'I vilken omfattning kartlägger ni',
    'kartlaggning_vardenheter',
    ['hur vårdenheter förebygger sjukskrivning?', 'vilka behandlingar vårdenheterna har?', 'vårdenheternas väntetider?'],
    3,
  ),
  ...items(9, 'I vilken omfattning informerar ni om förebyggande sjukpenning till', 'information_fbsjp', AKTORER),
  ...items(10, 'I vilken omfattning informerar ni om arbetsplatsinriktat rehabiliteringsstöd till', 'information_apr', AKTORER),
  ...items(11, 'I vilken omfattning uppmuntras handläggare att informera om förebyggande sjukpenning', 'internt_fbsjp', [
    'till försäkrade?',
    'till arbetsgivare?',
    'till vården?',
    'till kollegor?',
  ]),
  ...items(
    11,
    'I vilken omfattning uppmuntras handläggare att informera om arbetsplatsinriktat rehabiliteringsstöd',
    'internt_apr',
    ['till försäkrade?', 'till arbetsgivare?', 'till vården?', 'till kollegor?'],
    4,
  ),
  { fraga: 15, item: 'a', text: 'Hur effektivt är förebyggande sjukpenning för att förebygga sjukskrivning?', ...SKALA },
  { fraga: 15, item: 'b', text: 'Hur effektivt är arbetsplatsinriktat rehabiliteringsstöd för att förebygga sjukskrivning?', ...SKALA },
  { fraga: 21, item: 'a', text: 'Hur tydlig är regeringens styrning av det förebyggande arbetet?', ...SKALA },
  { fraga: 22, item: 'a', text: 'Vad hindrar er mest i det förebyggande arbetet?', slag: 'fritext' },
]
