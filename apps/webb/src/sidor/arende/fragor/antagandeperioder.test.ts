import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { arFast, delad, nyRad, tomFor } from './antagandeperioder.ts'

const DAGAR = [
  { from: datum('2026-03-16'), tom: datum('2026-04-14') },
  { from: datum('2026-05-01'), tom: datum('2026-05-30') },
]

describe('perioder i frågan om antaget arbete', () => {
  it('går alltid till nästa rad eller till slutet av sin sträcka, så att ingen dag blir utan svar', () => {
    const rader = [nyRad(datum('2026-03-16')), nyRad(datum('2026-04-01')), nyRad(datum('2026-05-01'))]
    expect(rader.map((_, i) => tomFor(DAGAR, rader, i))).toEqual(['2026-03-31', '2026-04-14', '2026-05-30'])
  })
  it('delas på mitten, och den första dagen i en sträcka står fast', () => {
    const rader = delad(
      DAGAR,
      DAGAR.map((d) => nyRad(d.from)),
      0,
    )
    expect(rader.map((r) => r.from)).toEqual(['2026-03-16', '2026-03-31', '2026-05-01'])
    expect(rader.map((r) => arFast(DAGAR, r))).toEqual([true, false, true])
  })
  it('en enda dag delas inte, och ett datum utanför ger ingen slutdag', () => {
    const en = [{ from: datum('2026-03-16'), tom: datum('2026-03-16') }]
    expect(delad(en, [nyRad(datum('2026-03-16'))], 0)).toHaveLength(1)
    expect(tomFor(DAGAR, [nyRad(datum('2026-04-20'))], 0)).toBe('')
  })
})
