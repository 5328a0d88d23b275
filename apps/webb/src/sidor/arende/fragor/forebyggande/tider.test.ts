import { describe, expect, it } from 'vitest'
import { andelstext, tidtext, varforAndel } from './tider.ts'

describe('tiden som behandlingen tar av dagen, för den som läser', () => {
  it('skrivs i timmar och minuter', () => {
    expect([0, 45, 60, 125, 480].map(tidtext)).toEqual(['0 min', '45 min', '1 tim', '2 tim 5 min', '8 tim'])
  })

  it('en dag under en fjärdedel säger hur mycket som fattas', () => {
    expect(varforAndel({ hindradeMinuter: 80, arbetsminuter: 480, andel: 0 })).toBe(
      '1 tim 20 min av 8 tim arbetstid. En fjärdedel är 2 tim: det fattas 40 min.',
    )
  })

  it('en minut för lite räknas inte upp', () => {
    expect(varforAndel({ hindradeMinuter: 119, arbetsminuter: 480, andel: 0 })).toContain('det fattas 1 min')
    expect(varforAndel({ hindradeMinuter: 120, arbetsminuter: 480, andel: 0.25 })).toBe(
      '2 tim av 8 tim arbetstid. Till nästa fjärdedel fattas 2 tim.',
    )
  })

  it('en dag som inte går jämnt upp i fjärdedelar kräver hela minuten', () => {
    expect(varforAndel({ hindradeMinuter: 112, arbetsminuter: 450, andel: 0 })).toContain('En fjärdedel är 1 tim 53 min: det fattas 1 min')
  })

  it('en hel dag, och en dag utan arbetstid', () => {
    expect(varforAndel({ hindradeMinuter: 480, arbetsminuter: 480, andel: 1 })).toBe('8 tim av 8 tim arbetstid. Hela dagen.')
    expect(varforAndel({ hindradeMinuter: 0, arbetsminuter: 0, andel: 0 })).toContain('Ingen arbetstid')
  })

  it('delen av dagen har ett namn', () => {
    expect([0, 0.25, 0.5, 1].map(andelstext)).toEqual([
      'Ingen del',
      expect.stringMatching(/^[A-ZÅÄÖ].*fjärdedel/),
      expect.stringMatching(/^[A-ZÅÄÖ]/),
      expect.stringMatching(/^[A-ZÅÄÖ]/),
    ])
  })
})
