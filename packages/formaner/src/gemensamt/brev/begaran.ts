import {
  arOppen,
  personen,
  personnamn,
  type Begaran,
  type Begaranstyp,
  type Brevblock,
  type Brevinnehall,
  type Faktakarta,
  type Handelsedata,
  type Kommandodefinition,
  type Kontext,
  type Lage,
} from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import { las } from '../../las.ts'
import { sandBrev } from './sand.ts'
import { brevet, lista, rubrik, stycke } from './texter.ts'

/** What a benefit calls itself in letters that ask for something, and its own words for what is common. */
export interface Begaransord {
  /** ”sjukpenning” */
  readonly forman: string
  /** what it is about, to somebody else than the person: ”som är sjukskriven” */
  readonly gallerPerson: (namn: string) => string
  /** headings, where the benefit's differ from the common ones */
  readonly rubriker?: Partial<Record<Begaranstyp, string>>
  /** what the person is told of what follows when no answer comes; null for the common words */
  readonly foljd?: (b: Omit<Begaran, 'paminnelser'>) => readonly Brevblock[] | null
}

const RUBRIK: Record<Exclude<Begaranstyp, 'intygskomplettering' | 'fmrKonsultation' | 'aprKomplettering' | 'aprKontroll'>, string> = {
  atergansplan: 'Vi behöver din plan för återgång i arbete',
  andraArbetsuppgifter: 'Vi behöver veta om det finns andra arbetsuppgifter',
  ansokanskomplettering: 'Vi behöver fler uppgifter till din ansökan',
  forelaggande: 'Föreläggande: komplettera din ansökan',
  utlatande: 'Vi behöver ett läkarutlåtande',
  utlatandekomplettering: 'Vi behöver fler uppgifter i läkarutlåtandet',
  arbetsschema: 'Vi behöver veta arbetstiderna',
  uppfoljning: 'Hur gick din behandling?',
}

const BREVSORT = {
  forelaggande: { typ: 'forelaggande', mall: 'forelaggande' },
  komplettering: { typ: 'komplettering', mall: 'komplettering' },
  forfragan: { typ: 'forfragan', mall: 'forfragan' },
} as const

/** A föreläggande must say that the application will otherwise be turned away (110 kap. 11 §); a mere request threatens nothing. */
const foljdForPersonen = (b: Pick<Begaran, 'typ' | 'senast'>, forman: string): Brevblock[] =>
  b.typ === 'forelaggande'
    ? [
        stycke(
          'pafoljd',
          `Om uppgifterna inte har kommit in till oss senast ${medManadsnamn(b.senast)} kommer vi att avvisa din ansökan. Det betyder att vi inte prövar om du har rätt till ${forman}.`,
          ['110:10', '110:11'],
        ),
        stycke(
          'hjalp',
          'Du får gärna berätta varför uppgifterna saknas eller vad du tycker om detta. Hör av dig i god tid om du behöver hjälp eller mer tid.',
          ['110:13 a', 'FL 6', 'FL 20'],
        ),
      ]
    : [
        stycke(
          'foljd',
          'Hör av dig om du behöver hjälp. Kommer uppgifterna inte in kan vi behöva förelägga dig att lämna dem, eller pröva din ansökan på det som finns.',
          ['FL 6', 'FL 20', 'FL 23'],
        ),
      ]

const svarsvag = (b: Pick<Begaran, 'till' | 'senast'>): Brevblock => {
  const senast = `Svara senast ${medManadsnamn(b.senast)}.`
  if (b.till === 'forsakrad') return stycke('senast', `${senast} Du kan svara på Mina sidor, skriftligt eller muntligt.`, ['FL 20'])
  if (b.till === 'vard')
    return stycke('senast', `${senast} Du svarar genom länken som följer med det här brevet, eller på papper.`, ['110:13', '110:14'])
  return stycke('senast', `${senast} Du svarar på arbetsgivarens sida eller i ett brev.`, ['110:14', '30:6 a'])
}

const foljdForAndra = (b: Pick<Begaran, 'till' | 'typ'>): Brevblock[] => {
  if (b.till === 'vard')
    return [
      stycke(
        'foljd',
        'Uppgifterna behövs för att pröva planen. Kommer de inte in prövas den på det som finns. Saknas en uppgift kan du skriva det.',
        ['110:14'],
      ),
    ]
  if (b.typ === 'arbetsschema')
    return [
      stycke('foljd', 'Du är skyldig att lämna uppgifter om den anställdes arbete och arbetstider när Försäkringskassan begär det.', [
        '110:31',
      ]),
    ]
  return [
    stycke(
      'foljd',
      'Som arbetsgivare ska du lämna de upplysningar som behövs för att klarlägga behovet av rehabilitering, efter samråd med din medarbetare.',
      ['30:6 a'],
    ),
  ]
}

