import { describe, expect, it } from 'vitest'
import { LANSNAMNEN } from '@atergang/formaner'
import { andringstext, dagarna, lanen, mattext, nadda, temana } from './ord.ts'

describe('insatser i ord', () => {
  it('hela landet är ett ord, och några län räknas upp', () => {
    expect(lanen(LANSNAMNEN)).toBe('Hela landet')
    expect(lanen(['Uppsala', 'Dalarna', 'Gävleborg'])).toBe('Uppsala, Dalarna och Gävleborg')
    expect(temana({ teman: ['forebyggande', 'roll'] })).toBe('förebyggande sjukpenning och Försäkringskassans roll')
  })
  it('det som ingen har räknat är inte noll, och en planerad insats har inte nått någon', () => {
    expect(nadda({ lage: 'genomford', natta: null })).toBe('inte räknat')
    expect(nadda({ lage: 'genomford', natta: 0 })).toBe('0')
    expect(nadda({ lage: 'planerad', natta: null })).toBe('–')
  })
  it('en dag är en dag', () => expect(dagarna({ from: '2026-03-02', tom: '2026-03-02' })).toBe('2 mars 2026'))
})

describe('före och efter i ord', () => {
  it('varje tal har sitt intervall och sitt antal, och få visas inte', () => {
    expect(mattext('andel', { n: 31, varde: 0.4, intervall: [0.25, 0.571] })).toBe('40 % (25 till 57,1), N = 31')
    expect(mattext('medel', { n: null, varde: null, intervall: null })).toBe('färre än 5')
    expect(mattext('takt', { n: 0, varde: 0, intervall: null })).toBe('inga')
  })
  it('en ändring säger riktning och om slumpen räcker som förklaring', () => {
    expect(andringstext('andel', { varde: -0.12, intervall: [-0.3, 0.06] })).toBe('−12 procentenheter (−30 till 6), kan bero på slumpen')
    expect(andringstext('medel', { varde: 4.2, intervall: [1, 7.4] })).toBe('+4,2 dagar (1 till 7,4)')
    expect(andringstext('takt', { varde: 0.8, intervall: [0.5, 1.3] })).toBe('0,8 gånger (0,5 till 1,3), kan bero på slumpen')
    expect(andringstext('takt', null)).toBe('kan inte räknas')
  })
})
