import type { Brevblock, Lage } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { lista, rubrik, stycke, stycken } from '../../gemensamt/brev/texter.ts'
import type { Brevunderlag } from '../../gemensamt/beslut/vag.ts'
import type { Forslagsgrund } from '../../gemensamt/beslut/beredning.ts'
import { informationspunkt, type Informationsamne } from '../../gemensamt/information.ts'

/** The duty to report changes (110 kap. 46–47 §§), in the words of treatment. */
export const anmalningsblock = (): Brevblock[] => [
  rubrik('anmalningsskyldighet', 'Berätta om något ändras'),
  stycke(
    'anmalningsskyldighet',
    'Slutar behandlingen tidigare, flyttas den, eller ändras ditt arbete eller din inkomst? Anmäl det så snart du kan, och senast fjorton dagar efter att du fick veta det. Du gör det på Mina sidor.',
    ['110:46', '110:47'],
  ),
]

/** What the days mean for the frame time and the chain (27 kap. 21–22, 26, 51 §§). */
export const raknasblock = (): Brevblock[] => [
  rubrik('raknas', 'Så räknas dagarna'),
  stycke(
    'raknas',
    'Dagar med förebyggande sjukpenning räknas som andra dagar med sjukpenning. De räknas bland de 364 dagarna på normalnivån under 450 dagar, och i rehabiliteringskedjan.',
    ['27:21', '27:22', '27:26', '27:51'],
  ),
]

/** When and why the treatment is followed up (D030). */
export const uppfoljningsblock = (u: { nar: Datum; hur: string } | null): Brevblock[] => [
  rubrik('uppfoljning', 'Uppföljning'),
  stycke(
    'uppfoljning',
    u
      ? `Vården följer upp behandlingen ${medManadsnamn(u.nar)}: ${u.hur} Då frågar vi också dig hur det gick. Det är frivilligt att svara. Svaret ändrar inget som vi redan har beslutat.`
      : 'Vården har inte sagt när den följer upp behandlingen. När den är slut frågar vi hur det gick. Det är frivilligt att svara. Svaret ändrar inget som vi redan har beslutat.',
    ['FL 6'],
  ),
]

const utanDubbel: ReadonlySet<Informationsamne> = new Set(['anmalningsskyldighet', 'ramtidOchKedja', 'ersattningEfterBehandling'])

/** Topics ticked with the proposal that no other part of the letter holds. */
export function informationsblock(amnen: readonly Informationsamne[]): Brevblock[] {
  const kvar = amnen.filter((a) => !utanDubbel.has(a))
  return kvar.length ? [rubrik('information', 'Bra att veta'), lista('information', kvar.map(informationspunkt))] : []
}

/** What the person said of the coming decision, and how it was taken into account. */
export function yttrandeblock(b: Pick<Brevunderlag<Forslagsgrund>, 'kommunicering' | 'beaktat'>): Brevblock[] {
  if (!b.kommunicering) return []
  const y = b.kommunicering.yttranden
  if (y.length === 0)
    return [
      rubrik('yttrande', 'Vad du har sagt'),
      stycke('yttrande', `Vi skickade det kommande beslutet till dig ${medManadsnamn(b.kommunicering.skickad)}. Du har inte svarat.`, [
        '110:13 a',
      ]),
    ]
  return [
    rubrik('yttrande', 'Vad du har sagt'),
    ...y.flatMap((x, i) =>
      stycken(`yttrande-${i + 1}`, `${x.satt === 'muntligt' ? 'Du berättade' : 'Du skrev'} ${medManadsnamn(x.dag)}: ${x.text}`),
    ),
    ...(b.beaktat ? stycken('beaktat', b.beaktat) : []),
  ]
}

/** How to answer before the decision (110 kap. 13 a §). */
export const svarablock = (senast: Datum): Brevblock[] => [
  rubrik('svara', 'Du kan svara innan vi beslutar'),
  stycke(
    'svara',
    `Har du uppgifter som vi saknar, eller tycker du att något är fel? Svara senast ${medManadsnamn(senast)}. Du kan svara på Mina sidor, i ett brev eller muntligt, till exempel per telefon. Inget är beslutat än.`,
    ['110:13 a', 'FL 24', 'FL 25'],
  ),
]

export const efterSvaretblock = (): Brevblock[] => [
  stycke(
    'ratt-att-se',
    'Du har rätt att se allt material i ditt ärende. Det finns på Mina sidor, och vi skickar det till dig om du vill.',
    ['FL 10'],
  ),
  rubrik('efter-svaret', 'Vad som händer sedan'),
  stycke(
    'efter-svaret',
    'Vi läser ditt svar innan vi beslutar. Hör vi inget beslutar vi på de uppgifter som finns. Du får beslutet i ett eget brev, och du kan då begära omprövning.',
  ),
]

export const samtalsblock = (): Brevblock =>
  stycke(
    'samtal',
    'Vi ringer dig för att förklara beslutet och svara på frågor. Säg till om du behöver tolk eller någon annan anpassning.',
    ['FL 6', 'FL 13'],
  )

/** Documents behind a decision, each with sender and day. */
export const materialblock = (punkter: readonly string[]): Brevblock[] =>
  punkter.length ? [rubrik('material', 'Handlingar som vi bygger på'), lista('material', punkter)] : []

/** Answers to what was asked, as material. */
export const svarIMaterialet = (l: Lage): string[] => [
  ...l.begaran
    .filter((b) => b.svar && !b.svar.faktumId && b.typ !== 'fmrKonsultation' && b.typ !== 'uppfoljning')
    .map((b) => `${b.rubrik}: svar från ${b.tillNamn} ${medManadsnamn(b.svar!.dag)}`),
  ...l.begaran
    .filter((b) => b.svar && b.typ === 'fmrKonsultation')
    .map((b) => `Svar från försäkringsmedicinsk rådgivare ${medManadsnamn(b.svar!.dag)}`),
  ...l.kontakter.filter((k) => k.med === 'forsakrad' && k.traffad).map((k) => `Samtal med dig ${medManadsnamn(k.dag)}`),
]
