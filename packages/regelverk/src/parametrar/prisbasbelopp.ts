import { parameter } from '../parameter.ts'

const ar = (arDet: number, varde: number, kalla: string) => ({ from: `${arDet}-01-01`, tom: `${arDet}-12-31`, varde, kalla })
const supplerat = (arDet: number, varde: number) =>
  ({ ...ar(arDet, varde, 'uppgift i uppdraget; förordningens text finns inte i källorna'), utanforKallorna: true }) as const

/** Prisbasbelopp, kronor for the calendar year (2 kap. 6–7 §§ SFB). */
export const prisbasbelopp = parameter({
  namn: 'prisbasbelopp',
  rubrik: 'Prisbasbeloppet',
  enhet: 'kr/år',
  lagrum: ['2:6', '2:7'],
  varden: [
    ar(2009, 42_800, 'förordning (2008:753)'),
    ar(2010, 42_400, 'förordning (2009:924)'),
    ar(2011, 42_800, 'förordning (2010:1132)'),
    ar(2012, 44_000, 'förordning (2011:1015)'),
    ar(2013, 44_500, 'förordning (2012:558)'),
    ar(2014, 44_400, 'förordning (2013:715)'),
    supplerat(2015, 44_500),
    ar(2016, 44_300, 'förordning (2015:536)'),
    ar(2017, 44_800, 'förordning (2016:863)'),
    ar(2018, 45_500, 'förordning (2017:865)'),
    ar(2019, 46_500, 'förordning (2018:1549)'),
    ar(2020, 47_300, 'förordning (2019:572)'),
    supplerat(2021, 47_600),
    supplerat(2022, 48_300),
    ar(2023, 52_500, 'förordning (2022:1398)'),
    ar(2024, 57_300, 'förordning (2023:532)'),
    ar(2025, 58_800, 'förordning (2024:663)'),
    supplerat(2026, 59_200),
  ],
})
