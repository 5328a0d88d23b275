import type { Aktor, Beslut, Brevblock, Brevinnehall, Kommunicering, Lage, Motivering, Utbetalningsrad } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import type { Andringslage } from '../beslut/andringslage.ts'
import { kr } from '../fakta.ts'
import { behallnablock, block, brevet, lagrumsblock, motiveringsblock, rubrik, stycke, stycken } from './texter.ts'

// What letters on a change of a decision say in every benefit (113 kap. 3, 5, 6 §§ SFB).

/** What a letter of change is written from. */
export interface Andringsbrev {
  readonly forra: Beslut
  readonly nya: readonly Utbetalningsrad[]
  /** kr, neither of them negative */
  readonly mer: number
  readonly mindre: number
  readonly motivering: Motivering
  readonly kommunicering?: Kommunicering | undefined
  readonly beaktat?: string | undefined
  readonly lagrum: readonly string[]
  readonly dag: Datum
  readonly fattatAv: Aktor
}

/** ”Du får 1 000 kr mer, och 500 kr mindre för dagar som kommer.” */
export function andringsbesked(a: Pick<Andringsbrev, 'forra' | 'mer' | 'mindre'>): string {
  const delar = [
    ...(a.mer > 0 || a.mindre <= 0 ? [`${kr(a.mer)} mer`] : []),
    ...(a.mindre > 0 ? [`${kr(a.mindre)} mindre för dagar som kommer`] : []),
  ]
  return `Beslutet ${medManadsnamn(a.forra.dag)} ändras. Du får ${delar.join(', och ')}.`
}

/** What the person has said of the coming change, and how it was taken into account. */
function yttrandeblock(a: Andringsbrev): Brevblock[] {
  const k = a.kommunicering
  if (!k) return []
  return [
    rubrik('yttrande', 'Vad du har sagt'),
    ...(k.yttranden.length
      ? k.yttranden.flatMap((x, i) =>
          stycken(`yttrande-${i + 1}`, `${x.satt === 'muntligt' ? 'Du berättade' : 'Du skrev'} ${medManadsnamn(x.dag)}: ${x.text}`),
        )
      : [stycke('yttrande', `Vi skickade det kommande beslutet till dig ${medManadsnamn(k.skickad)}. Du har inte svarat.`, ['110:13 a'])]),
    ...(a.beaktat ? stycken('beaktat', a.beaktat) : []),
  ]
}

/** Why it is changed, what stands all the same, and what the person has said. */
export const andringsskalblock = (a: Andringsbrev): Brevblock[] => [
  ...motiveringsblock([], a.motivering),
  ...behallnablock(a.nya, '113:5'),
  ...yttrandeblock(a),
]

/** The coming change with a time to answer, before days to come are lowered (110 kap. 13 a § SFB, 25 § förvaltningslagen). */
export function andringskommunicering(
  l: Pick<Lage, 'arende'>,
  k: {
    readonly forman: string
    readonly beslut: Beslut
    readonly lage: Andringslage
    readonly motivering: Motivering
    readonly lagrum: string
    readonly senast: Datum
    readonly dag: Datum
  },
): Brevinnehall {
  const rader = k.lage.rader.filter((r) => r.efter > r.fore || !r.forfallen)
  return brevet(l, { typ: 'kommunicering', mall: 'kommunicering', rubrik: `Vi tänker ändra ett beslut om ${k.forman}`, dag: k.dag }, [
    block('kommande-beslut', {
      typ: 'besked',
      text: `Så här tänker vi besluta: ${andringsbesked({ forra: k.beslut, mer: k.lage.mer, mindre: k.lage.mindre })}`,
    }),
    rubrik('svara', 'Du kan svara innan vi beslutar'),
    stycke(
      'svara',
      `Har du uppgifter som vi saknar, eller tycker du att något är fel? Svara senast ${medManadsnamn(k.senast)}. Du kan svara på Mina sidor, i ett brev eller muntligt, till exempel per telefon. Inget är beslutat än.`,
      ['110:13 a', 'FL 24', 'FL 25'],
    ),
    ...motiveringsblock([], k.motivering),
    rubrik('dagarna', 'Det här ändras'),
    block('dagarna', {
      typ: 'tabell',
      rubrik: 'Före skatt',
      kolumner: [{ rubrik: 'Dagar' }, { rubrik: 'Beslutat', hoger: true }, { rubrik: 'Blir', hoger: true }],
      rader: rader.map((r) => [periodtext(r), kr(r.fore), kr(r.efter)]),
    }),
    stycke(
      'ratt-att-se',
      'Du har rätt att se allt material i ditt ärende. Det finns på Mina sidor, och vi skickar det till dig om du vill.',
      ['FL 10'],
    ),
    rubrik('efter-svaret', 'Vad som händer sedan'),
    stycke(
      'efter-svaret',
      'Vi läser ditt svar innan vi beslutar. Hör vi inget beslutar vi på de uppgifter som finns. Du får beslutet i ett eget brev, och du kan då överklaga det.',
    ),
    ...lagrumsblock(flera(k.lagrum, '113:5')),
  ])
}
