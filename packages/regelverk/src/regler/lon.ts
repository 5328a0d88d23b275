import { lonOverTakFortsattning, lonOverTakNormal, lonUtanMinskning, prisbasbelopp, sgiTak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, gangerU, iKronor, indata, konstant, kvot, minsta, minusU, om, plusU, procentAv, produkt, storsta } from '../uttryck.ts'
import { omfattning, paFortsattningsniva } from './kalenderdag.ts'

// Pay from the employer during sickness: 28 kap. 19–21 §§ SFB. Amounts are reckoned for a whole year and full absence.

const lonIArbete = indata('lonIArbetePerAr', 'kr/år', 'Lön för ett år om personen hade arbetat')
const lonUnderSjukdom = indata('lonUnderSjukdomPerAr', 'kr/år', 'Lön under sjukdom, omräknad till ett år och hel frånvaro')
const lonUnderSjukdomOverTak = indata('lonUnderSjukdomOverTakPerAr', 'kr/år', 'Lön under sjukdom som lämnas för lön över SGI-taket, omräknad till ett år och hel frånvaro')
const antalDagar = indata('antalDagar', 'dagar', 'Antal dagar som sjukpenningen avser')
const inget = konstant(0, 'kr/år')

/** The highest SGI (25 kap. 5 § second paragraph): pay above it is treated apart. */
export const hogstaSgi = regel({
  namn: 'hogstaSgi',
  rubrik: 'Högsta sjukpenninggrundande inkomst',
  enhet: 'kr/år',
  lagrum: ['25:5 st 2'],
  uttryck: iKronor(av(sgiTak, 'prisbasbelopp'), av(prisbasbelopp, 'kr/år')),
})

/** The part of the year's pay in work that lies above the highest SGI. */
export const lonOverTaket = regel({
  namn: 'lonOverTaket',
  rubrik: 'Lön i arbete över SGI-taket',
  enhet: 'kr/år',
  lagrum: ['28:19 st 2'],
  uttryck: storsta(inget, minusU(lonIArbete, enligt(hogstaSgi))),
})

/** 19 § first paragraph: what the pay during sickness exceeds ten per cent of the pay in work with, below the ceiling. */
export const minskningUnderTaket = regel({
  namn: 'minskningUnderTaket',
  rubrik: 'Minskning för lön under SGI-taket',
  enhet: 'kr/år',
  lagrum: ['28:19 st 1'],
  uttryck: storsta(inget, minusU(minusU(lonUnderSjukdom, lonUnderSjukdomOverTak), procentAv(minsta(lonIArbete, enligt(hogstaSgi)), av(lonUtanMinskning, 'procent')))),
})

/** 19 § second paragraph: above the ceiling only what exceeds 90 (normal level) or 85 per cent of the pay in work. */
export const minskningOverTaket = regel({
  namn: 'minskningOverTaket',
  rubrik: 'Minskning för lön över SGI-taket',
  enhet: 'kr/år',
  lagrum: ['28:19 st 2'],
  uttryck: storsta(inget, minusU(lonUnderSjukdomOverTak, procentAv(enligt(lonOverTaket), om(paFortsattningsniva, av(lonOverTakFortsattning, 'procent'), av(lonOverTakNormal, 'procent'))))),
})

/** What is taken off the sjukpenning of `antalDagar` calendar days at its degree: kr, down to a whole krona (21 §), rounded once for the days together. */
export const minskningForLon = regel({
  namn: 'minskningForLon',
  rubrik: 'Minskning för lön under sjukdom',
  enhet: 'kr',
  lagrum: ['28:19', '28:20', '28:21 st 1'],
  uttryck: avrundat(gangerU(produkt('kr', kvot('kr/dag', plusU(enligt(minskningUnderTaket), enligt(minskningOverTaket)), konstant(365, 'dagar')), antalDagar), omfattning), 'ned'),
})
