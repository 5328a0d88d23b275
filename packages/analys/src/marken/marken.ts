import { datum, type Datum } from '@atergang/kalender'
import { fonstertext, type Fonster } from '../matt/matt.ts'

/** Something that happened in time and that figures over it must be read with. */
export interface Periodmarke {
  readonly id: string
  readonly namn: string
  readonly fran: Datum
  /** null: still in force, or a change that stays */
  readonly tom: Datum | null
  /** how figures are touched */
  readonly verkan: string
  readonly kalla: string
  /** what the source does not say, and what was chosen instead */
  readonly osakert?: string
}

/** Marks from the reports. Whoever runs the analysis can add its own: every function takes a list. */
export const MARKEN: readonly Periodmarke[] = [
  {
    id: 'forstarkt_rehabilitering',
    namn: 'Förstärkt rehabilitering för återgång i arbete',
    fran: datum('2018-07-01'),
    tom: null,
    verkan:
      'Arbetsgivaren ska göra en plan för återgång; bidraget till arbetsgivare vidgas till att utreda, planera, initiera, genomföra och följa upp åtgärder.',
    kalla: 'skr. 2021/22:60 avsnitt 4.2',
  },
  {
    id: 'apr',
    namn: 'Arbetsplatsnära stöd blir arbetsplatsinriktat rehabiliteringsstöd',
    fran: datum('2018-08-01'),
    tom: null,
    verkan: 'Först från och med nu kan stödet följas för den anställda.',
    kalla: 'RiR 2021:19 avsnitt 3.1 och kommentar 8 till tabell 1',
  },
  {
    id: 'pandemi',
    namn: 'Pandemin',
    fran: datum('2020-01-01'),
    tom: datum('2022-12-31'),
    verkan:
      'Resurser flyttades till pandemiersättningar, och resurserna för att identifiera rehabiliteringsbehov begränsades; insatser pausades.',
    kalla: 'rapport 002 avsnitt 1.1; rapport 001 avsnitt 2.2.4',
    osakert:
      'Rapporterna ger inga datum. Hela åren 2020–2022 är valda: pandemin pågick i november 2020 och påverkade ännu i september 2022 (rapport 001 och 000).',
  },
]

export const namnet = (id: string, marken: readonly Periodmarke[] = MARKEN): Periodmarke => {
  const m = marken.find((x) => x.id === id)
  if (!m) throw new RangeError(`Märket ${id} finns inte.`)
  return m
}

/** Marks that begin, end or lie in a window. */
export const markenI = (f: Fonster, marken: readonly Periodmarke[] = MARKEN): readonly Periodmarke[] =>
  marken.filter((m) => m.fran <= f.tom && (m.tom === null ? m.fran >= f.fran : m.tom >= f.fran))

export const markestext = (m: Periodmarke): string =>
  `${m.namn} (${m.tom ? fonstertext({ fran: m.fran, tom: m.tom }) : `från ${m.fran}`}): ${m.verkan} Källa: ${m.kalla}.${m.osakert ? ` ${m.osakert}` : ''}`
