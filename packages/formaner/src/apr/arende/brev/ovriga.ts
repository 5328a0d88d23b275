import { arOppen, partsnamn, type Aktor, type Begaran, type Brevinnehall, type Overklagande } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { beslutsfattarblock, lista } from '../../../gemensamt/brev/texter.ts'
import { kronortext } from '../../berakning/index.ts'
import type { Alage } from '../fakta.ts'
import type { Aprbeslut } from '../rakning.ts'
import { aprbrev, besked, lagrumsblock, overklagandeblock, rubrik, stycke, stycken, text } from './block.ts'

/** A request to the employer: what is missing (20, 23 §§ FL), or the material of an after-control (15 §). A reminder when `paminnelse` says the day. */
export function begaransbrev(l: Alage, b: Begaran, paminnelse?: Datum): Brevinnehall {
  const kontroll = b.typ === 'aprKontroll'
  const senast = medManadsnamn(b.senast)
  const rubriken = kontroll ? `Efterkontroll av stöd för ${l.arende.sak}` : `Vi behöver fler uppgifter till er ansökan för ${l.arende.sak}`
  const mottagare = l.arende.part.slag === 'arbetsgivare' ? {} : { mottagare: { namn: partsnamn(l.arende.part), rader: [] } }
  const kontrollen = paminnelse
    ? [text('efterkontrollPaminnelse', { senast })]
    : [
        text('efterkontroll', { period: l.arende.sak, senast }),
        ...(b.fragor.some((f) => f.frageId.startsWith('risk')) ? [] : [text('efterkontrollUrval')]),
      ]
  return aprbrev(
    l,
    {
      typ: kontroll ? 'forfragan' : 'komplettering',
      mall: kontroll ? 'apr-efterkontroll' : 'apr-komplettering',
      rubrik: `${paminnelse ? 'Påminnelse. ' : ''}${rubriken}`,
      dag: paminnelse ?? b.skickad,
      ...mottagare,
    },
    [
      ...(kontroll
        ? kontrollen
        : paminnelse
          ? [stycke('paminnelse', `Vi skrev till er den ${medManadsnamn(b.skickad)} och har inte fått något svar.`)]
          : [stycke('galler', 'Vi handlägger er ansökan och behöver veta mer för att kunna besluta.', ['FL 23'])]),
      rubrik('fragor', kontroll ? 'Ansökningarna vi kontrollerar' : 'Det här vill vi veta'),
      lista(
        'fragor',
        b.fragor.map((f) => f.text),
      ),
      ...(kontroll
        ? []
        : [
            stycke('senast', `Svara senast den ${senast} på arbetsgivarens sida eller i ett brev.`, ['FL 20', 'FL 23']),
            stycke('foljd', 'Hör av er om ni behöver hjälp eller mer tid. Kommer inget svar beslutar vi på de uppgifter som finns.', [
              'FL 6',
              'FL 20',
              'FL 23',
            ]),
          ]),
    ],
  )
}

/** Letters of a request that go out by themselves: the request when the system made it, and each reminder. */
const vantade = (b: Begaran): number => b.paminnelser.length + (b.av.roll === 'system' ? 1 : 0)

/** The letter that is next to go out by itself, or null when there is none. */
export function paminnelsebrev(l: Alage, begaranId: string): Brevinnehall | null {
  const b = l.begaran.find((x) => x.id === begaranId)
  if (!b || !arOppen(b)) return null
  return l.utskick.filter((u) => u.begaranId === b.id).length < vantade(b) ? begaransbrev(l, b, b.paminnelser.at(-1)) : null
}

/** The after-control is over and showed nothing to change. */
export const kontrollklarbrev = (l: Alage, d: { text: string; dag: Datum; av: Aktor }): Brevinnehall =>
  aprbrev(l, { typ: 'information', mall: 'apr-efterkontroll', rubrik: 'Efterkontrollen är klar', dag: d.dag }, [
    besked('efterkontrollUtanFel'),
    ...(d.text ? stycken('text', d.text) : []),
    stycke('fragor', `Har ni frågor kan ni höra av er till ${d.av.namn} på enheten ${l.arende.enhet}.`, ['FL 6']),
  ])

