import { arOppen, type Aktor, type Begaran, type Brevblock, type Brevinnehall, type Motivering } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { beslutsfattarblock, lista } from '../../gemensamt/brev/texter.ts'
import { SLUTSKAL } from '../anordnare/godkannande.ts'
import { aprbrev, besked, lagrumsblock, overklagandeblock, rubrik, stycke, stycken, text } from '../arende/brev/block.ts'
import type { Nlage } from './fakta.ts'
import type { Anordnarinnehall } from './lage.ts'

interface Data {
  readonly innehall: Anordnarinnehall
  readonly motivering: Motivering
  readonly beaktat?: string | undefined
  readonly dag: Datum
  readonly fattatAv: Aktor
  readonly foredragande?: Aktor | undefined
  readonly medverkande: readonly Aktor[]
}

const saknasText = (i: Anordnarinnehall): string => (i.slag === 'godkannande' && !i.godkand ? i.saknas.join('; ') : '')
const yttrandet = (beaktat: string | undefined): Brevblock[] =>
  beaktat ? [rubrik('yttrande', 'Det ni har sagt innan vi beslutade'), ...stycken('yttrande', beaktat)] : []
const bedomningen = (m: Motivering): Brevblock[] => (m.bedomning ? stycken('bedomning', m.bedomning) : [])

const slutet = (l: Nlage, d: Data): Brevblock[] => [
  ...lagrumsblock(flera('förordning (2014:67) 8')),
  ...overklagandeblock(d.dag),
  ...beslutsfattarblock({
    dag: d.dag,
    fattatAv: d.fattatAv,
    foredragande: d.foredragande,
    medverkande: d.medverkande,
    enhet: l.arende.enhet,
  }),
]

/** Approved, not approved, or ended; why, how to appeal, and who decided (31–33 §§ FL). */
export function anordnarbrev(l: Nlage, d: Data): Brevinnehall {
  const { innehall: i } = d
  if (i.slag === 'upphorande') {
    return aprbrev(l, { typ: 'beslut', mall: 'apr-anordnare', rubrik: 'Godkännandet som anordnare upphör', dag: d.dag }, [
      {
        namn: 'upphor',
        version: '1',
        agare: 'Brevgruppen',
        lagrum: flera('förordning (2014:67) 8'),
        typ: 'besked',
        text: `Godkännandet upphör. Den sista dagen är den ${medManadsnamn(i.tom)}.`,
      },
      rubrik('varfor', 'Varför'),
      stycke('skal', `${SLUTSKAL[i.skal]}.`),
      ...bedomningen(d.motivering),
      stycke('insatser', 'Insatser som ni har gjort medan ni var godkända påverkas inte.', ['förordning (2014:67) 8']),
      ...yttrandet(d.beaktat),
      ...slutet(l, d),
    ])
  }
  return aprbrev(l, { typ: 'beslut', mall: 'apr-anordnare', rubrik: 'Beslut om godkännande som anordnare', dag: d.dag }, [
    i.godkand ? besked('godkand', { fran: medManadsnamn(i.from) }) : besked('ejGodkand', { saknas: saknasText(i) }),
    rubrik('krav', 'Kravet'),
    text('kompetenskrav'),
    ...bedomningen(d.motivering),
    ...(i.godkand ? [rubrik('andringar', 'När något ändras'), text('personalandring')] : []),
    ...yttrandet(d.beaktat),
    ...slutet(l, d),
  ])
}

/** What the coming decision builds on (25 § FL). */
export function kommuniceringsbrev(
  l: Nlage,
  d: { innehall: Anordnarinnehall; motivering: Motivering; senast: Datum; dag: Datum; fran: Datum | null; saknas: readonly string[] },
): Brevinnehall {
  const { innehall: i } = d
  const upphor = i.slag === 'upphorande'
  return aprbrev(
    l,
    {
      typ: 'kommunicering',
      mall: 'apr-kommunicering',
      rubrik: upphor ? 'Vi överväger att avsluta godkännandet' : 'Innan vi beslutar om godkännande',
      dag: d.dag,
    },
    [
      upphor && d.fran
        ? text('godkannandeUpphor', { fran: medManadsnamn(d.fran), saknas: d.saknas.join('; '), senast: medManadsnamn(d.senast) })
        : stycke(
            'kommunicering',
            `Vi överväger att ${upphor ? 'avsluta godkännandet' : 'inte godkänna er'}. Ni kan yttra er till och med den ${medManadsnamn(d.senast)}. Därefter beslutar vi.`,
            ['FL 25'],
          ),
      rubrik('varfor', 'Varför'),
      stycke('skal', d.motivering.avgorande),
      ...bedomningen(d.motivering),
      text('kompetenskrav'),
      rubrik('svara', 'Så svarar ni'),
      stycke('svara', 'Ni svarar på anordnarens sida eller i ett brev. Ni kan också visa en kompetens som saknas.', ['FL 25']),
    ],
  )
}

export const begaransbrev = (l: Nlage, b: Begaran, paminnelse?: Datum): Brevinnehall =>
  aprbrev(
    l,
    {
      typ: 'komplettering',
      mall: 'apr-komplettering',
      rubrik: `${paminnelse ? 'Påminnelse. ' : ''}Vi behöver fler uppgifter om er som anordnare`,
      dag: paminnelse ?? b.skickad,
    },
    [
      stycke('galler', 'Vi prövar om ni uppfyller kravet på anordnare och behöver veta mer.', ['förordning (2014:67) 8', 'FL 23']),
      rubrik('fragor', 'Det här vill vi veta'),
      lista(
        'fragor',
        b.fragor.map((f) => f.text),
      ),
      stycke('senast', `Svara senast den ${medManadsnamn(b.senast)} på anordnarens sida eller i ett brev.`, ['FL 20', 'FL 23']),
      stycke('foljd', 'Hör av er om ni behöver mer tid. Kommer inget svar prövar vi på det som finns.', ['FL 6', 'FL 23']),
    ],
  )

/** The letter of a reminder that has not gone out. */
export function paminnelsebrev(l: Nlage, begaranId: string): Brevinnehall | null {
  const b = l.begaran.find((x) => x.id === begaranId)
  if (!b || !arOppen(b)) return null
  return l.utskick.filter((u) => u.begaranId === b.id).length < b.paminnelser.length + (b.av.roll === 'system' ? 1 : 0)
    ? begaransbrev(l, b, b.paminnelser.at(-1))
    : null
}
