import { lagrum, paragrafnyckel, type Lagrum } from './lagrum.ts'

/**
 * What a report says a paragraph holds, where the act itself is not in the sources. Never the words of the
 * paragraph: it may say more, and other paragraphs of the act may limit it.
 */
export interface Atergivning {
  readonly text: string
  /** report and place: ”RiR 2021:19, avsnitt 2.1, fotnot 50” */
  readonly kalla: string
}

const RIR = 'Riksrevisionen, RiR 2021:19'

/** Förordning (2014:67), on grants to employers for the support, as the audit quotes it; FKFS 2014:1 is only named there (footnote 50). */
const ATERGIVNA: Readonly<Record<string, Atergivning>> = {
  'förordning (2014:67) 1': {
    text: 'Stödet gäller insatser för en arbetstagare som har eller riskerar att få nedsatt arbetsförmåga. Det handlar om att anlita expertstöd för att utreda, planera, initiera, genomföra och följa upp åtgärder. Åtgärderna ska vara arbetsplatsinriktade. Medicinsk eller annan behandling ingår inte.',
    kalla: `${RIR}, avsnitt 2.1, fotnot 48`,
  },
  'förordning (2014:67) 7': {
    text: 'Arbetsgivaren kan få högst 200 000 kronor i bidrag per kalenderår och högst 10 000 kronor per arbetstagare och kalenderår.',
    kalla: `${RIR}, avsnitt 2.1, fotnot 50`,
  },
  'förordning (2014:67) 8': {
    text: 'En godkänd anordnare ska ha en läkare och en sjuksköterska knutna till sig, som anställda eller genom avtal, och tre av fem kompetenser: arbetsorganisation, hälsovetenskap, beteendevetare, sjukgymnast (fysioterapeut) och tekniker (arbetsmiljöingenjör eller annan).',
    kalla: `${RIR}, avsnitt 2.1, fotnot 49, och avsnitt 4.5, fotnot 153`,
  },
  'förordning (2014:67) 15': {
    text: 'Försäkringskassan kan begära in uppgifter om insatserna av arbetsgivarna i samband med efterkontroll och utvärdering. Uppgifter om vad insatserna består i ingår inte i ansökan.',
    kalla: `${RIR}, avsnitt 4.5, fotnot 151`,
  },
  'förordning (2014:67) 16': {
    text: 'Försäkringskassan ska föra ett register över stöden.',
    kalla: `${RIR}, avsnitt 4.5, fotnot 152`,
  },
  'förordning (2014:67) 17': {
    text: 'Försäkringskassan ska varje år lämna en redovisning till regeringen av föregående års bidragsbeslut: belopp och antal mottagare.',
    kalla: `${RIR}, avsnitt 4.5, fotnot 152`,
  },
}

/** What the reports say the paragraph holds; undefined when the act is in the sources, or no report quotes it. */
export const atergivning = (l: Lagrum): Atergivning | undefined => ATERGIVNA[paragrafnyckel(l)]

/** Every paragraph that is known only through a report. */
export const atergivnaParagrafer: readonly Lagrum[] = Object.keys(ATERGIVNA).map(lagrum)

/** ”så som Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 50 återger den” — to stand beside a citation of such a paragraph. */
export const forbehall = (l: Lagrum): string | undefined => {
  const a = atergivning(l)
  return a && `så som den återges i ${a.kalla}; författningens text finns inte i källorna`
}
