import { flera, type Lagrum } from '@atergang/regelverk'
import { SAMMA_DEL } from '../gemensamt/overlamning.ts'
import type { Informationstema } from './koder.ts'

/** A sentence that can be read out, with what it rests on. */
export interface Rollrad {
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}
/** What an actor is to know of a benefit: what it is, how it prevents, and what the agency does (D027). */
export interface Rollbeskrivning {
  readonly tema: Informationstema
  readonly rubrik: string
  readonly delar: readonly { readonly rubrik: string; readonly rader: readonly Rollrad[] }[]
}

const r = (text: string, ...lagrum: string[]): Rollrad => ({ text, lagrum: flera(...lagrum) })
const F = (paragraf: string): string => `förordning (2014:67) ${paragraf}`

/** Written from the code and, for the workplace support, from the ordinance as the audit gives it (RiR 2021:19, section 2.1). */
export const ROLLBESKRIVNINGAR: readonly Rollbeskrivning[] = [
  {
    tema: 'forebyggande',
    rubrik: 'Förebyggande sjukpenning',
    delar: [
      {
        rubrik: 'Vad det är',
        rader: [
          r(
            'Sjukpenning kan lämnas till den som går igenom en medicinsk behandling eller medicinsk rehabilitering, också när personen inte är sjukskriven.',
            '27:6',
          ),
          r('Behandlingen ska vara ordinerad av läkare och ingå i en plan som Försäkringskassan har godkänt.', '27:6'),
          r('Ersättning lämnas för den tid då behandlingen hindrar personen från att arbeta.', '27:7'),
          r('Ingen karens dras.', '27:28'),
        ],
      },
      {
        rubrik: 'Hur det förebygger',
        rader: [
          r(
            'Behandlingen ska syfta till att förebygga sjukdom, förkorta sjukdomstiden, eller helt eller delvis förebygga eller häva nedsättning av arbetsförmågan. Personen behöver inte ha varit sjukskriven förut.',
            '27:6',
          ),
        ],
      },
      {
        rubrik: 'Försäkringskassans roll',
        rader: [
          r(
            'Försäkringskassan prövar planen, och sedan ersättningen för den tid som behandlingen tog. Försäkringskassan ordinerar ingen behandling.',
            '27:6',
            '27:7',
          ),
          r('Den som frågar får veta vad som gäller i det egna fallet.', 'FL 6'),
        ],
      },
    ],
  },
  {
    tema: 'apr',
    rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd',
    delar: [
      {
        rubrik: 'Vad det är',
        rader: [
          r(
            'Arbetsgivare kan få bidrag för att köpa expertstöd som utreder, planerar, initierar, genomför och följer upp åtgärder på arbetsplatsen för en arbetstagare.',
            F('1'),
          ),
          r('Medicinsk eller annan behandling ingår inte.', F('1')),
          r('Högst 10 000 kronor per arbetstagare och kalenderår, och högst 200 000 kronor per arbetsgivare och kalenderår.', F('7')),
          r('Anordnaren ska vara godkänd av Försäkringskassan.', F('8')),
        ],
      },
      {
        rubrik: 'Hur det förebygger',
        rader: [
          r(
            'Stödet kan användas både för att förebygga sjukfrånvaro och för att underlätta återgång i arbete. Arbetstagaren behöver inte vara sjukskriven.',
            F('1'),
          ),
        ],
      },
      {
        rubrik: 'Försäkringskassans roll',
        rader: [
          r(
            'Försäkringskassan godkänner anordnare, beslutar om bidraget till arbetsgivaren och gör efterkontroller. Försäkringskassan väljer inte anordnare och bestämmer inte åtgärderna.',
            F('8'),
            F('15'),
          ),
        ],
      },
    ],
  },
  {
    tema: 'roll',
    rubrik: 'Försäkringskassans roll i rehabiliteringen',
    delar: [
      {
        rubrik: 'Försäkringskassan',
        rader: [
          r('Försäkringskassan samordnar och utövar tillsyn över de insatser som behövs för rehabiliteringen.', '30:8'),
          r(
            'Försäkringskassan ska i samråd med personen se till att behovet av rehabilitering snarast klarläggs och att de åtgärder som behövs vidtas.',
            '30:9',
          ),
          r(
            'Om personen medger det samverkar Försäkringskassan med arbetsgivaren, facket, vården, socialtjänsten, Arbetsförmedlingen och andra myndigheter.',
            '30:10',
          ),
          r('Åtgärderna ska börja så snart det är möjligt av medicinska och andra skäl.', '30:11'),
        ],
      },
      {
        rubrik: 'De andra',
        rader: [
          r('Arbetsgivaren gör en plan för återgång i arbete och svarar för de åtgärder som behövs på arbetsplatsen.', '30:6', '30:6 a'),
          r(SAMMA_DEL.replace('Båda', 'Sjukpenning och förebyggande sjukpenning'), '27:6', '27:7'),
        ],
      },
    ],
  },
]

/** The descriptions of the topics, in their order. */
export const rollbeskrivningarFor = (teman: readonly Informationstema[]): Rollbeskrivning[] =>
  ROLLBESKRIVNINGAR.filter((b) => teman.includes(b.tema))
