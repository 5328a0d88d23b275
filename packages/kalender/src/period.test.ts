import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  antalDagar,
  dagarI,
  datum,
  datumFranDagnummer,
  delaVid,
  forena,
  gemensamma,
  innehaller,
  kombinera,
  period,
  periodtext,
  tidslinje,
  utanOverlapp,
  utom,
  vardePa,
  type Datum,
  type Period,
} from './index.ts'

const p = (from: string, tom: string): Period => ({ from: datum(from), tom: datum(tom) })
const enPeriod = fc
  .tuple(fc.integer({ min: 20_000, max: 20_200 }), fc.integer({ min: 0, max: 40 }))
  .map(([s, n]) => ({ from: datumFranDagnummer(s), tom: datumFranDagnummer(s + n) }))
const perioder = fc.array(enPeriod, { maxLength: 8 })
const dagar = (ps: readonly Period[]) => new Set(ps.flatMap(dagarI))

describe('perioder', () => {
  it('kan inte sluta innan de börjar', () => {
    expect(() => period(datum('2026-03-02'), datum('2026-03-01'))).toThrow(/slutar .* innan den börjar/)
  })

  it('förenas till samma dagar, i ordning och utan överlapp', () => {
    fc.assert(
      fc.property(perioder, (ps) => {
        const f = forena(ps)
        expect(dagar(f)).toEqual(dagar(ps))
        expect(utanOverlapp(f)).toBe(true)
        expect(antalDagar(ps)).toBe(dagar(ps).size)
      }),
    )
  })

  it('subtraheras och skärs dag för dag', () => {
    fc.assert(
      fc.property(perioder, perioder, (a, b) => {
        const db = dagar(b)
        expect(dagar(utom(a, b))).toEqual(new Set([...dagar(a)].filter((d) => !db.has(d))))
        expect(dagar(gemensamma(a, b))).toEqual(new Set([...dagar(a)].filter((d) => db.has(d))))
      }),
    )
  })

  it('delas vid gränser utan att tappa en dag', () => {
    expect(delaVid(p('2026-03-01', '2026-03-10'), [datum('2026-03-05'), datum('2026-03-01'), datum('2026-04-01')])).toEqual([
      p('2026-03-01', '2026-03-04'),
      p('2026-03-05', '2026-03-10'),
    ])
    fc.assert(
      fc.property(enPeriod, fc.array(fc.integer({ min: 20_000, max: 20_240 }).map(datumFranDagnummer)), (q, gr) => {
        const delar = delaVid(q, gr)
        expect(delar.flatMap(dagarI)).toEqual(dagarI(q))
      }),
    )
  })

  it('skrivs som en människa skriver dem', () => {
    expect(periodtext(p('2026-03-02', '2026-03-29'))).toBe('2–29 mars 2026')
    expect(periodtext(p('2026-02-28', '2026-03-03'))).toBe('28 februari–3 mars 2026')
    expect(periodtext(p('2025-12-28', '2026-01-03'))).toBe('28 december 2025–3 januari 2026')
    expect(periodtext(p('2026-03-02', '2026-03-02'))).toBe('2 mars 2026')
  })
})

describe('tidslinjer', () => {
  const stracka = fc.tuple(enPeriod, fc.integer({ min: 0, max: 3 })).map(([q, varde]) => ({ ...q, varde }))

  it('har ett värde per dag: det senare i listan vinner', () => {
    fc.assert(
      fc.property(fc.array(stracka, { maxLength: 6 }), (ss) => {
        const t = tidslinje(ss)
        expect(utanOverlapp(t)).toBe(true)
        for (const d of dagar(ss)) expect(vardePa(t, d)).toBe(ss.filter((s) => innehaller(s, d)).at(-1)!.varde)
        expect(antalDagar(t)).toBe(antalDagar(ss))
      }),
    )
  })

  it('kombineras dag för dag', () => {
    fc.assert(
      fc.property(fc.array(stracka, { maxLength: 4 }), fc.array(stracka, { maxLength: 4 }), (a, b) => {
        const [ta, tb] = [tidslinje(a), tidslinje(b)]
        const tc = kombinera(ta, tb, (x, y) => (x === undefined || y === undefined ? undefined : x * 10 + y))
        for (const d of new Set<Datum>([...dagar(a), ...dagar(b)])) {
          const [x, y] = [vardePa(ta, d), vardePa(tb, d)]
          expect(vardePa(tc, d)).toBe(x === undefined || y === undefined ? undefined : x * 10 + y)
        }
      }),
    )
  })
})
