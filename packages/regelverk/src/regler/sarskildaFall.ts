import type { Regel, Uttryck } from '../definition.ts'
import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { sarskildaFallNedsattMed } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import {
  fortsattningsniva,
  sarskildaFallEnFjardedel,
  sarskildaFallGrans,
  sarskildaFallHalvt,
  sarskildaFallHelt,
  sarskildaFallSgiGrans,
  sarskildaFallTreFjardedelar,
} from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, eller, gangerU, indata, inte, konstant, kvot, lika, mindre, minst, minusU, och, om, storsta } from '../uttryck.ts'
import { faststalldSgi, kalenderdagsberaknad, omfattning } from './kalenderdag.ts'
import { rehabiliteringspenning } from './rehabiliteringspenning.ts'
import { kalenderdag } from './sjukpenning.ts'

/** 28 a kap. and 31 a kap. say the same of two benefits: where each says it. */
interface Kapitel {
  readonly namn: string
  readonly forman: string
  readonly perDag: Regel<'kr/dag'>
  readonly inledning: string
  readonly krets: string
  readonly ratt: string
  readonly nivaer: string
  readonly berakning: readonly string[]
  readonly vidSjukersattning: string
  readonly vidLivranta: string
  readonly behalls: string
  readonly upphor: string
}

const kr = (n: number) => konstant(n, 'kr/dag')
const jaNej = (namn: string, rubrik: string) => indata(namn, 'ja/nej', rubrik)
const belopp = {
  helt: av(sarskildaFallHelt, 'kr/dag'),
  treFjardedelar: av(sarskildaFallTreFjardedelar, 'kr/dag'),
  halvt: av(sarskildaFallHalvt, 'kr/dag'),
  enFjardedel: av(sarskildaFallEnFjardedel, 'kr/dag'),
}

const sjukersattning = indata('sjukersattningsniva', 'tal', 'Sjukersättning, andel av hel')
const livranta = indata('livrantaPerAr', 'kr/år', 'Livränta enligt 41 eller 43 kap., årsbelopp')
const efterNiva = (niva: Uttryck<'tal'>, vid: readonly (readonly [string, Uttryck<'kr/dag'>])[]): Uttryck<'kr/dag'> =>
  vid.reduceRight<Uttryck<'kr/dag'>>((annars, [del, b]) => om(lika(niva, konstant(del, 'tal')), b, annars), kr(0))

/** A whole day on fortsättningsnivån, unrounded: what 28 a kap. 4 § and 31 a kap. 4 § compare with 230 kr (ADR 0019). */
const paFortsattning = kalenderdagsberaknad({
  sgi: faststalldSgi,
  tillagg: 'PaFortsattningsnivan',
  andel: av(fortsattningsniva, 'procent'),
  tak: 'inget',
})

export interface SarskildaFall {
  /** 3 §: who can have it */
  readonly krets: Regel<'ja/nej'>
  /** 4 §: the right, less the ability being reduced, which the level says */
  readonly ratt: Regel<'ja/nej'>
  /** 9 and 13 §§ (7 and 10 §§): the highest amount a day */
  readonly tak: Regel<'kr/dag'>
  /** 14 § (11 §): what a livränta takes away a day, whole kronor, 50 öre down */
  readonly livranteavdrag: Regel<'kr/dag'>
  /** 11, 13, 14 §§ (9, 10, 11 §§): kronor a day */
  readonly perDag: Regel<'kr/dag'>
  /** 18 § (13 §) */
  readonly behalls: Regel<'ja/nej'>
  /** 19 § (14 §) */
  readonly upphor: Regel<'ja/nej'>
}

