import { flera, type Lagrum } from '@atergang/regelverk'

/**
 * Why something asked for is not given: a code that statistics and letters use, its paragraph, and the sentence a person reads. `delvis` is the
 * sentence when a part is granted: then the whole would contradict the grant.
 */
export const AVSLAGSSKAL = {
  klararNormaltForekommande: {
    lagrum: ['27:48', '27:49'],
    text: 'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.',
    delvis: 'Du kan till en del försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.',
  },
  klararAnnatLampligt: {
    lagrum: ['27:48', '27:49 d'],
    text: 'Du kan försörja dig genom annat lämpligt arbete som är tillgängligt för dig.',
    delvis: 'Du kan till en del försörja dig genom annat lämpligt arbete som är tillgängligt för dig.',
  },
  klararAnnatHosArbetsgivaren: {
    lagrum: ['27:47'],
    text: 'Du kan försörja dig genom annat arbete hos din arbetsgivare.',
    delvis: 'Du kan till en del försörja dig genom annat arbete hos din arbetsgivare.',
  },
  klararVanligtArbete: {
    lagrum: ['27:46'],
    text: 'Du kan utföra ditt vanliga arbete.',
    delvis: 'Du kan utföra en del av ditt vanliga arbete.',
  },
  klararErbjudetArbete: {
    lagrum: ['27:46'],
    text: 'Du kan utföra annat lämpligt arbete som din arbetsgivare tillfälligt erbjuder dig.',
    delvis: 'Du kan till en del utföra annat lämpligt arbete som din arbetsgivare tillfälligt erbjuder dig.',
  },
  klararVardaBarn: {
    lagrum: ['27:52'],
    text: 'Din förmåga att vårda barn är inte nedsatt.',
    delvis: 'Din förmåga att vårda barn är bara delvis nedsatt.',
  },
  ingenSjukdom: { lagrum: ['27:2', '27:3'], text: 'Det som sätter ner din arbetsförmåga är inte en sjukdom i lagens mening.' },
  intestyrkt: {
    lagrum: ['27:2', '27:25'],
    text: 'Det framgår inte av uppgifterna att sjukdomen sätter ner din arbetsförmåga med minst en fjärdedel.',
    delvis: 'Det framgår inte av uppgifterna att sjukdomen sätter ner din arbetsförmåga så mycket som du har ansökt om.',
  },
  redanErsatt: {
    lagrum: ['27:53'],
    text: 'Din arbetsförmåga är inte mer nedsatt än vad du redan får annan ersättning för. Den nedsättningen ska vi bortse från.',
  },
  forlaggningForsamrar: {
    lagrum: ['27:46 st 3'],
    text: 'Arbetstiden är upplagd så att den försämrar dina möjligheter att komma tillbaka i arbete. Då kan du inte få sjukpenning för en del av arbetstiden.',
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
} as const satisfies Record<string, { lagrum: readonly string[]; text: string; delvis?: string }>

export type Avslagsskal = keyof typeof AVSLAGSSKAL

/** The sentence of a reason for days of which a part is granted, or nothing. */
export function avslagstext(s: Avslagsskal, beviljadGrad: number): string {
  const t: { readonly text: string; readonly delvis?: string } = AVSLAGSSKAL[s]
  return beviljadGrad > 0 ? (t.delvis ?? t.text) : t.text
}

/** What the person can do decides: then the paragraphs are those of the ground that was tried. */
const EFTER_GRUNDEN: ReadonlySet<Avslagsskal> = new Set<Avslagsskal>([
  'klararNormaltForekommande',
  'klararAnnatLampligt',
  'klararAnnatHosArbetsgivaren',
  'klararVanligtArbete',
  'klararErbjudetArbete',
  'klararVardaBarn',
])

const UTAN_NEDSATTNING: ReadonlySet<string> = new Set<Avslagsskal>([
  'klararNormaltForekommande',
  'klararAnnatLampligt',
  'klararAnnatHosArbetsgivaren',
  'klararVanligtArbete',
  'klararErbjudetArbete',
  'klararVardaBarn',
  'ingenSjukdom',
  'intestyrkt',
  'redanErsatt',
])

/** Refused because no illness reduced the ability: then the days are no sick period (27 kap. 2, 26 §§). Refused for another reason, the person was ill all the same. */
export const nekarNedsattning = (skal: string | undefined): boolean => skal !== undefined && UTAN_NEDSATTNING.has(skal)

/** The paragraphs that were applied (32 § förvaltningslagen): of the ground where the ability was tried against work, else of the reason. */
export const avslagslagrum = (s: Avslagsskal, grund: readonly Lagrum[]): readonly Lagrum[] =>
  EFTER_GRUNDEN.has(s) ? grund : flera(...AVSLAGSSKAL[s].lagrum)
