import { expect, it } from 'vitest'
import {
  avslagsstaplar,
  budgetstaplar,
  inflodesstaplar,
  prognosstaplar,
  topptext,
  trendstaplar,
  type Trendar,
  type Uppfoljning,
} from './siffror.ts'

it('inflödet visar året bredvid året före, och bara månader som finns', () => {
  expect(
    inflodesstaplar(
      {
        inflode: [
          { ar: 2025, manader: [4, 5] },
          { ar: 2026, manader: [6] },
        ],
      },
      2026,
    ),
  ).toEqual([
    { namn: 'januari', varde: 6, text: '6', mer: ['4'] },
    { namn: 'februari', varde: 0, text: '–', mer: ['5'] },
  ])
})

it('prognosen skiljer utfall från väntat, säger intervall och bemanning, och när toppen kommer', () => {
  const p = {
    ar: 2026,
    niva: 0.9,
    helar: 120.4,
    topp: { manad: 12, antal: 30.6 },
    larAr: [2024, 2025],
    metod: 'm',
    traff: null,
    manader: [
      { manad: 1, utfall: 9, prognos: 8, intervall: null, bemanning: null, bemanningOvre: null },
      { manad: 12, utfall: null, prognos: 30.6, intervall: { fran: 20, till: 41.2 }, bemanning: 1, bemanningOvre: 2 },
    ],
  } as NonNullable<Uppfoljning['prognos']>
  expect(prognosstaplar(p)).toMatchObject([
    { namn: 'januari', varde: 9, text: '9', mer: ['utfall', '–'] },
    { namn: 'december', text: '31 väntas', mer: ['20–41', '1, högst 2'] },
  ])
  expect(topptext(p)).toBe('Toppen väntas i december: 31 ansökningar. Hela året väntas 120.')
})

it('avslagen står efter skäl, det vanligaste först, utan dem som inte förekommer', () => {
  const noll = { ansokningar: 0, rader: 0, kostnadOre: 0 }
  const a = {
    perSkal: {
      forSent: { ansokningar: 1, rader: 2, kostnadOre: 90_000_000 },
      felAr: noll,
      dubblett: { ansokningar: 3, rader: 5, kostnadOre: 10_000_000 },
    },
  } as unknown as Uppfoljning['avslag']
  // Whole kronor, as all follow-up has them.
  expect(avslagsstaplar(a).map((s) => [s.varde, ...s.mer!].map((x) => String(x).replaceAll('\u00a0', ' ')))).toEqual([
    ['5', '3', '100 000 kr'],
    ['2', '1', '900 000 kr'],
  ])
})

it('det beviljade visas bara för månader som har börjat, även när de gav noll', () => {
  const b = { perManad: [5, 0, ...Array.from({ length: 10 }, () => null)] } as unknown as NonNullable<Uppfoljning['budget']>
  expect(budgetstaplar(b).map((s) => [s.namn, s.varde])).toEqual([
    ['januari', 5],
    ['februari', 0],
  ])
})

it('stödet år för år börjar där något är känt, säger var stödet byts och vad som inte är känt', () => {
  const del = (belopp: number | null, kandaManader: number, manader: number) => ({ belopp, kandaManader, manader })
  const trend: Trendar[] = [
    { ar: 2016, arbetsplatsnara: del(null, 0, 12), arbetsplatsinriktat: null, sammanlagt: null, brott: false, individer: 'inga' },
    {
      ar: 2018,
      arbetsplatsnara: del(700, 7, 7),
      arbetsplatsinriktat: del(400, 4, 5),
      sammanlagt: null,
      brott: true,
      individer: 'franBrottet',
    },
    { ar: 2019, arbetsplatsnara: null, arbetsplatsinriktat: del(9, 2, 2), sammanlagt: 9, brott: false, individer: 'hela' },
  ]
  expect(trendstaplar(trend, 2019).map((s) => [s.namn, s.text, ...s.mer!].join('|').replaceAll('\u00a0', ' '))).toEqual([
    '2018, stödet byts|inte känt|700 kr|400 kr (4 av 5 månader)',
    '2019, hittills|9 kr|–|9 kr',
  ])
})
