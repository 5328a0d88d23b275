import { describe, expect, it } from 'vitest'
import { radbryt, RUTA, regelgraf } from './regelgraf.ts'

describe('grafen över en regels grannar', () => {
  it('har en ruta för varje regel och en linje mellan den i mitten och var och en', () => {
    const g = regelgraf('SGI', ['Inkomst av anställning', 'Inkomst av annat'], ['Underlag'])
    expect(g.rutor.map((r) => r.slag)).toEqual(['under', 'under', 'mitt', 'over'])
    expect(g.linjer).toHaveLength(3)
    expect(g.linjer.every((l) => l.x1 < l.x2)).toBe(true)
  })
  it('ritar inga rutor på varandra och håller sig inom höjden', () => {
    const g = regelgraf('a', ['b', 'c', 'd'], ['e'])
    const vanster = g.rutor.filter((r) => r.slag === 'under').map((r) => r.y)
    expect(vanster.every((y, i) => i === 0 || y >= vanster[i - 1]! + RUTA.hojd)).toBe(true)
    expect(Math.max(...g.rutor.map((r) => r.y + RUTA.hojd))).toBeLessThanOrEqual(g.hojd)
  })
  it('bryter långa namn mellan ord och säger med punkter att det finns mer', () => {
    expect(radbryt('SGI')).toEqual(['SGI'])
    expect(radbryt('Beräkningsunderlag på fortsättningsnivån', 27)).toEqual(['Beräkningsunderlag på', 'fortsättningsnivån'])
    const [a, b] = radbryt('Sjukpenning per dag i särskilda fall vid arbetslöshet de första dagarna', 20)
    expect(a).toBe('Sjukpenning per dag')
    expect(b!.endsWith('…')).toBe(true)
    expect(radbryt('x'.repeat(60), 20)).toEqual([`${'x'.repeat(19)}…`])
  })
})
