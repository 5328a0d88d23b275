import {
  partensAdress,
  ROLLNAMN,
  type Adress,
  type Aktor,
  type Brevblock,
  type Brevinnehall,
  type Brevtyp,
  type Lage,
  type Motivering,
  type Utbetalningsrad,
} from '@atergang/arende'
import { forena, medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera, fulltLagrum, paragrafnyckel, type Lagrum } from '@atergang/regelverk'
import { arBehallen } from '../dagvis.ts'
import { betaldaPerioder } from '../utbetalning.ts'
import { RIKTLINJENAMN } from './riktlinje.ts'

/** Owner of the wordings: the function that reviews them. */
const AGARE = 'Brevgruppen'

type Utan<T> = T extends unknown ? Omit<T, 'namn' | 'version' | 'agare' | 'lagrum'> : never

/** A block of a letter with its name and version; bump the version when the wording changes. */
export const block = (namn: string, b: Utan<Brevblock>, lagrum: readonly string[] = [], version = '1'): Brevblock =>
  ({ namn, version, agare: AGARE, ...(lagrum.length ? { lagrum: flera(...lagrum) } : {}), ...b }) as Brevblock

export const rubrik = (namn: string, text: string): Brevblock => block(`${namn}-rubrik`, { typ: 'rubrik', niva: 2, text })
export const stycke = (namn: string, text: string, lagrum: readonly string[] = []): Brevblock =>
  block(namn, { typ: 'stycke', text }, lagrum)
export const lista = (namn: string, punkter: readonly string[], lagrum: readonly string[] = []): Brevblock =>
  block(namn, { typ: 'lista', punkter }, lagrum)

/** Free text of an officer as paragraphs: an empty line parts them. */
export const stycken = (namn: string, text: string): Brevblock[] =>
  text
    .split(/\n\s*\n/)
    .map((t) => t.trim().replace(/\s*\n\s*/g, ' '))
    .filter(Boolean)
    .map((t, i) => stycke(i === 0 ? namn : `${namn}-${i + 1}`, t))

export interface Brevhuvud {
  readonly typ: Brevtyp
  readonly mall: string
  readonly rubrik: string
  readonly dag: Datum
  readonly mottagare?: Adress
}

const EFTER_RIKTLINJEN: ReadonlySet<Brevtyp> = new Set(['kommunicering', 'beslut', 'omprovning', 'forelaggande'])

export function brevet(l: Pick<Lage, 'arende'>, h: Brevhuvud, delar: readonly Brevblock[]): Brevinnehall {
  return {
    typ: h.typ,
    mall: { namn: h.mall, version: '1', ...(EFTER_RIKTLINJEN.has(h.typ) ? { riktlinje: RIKTLINJENAMN } : {}) },
    sprak: 'sv',
    datum: h.dag,
    arendenummer: l.arende.nummer,
    rubrik: h.rubrik,
    mottagare: h.mottagare ?? partensAdress(l.arende.part),
    avsandare: { namn: 'Återgång', rader: [`Enheten ${l.arende.enhet}`] },
    block: delar,
  }
}

/** A reason of refusal as the letter states it. */
export interface Skalstext {
  readonly namn: string
  readonly text: string
  readonly lagrum: readonly string[]
}

/** The reasons in the order a reader needs them: rule, facts, assessment, what was missing (32 § förvaltningslagen, D001). */
export function motiveringsblock(skal: readonly Skalstext[], m: Motivering): Brevblock[] {
  // A reason that the officer's own sentence holds word for word is not said twice.
  const kvar = skal.filter((s) => !m.avgorande.includes(s.text))
  const skalen = kvar.map((s) => stycke(`skal-${s.namn}`, s.text, s.lagrum))
  const avgorande = stycken('avgorande', m.avgorande)
  return [
    rubrik('motivering', 'Varför'),
    ...(kvar.length < skal.length ? [...avgorande, ...skalen] : [...skalen, ...avgorande]),
    ...(m.omstandigheter ? [rubrik('omstandigheter', 'Uppgifter som vi bygger på'), ...stycken('omstandigheter', m.omstandigheter)] : []),
    ...(m.bedomning ? [rubrik('bedomning', 'Så har vi bedömt'), ...stycken('bedomning', m.bedomning)] : []),
    ...(m.saknades ? [rubrik('saknades', 'Uppgifter som saknades'), ...stycken('saknades', m.saknades)] : []),
  ]
}

/** Omprövning: in writing, received within two months of getting the decision, once, never to one's disadvantage; then the court (113 kap. 7, 8, 10, 19 §§). */
export const omprovningsblock = (): Brevblock[] => [
  rubrik('omprovning', 'Om du tycker att beslutet är fel'),
  block(
    'omprovning',
    {
      typ: 'stycke',
      text: 'Du kan begära att vi omprövar beslutet. Skriv till oss och berätta vilket beslut du menar, hur du vill att det ska ändras och varför. Du kan göra det på Mina sidor eller i ett brev.',
    },
    ['113:7'],
    '2',
  ),
  stycke('omprovning-tid', 'Din begäran ska ha kommit in till oss inom två månader från den dag då du fick del av beslutet.', ['113:19']),
  stycke(
    'omprovning-sedan',
    'Vi omprövar ett beslut bara en gång. Beslutet kan då inte ändras till din nackdel. Är du inte nöjd efter omprövningen kan du överklaga till domstol. Du kan inte överklaga förrän beslutet är omprövat.',
    ['113:7', '113:8', '113:10'],
  ),
]

