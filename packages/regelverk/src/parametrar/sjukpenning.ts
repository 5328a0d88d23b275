import { parameter } from '../parameter.ts'
import { SFB_I_KRAFT } from '../regel.ts'

const KALLA = 'SFB (2010:110), lydelse september 2025'
const sedan2011 = (varde: number | string) => [{ from: SFB_I_KRAFT, varde, kalla: KALLA }]

export const sgiGolv = parameter({
  namn: 'sgiGolv',
  rubrik: 'Lägsta årsinkomst för SGI, andel av prisbasbeloppet',
  enhet: 'procent',
  lagrum: ['25:3 st 2 p 3'],
  varden: sedan2011(24),
})

export const sgiTak = parameter({
  namn: 'sgiTak',
  rubrik: 'Högsta SGI, antal prisbasbelopp',
  enhet: 'prisbasbelopp',
  lagrum: ['25:5 st 2'],
  varden: [
    {
      from: SFB_I_KRAFT,
      tom: '2018-06-30',
      varde: '7,5',
      kalla: 'uppgift i uppdraget; äldre lydelse finns inte i källorna',
      utanforKallorna: true,
    },
    {
      from: '2018-07-01',
      tom: '2021-12-31',
      varde: '8,0',
      kalla: 'uppgift i uppdraget; äldre lydelse finns inte i källorna',
      utanforKallorna: true,
    },
    { from: '2022-01-01', varde: '10,0', kalla: 'SFB 25 kap. 5 §, lag (2021:1240)' },
  ],
})

export const omrakningstal = parameter({
  namn: 'omrakningstal',
  rubrik: 'Talet som SGI multipliceras med',
  enhet: 'tal',
  lagrum: ['28:7'],
  varden: sedan2011('0,97'),
})
export const normalniva = parameter({
  namn: 'normalniva',
  rubrik: 'Andel på normalnivån',
  enhet: 'procent',
  lagrum: ['28:7 p 1'],
  varden: sedan2011(80),
})
export const fortsattningsniva = parameter({
  namn: 'fortsattningsniva',
  rubrik: 'Andel på fortsättningsnivån',
  enhet: 'procent',
  lagrum: ['28:7 p 2'],
  varden: sedan2011(75),
})

export const arbetslosTak = parameter({
  namn: 'arbetslosTak',
  rubrik: 'Högsta hela sjukpenning vid arbetslöshet',
  enhet: 'kr/dag',
  lagrum: ['28:11'],
  varden: [{ from: '2022-01-01', varde: 543, kalla: 'SFB 28 kap. 11 §, lag (2021:1240)' }],
})

export const karensandelVecka = parameter({
  namn: 'karensandelVecka',
  rubrik: 'Karensavdrag vid arbetstidsberäkning, andel av en veckas sjukpenning',
  enhet: 'procent',
  lagrum: ['27:27 st 3'],
  varden: [{ from: '2019-01-01', varde: 20, kalla: 'SFB 27 kap. 27 §, lag (2018:647)' }],
})

export const lonUtanMinskning = parameter({
  namn: 'lonUtanMinskning',
  rubrik: 'Lön under sjukdom som inte minskar sjukpenningen, andel av lönen',
  enhet: 'procent',
  lagrum: ['28:19 st 1'],
  varden: sedan2011(10),
})
export const lonOverTakNormal = parameter({
  namn: 'lonOverTakNormal',
  rubrik: 'Lön över SGI-taket som inte minskar sjukpenningen, normalnivån',
  enhet: 'procent',
  lagrum: ['28:19 st 2 p 1'],
  varden: sedan2011(90),
})
export const lonOverTakFortsattning = parameter({
  namn: 'lonOverTakFortsattning',
  rubrik: 'Lön över SGI-taket som inte minskar sjukpenningen, fortsättningsnivån',
  enhet: 'procent',
  lagrum: ['28:19 st 2 p 2'],
  varden: sedan2011(85),
})
