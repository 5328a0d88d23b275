import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axelmarken, rundUppat, stapellangd, trappa } from './skala.ts'

describe('diagrammens skalor', () => {
  it('rundar uppåt till 1, 2 eller 5 gånger en tiopotens', () => {
    expect([0, 1, 3, 7, 20, 21, 480, 59_200].map(rundUppat)).toEqual([1, 1, 5, 10, 20, 50, 500, 100_000])
  })

  it('axeln rymmer alltid alla värden och har jämna steg', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (a, b) => {
        const [fran, till] = [Math.min(a, b), Math.max(a, b)]
        const m = axelmarken(fran, till, 5)
        expect(m[0]).toBeLessThanOrEqual(fran)
        expect(m.at(-1)).toBeGreaterThanOrEqual(till)
        expect(m.length).toBeLessThanOrEqual(12)
        expect(new Set(m).size).toBe(m.length)
      }),
    )
  })

  it('en stapel syns om det finns något, och aldrig annars', () => {
    expect(stapellangd(0, 10)).toBe(0)
    expect(stapellangd(1, 100_000)).toBe(1)
    expect(stapellangd(5, 10)).toBe(50)
  })

  it('trappan har glapp där inget är känt', () => {
    const som = (n: number) => n
    expect(
      trappa(
        [
          { from: 0, till: 10, varde: 1 },
          { from: 10, till: 20, varde: 2 },
          { from: 30, till: 40, varde: 3 },
        ],
        som,
        som,
      ),
    ).toBe('M0 1H10L10 2H20M30 3H40')
  })
})
