import { flera, type Lagrum } from '@atergang/regelverk'

/** Why something asked for is not given: a code that statistics and letters use, its paragraph, and the sentence a person reads. */
export const AVSLAGSSKAL = {
  klararNormaltForekommande: {
    lagrum: ['27:48', '27:49'],
    text: 'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.',
  },
  klararAnnatLampligt: {
    lagrum: ['27:48', '27:49 d'],
    text: 'Du kan försörja dig genom annat lämpligt arbete som är tillgängligt för dig.',
  },
  klararAnnatHosArbetsgivaren: { lagrum: ['27:47'], text: 'Du kan försörja dig genom annat arbete hos din arbetsgivare.' },
  klararVanligtArbete: { lagrum: ['27:46'], text: 'Du kan utföra ditt vanliga arbete.' },
  klararVardaBarn: { lagrum: ['27:52'], text: 'Din förmåga att vårda barn är inte nedsatt.' },
  ingenSjukdom: { lagrum: ['27:2', '27:3'], text: 'Det som sätter ner din arbetsförmåga är inte en sjukdom i lagens mening.' },
  intestyrkt: {
    lagrum: ['27:2', '27:25'],
    text: 'Det framgår inte av uppgifterna att sjukdomen sätter ner din arbetsförmåga med minst en fjärdedel.',
  },
  senAnmalan: { lagrum: ['27:17'], text: 'Du anmälde sjukdomsfallet mer än sju dagar efter de här dagarna.' },
  ingenSGI: { lagrum: ['25:3'], text: 'Du har ingen sjukpenninggrundande inkomst.' },
  skulleInteArbetat: {
    lagrum: ['27:16 a'],
    text: 'Du arbetar när du blir kallad. Det kan inte antas att du skulle ha arbetat de här dagarna om du inte hade varit sjuk.',
  },
  ejArbetssokande: { lagrum: ['28:6'], text: 'Du var inte anmäld som arbetssökande och beredd att ta ett erbjudet arbete.' },
  helSjukersattning: { lagrum: ['27:34'], text: 'Du får redan hel sjukersättning eller hel aktivitetsersättning.' },
  efterRiktalder: { lagrum: ['27:36'], text: 'Du har fått sjukpenning för 180 dagar efter att du nådde riktåldern för pension.' },
  efter71: { lagrum: ['27:37', '27:38'], text: 'Du har fått sjukpenning för högst det antal dagar som lagen tillåter efter 71 års ålder.' },
} as const satisfies Record<string, { lagrum: readonly string[]; text: string }>

export type Avslagsskal = keyof typeof AVSLAGSSKAL

const UTAN_NEDSATTNING: ReadonlySet<string> = new Set<Avslagsskal>([
  'klararNormaltForekommande',
  'klararAnnatLampligt',
  'klararAnnatHosArbetsgivaren',
  'klararVanligtArbete',
  'klararVardaBarn',
  'ingenSjukdom',
  'intestyrkt',
])

/** Refused because no illness reduced the ability: then the days are no sick period (27 kap. 2, 26 §§). Refused for another reason, the person was ill all the same. */
export const nekarNedsattning = (skal: string | undefined): boolean => skal !== undefined && UTAN_NEDSATTNING.has(skal)

export const avslagslagrum = (s: Avslagsskal): readonly Lagrum[] => flera(...AVSLAGSSKAL[s].lagrum)
