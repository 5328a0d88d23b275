import type { Regel, Uttryck } from '../definition.ts'
import { arbetslosTak, fortsattningsniva, karensandelVecka, normalniva, omrakningstal } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, gangerU, indata, konstant, kvot, minsta, om, plusU, produkt } from '../uttryck.ts'
import { sgiSumma } from './sgi.ts'

const paFortsattningsniva = indata('fortsattningsniva', 'ja/nej', 'Fortsättningsnivå')
const arbetslos = indata('arbetslos', 'ja/nej', 'Arbetslös')
const omfattning = indata('omfattning', 'tal', 'Förmånsnivå, andel av hel sjukpenning', { minst: '0,25', hogst: 1 })
const faststalldSgi = indata('sgi', 'kr/år', 'Fastställd SGI', { minst: 0 })

interface Kalenderdag {
  /** 28 kap. 7 §: what the benefit is reckoned from, kr a year */
  readonly berakningsunderlag: Regel<'kr/år'>
  /** 28 kap. 10 § first paragraph: a whole day, not yet rounded */
  readonly helDag: Regel<'kr/dag'>
  /** 28 kap. 11 §: at most 543 kr a whole day for the unemployed */
  readonly helDagEfterTak: Regel<'kr/dag'>
  /** 28 kap. 10 § second paragraph: the day at its degree, whole kronor, 50 öre up; rounded once (ADR 0004) */
  readonly sjukpenningPerDag: Regel<'kr/dag'>
}

function kalenderdagsberaknad(sgi: Uttryck<'kr/år'>, tillagg: string): Kalenderdag {
  const berakningsunderlag = regel({
    namn: `berakningsunderlag${tillagg}`,
    rubrik: 'Beräkningsunderlag',
    enhet: 'kr/år',
    lagrum: ['28:7', '27:19'],
    uttryck: gangerU(gangerU(sgi, av(omrakningstal, 'tal')), om(paFortsattningsniva, av(fortsattningsniva, 'tal'), av(normalniva, 'tal'))),
  })
  const helDag = regel({
    namn: `helDag${tillagg}`,
    rubrik: 'Hel sjukpenning per dag, före avrundning',
    enhet: 'kr/dag',
    lagrum: ['28:10 st 1'],
    uttryck: kvot('kr/dag', enligt(berakningsunderlag), konstant(365, 'dagar')),
  })
  const helDagEfterTak = regel({
    namn: `helDagEfterTak${tillagg}`,
    rubrik: 'Hel sjukpenning per dag vid arbetslöshet',
    enhet: 'kr/dag',
    lagrum: ['28:11'],
    uttryck: om(arbetslos, minsta(enligt(helDag), av(arbetslosTak, 'kr/dag')), enligt(helDag)),
  })
  const sjukpenningPerDag = regel({
    namn: `sjukpenningPerDag${tillagg}`,
    rubrik: 'Sjukpenning per dag',
    enhet: 'kr/dag',
    lagrum: ['28:10 st 2', '27:4', '27:45'],
    uttryck: avrundat(gangerU(enligt(helDagEfterTak), omfattning), 'narmaste'),
  })
  return { berakningsunderlag, helDag, helDagEfterTak, sjukpenningPerDag }
}

/** From a decided SGI: what a case uses. */
export const kalenderdag = kalenderdagsberaknad(faststalldSgi, '')
/** From yearly income, floor and ceiling of the day included: what a preview and the command line use. */
export const kalenderdagAvInkomst = kalenderdagsberaknad(enligt(sgiSumma), 'AvInkomst')

// --- reckoned by working time: 28 kap. 12–16 §§ -----------------------------------------------------

const arsarbetstid = indata('arsarbetstid', 'timmar', 'Årsarbetstid', { minst: 0 })
const timmar = indata('timmar', 'timmar', 'Ordinarie arbetstid under dagarna', { minst: 0 })
const antalDagar = indata('antalDagar', 'dagar', 'Antal dagar med sjukpenning på samma nivå', { minst: 1 })

export const timkvot = regel({
  namn: 'timkvot',
  rubrik: 'Sjukpenning per timme',
  enhet: 'kr/timme',
  lagrum: ['28:13 p 1'],
  uttryck: avrundat(kvot('kr/timme', enligt(kalenderdag.berakningsunderlag), arsarbetstid), 'narmaste'),
})

export const arbetstidsberaknadPerDag = regel({
  namn: 'arbetstidsberaknadPerDag',
  rubrik: 'Arbetstidsberäknad sjukpenning per dag',
  enhet: 'kr/dag',
  lagrum: ['28:13', '28:14', '28:16'],
  uttryck: avrundat(gangerU(kvot('kr/dag', produkt('kr', enligt(timkvot), avrundat(timmar, 'narmaste')), antalDagar), omfattning), 'narmaste'),
})

// --- employment and other work at the same time: 28 kap. 17 § ------------------------------------------

/** The part of other work than employment, always reckoned by the calendar (28 kap. 5 § second paragraph). */
export const kalenderdagAnnat = kalenderdagsberaknad(indata('sgiAnnat', 'kr/år', 'Fastställd SGI av annat förvärvsarbete'), 'Annat')

/** A working day: the part of employment by working time (`sgi`), the part of other work by the calendar (`sgiAnnat`), each rounded by its own paragraph. */
export const badaSlagenPerDag = regel({
  namn: 'badaSlagenPerDag',
  rubrik: 'Sjukpenning per dag av anställning och annat förvärvsarbete',
  enhet: 'kr/dag',
  lagrum: ['28:17'],
  uttryck: plusU(enligt(arbetstidsberaknadPerDag), enligt(kalenderdagAnnat.sjukpenningPerDag)),
})

// --- karensavdrag: 27 kap. 27 § ---------------------------------------------------------------------

/** Second paragraph: as much as one whole day. Reckoned at full degree, in whole kronor. */
export const karensavdragKalenderdag = regel({
  namn: 'karensavdragKalenderdag',
  rubrik: 'Karensavdrag',
  enhet: 'kr',
  lagrum: ['27:27 st 2'],
  from: '2019-01-01',
  kalla: 'SFB 27 kap. 27 §, lag (2018:647)',
  uttryck: avrundat(produkt('kr', enligt(kalenderdag.helDagEfterTak), konstant(1, 'dagar')), 'narmaste'),
})

/** What the benefit by working time comes to in an average week: the hourly amount for the yearly working time, over 52 weeks. The law does not say how the week is found. */
export const sjukpenningPerVecka = regel({
  namn: 'sjukpenningPerVecka',
  rubrik: 'Sjukpenning en genomsnittlig vecka',
  enhet: 'kr',
  lagrum: ['27:27 st 3', '28:13 p 1'],
  uttryck: kvot('kr', produkt('kr', enligt(timkvot), arsarbetstid), konstant(52, 'tal')),
})

/** Third paragraph: a fifth of an average week. The law names no rounding; whole kronor, halves up, as 28 kap. 16 §. */
export const karensavdragArbetstid = regel({
  namn: 'karensavdragArbetstid',
  rubrik: 'Karensavdrag',
  enhet: 'kr',
  lagrum: ['27:27 st 3'],
  from: '2019-01-01',
  kalla: 'SFB 27 kap. 27 §, lag (2018:647)',
  uttryck: avrundat(gangerU(enligt(sjukpenningPerVecka), av(karensandelVecka, 'tal')), 'narmaste'),
})
