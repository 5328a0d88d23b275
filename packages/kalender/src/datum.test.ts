import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alder,
  arDatum,
  dagarMellan,
  dagnummer,
  datum,
  datumAv,
  datumFranDagnummer,
  plusDagar,
  plusManader,
  veckodag,
  type Datum,
} from './index.ts'

const ettDatum = fc.integer({ min: -40_000, max: 60_000 }).map(datumFranDagnummer)

describe('ett datum', () => {
  it('finns bara om dagen finns i kalendern', () => {
    expect(arDatum('2024-02-29')).toBe(true)
    expect(arDatum('2025-02-29')).toBe(false)
    expect(arDatum('2026-13-01')).toBe(false)
    expect(arDatum('2026-3-2')).toBe(false)
    expect(() => datum('2026-02-30')).toThrow(/år-månad-dag/)
  })

  it('räknas som Date.UTC gör, alla dagar', () => {
    fc.assert(
      fc.property(ettDatum, (d) => {
        expect(dagnummer(d)).toBe(Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8))) / 86_400_000)
        expect(datumFranDagnummer(dagnummer(d))).toBe(d)
      }),
    )
  })

  it('ordnas som text i samma ordning som i tid', () => {
    fc.assert(
      fc.property(ettDatum, ettDatum, (a, b) => {
        expect(a < b).toBe(dagnummer(a) < dagnummer(b))
      }),
    )
  })

  it('flyttas dagar fram och tillbaka utan att något går förlorat', () => {
    fc.assert(
      fc.property(ettDatum, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(plusDagar(plusDagar(d, n), -n)).toBe(d)
        expect(dagarMellan(d, plusDagar(d, n))).toBe(n)
      }),
    )
  })

  it('får månadens sista dag när dagen saknas i månaden', () => {
    expect(plusManader(datum('2026-01-31'), 1)).toBe('2026-02-28')
    expect(plusManader(datum('2024-01-31'), 1)).toBe('2024-02-29')
    expect(plusManader(datum('2026-12-31'), 2)).toBe('2027-02-28')
    expect(plusManader(datum('2026-03-10'), -3)).toBe('2025-12-10')
  })

  it('har rätt veckodag', () => {
    expect(veckodag(datum('2026-03-02'))).toBe(1)
    expect(veckodag(datum('1969-12-28'))).toBe(7)
  })

  it('ger ålder i hela år', () => {
    expect(alder(datum('1980-03-02'), datum('2026-03-01'))).toBe(45)
    expect(alder(datum('1980-03-02'), datum('2026-03-02'))).toBe(46)
    expect(datumAv(2026, 3, 2)).toBe('2026-03-02' as Datum)
  })
})
