import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arFristfriDag,
  arHelgdag,
  arVardag,
  dagarMellan,
  datum,
  datumFranDagnummer,
  fristDagar,
  fristManader,
  narmasteVardag,
} from './index.ts'

describe('helgdagar och frister', () => {
  it.each(['2024-06-22', '2025-06-21', '2026-06-20', '2027-06-26'])('midsommardagen %s är helgdag och aftonen före fristfri', (dag) => {
    expect(arHelgdag(datum(dag))).toBe(true)
    expect(arFristfriDag(datum(`${dag.slice(0, 8)}${Number(dag.slice(8)) - 1}`))).toBe(true)
  })

  it('skärtorsdag och trettondagsafton är vardagar', () => {
    expect(arVardag(datum('2026-04-02'))).toBe(true)
    expect(arVardag(datum('2026-01-05'))).toBe(true)
  })

  it('en frist som slutar en lördag flyttas till måndagen', () => {
    expect(fristDagar(datum('2026-03-07'), 14)).toBe('2026-03-23')
  })

  it('en frist som slutar på långfredagen flyttas till tisdagen efter påsk', () => {
    expect(fristDagar(datum('2026-03-20'), 14)).toBe('2026-04-07')
  })

  it('två månader räknas till dagen med samma nummer, eller månadens sista', () => {
    expect(fristManader(datum('2026-01-12'), 2)).toBe('2026-03-12')
    expect(fristManader(datum('2025-12-31'), 2)).toBe('2026-03-02') // 28 February 2026 is a Saturday
  })

  it('flyttar aldrig bakåt, aldrig längre än fem dagar, och alltid till en vardag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000, max: 25_000 }).map(datumFranDagnummer), (d) => {
        const v = narmasteVardag(d)
        expect(arVardag(v)).toBe(true)
        expect(dagarMellan(d, v)).toBeGreaterThanOrEqual(0)
        expect(dagarMellan(d, v)).toBeLessThanOrEqual(5)
      }),
    )
  })
})
