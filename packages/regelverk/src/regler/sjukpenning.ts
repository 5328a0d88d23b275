import { karensandelVecka, lonOverTakFortsattning, lonOverTakNormal, lonUtanMinskning } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, gangerU, indata, konstant, kvot, minusU, om, plusU, produkt, storsta } from '../uttryck.ts'
import { arbetstidsberaknad, arsarbetstidHela } from './arbetstid.ts'
import { faststalldSgi, kalenderdagsberaknad, paFortsattningsniva } from './kalenderdag.ts'
import { sgiSumma } from './sgi.ts'

/** From a decided SGI: what a case uses. */
export const kalenderdag = kalenderdagsberaknad({ sgi: faststalldSgi })
/** From yearly income, floor and ceiling of the day included: what a preview and the command line use. */
export const kalenderdagAvInkomst = kalenderdagsberaknad({ sgi: enligt(sgiSumma), tillagg: 'AvInkomst' })

// --- reckoned by working time: 28 kap. 12–16 §§ -----------------------------------------------------

export const { timkvot, perDag: arbetstidsberaknadPerDag } = arbetstidsberaknad({ underlag: kalenderdag.berakningsunderlag })

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
  uttryck: avrundat(gangerU(enligt(sjukpenningPerVecka), av(karensandelVecka, 'tal')), 'narmaste'),
})

// --- pay from the employer for the same time: 28 kap. 19–21 §§ ---------------------------------------

const lonUnderSjukdom = indata('lonUnderSjukdom', 'kr', 'Lön under sjukdom, del under SGI-taket')
const lonIArbete = indata('lonIArbete', 'kr', 'Lön om personen hade arbetat, del under SGI-taket')
const lonUnderSjukdomOverTak = indata('lonUnderSjukdomOverTak', 'kr', 'Lön under sjukdom, del över SGI-taket')
const lonIArbeteOverTak = indata('lonIArbeteOverTak', 'kr', 'Lön om personen hade arbetat, del över SGI-taket')
const inget = konstant(0, 'kr')

/** 19 § both paragraphs and 21 § (down to whole kronor): kr to take off for the same time. */
export const minskningForLon = regel({
  namn: 'minskningForLon',
  rubrik: 'Minskning för lön under sjukdom',
  enhet: 'kr',
  lagrum: ['28:19', '28:21 st 1'],
  uttryck: avrundat(
    plusU(
      storsta(inget, minusU(lonUnderSjukdom, gangerU(lonIArbete, av(lonUtanMinskning, 'tal')))),
      storsta(inget, minusU(lonUnderSjukdomOverTak, gangerU(lonIArbeteOverTak, om(paFortsattningsniva, av(lonOverTakFortsattning, 'tal'), av(lonOverTakNormal, 'tal'))))),
    ),
    'ned',
  ),
})
