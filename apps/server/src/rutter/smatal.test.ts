import { describe, expect, it } from 'vitest'
import { doldInformation } from './ledning.ts'
import { dold } from './smatal.ts'

describe('det som få delar', () => {
  it.each([
    [3, 1, null],
    [6, 1, 6],
    [6, 5, 6],
    [12, 4, 12],
  ])('av %i är %i för få att visa', (n, antal, synligt) => {
    expect(dold({ antal, n, andel: antal / n })).toEqual({ antal: null, n: synligt, andel: null })
  })
  it('visas när del och rest är minst fem, eller ingen', () => {
    for (const d of [
      { antal: 5, n: 10, andel: 0.5 },
      { antal: 0, n: 10, andel: 0 },
    ])
      expect(dold(d)).toEqual(d)
  })
  it.each([
    { aktuella: 12, berattade: 9, forsakrad: 9, arbetsgivare: 0 },
    { aktuella: 20, berattade: 10, forsakrad: 10, arbetsgivare: 1 },
    { aktuella: 20, berattade: 10, forsakrad: 8, arbetsgivare: 5 },
  ])('en annan enhets antal döljs när resten, någon mottagare eller skillnaden är få: %o', (r) => {
    expect(doldInformation(r)).toEqual({ aktuella: r.aktuella, berattade: null, forsakrad: null, arbetsgivare: null })
  })
  it('en annan enhets antal visas annars', () => {
    const r = { aktuella: 30, berattade: 20, forsakrad: 15, arbetsgivare: 10 }
    expect(doldInformation(r)).toEqual(r)
  })
})
