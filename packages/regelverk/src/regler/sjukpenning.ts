import { karensandelVecka } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, indata, konstant, kvot, plusU, procentAv, produkt } from '../uttryck.ts'
import { arbetstidsberaknad, arsarbetstidHela } from './arbetstid.ts'
import { faststalldSgi, kalenderdagsberaknad } from './kalenderdag.ts'
import { sgiSumma } from './sgi.ts'

/** From a decided SGI: what a case uses. */
export const kalenderdag = kalenderdagsberaknad({ sgi: faststalldSgi })
/** From yearly income, floor and ceiling of the day included: what a preview and the command line use. */
export const kalenderdagAvInkomst = kalenderdagsberaknad({ sgi: enligt(sgiSumma), tillagg: 'AvInkomst' })

// --- reckoned by working time: 28 kap. 12–16 §§ -----------------------------------------------------

export const { timkvot, perDag: arbetstidsberaknadPerDag } = arbetstidsberaknad({ underlag: kalenderdag.berakningsunderlag })

// --- employment and other work at the same time: 28 kap. 17 § ------------------------------------------

/** The part of other work than employment, always reckoned by the calendar (28 kap. 5 § second paragraph). */
export const kalenderdagAnnat = kalenderdagsberaknad({
  sgi: indata('sgiAnnat', 'kr/år', 'Fastställd SGI av annat förvärvsarbete'),
  tillagg: 'Annat',
})

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
  from: '2019-01-01',
  kalla: 'SFB 27 kap. 27 §, lag (2018:647)',
  uttryck: kvot('kr', produkt('kr', enligt(timkvot), enligt(arsarbetstidHela)), konstant(52, 'tal')),
})

/** Third paragraph: a fifth of an average week. The law names no rounding; whole kronor, halves up, as 28 kap. 16 §. */
export const karensavdragArbetstid = regel({
  namn: 'karensavdragArbetstid',
  rubrik: 'Karensavdrag',
  enhet: 'kr',
  lagrum: ['27:27 st 3'],
  from: '2019-01-01',
  kalla: 'SFB 27 kap. 27 §, lag (2018:647)',
  uttryck: avrundat(procentAv(enligt(sjukpenningPerVecka), av(karensandelVecka, 'procent')), 'narmaste'),
})
