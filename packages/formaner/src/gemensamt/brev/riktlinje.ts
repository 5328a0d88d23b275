import { datum, type Datum } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'

export interface Riktlinjeavsnitt {
  readonly namn: string
  readonly rubrik: string
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}

/** The guideline that letters are written by. A changed text is a new version with its day; letters already sent name the one they were written by. */
export interface Riktlinje {
  readonly namn: string
  readonly version: string
  readonly gallerFran: Datum
  readonly agare: string
  readonly avsnitt: readonly Riktlinjeavsnitt[]
}

const avsnitt = (namn: string, rubrik: string, text: string, ...lagrum: string[]): Riktlinjeavsnitt => ({
  namn,
  rubrik,
  text,
  lagrum: flera(...lagrum),
})

/** Guideline for letters of communication and decision (D005). Ours: the agency's own is not public; each part rests on the paragraphs it names. */
export const RIKTLINJE: Riktlinje = {
  namn: 'Riktlinje för kommunicerings- och beslutsbrev',
  version: '1',
  gallerFran: datum('2026-11-22'),
  agare: 'Brevgruppen',
  avsnitt: [
    avsnitt(
      'utfallet',
      'Börja med utfallet',
      'Första meningen säger vad som beslutas eller vad vi tänker besluta, för vilka dagar och i vilken omfattning.',
      'FL 31',
    ),
    avsnitt(
      'motiveringen',
      'Klargörande motivering',
      'Skriv i den här ordningen: regeln som avgör, uppgifterna som vi bygger på och varifrån de kommer, hur vi bedömer dem, och vad som saknades. Motiveringen ska visa vilka föreskrifter som har tillämpats och vilka omständigheter som har varit avgörande.',
      'FL 32',
    ),
    avsnitt(
      'individuellt',
      'Skriv om den här personen',
      'Peka på det som gäller just personen. Bemöt det som personen själv och läkaren säger, särskilt när bedömningen blir en annan än läkarens.',
      'FL 32',
    ),
    avsnitt(
      'objektivaFynd',
      'Inga krav på objektiva undersökningsfynd',
      'Lagen kräver inte att läkaren kan bekräfta besvären med undersökningsfynd eller prover. Att sådana saknas är inte i sig ett skäl för avslag.',
      '27:2',
      '27:25',
    ),
    avsnitt(
      'normaltArbete',
      'Normalt förekommande arbete',
      'När personen bedöms klara ett normalt förekommande arbete anger vi yrkesgruppen, vad i arbetet som fungerar med besvären, och varför inget undantag gäller.',
      '27:48',
      '27:49',
    ),
    avsnitt(
      'kommuniceringen',
      'Innan ett beslut som går personen emot',
      'Sänd innehållet i det kommande beslutet, materialet och en sista dag för svar. Säg att det går bra att svara muntligt och att inget är beslutat än. Svaret läses före beslutet, och beslutet säger hur det har beaktats.',
      '110:13 a',
      'FL 10',
      'FL 24',
      'FL 25',
    ),
    avsnitt(
      'beloppet',
      'Visa hur beloppet har räknats',
      'Beloppet står per dag och i summa, med uträkningen och varje avdrag i ord.',
      '28:10',
    ),
    avsnitt(
      'klarsprak',
      'Enkelt och begripligt',
      'Skriv du till personen och vi om oss. Korta meningar, vanliga ord, en sak i taget. Förklara ord ur lagen. Förhandsgranskningen visar långa meningar och svåra ord.',
      'FL 9',
    ),
    avsnitt(
      'anpassningen',
      'Anpassa till mottagaren',
      'Se efter om personen behöver tolk, översättning eller ett annat format, eller har ett ombud.',
      'FL 13',
    ),
    avsnitt(
      'sedan',
      'Vad som händer sedan',
      'Säg vad personen kan göra nu, vilket stöd som finns och att vi ringer när beslutet går personen emot.',
      'FL 6',
    ),
    avsnitt(
      'omprovning',
      'Om personen tycker att beslutet är fel',
      'Beskriv hur man begär omprövning, till vem, när begäran senast ska ha kommit in, och att den inte kan ändra beslutet till personens nackdel.',
      'FL 33',
      '113:7',
      '113:8',
      '113:19',
    ),
    avsnitt(
      'vem',
      'Vem som har beslutat',
      'Brevet namnger den som har beslutat, den som har föredragit, andra som har medverkat och enheten.',
      'FL 31',
    ),
  ],
}

/** As a letter's template names it. */
export const RIKTLINJENAMN = `${RIKTLINJE.namn}, version ${RIKTLINJE.version}`
