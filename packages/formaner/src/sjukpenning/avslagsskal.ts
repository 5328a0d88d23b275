import { flera, type Lagrum } from '@atergang/regelverk'

/** Why something asked for is not given: a code that statistics and letters use, its paragraph, and the sentence a person reads. */
export const AVSLAGSSKAL = {
  klararNormaltForekommande: { lagrum: ['27:48', '27:49'], text: 'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.' },
  klararAnnatLampligt: { lagrum: ['27:48', '27:49 d'], text: 'Du kan försörja dig genom annat lämpligt arbete som är tillgängligt för dig.' },
  klararAnnatHosArbetsgivaren: { lagrum: ['27:47'], text: 'Du kan försörja dig genom annat arbete hos din arbetsgivare.' },
  klararVanligtArbete: { lagrum: ['27:46'], text: 'Du kan utföra ditt vanliga arbete.' },
  klararVardaBarn: { lagrum: ['27:52'], text: 'Din förmåga att vårda barn är inte nedsatt.' },
  ingenSjukdom: { lagrum: ['27:2', '27:3'], text: 'Det som sätter ner din arbetsförmåga är inte en sjukdom i lagens mening.' },
  intestyrkt: { lagrum: ['27:2', '27:25'], text: 'Det framgår inte av uppgifterna att sjukdomen sätter ner din arbetsförmåga med minst en fjärdedel.' },
  senAnmalan: { lagrum: ['27:17'], text: 'Du anmälde sjukdomsfallet mer än sju dagar efter de här dagarna.' },
  ingenSGI: { lagrum: ['25:3'], text: 'Du har ingen sjukpenninggrundande inkomst.' },
  ejArbetssokande: { lagrum: ['28:6'], text: 'Du var inte anmäld som arbetssökande och beredd att ta ett erbjudet arbete.' },
  helSjukersattning: { lagrum: ['27:34'], text: 'Du får redan hel sjukersättning eller hel aktivitetsersättning.' },
  efterRiktalder: { lagrum: ['27:36'], text: 'Du har fått sjukpenning för 180 dagar efter att du nådde riktåldern för pension.' },
  efter71: { lagrum: ['27:37', '27:38'], text: 'Du har fått sjukpenning för högst det antal dagar som lagen tillåter efter 71 års ålder.' },
} as const satisfies Record<string, { lagrum: readonly string[]; text: string }>

export type Avslagsskal = keyof typeof AVSLAGSSKAL

export const avslagslagrum = (s: Avslagsskal): readonly Lagrum[] => flera(...AVSLAGSSKAL[s].lagrum)