/** What was paid too much is asked back. The ground and the way to pay are not in the sources: the letter says no paragraph, and whom to ask. */
export const aterkravsbrev = (
  l: Alage,
  d: { andring: Aprbeslut; belopp: number; skal: string; senast: Datum; dag: Datum; fattatAv: Aktor },
): Brevinnehall =>
  aprbrev(
    l,
    { typ: 'beslut', mall: 'apr-aterkrav', rubrik: `Ni ska betala tillbaka stöd för ${d.andring.innehall.kostnadsar}`, dag: d.dag },
    [
      {
        namn: 'aterkrav',
        version: '1',
        agare: 'Brevgruppen',
        typ: 'besked',
        text: `Ni ska betala tillbaka ${kronortext(d.belopp)} kronor senast den ${medManadsnamn(d.senast)}.`,
      },
      stycke(
        'andring',
        `Vi ändrade den ${medManadsnamn(d.andring.dag)} beslutet om er ansökan som kom in den ${medManadsnamn(d.andring.innehall.inkom)}. Ni fick ${kronortext(d.andring.innehall.tidigare!.belopp)} kronor och skulle ha fått ${kronortext(d.andring.innehall.belopp)} kronor.`,
        ['FL 37'],
      ),
      rubrik('varfor', 'Varför'),
      ...stycken('skal', d.skal),
      rubrik('betala', 'Har ni frågor om betalningen'),
      stycke(
        'betala',
        `Vet ni inte hur ni ska betala, eller kan ni inte betala i tid? Hör av er till ${d.fattatAv.namn} på enheten ${l.arende.enhet}.`,
        ['FL 6'],
      ),
      ...overklagandeblock(d.dag),
      ...beslutsfattarblock({ dag: d.dag, fattatAv: d.fattatAv, medverkande: [], enhet: l.arende.enhet }),
    ],
  )

// --- appeals (43–46 §§ FL) --------------------------------------------------------------------------

const galler = (o: Overklagande, b: Pick<Aprbeslut, 'dag'>) =>
  stycke('vilket', `Det gäller vårt beslut den ${medManadsnamn(b.dag)}. Ert överklagande kom in till oss den ${medManadsnamn(o.inkom)}.`, [
    'FL 43',
  ])

export const overlamnandebrev = (
  l: Alage,
  d: { overklagande: Overklagande; beslut: Pick<Aprbeslut, 'dag'>; domstol: string; dag: Datum; av: Aktor },
): Brevinnehall =>
  aprbrev(l, { typ: 'information', mall: 'information', rubrik: 'Vi har lämnat ert överklagande till domstolen', dag: d.dag }, [
    { namn: 'overlamnat', version: '1', agare: 'Brevgruppen', typ: 'besked', text: `Vi har lämnat ert överklagande till ${d.domstol}.` },
    galler(d.overklagande, d.beslut),
    stycke('prov', `Vi har bara prövat om överklagandet kom in i rätt tid. ${d.domstol} prövar om beslutet är rätt.`, ['FL 45', 'FL 46']),
    stycke(
      'handlingar',
      'Domstolen har fått överklagandet, beslutet och övriga handlingar. Den skriver till er. Vill ni lägga till något, skriv till domstolen.',
      ['FL 46'],
    ),
  ])

export const overklagandeAvvisatBrev = (
  l: Alage,
  d: { overklagande: Overklagande; beslut: Pick<Aprbeslut, 'dag'>; skal: string; dag: Datum; fattatAv: Aktor },
): Brevinnehall =>
  aprbrev(l, { typ: 'beslut', mall: 'avvisning', rubrik: 'Vi tar inte upp ert överklagande', dag: d.dag }, [
    {
      namn: 'avvisat',
      version: '1',
      agare: 'Brevgruppen',
      typ: 'besked',
      text: 'Vi tar inte upp ert överklagande, eftersom det kom in för sent.',
    },
    galler(d.overklagande, d.beslut),
    rubrik('varfor', 'Varför'),
    ...stycken('skal', d.skal),
    ...overklagandeblock(d.dag),
    ...lagrumsblock(flera('FL 44', 'FL 45')),
    ...beslutsfattarblock({ dag: d.dag, fattatAv: d.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
