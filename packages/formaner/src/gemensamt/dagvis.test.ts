import type { Utbetalningsrad } from '@atergang/arende'
import { datum, dagarI, plusDagar, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arBehallen, dagskillnader, laggSamman } from './dagvis.ts'
import { totalt } from './utbetalning.ts'

const START = datum('2026-01-05')

/** Rows that follow on each other, with pay and karens taken off some of them. */
const rader = fc
  .array(
    fc.record({
      dagar: fc.integer({ min: 1, max: 12 }),
      glapp: fc.integer({ min: 0, max: 2 }),
      kronorPerDag: fc.integer({ min: 0, max: 1300 }),
      lon: fc.integer({ min: 0, max: 900 }),
      karens: fc.integer({ min: 0, max: 1300 }),
      enstaka: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((xs) => {
    let dag = START
    return xs.map((x): Utbetalningsrad => {
      const from = plusDagar(dag, x.glapp)
      const tom = plusDagar(from, x.dagar - 1)
      dag = plusDagar(tom, 1)
      const alla = dagarI({ from, tom })
      const betalda = x.enstaka ? alla.filter((_, i) => i % 2 === 0) : alla
      const brutto = x.kronorPerDag * betalda.length
      const lon = Math.min(x.lon * betalda.length, brutto)
      const karens = Math.min(x.karens, brutto - lon)
      return {
        from,
        tom,
        grad: 1,
        niva: 'normal',
        dagar: betalda.length,
        ...(x.enstaka ? { betaldaDagar: betalda } : {}),
        kronorPerDag: x.kronorPerDag,
        avdrag: [
          ...(lon ? [{ slag: 'lon' as const, kronor: lon, text: 'Lön.' }] : []),
          ...(karens ? [{ slag: 'karensavdrag' as const, kronor: karens, text: 'Karens.' }] : []),
        ],
        summa: brutto - lon - karens,
        forklaring: { namn: 'x', rubrik: 'X', lagrum: [], utfall: 'beraknat' },
      }
    })
  })

const grad = () => 1
const utfall = (gamla: readonly Utbetalningsrad[], nya: readonly Utbetalningsrad[], far: (dag: Datum) => boolean) =>
  laggSamman(gamla, nya, { far, grad, lagrum: '113:8' })

describe('två versioner av ett underlag lagda samman dag för dag', () => {
  it('ger aldrig mindre än förut, varken i summa eller på någon sträcka, när ingen dag får sänkas', () => {
    fc.assert(
      fc.property(rader, rader, (gamla, nya) => {
        const ut = utfall(gamla, nya, () => false).rader
        expect(totalt(ut)).toBeGreaterThanOrEqual(Math.max(totalt(gamla), totalt(nya)))
        for (const s of dagskillnader(gamla, ut)) expect(s.efter).toBeGreaterThan(s.fore)
      }),
    )
  })

  it('är den nya versionen där dagarna får sänkas, och minst den gamla på de andra', () => {
    fc.assert(
      fc.property(rader, rader, fc.nat(60), (gamla, nya, n) => {
        const grans = plusDagar(START, n)
        const ut = utfall(gamla, nya, (d) => d > grans).rader
        const fore = (d: Datum) => d <= grans
        for (const s of dagskillnader(nya, ut, fore)) expect(s.from <= grans && s.efter > s.fore).toBe(true)
        for (const s of dagskillnader(gamla, ut, fore)) if (s.from <= grans) expect(s.efter).toBeGreaterThan(s.fore)
      }),
    )
  })

  it('betalar aldrig en dag två gånger, räknar varje rad rätt, och rör ingenting när inget blir mindre', () => {
    fc.assert(
      fc.property(rader, rader, (gamla, nya) => {
        const { rader: ut, behallna } = utfall(gamla, nya, () => false)
        const dagar = ut.flatMap((r) => r.betaldaDagar ?? dagarI(r))
        expect(new Set(dagar).size).toBe(dagar.length)
        for (const r of ut) {
          expect(r.summa).toBe(r.kronorPerDag * r.dagar - r.avdrag.reduce((n, a) => n + a.kronor, 0))
          expect(r.dagar).toBe((r.betaldaDagar ?? dagarI(r)).length)
          expect(r.summa).toBeGreaterThanOrEqual(0)
        }
        expect(ut.some(arBehallen)).toBe(behallna.length > 0)
        expect(utfall(gamla, gamla, () => false).rader).toBe(gamla)
      }),
    )
  })

  it('prövas på underlag där dagar både höjs och sänks', () => {
    const bada = fc.sample(fc.tuple(rader, rader), 200).filter(([a, b]) => {
      const s = dagskillnader(a, b)
      return s.some((x) => x.efter > x.fore) && s.some((x) => x.efter < x.fore)
    })
    expect(bada.length).toBeGreaterThan(20)
  })
})