/** The amounts that stand although today's facts would give less, and why (113 kap. 5, 8 §§). */
export const behallnablock = (rader: readonly Utbetalningsrad[], lagrum: '113:5' | '113:8'): Brevblock[] => {
  const kvar = forena(rader.filter(arBehallen).flatMap(betaldaPerioder))
  const skal = {
    '113:8': 'Vid en omprövning får beslutet inte ändras till din nackdel. Därför står beloppet kvar.',
    '113:5': 'Det beloppet står kvar, eftersom det inte får bli mindre än vi har beslutat.',
  }[lagrum]
  return kvar.length
    ? [stycke('behallet', `De uppgifter som finns nu hade gett ett lägre belopp för ${kvar.map(periodtext).join(', ')}. ${skal}`, [lagrum])]
    : []
}

/** Appeal after omprövning: to the administrative court, handed in to us, within two months (113 kap. 10, 14, 20 §§; 43 § förvaltningslagen). */
export const overklagandeblock = (): Brevblock[] => [
  rubrik('overklagande', 'Om du tycker att beslutet är fel'),
  stycke(
    'overklagande',
    'Du kan överklaga beslutet till förvaltningsrätten. Skriv till domstolen, men lämna överklagandet till oss. Berätta vilket beslut du överklagar, hur du vill att det ska ändras och varför. Skriv ditt namn, personnummer, adress och telefonnummer.',
    ['113:10', '113:14', 'FL 43'],
  ),
  stycke('overklagande-tid', 'Överklagandet ska ha kommit in till oss inom två månader från den dag då du fick del av beslutet.', [
    '113:20',
  ]),
]

/** The duty to report changes (110 kap. 46–47, 49 §§). */
export const anmalningsblock = (): Brevblock[] => [
  rubrik('anmalningsskyldighet', 'Berätta om något ändras'),
  block(
    'anmalningsskyldighet',
    {
      typ: 'stycke',
      text: 'Du ska anmäla sådant som påverkar din rätt till sjukpenning eller hur mycket du får: om du blir friskare, arbetar mer, får ändrad inkomst eller reser utomlands. Du ska också meddela vilken adress du vistas på, om du under sjukdomen mer än tillfälligt vistas på en annan adress än den som vi har fått. Anmäl så snart du kan, och senast fjorton dagar efter att du fick veta det.',
    },
    ['110:46', '110:47', '110:49'],
    '2',
  ),
]

/** Work-injury annuity, told when the person manages normally occurring work (D011). */
export const arbetsskadeblock = (): Brevblock[] => [
  rubrik('arbetsskadelivranta', 'Beror sjukdomen på ditt arbete?'),
  stycke(
    'arbetsskadelivranta',
    'Har du fått en skada eller sjukdom i arbetet som sätter ner din arbetsförmåga i minst ett år, och gör att du förlorar inkomst? Då kan du ha rätt till arbetsskadelivränta. På arbetsskadeguiden.se kan du läsa mer och göra ett självtest.',
    ['41:2'],
  ),
]

const namnOchRoll = (a: Aktor): string => `${a.namn}, ${ROLLNAMN[a.roll]}`

/** Who decided, who presented, who else took part, and the unit (31 § förvaltningslagen). */
export const beslutsfattarblock = (d: {
  fattatAv: Aktor
  foredragande?: Aktor | undefined
  medverkande: readonly Aktor[]
  enhet: string
  dag: Datum
}): Brevblock[] => [
  rubrik('beslutsfattare', 'Vem som har beslutat'),
  block(
    'beslutsfattare',
    {
      typ: 'uppgifter',
      rader: [
        ['Beslutet fattades', medManadsnamn(d.dag)],
        ['Beslutsfattare', namnOchRoll(d.fattatAv)],
        ['Föredragande', d.foredragande ? namnOchRoll(d.foredragande) : 'Ärendet avgjordes utan föredragande'],
        ...(d.medverkande.length ? [['Har medverkat utan att avgöra', d.medverkande.map(namnOchRoll).join('; ')] as [string, string]] : []),
        ['Enhet', `Enheten ${d.enhet}`],
      ],
    },
    ['FL 31'],
  ),
]

/** The paragraphs the decision rests on, each once, in order. */
export function lagrumsblock(lagrum: readonly Lagrum[]): Brevblock[] {
  const unika = [
    ...new Map(
      lagrum.map((x) => [
        paragrafnyckel(x),
        { forfattning: x.forfattning, ...(x.kapitel ? { kapitel: x.kapitel } : {}), paragraf: x.paragraf } as Lagrum,
      ]),
    ).values(),
  ]
  const ordnade = unika.sort(
    (a, b) =>
      Number(a.kapitel ?? 999) - Number(b.kapitel ?? 999) ||
      Number.parseInt(a.paragraf) - Number.parseInt(b.paragraf) ||
      a.paragraf.localeCompare(b.paragraf),
  )
  return [rubrik('lagrum', 'Regler som vi har tillämpat'), lista('lagrum', ordnade.map(fulltLagrum))]
}
