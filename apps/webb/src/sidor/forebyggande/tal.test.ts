import { describe, expect, it } from 'vitest'
import { andel, enheter, skillnadstext } from './tal.ts'

describe('talen i översikten', () => {
  it('det som få delar sägs vara dolt, aldrig noll', () => {
    expect([enheter(null), enheter(0), enheter(12.34)]).toEqual(['färre än 5', '0', '12,3'])
    expect(andel({ antal: null, n: 7, andel: null })).toBe('färre än 5')
    expect(andel({ antal: 0, n: 0, andel: null })).toBe('inga')
    expect(andel({ antal: 31, n: 50, andel: 0.62 })).toBe('62 % (31 av 50)')
  })

  it('en skillnad har storlek, riktning och osäkerhet', () => {
    expect(skillnadstext({ skillnad: -0.12, intervall: [-0.21, -0.03], n: 40 })).toBe('12 procentenheter lägre (−21 till −3)')
    expect(skillnadstext({ skillnad: 0.05, intervall: [-0.1, 0.2], n: 40 })).toBe(
      '5 procentenheter högre (−10 till 20), kan bero på slumpen',
    )
    expect(skillnadstext({ skillnad: 0, intervall: null, n: 9 })).toBe('ingen skillnad (för få fall för ett intervall)')
    expect(skillnadstext({ skillnad: null, intervall: null, n: null })).toBe('färre än 5')
    expect(skillnadstext({ skillnad: null, intervall: null, n: 9 })).toBe('går inte att jämföra')
  })
})
