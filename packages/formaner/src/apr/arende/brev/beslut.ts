import type { Aktor, Brevblock, Brevinnehall, Motivering } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprAnsokanSenast, flera } from '@atergang/regelverk'
import { beslutsfattarblock } from '../../../gemensamt/brev/texter.ts'
import { kronortext } from '../../berakning/index.ts'
import type { Alage } from '../fakta.ts'
import type { AprInnehall, Aprbeslut } from '../rakning.ts'
import { APRSKAL } from '../skal.ts'
import {
  aprbrev,
  andringstabell,
  besked,
  lagrumsblock,
  overklagandeblock,
  radtabell,
  rubrik,
  skalsblock,
  stycke,
  stycken,
  text,
} from './block.ts'

export interface Beslutsbrevdata {
  readonly innehall: AprInnehall
  readonly motivering: Motivering
  readonly beaktat?: string | undefined
  readonly dag: Datum
  readonly fattatAv: Aktor
  readonly foredragande?: Aktor | undefined
  readonly medverkande: readonly Aktor[]
}

const kr = kronortext
const bara = (i: AprInnehall, skal: 'forSent'): boolean => i.rader.length > 0 && i.rader.every((r) => r.skal === skal)

function beskedet(i: AprInnehall): Brevblock {
  const varden = { belopp: kr(i.belopp), kostnadsar: String(i.kostnadsar) }
  if (bara(i, 'forSent'))
    return besked('avslagForSent', { ...varden, inkom: medManadsnamn(i.inkom), sistaDag: medManadsnamn(aprAnsokanSenast(i.kostnadsar)) })
  if (i.utfall === 'beviljat') return besked('beviljas', varden)
  if (i.utfall === 'delvisAvslag') return besked('delvis', varden)
  return {
    namn: 'avslag',
    version: '1',
    agare: 'Brevgruppen',
    lagrum: flera('förordning (2014:67) 7'),
    typ: 'besked',
    text: `Vi avslår er ansökan för ${i.kostnadsar}.`,
  }
}

/** The reasons as they were written: those made by rule stand in the table and beside it, what an officer added stands for itself. */
const tillagget = (m: Motivering): Brevblock[] =>
  m.bedomning ? [rubrik('bedomning', 'Så har vi bedömt'), ...stycken('bedomning', m.bedomning)] : []
const yttrandet = (beaktat: string | undefined): Brevblock[] =>
  beaktat ? [rubrik('yttrande', 'Det ni har sagt innan vi beslutade'), ...stycken('yttrande', beaktat)] : []
const lagrummen = (i: AprInnehall) =>
  flera(...new Set(['förordning (2014:67) 7', ...i.rader.flatMap((r) => (r.skal ? APRSKAL[r.skal].lagrum : []))]))

const slutet = (l: Alage, d: Beslutsbrevdata): Brevblock[] => [
  ...overklagandeblock(d.dag),
  ...beslutsfattarblock({
    dag: d.dag,
    fattatAv: d.fattatAv,
    foredragande: d.foredragande,
    medverkande: d.medverkande,
    enhet: l.arende.enhet,
  }),
]

/** The decision on an application: the outcome, each employee's row, why, how to appeal, and who decided (31–33 §§ FL). */
export function ansokansbrev(l: Alage, d: Beslutsbrevdata): Brevinnehall {
  const { innehall: i } = d
  if (bara(i, 'forSent')) {
    return aprbrev(l, { typ: 'beslut', mall: 'apr-beslut', rubrik: `Beslut om stöd för ${i.kostnadsar}`, dag: d.dag }, [
      beskedet(i),
      rubrik('nasta', 'Nästa ansökan'),
      text('sistaDag', { kostnadsar: String(i.kostnadsar + 1), sistaDag: medManadsnamn(aprAnsokanSenast(i.kostnadsar + 1)) }),
      ...tillagget(d.motivering),
      ...yttrandet(d.beaktat),
      ...slutet(l, d),
    ])
  }
  return aprbrev(l, { typ: 'beslut', mall: 'apr-beslut', rubrik: `Beslut om stöd för ${i.kostnadsar}`, dag: d.dag }, [
    beskedet(i),
    stycke('ansokan', `Beslutet gäller er ansökan som kom in den ${medManadsnamn(i.inkom)}.`, ['FL 22']),
    rubrik('rader', 'Så har vi räknat'),
    radtabell(i.rader),
    ...(i.utfall === 'beviljat' ? [] : [rubrik('varfor', 'Varför ni inte får hälften av allt'), ...skalsblock(i.rader, i.kostnadsar)]),
    ...tillagget(d.motivering),
    ...yttrandet(d.beaktat),
    ...lagrumsblock(lagrummen(i)),
    ...slutet(l, d),
  ])
}

