import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allaLagrum,
  allaSaknade,
  forklara,
  heltal,
  kalenderdagAvInkomst,
  karensavdragArbetstid,
  lagrumstext,
  lonPerAr,
  arbetstidsberaknadPerDag,
  badaSlagenPerDag,
  sgiAnnat,
  sgiAnstallning,
  sgiSumma,
  type Fakta,
  type Tal,
} from '../index.ts'

const perDag = (fakta: Partial<Record<string, unknown>>, dag: string) =>
  forklara(
    kalenderdagAvInkomst.sjukpenningPerDag,
    { inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1, ...fakta } as Fakta,
    datum(dag),
  )
const belopp = (fakta: Record<string, unknown>, dag = '2025-03-01') => {
  const v = perDag(fakta, dag).varde
  return v === null ? null : heltal(v as Tal)
}

describe('kalenderdagsberäknad sjukpenning (28 kap. 7, 10, 11 §§)', () => {
  it.each([
    // [årsinkomst, dag, nivå, omfattning, kronor] worked by hand from the paragraphs
    [588_000, '2025-03-01', false, '1', 1250], // 588 000 × 0,97 × 0,8 ÷ 365 = 1 250,10
    [588_000, '2025-03-01', true, '1', 1172], // × 0,75 = 1 171,97…
    [588_000, '2025-03-01', false, '0,5', 625], // 625,05
    [588_000, '2025-03-01', false, '0,25', 313], // 312,53
    [900_000, '2025-03-01', false, '1', 1250], // ceiling 10 × 58 800
    [73_000, '2025-03-01', true, '1', 146], // exactly 145,50: 50 öre up
    [219_000, '2025-03-01', true, '1', 437],
    [365_000, '2025-03-01', true, '1', 728],
    [511_000, '2025-03-01', true, '1', 1019],
    [400_050, '2025-03-01', false, '1', 850], // down to 400 000: 850,41
    [14_111, '2025-03-01', false, '1', 0], // under 24 % of 58 800 = 14 112
    [14_112, '2025-03-01', false, '1', 30], // 14 100: 29,98
    [400_000, '2018-06-30', false, '1', 725], // ceiling 7,5 × 45 500 = 341 250 → 341 200
    [400_000, '2018-07-01', false, '1', 774], // ceiling 8 × 45 500 = 364 000
  ])('%i kr den %s, fortsättningsnivå %s, omfattning %s ger %i kr', (inkomst, dag, forts, omf, kr) => {
    expect(belopp({ inkomstAnstallning: inkomst, fortsattningsniva: forts, omfattning: omf }, dag)).toBe(kr)
  })

  it('högst 543 kr för en hel dag när personen är arbetslös, taket före graden', () => {
    expect(belopp({ inkomstAnstallning: 588_000, arbetslos: true })).toBe(543)
    expect(belopp({ inkomstAnstallning: 588_000, arbetslos: true, omfattning: '0,5' })).toBe(272) // 271,50
    expect(belopp({ inkomstAnstallning: 588_000, arbetslos: true, omfattning: '0,25' })).toBe(136)
    expect(belopp({ inkomstAnstallning: 200_000, arbetslos: true })).toBe(425) // below the ceiling
  })

  it('svarar att taket för arbetslösa inte är känt före 2022, i stället för att hitta på', () => {
    const svar = perDag({ inkomstAnstallning: 588_000, arbetslos: true }, '2021-12-31')
    expect(svar.varde).toBeNull()
    expect(allaSaknade(svar.forklaring).map((s) => s.text)).toContain(
      'Högsta hela sjukpenning vid arbetslöshet är inte känt före 2022-01-01.',
    )
    expect(belopp({ inkomstAnstallning: 588_000 }, '2021-12-31')).toBe(810) // 8 × 47 600 = 380 800
  })

  it('svarar att lagen inte är känd före balken och att prisbasbeloppet inte är känt efter 2026', () => {
    expect(perDag({ inkomstAnstallning: 300_000 }, '2010-12-31').varde).toBeNull()
    expect(allaSaknade(perDag({ inkomstAnstallning: 300_000 }, '2027-01-01').forklaring)[0]!.text).toMatch(
      /Prisbasbeloppet är inte känt efter 2026-12-31/,
    )
  })

  it('en uppgift som saknas blir aldrig noll', () => {
    const svar = perDag({ inkomstAnstallning: undefined }, '2025-03-01')
    expect(svar.varde).toBeNull()
    expect(allaSaknade(svar.forklaring).map((s) => s.namn)).toContain('inkomstAnstallning')
  })

  it('visar paragraf, parameter med datum och räkning i varje led', () => {
    const f = perDag(
      { inkomstAnstallning: { varde: 588_000, kalla: { typ: 'arbetsgivare', text: 'lönebesked' } } },
      '2025-03-01',
    ).forklaring
    expect(f.resultat).toBe('1\u00a0250 kr per dag')
    expect(f.rakning).toMatch(/1\u00a0250,1041 × 1, avrundat till närmaste hela krona/)
    const texter = allaLagrum(f).map(lagrumstext)
    for (const l of ['28 kap. 10 § andra stycket', '28 kap. 7 §', '25 kap. 5 §', '2 kap. 7 §', '25 kap. 3 § andra stycket 3'])
      expect(texter).toContain(l)
    expect(JSON.stringify(f)).toContain('lönebesked')
  })

  it('stiger aldrig när inkomsten sjunker och går aldrig över taket', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        fc.boolean(),
        fc.constantFrom('0,25', '0,5', '0,75', '1'),
        (ink, mer, forts, omfattning) => {
          const a = belopp({ inkomstAnstallning: ink, fortsattningsniva: forts, omfattning })!
          const b = belopp({ inkomstAnstallning: ink + mer, fortsattningsniva: forts, omfattning })!
          expect(b).toBeGreaterThanOrEqual(a)
          expect(b).toBeLessThanOrEqual(1250)
        },
      ),
    )
  })

  it('är densamma som ett fristående BigInt-facit för varje hundratal, nivå och grad', () => {
    for (let sgi = 14_200; sgi <= 588_000; sgi += 100) {
      for (const [forts, pct] of [
        [false, 80n],
        [true, 75n],
      ] as const) {
        const n = BigInt(sgi) * 97n * pct
        const facit = Number((2n * n + 3_650_000n) / 7_300_000n)
        expect(belopp({ inkomstAnstallning: sgi, fortsattningsniva: forts })).toBe(facit)
      }
    }
  })
})

