import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { lasTal } from '../../../stod/tal.ts'
import { arsinkomst, tolkaKronor, type Loneuppgift } from './belopp.ts'

const tom: Loneuppgift = { satt: '', manadslon: '', tillagg: '', timlon: '', timmarPerVecka: '', arslon: '' }

describe('belopp som människor skriver dem', () => {
  it.each([
    ['30000', 30_000],
    ['30 000', 30_000],
    ['30\u00a0000 kr', 30_000],
    ['30.000', 30_000],
    ['30000,50', 30_001],
    ['30000,5', 30_001],
    ['30000,49', 30_000],
    ['500:-', 500],
    ['0', 0],
  ])('%s läses som %d kronor', (text, kronor) => {
    expect(tolkaKronor(text)).toBe(kronor)
  })

  it.each(['trettio tusen', '30-40', '12.50', '-5', '1,234'])('%s går inte att läsa och gissas inte', (text) => {
    expect(tolkaKronor(text)).toBeNull()
  })

  it('ett tomt fält är inte noll', () => {
    expect(tolkaKronor('  ')).toBeUndefined()
    expect(lasTal('')).toBeUndefined()
  })

  it('läser tillbaka varje helt tal, med eller utan mellanslag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (n) => {
        expect(tolkaKronor(String(n))).toBe(n)
        expect(tolkaKronor(String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ' '))).toBe(n)
      }),
    )
  })

  it('timmar skrivs med komma eller punkt', () => {
    expect(lasTal('37,5')).toBe(37.5)
    expect(lasTal('38.25')).toBe(38.25)
    expect(lasTal('heltid')).toBeNull()
  })
})

describe('årsinkomsten', () => {
  it('är tolv månadslöner och tolv tillägg, med uträkningen i klartext', () => {
    expect(arsinkomst({ ...tom, satt: 'manad', manadslon: '30 000', tillagg: '1 500' })).toEqual({
      varde: 378_000,
      rakning: '12 månader × (30\u00a0000 + 1\u00a0500) kr = 378\u00a0000 kr',
    })
    expect(arsinkomst({ ...tom, satt: 'manad', manadslon: '30000' }).varde).toBe(360_000)
  })

  it('är timlön gånger timmar gånger 52 veckor', () => {
    expect(arsinkomst({ ...tom, satt: 'timme', timlon: '160', timmarPerVecka: '37,5' }).varde).toBe(312_000)
  })

  it('är okänd när något inte går att läsa, aldrig en gissning', () => {
    expect(arsinkomst({ ...tom, satt: 'manad', manadslon: '30000', tillagg: 'lite' }).varde).toBeNull()
    expect(arsinkomst({ ...tom, satt: 'timme', timlon: '160' }).varde).toBeNull()
    expect(arsinkomst(tom).varde).toBeNull()
  })
})