/** The decision in place of an earlier one: what the employer got, what it should have got, and on what ground (36–37 §§ FL). */
export function andringsbrev(l: Alage, d: Beslutsbrevdata): Brevinnehall {
  const { innehall: i } = d
  const fore = i.tidigare!
  return aprbrev(l, { typ: 'beslut', mall: 'apr-andring', rubrik: `Vi ändrar beslutet om stöd för ${i.kostnadsar}`, dag: d.dag }, [
    i.belopp < fore.belopp
      ? besked('andring', { ratt: kr(i.belopp), belopp: kr(fore.belopp) })
      : {
          namn: 'andring-upp',
          version: '1',
          agare: 'Brevgruppen',
          typ: 'besked',
          text: `Ni får ${kr(i.belopp)} kronor i stället för ${kr(fore.belopp)} kronor.`,
        },
    stycke('ansokan', `Beslutet gäller er ansökan som kom in den ${medManadsnamn(i.inkom)}.`, ['FL 22']),
    rubrik('rader', 'Det som ändras'),
    andringstabell(fore.rader, i.rader),
    rubrik('varfor', 'Varför'),
    ...stycken('grund', d.motivering.avgorande),
    ...skalsblock(i.rader, i.kostnadsar),
    ...(d.motivering.bedomning ? stycken('bedomning', d.motivering.bedomning) : []),
    ...yttrandet(d.beaktat),
    ...(i.belopp < fore.belopp
      ? [
          rubrik('pengarna', 'Pengarna ni har fått för mycket'),
          stycke('pengarna', 'Om vi kräver tillbaka dem får ni ett eget beslut om det.'),
        ]
      : []),
    ...lagrumsblock(flera('FL 36', 'FL 37')),
    ...slutet(l, d),
  ])
}

/** What the coming decision builds on, for the employer to comment (25 § FL). */
export function kommuniceringsbrev(
  l: Alage,
  d: { innehall: AprInnehall; motivering: Motivering; senast: Datum; dag: Datum },
): Brevinnehall {
  const { innehall: i } = d
  const fore = i.tidigare
  return aprbrev(
    l,
    {
      typ: 'kommunicering',
      mall: 'apr-kommunicering',
      rubrik: fore ? `Vi överväger att ändra beslutet om stöd för ${i.kostnadsar}` : `Innan vi beslutar om stöd för ${i.kostnadsar}`,
      dag: d.dag,
    },
    [
      text('kommunicering', { senast: medManadsnamn(d.senast) }),
      stycke('ansokan', `Det gäller er ansökan som kom in den ${medManadsnamn(i.inkom)}.`, ['FL 22']),
      rubrik('rader', 'Uppgifterna och det beslut vi överväger'),
      fore ? andringstabell(fore.rader, i.rader) : radtabell(i.rader),
      rubrik('varfor', 'Varför'),
      ...(fore
        ? [...stycken('grund', d.motivering.avgorande), ...(d.motivering.bedomning ? stycken('bedomning', d.motivering.bedomning) : [])]
        : []),
      ...skalsblock(i.rader, i.kostnadsar),
      ...(fore && i.belopp < fore.belopp
        ? [stycke('aterkrav', 'Ändras beslutet kan vi också kräva tillbaka det ni har fått för mycket.')]
        : []),
      rubrik('svara', 'Så svarar ni'),
      stycke('svara', 'Ni svarar på arbetsgivarens sida eller i ett brev. Hör vi inget beslutar vi på de uppgifter som finns.', ['FL 25']),
    ],
  )
}

/** The letter of a decision that an approved list took: written from the decision itself, which never changes. */
export const brevAvBeslut = (l: Alage, b: Aprbeslut): Brevinnehall => {
  const d = {
    innehall: b.innehall,
    motivering: b.motivering,
    dag: b.dag,
    fattatAv: b.fattatAv,
    foredragande: b.foredragande,
    medverkande: b.medverkande,
  }
  return b.typ === 'andring' ? andringsbrev(l, d) : ansokansbrev(l, d)
}
