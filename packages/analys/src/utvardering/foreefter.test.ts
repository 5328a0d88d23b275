import { describe, expect, it } from 'vitest'
import { newcombe } from '../statistik/fordelning.ts'
import { foreOchEfter, type Foreefterlan } from './foreefter.ts'

const rader = (
  slag: 'takt' | 'annat',
  f: (lan: number, efter: boolean) => { antal: number; varde?: (i: number) => number },
): Foreefterlan[] =>
  ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((lan, i) =>
    [false, true].map((efter) => {
      const { antal, varde } = f(i, efter)
      return {
        lan,
        berord: i < 2,
        efter,
        dagar: 90,
        antal,
        ...(slag === 'takt' ? {} : { varden: Array.from({ length: antal }, (_, j) => varde!(j)) }),
      }
    }),
  )

describe('före och efter en insats', () => {
  it('hittar en takt som fördubblas där insatsen var och inte ändras i övrigt, oavsett länens olika nivå', () => {
    const r = foreOchEfter(
      'takt',
      rader('takt', (i, efter) => ({ antal: (i + 1) * 20 * (efter && i < 2 ? 2 : 1) })),
    )
    expect(r.skillnad!.varde).toBeCloseTo(2, 6)
    expect(r.med.andring!.varde).toBeCloseTo(2, 6)
    expect(r.utan.andring!.varde).toBeCloseTo(1, 6)
    expect(r.med.fore).toMatchObject({ n: 60, varde: 20 })
  })

  it('drar av det som ändrades överallt', () => {
    const r = foreOchEfter(
      'medel',
      rader('annat', (i, efter) => ({ antal: 20, varde: (j) => 30 + (j % 3) + (efter ? -5 : 0) + (efter && i < 2 ? -4 : 0) })),
    )
    expect(r.med.andring!.varde).toBeCloseTo(-9, 6)
    expect(r.skillnad!.varde).toBeCloseTo(-4, 6)
  })

  it('ger andelar det intervall som analysen har för skillnader mellan andelar', () => {
    const r = foreOchEfter(
      'andel',
      rader('annat', (i, efter) => ({ antal: 20, varde: (j) => Number(j < (efter && i < 2 ? 5 : 10)) })),
    )
    expect(r.med.andring).toEqual({ varde: -0.25, intervall: newcombe(10, 40, 20, 40) })
    expect(r.skillnad!.varde).toBeCloseTo(-0.25, 6)
  })

  it('räknar ingen skillnad på för få fall, på ett enda län med insatsen eller utan län att jämföra med', () => {
    expect(
      foreOchEfter(
        'takt',
        rader('takt', () => ({ antal: 3 })),
      ).skillnad,
    ).toBeNull()
    expect(
      foreOchEfter(
        'takt',
        rader('takt', () => ({ antal: 40 })).map((r) => ({ ...r, berord: r.lan === 'A' })),
      ).skillnad,
    ).toBeNull()
    expect(
      foreOchEfter(
        'takt',
        rader('takt', () => ({ antal: 40 })).map((r) => ({ ...r, berord: true })),
      ).skillnad,
    ).toBeNull()
    expect(foreOchEfter('medel', []).med).toEqual({
      lan: 0,
      fore: { n: 0, varde: null, intervall: null },
      efter: { n: 0, varde: null, intervall: null },
      andring: null,
    })
  })
})