function sarskildaFall(k: Kapitel): SarskildaFall {
  const nu = lydelse('2024:1269')
  const krets = regel({
    namn: `${k.namn}Krets`,
    rubrik: `Hör till dem som kan få ${k.forman}`,
    enhet: 'ja/nej',
    lagrum: [k.krets],
    ...lydelse('2011:1514'),
    uttryck: eller(
      jaNej('tidsbegransadSjukersattningSlut', 'Har fått tidsbegränsad sjukersättning det högsta antalet månader'),
      jaNej('aktivitetsersattningSlutVid30', 'Aktivitetsersättningen upphörde för att personen fyllde 30 år'),
    ),
  })
  const ratt = regel({
    namn: `${k.namn}Ratt`,
    rubrik: `Rätt till ${k.forman}`,
    enhet: 'ja/nej',
    lagrum: [k.ratt, k.krets],
    ...nu,
    uttryck: och(
      och(enligt(krets), mindre(enligt(paFortsattning.helDag), av(sarskildaFallGrans, 'kr/dag'))),
      minst(svaretPa(sarskildaFallNedsattMed), konstant('0,25', 'tal')),
    ),
  })
  const tak = regel({
    namn: `${k.namn}Tak`,
    rubrik: `Högsta ${k.forman}`,
    enhet: 'kr/dag',
    lagrum: [k.nivaer, `${k.vidSjukersattning} st 1`, `${k.vidSjukersattning} st 2`],
    ...nu,
    uttryck: om(
      mindre(konstant(0, 'tal'), sjukersattning),
      gangerU(
        efterNiva(sjukersattning, [
          ['0,25', belopp.treFjardedelar],
          ['0,5', belopp.halvt],
          ['0,75', belopp.enFjardedel],
        ]),
        omfattning,
      ),
      efterNiva(omfattning, [
        ['1', belopp.helt],
        ['0,75', belopp.treFjardedelar],
        ['0,5', belopp.halvt],
        ['0,25', belopp.enFjardedel],
      ]),
    ),
  })
  // Halves go down: the only rounding node puts halves up, so the amount is turned round, rounded and turned back.
  const livranteavdrag = regel({
    namn: `${k.namn}Livranteavdrag`,
    rubrik: 'Avdrag för livränta per dag',
    enhet: 'kr/dag',
    lagrum: [`${k.vidLivranta} st 2`, `${k.vidLivranta} st 3`],
    ...lydelse('2011:1513'),
    uttryck: om(
      mindre(konstant(0, 'tal'), sjukersattning),
      kr(0),
      minusU(kr(0), avrundat(minusU(kr(0), kvot('kr/dag', livranta, konstant(365, 'dagar'))), 'narmaste')),
    ),
  })
  const perDag = regel({
    namn: `${k.namn}PerDag`,
    rubrik: `${k.forman[0]!.toUpperCase()}${k.forman.slice(1)} per dag`,
    enhet: 'kr/dag',
    lagrum: [...k.berakning, `${k.vidSjukersattning} st 3`, k.inledning, '28:10 st 2'],
    ...nu,
    uttryck: avrundat(
      storsta(
        kr(0),
        minusU(
          minusU(enligt(tak), om(jaNej('harSgi', 'En sjukpenninggrundande inkomst kan fastställas'), enligt(k.perDag), kr(0))),
          enligt(livranteavdrag),
        ),
      ),
      'narmaste',
    ),
  })
  const upphor = regel({
    namn: `${k.namn}Upphor`,
    rubrik: `Rätten till ${k.forman} upphör`,
    enhet: 'ja/nej',
    lagrum: [k.upphor],
    ...nu,
    uttryck: minst(faststalldSgi, av(sarskildaFallSgiGrans, 'kr/år')),
  })
  const behalls = regel({
    namn: `${k.namn}Behalls`,
    rubrik: `Rätten till ${k.forman} behålls`,
    enhet: 'ja/nej',
    lagrum: [`${k.behalls} st 1`, `${k.behalls} st 2`],
    ...lydelse('2015:119'),
    uttryck: och(
      inte(enligt(upphor)),
      eller(
        jaNej('forvarvsarbetar', 'Förvärvsarbetar'),
        eller(
          jaNej('sgiSkyddadTid', 'Sådan tid som ger SGI-skydd enligt 26 kap. 11, 12 eller 14–18 §§'),
          jaNej(
            'programEllerArbetsmarknaden',
            'Deltar i arbetsmarknadspolitiskt program med aktivitetsstöd eller står till arbetsmarknadens förfogande',
          ),
        ),
      ),
    ),
  })
  return { krets, ratt, tak, livranteavdrag, perDag, behalls, upphor }
}

export const sjukpenningISarskildaFall = sarskildaFall({
  namn: 'sjukpenningSarskild',
  forman: 'sjukpenning i särskilda fall',
  perDag: kalenderdag.sjukpenningPerDag,
  inledning: '28 a:2',
  krets: '28 a:3',
  ratt: '28 a:4',
  nivaer: '28 a:9',
  berakning: ['28 a:10', '28 a:11'],
  vidSjukersattning: '28 a:13',
  vidLivranta: '28 a:14',
  behalls: '28 a:18',
  upphor: '28 a:19',
})

export const rehabiliteringspenningISarskildaFall = sarskildaFall({
  namn: 'rehabiliteringspenningSarskild',
  forman: 'rehabiliteringspenning i särskilda fall',
  perDag: rehabiliteringspenning.sjukpenningPerDag,
  inledning: '31 a:2',
  krets: '31 a:3',
  ratt: '31 a:4',
  nivaer: '31 a:7',
  berakning: ['31 a:8', '31 a:9'],
  vidSjukersattning: '31 a:10',
  vidLivranta: '31 a:11',
  behalls: '31 a:13',
  upphor: '31 a:14',
})

/** 28 a kap. 6 §: no sjukpenning i särskilda fall for who studies with support, or is in a programme with or shut off from aktivitetsstöd. */
export const sjukpenningSarskildHinder = regel({
  namn: 'sjukpenningSarskildHinder',
  rubrik: 'Hinder mot sjukpenning i särskilda fall',
  enhet: 'ja/nej',
  lagrum: ['28 a:6'],
  ...lydelse('2022:858'),
  uttryck: eller(
    jaNej('studerarMedStudiestod', 'Studerar med studiestöd, studiestartsstöd eller omställningsstudiestöd'),
    och(
      jaNej('deltarIProgram', 'Deltar i arbetsmarknadspolitiskt program'),
      eller(jaNej('farAktivitetsstod', 'Får aktivitetsstöd'), jaNej('avstangdFranAktivitetsstod', 'Är avstängd från aktivitetsstöd')),
    ),
  ),
})

/** 28 a kap. 12 §: in the first fourteen days only what it is more, in all, than the sjukpenning of the same days. */
export const sjukpenningSarskildForsta14 = regel({
  namn: 'sjukpenningSarskildForsta14',
  rubrik: 'Sjukpenning i särskilda fall de första 14 dagarna',
  enhet: 'kr',
  lagrum: ['28 a:12'],
  ...lydelse('2011:1513'),
  uttryck: storsta(
    konstant(0, 'kr'),
    minusU(
      indata('summaSarskildForsta14', 'kr', 'Sjukpenning i särskilda fall sammanlagt under de 14 dagarna'),
      indata('summaSjukpenningForsta14', 'kr', 'Sjukpenning sammanlagt under de 14 dagarna'),
    ),
  ),
})
