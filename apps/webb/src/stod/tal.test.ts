import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { lasTal, skrivTal } from './tal.ts'

describe('tal i formulär', () => {
  it.each([
    ['412 300', 412_300],
    ['412.300', 412_300],
    ['412\u00a0300 kr', 412_300],
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['0', 0],
  ])('%s läses som %d', (text, tal) => {
    expect(lasTal(text)).toBe(tal)
  })

  it('det som inte är ett tal gissas inte, och ett tomt fält är inte noll', () => {
    expect(lasTal('40 tim')).toBeNull()
    expect(lasTal('-5')).toBeNull()
    expect(lasTal(' ')).toBeUndefined()
  })

  it('läser tillbaka varje tal som det självt har skrivit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (n) => {
        expect(lasTal(skrivTal(n))).toBe(n)
        expect(lasTal(skrivTal(n / 4))).toBe(n / 4)
      }),
    )
  })
})
