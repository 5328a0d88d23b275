import fc from 'fast-check'
import { expect, it } from 'vitest'
import { median } from './median.ts'

it('medianen är det mellersta värdet, mellan två i mitten deras medelvärde, och finns inte när inget finns', () => {
  expect([median([]), median([7]), median([9, 1, 2]), median([4, 1, 3, 2])]).toEqual([null, 7, 2, 2.5])
})
it('lika många värden ligger under medianen som över, och ordningen spelar ingen roll', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (v) => {
      const m = median(v)!
      expect(v.filter((x) => x < m).length).toBeLessThanOrEqual(v.length / 2)
      expect(v.filter((x) => x > m).length).toBeLessThanOrEqual(v.length / 2)
      expect(median(v.toReversed())).toBe(m)
    }),
  )
})