describe('SGI (25 kap. 3 och 5 §§)', () => {
  const sgi = (anst: number, annat: number) =>
    [sgiAnstallning, sgiAnnat, sgiSumma].map((r) =>
      heltal(forklara(r, { inkomstAnstallning: anst, inkomstAnnat: annat }, datum('2025-03-01')).varde as Tal),
    )
  it('räknar inkomstslagen var för sig, avrundar nedåt och tar först bort annat förvärvsarbete över taket', () => {
    expect(sgi(300_050, 100_090)).toEqual([300_000, 100_000, 400_000])
    expect(sgi(500_000, 200_000)).toEqual([500_000, 88_000, 588_000])
    expect(sgi(600_000, 50_000)).toEqual([588_000, 0, 588_000])
    expect(sgi(7_000, 7_111)).toEqual([0, 0, 0])
  })
})

describe('arbetstidsberäknad sjukpenning (28 kap. 13–16 §§)', () => {
  it('avrundar timkvoten, timmarna och dagen, var för sig', () => {
    // 300 000 × 0,97 × 0,8 = 232 800; ÷ 1 980 h = 117,58 → 118 kr; 21,5 h → 22 h; 118 × 22 ÷ 3 = 865,33 → 865
    const v = forklara(
      arbetstidsberaknadPerDag,
      { sgi: 300_000, fortsattningsniva: false, arsarbetstid: 1980, timmar: '21,5', antalDagar: 3, omfattning: 1 },
      datum('2025-03-01'),
    )
    expect(heltal(v.varde as Tal)).toBe(865)
  })
})

