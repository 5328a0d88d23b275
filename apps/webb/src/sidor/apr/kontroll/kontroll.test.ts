import { describe, expect, it } from 'vitest'
import { delade, forraHalvaret, omgangsnamn, sannolikhetstext, skattatText, type Uttagen } from './kontroll.ts'

describe('efterkontrollen', () => {
  it('gäller det halvår som är slut', () => {
    expect(forraHalvaret('2026-03-20')).toEqual({ ar: 2025, halvar: 2 })
    expect(forraHalvaret('2026-07-01')).toEqual({ ar: 2026, halvar: 1 })
    expect(omgangsnamn('2025-2')).toBe('andra halvåret 2025')
  })

  it('säger sannolikheten som andel och som en av hur många', () => {
    expect(sannolikhetstext(0.5)).toBe('50,0\u00a0% (1 av 2)')
    expect(sannolikhetstext(3 / 20)).toBe('15,0\u00a0% (1 av 6,7)')
    expect(sannolikhetstext(1)).toBe('100,0\u00a0%')
  })

  it('håller riskfall för sig', () => {
    const u = (slag: 'dragen' | 'risk') => ({ slag }) as Uttagen
    expect(delade([u('dragen'), u('risk'), u('dragen')])).toMatchObject({ dragna: [{}, {}], risk: [{}] })
  })

  it('skriver skattningen med intervall, eller varför det saknas', () => {
    expect(skattatText({ varde: 1 / 3, intervall: { fran: -0.01, till: 0.8 } }, true)).toEqual({
      varde: '33,3\u00a0%',
      intervall: '0,0\u00a0% till 80,0\u00a0%',
    })
    expect(skattatText({ varde: 2_000.4, intervall: null, utanIntervall: 'för få dragna' }, false)).toEqual({
      varde: '2\u00a0000\u00a0kr',
      intervall: 'för få dragna',
    })
  })
})
