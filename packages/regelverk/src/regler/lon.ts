import type { Regel, Uttryck } from '../definition.ts'
import { lonOverTakFortsattning, lonOverTakNormal, lonUtanMinskning, prisbasbelopp, sgiTak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import {
  av,
  avrundat,
  gangerU,
  iKronor,
  indata,
  konstant,
  kvot,
  minsta,
  minusU,
  om,
  plusU,
  procentAv,
  produkt,
  storsta,
} from '../uttryck.ts'
import { omfattning, paFortsattningsniva } from './kalenderdag.ts'

// Pay from the employer during sickness: 28 kap. 19–21 §§ SFB. Amounts are reckoned for a whole year and full absence.

const antalDagar = indata('antalDagar', 'dagar', 'Antal dagar som sjukpenningen avser')
const inget = konstant(0, 'kr/år')
const MANADER = konstant(12, 'tal')

/** The highest SGI (25 kap. 5 § second paragraph): pay above it is treated apart. */
export const hogstaSgi = regel({
  namn: 'hogstaSgi',
  rubrik: 'Högsta sjukpenninggrundande inkomst',
  enhet: 'kr/år',
  lagrum: ['25:5 st 2'],
  uttryck: iKronor(av(sgiTak, 'prisbasbelopp'), av(prisbasbelopp, 'kr/år')),
})

/** The same as pay a month, down to whole kronor: for who compares a monthly pay with the ceiling. */
export const hogstaSgiPerManad = regel({
  namn: 'hogstaSgiPerManad',
  rubrik: 'Månadslön som svarar mot högsta sjukpenninggrundande inkomst',
  enhet: 'kr/månad',
  lagrum: ['25:5 st 2'],
  uttryck: avrundat(kvot('kr/månad', enligt(hogstaSgi), MANADER), 'ned'),
})

export interface Loneminskning {
  /** the part of the year's pay in work that lies above the highest SGI */
  readonly lonOverTaket: Regel<'kr/år'>
  /** 19 § first paragraph: what the pay during sickness exceeds ten per cent of the pay in work with, below the ceiling */
  readonly underTaket: Regel<'kr/år'>
  /** 19 § second paragraph: above the ceiling only what exceeds 90 (normal level) or 85 per cent of the pay in work */
  readonly overTaket: Regel<'kr/år'>
  /** what is taken off the sjukpenning of `antalDagar` calendar days at its degree: kr, down to a whole krona (21 §), rounded once for the days together */
  readonly minskning: Regel<'kr'>
}

interface Loneuppgifter {
  readonly tillagg: string
  readonly iArbete: Uttryck<'kr/år'>
  readonly underSjukdom: Uttryck<'kr/år'>
  readonly underSjukdomOverTak: Uttryck<'kr/år'>
  readonly genom?: readonly string[]
}

/** 19–21 §§ for pay however it is told: the only place where they are reckoned. */
function loneminskning(l: Loneuppgifter): Loneminskning {
  const genom = l.genom ?? []
  const lonOverTaket = regel({
    namn: `lonOverTaket${l.tillagg}`,
    rubrik: 'Lön i arbete över SGI-taket',
    enhet: 'kr/år',
    lagrum: ['28:19 st 2'],
    uttryck: storsta(inget, minusU(l.iArbete, enligt(hogstaSgi))),
  })
  const underTaket = regel({
    namn: `minskningUnderTaket${l.tillagg}`,
    rubrik: 'Minskning för lön under SGI-taket',
    enhet: 'kr/år',
    lagrum: ['28:19 st 1', ...genom],
    uttryck: storsta(
      inget,
      minusU(
        minusU(l.underSjukdom, l.underSjukdomOverTak),
        procentAv(minsta(l.iArbete, enligt(hogstaSgi)), av(lonUtanMinskning, 'procent')),
      ),
    ),
  })
  const overTaket = regel({
    namn: `minskningOverTaket${l.tillagg}`,
    rubrik: 'Minskning för lön över SGI-taket',
    enhet: 'kr/år',
    lagrum: ['28:19 st 2'],
    uttryck: storsta(
      inget,
      minusU(
        l.underSjukdomOverTak,
        procentAv(enligt(lonOverTaket), om(paFortsattningsniva, av(lonOverTakFortsattning, 'procent'), av(lonOverTakNormal, 'procent'))),
      ),
    ),
  })
  const minskning = regel({
    namn: `minskningForLon${l.tillagg}`,
    rubrik: 'Minskning för lön under sjukdom',
    enhet: 'kr',
    lagrum: ['28:19', '28:20', '28:21 st 1'],
    uttryck: avrundat(
      gangerU(produkt('kr', kvot('kr/dag', plusU(enligt(underTaket), enligt(overTaket)), konstant(365, 'dagar')), antalDagar), omfattning),
      'ned',
    ),
  })
  return { lonOverTaket, underTaket, overTaket, minskning }
}

/** Pay told for a year and full absence. */
export const lonPerAr = loneminskning({
  tillagg: '',
  iArbete: indata('lonIArbetePerAr', 'kr/år', 'Lön för ett år om personen hade arbetat'),
  underSjukdom: indata('lonUnderSjukdomPerAr', 'kr/år', 'Lön under sjukdom, omräknad till ett år och hel frånvaro'),
  underSjukdomOverTak: indata(
    'lonUnderSjukdomOverTakPerAr',
    'kr/år',
    'Lön under sjukdom som lämnas för lön över SGI-taket, omräknad till ett år och hel frånvaro',
  ),
})

const franvaro = indata('franvaro', 'tal', 'Frånvaron som lönen under sjukdomen gäller, andel av hel', { minst: '0,25', hogst: 1 })
const manad = (namn: string, rubrik: string) => indata(namn, 'kr/månad', rubrik)
/** ”För år räknat” (19 § second paragraph): twelve months. */
const forAr = (belopp: Uttryck<'kr/månad'>): Uttryck<'kr/år'> => produkt('kr/år', belopp, MANADER)
const vidHelFranvaro = (belopp: Uttryck<'kr/månad'>): Uttryck<'kr/år'> => kvot('kr/år', forAr(belopp), franvaro)

/** Pay as employers tell it: a month, at the absence there is. What group insurance gives is pay (20 §). */
export const lonPerManad = loneminskning({
  tillagg: 'AvManadslon',
  genom: ['28:20'],
  iArbete: forAr(manad('lonIArbetePerManad', 'Månadslön om personen hade arbetat')),
  underSjukdom: vidHelFranvaro(
    plusU(
      manad('lonUnderSjukdomPerManad', 'Månadslön under sjukdomen'),
      manad('gruppsjukforsakringPerManad', 'Ersättning per månad från fri gruppsjukförsäkring enligt kollektivavtal'),
    ),
  ),
  underSjukdomOverTak: vidHelFranvaro(
    manad('lonUnderSjukdomOverTakPerManad', 'Månadslön under sjukdomen som lämnas för lön över SGI-taket'),
  ),
})