/** A request to the person, the employer or care; a reminder of it when `paminnelse` says the day. */
export function begaransbrev(l: Lage, ord: Begaransord, b: Omit<Begaran, 'paminnelser'>, paminnelse?: Datum): Brevinnehall {
  const tillPersonen = b.till === 'forsakrad'
  const typ = b.typ as keyof typeof RUBRIK
  return brevet(
    l,
    {
      ...BREVSORT[b.typ === 'forelaggande' ? 'forelaggande' : tillPersonen ? 'komplettering' : 'forfragan'],
      rubrik: `${paminnelse ? 'Påminnelse. ' : ''}${ord.rubriker?.[typ] ?? RUBRIK[typ]}`,
      dag: paminnelse ?? b.skickad,
      ...(tillPersonen ? {} : { mottagare: { namn: b.tillNamn, rader: b.tillId ? [`Organisationsnummer ${b.tillId}`] : [] } }),
    },
    [
      stycke('galler', tillPersonen ? `Vi handlägger din ansökan om ${ord.forman}.` : ord.gallerPerson(personnamn(personen(l)))),
      ...(paminnelse
        ? [
            stycke(
              'paminnelse',
              `Vi skrev till dig ${medManadsnamn(b.skickad)} och har inte fått något svar. Du har nu längre tid på dig. Har du redan svarat behöver du inte göra något.`,
            ),
          ]
        : []),
      rubrik('fragor', 'Det här vill vi veta'),
      lista(
        'fragor',
        b.fragor.map((f) => (f.skal && f.skal !== f.text ? `${f.text} (${f.skal})` : f.text)),
      ),
      svarsvag(b),
      ...(ord.foljd?.(b) ?? (tillPersonen ? foljdForPersonen(b, ord.forman) : foljdForAndra(b))),
    ],
  )
}

/** A request that goes out as a letter on paper or to Mina sidor, with the letter in the case; one put by telephone has none. */
export function begaranMedBrev(
  l: Lage,
  k: Kontext,
  ord: Begaransord,
  b: Omit<Begaran, 'id' | 'skickad' | 'av' | 'paminnelser'>,
): Handelsedata[] {
  const begaran: Begaran = { ...b, id: k.nyttId(), skickad: k.dag, av: k.aktor, paminnelser: [] }
  if (begaran.kanal === 'telefon') return [{ typ: 'begaranSkickad', begaran }]
  const { handling, utskick } = sandBrev(k, begaransbrev(l, ord, begaran))
  return [handling, { typ: 'begaranSkickad', begaran, utskick }]
}

/** Letters of a request that go out by themselves: each reminder, and the request itself when the system made it. */
const vantadeBrev = (b: Begaran): number => b.paminnelser.length + (b.av.roll === 'system' ? 1 : 0)

/**
 * The letter that is next to go out by itself, for a benefit's words: of a request that the system made, or of the newest reminder with the new last
 * day. Null when there is none: answered, withdrawn, a certificate question (which goes as a message) or already sent.
 */
export const paminnelsebrevet =
  (ord: Begaransord) =>
  (l: Lage, begaranId: string): Brevinnehall | null => {
    const b = l.begaran.find((x) => x.id === begaranId)
    if (!b || !arOppen(b) || b.typ === 'intygskomplettering' || b.typ === 'fmrKonsultation') return null
    const sanda = l.utskick.filter((u) => u.begaranId === b.id).length
    return sanda < vantadeBrev(b) ? begaransbrev(l, ord, b, b.paminnelser.at(-1)) : null
  }

/** Sends it (9 and 23 §§ förvaltningslagen): once for each reminder, while nobody has answered. */
export const sandPaminnelse = (
  brev: (l: Lage, begaranId: string) => Brevinnehall | null,
): Kommandodefinition<Faktakarta, { begaranId: string }> => ({
  roller: ['system'],
  sander: true,
  las: (v) => las(z.object({ begaranId: z.string() }), v),
  utfor(l, d, k) {
    const innehall = brev(l, d.begaranId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick: { ...utskick, begaranId: d.begaranId } }]
  },
})