describe('karensavdrag när sjukpenningen arbetstidsberäknas (27 kap. 27 § tredje stycket)', () => {
  it('är 20 procent av sjukpenningen en genomsnittlig vecka', () => {
    // 118 kr × 1 980 h ÷ 52 = 4 493,08; 20 % = 898,62 → 899
    const v = forklara(karensavdragArbetstid, { sgi: 300_000, fortsattningsniva: false, arsarbetstid: 1980 }, datum('2025-03-01'))
    expect(heltal(v.varde as Tal)).toBe(899)
  })
})

describe('minskning för lön under sjukdom (28 kap. 19–21 §§)', () => {
  // The ceiling of 2025 is 588 000 kr a year, 49 000 kr a month.
  const m = (
    perManad: { arbete: number; sjuk: number; overTak?: number },
    mer: { antalDagar?: number; omfattning?: string; fortsattningsniva?: boolean } = {},
  ) =>
    heltal(
      forklara(
        lonPerAr.minskning,
        {
          lonIArbetePerAr: perManad.arbete * 12,
          lonUnderSjukdomPerAr: perManad.sjuk * 12,
          lonUnderSjukdomOverTakPerAr: (perManad.overTak ?? 0) * 12,
          antalDagar: 365,
          omfattning: '1',
          fortsattningsniva: false,
          ...mer,
        },
        datum('2025-03-01'),
      ).varde as Tal,
    )

  it('drar av det som överstiger tio procent av lönen', () => {
    expect(m({ arbete: 30_000, sjuk: 3_000 })).toBe(0)
    expect(m({ arbete: 30_000, sjuk: 4_000 })).toBe(12_000)
  })

  it('avrundar en gång nedåt till hel krona för alla dagarna, och följer graden', () => {
    // 1 000 × 12 ÷ 365 = 32,877 kr om dagen; 30 dagar 986,30; halv 493,15
    expect(m({ arbete: 30_000, sjuk: 4_000 }, { antalDagar: 30 })).toBe(986)
    expect(m({ arbete: 30_000, sjuk: 4_000 }, { antalDagar: 30, omfattning: '0,5' })).toBe(493)
  })

  it('över taket minskar bara det som överstiger 90 procent av lönen där, på fortsättningsnivån 85', () => {
    // 60 000 kr i månaden: 11 000 ligger över taket. Arbetsgivaren betalar 10 % under taket och 90 % över.
    expect(m({ arbete: 60_000, sjuk: 4_900 + 9_900, overTak: 9_900 })).toBe(0)
    expect(m({ arbete: 60_000, sjuk: 4_900 + 9_900, overTak: 9_900 }, { fortsattningsniva: true })).toBe((9_900 - 9_350) * 12)
    expect(m({ arbete: 60_000, sjuk: 4_900 + 10_400, overTak: 10_400 })).toBe(500 * 12)
    // The same money, all of it for pay below the ceiling, takes off far more.
    expect(m({ arbete: 60_000, sjuk: 4_900 + 9_900 })).toBe(9_900 * 12)
  })

  it('lön precis vid taket har ingen del över det', () => {
    const over = (perAr: number) => heltal(forklara(lonPerAr.lonOverTaket, { lonIArbetePerAr: perAr }, datum('2025-03-01')).varde as Tal)
    expect([over(588_000), over(588_001)]).toEqual([0, 1])
  })
})

describe('anställning och annat förvärvsarbete samtidigt (28 kap. 17 §)', () => {
  it('räknar anställningen efter arbetstid och det andra per kalenderdag, avrundade var för sig', () => {
    // Anställning: 300 000 → 118 kr/h × 37,5 → 38 h ÷ 5 dagar = 896,8 → 897. Annat: 100 000 × 0,776 ÷ 365 = 212,6 → 213
    const v = forklara(
      badaSlagenPerDag,
      {
        sgi: 300_000,
        sgiAnnat: 100_000,
        fortsattningsniva: false,
        arbetslos: false,
        arsarbetstid: 1980,
        timmar: '37,5',
        antalDagar: 5,
        omfattning: 1,
      },
      datum('2025-03-01'),
    )
    expect(heltal(v.varde as Tal)).toBe(897 + 213)
  })
})
