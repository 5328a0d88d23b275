import type { Tidslinjevy } from '@atergang/formaner'
import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laget, manader, placeraMarken, somTabell, strackan } from './tidslinje.ts'

const T = { from: datum('2026-01-01'), tom: datum('2026-04-10') }
const marke = (nr: number, dag: string) => ({ nr, dag: datum(dag), text: `dag ${nr}`, lagrum: [], passerad: false })

describe('lägen på linjen', () => {
  it('första dagen ligger längst till vänster och hela linjen är hundra procent', () => {
    expect(laget(T, T.from)).toBe(0)
    expect(strackan(T, T)).toEqual({ vanster: 0, bredd: 100 })
  })
  it('en sträcka klipps vid ändarna och utelämnas utanför', () => {
    expect(strackan(T, { from: datum('2025-12-01'), tom: datum('2026-01-10') })).toEqual({ vanster: 0, bredd: 10 })
    expect(strackan(T, { from: datum('2026-05-01'), tom: datum('2026-05-02') })).toBeNull()
  })
  it('ligger alltid inom linjen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 300 }), fc.integer({ min: 0, max: 300 }), (a, n) => {
        const dag = (i: number) => datum(new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
        const s = strackan(T, { from: dag(a), tom: dag(a + n) })
        return s === null || (s.vanster >= 0 && s.bredd > 0 && s.vanster + s.bredd <= 100.0001)
      }),
    )
  })
})

describe('märkenas etiketter', () => {
  it('de som ligger tätt hamnar på skilda rader, och utan plats ritas bara strecket', () => {
    const tata = ['2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11'].map((d, i) => marke(i, d))
    expect(placeraMarken(T, tata, 500).map((m) => m.rad)).toEqual([0, 1, 2, null])
  })
  it('på en bred linje räcker en rad', () => {
    expect(placeraMarken(T, [marke(8, '2026-01-08'), marke(30, '2026-01-30'), marke(90, '2026-03-31')], 1000).map((m) => m.rad)).toEqual([
      0, 0, 0,
    ])
  })
  it('märken utanför linjen utelämnas', () => expect(placeraMarken(T, [marke(365, '2026-12-31')], 1000)).toEqual([]))
})

describe('tabellen', () => {
  it('har allt som linjen har, i dagsordning', () => {
    const t: Tidslinjevy = {
      ...T,
      idag: datum('2026-02-01'),
      band: [{ namn: 'Läkarintyg', perioder: [{ from: datum('2026-01-05'), tom: datum('2026-03-01'), text: 'Intygad', slag: 'intyg' }] }],
      marken: [marke(8, '2026-01-08'), marke(180, '2026-07-01')],
    }
    expect(somTabell(t).map((r) => r.vad)).toEqual(['Läkarintyg', 'Dag 8', 'I dag', 'Dag 180'])
  })
})

describe('skalan', () => {
  it('visar månader, och årtalet i januari', () => {
    expect(manader(T).map((m) => m.text)).toEqual(['feb', 'mars', 'apr'])
    expect(manader({ from: datum('2025-11-20'), tom: datum('2026-02-02') }).map((m) => m.text)).toEqual(['dec', '2026', 'feb'])
  })
  it('glesas ut på en lång linje', () =>
    expect(manader({ from: datum('2023-01-01'), tom: datum('2026-06-01') }).length).toBeLessThanOrEqual(14))
})
