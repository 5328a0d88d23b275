import { describe, expect, it } from 'vitest'
import { Slump } from '@atergang/syntet'
import { LARMGRANS, vaxer } from './vaxer.ts'
import { laggTill, pTratt, tomt, trattgranser } from './tratt.ts'

const normal = (s: Slump): number => Math.sqrt(-2 * Math.log(1 - s.tal())) * Math.cos(2 * Math.PI * s.tal())
/** Years of 30 areas with a spread, each known to within chance. */
const aren = (s: Slump, spridningar: readonly number[]) =>
  spridningar.map((tau, i) => ({
    namn: String(2016 + i),
    enheter: Array.from({ length: 30 }, () => {
      const medelfel = 0.15 + 0.2 * s.tal()
      return { varde: tau * normal(s) + medelfel * normal(s), medelfel }
    }),
  }))
const andelLarm = (fro: string, spridningar: readonly number[], forsok: number): number => {
  const s = new Slump(fro)
  return Array.from({ length: forsok }, () => vaxer(aren(s, spridningar)).larm).filter(Boolean).length / forsok
}

describe('larm när spridningen växer', () => {
  it('ropar sällan när den är vad den varit', () => {
    // The spread before is itself uncertain, so a little more than the limit; never five times it.
    expect(andelLarm('lugnt', [0.25, 0.25, 0.25, 0.25, 0.25], 1500)).toBeLessThan(5 * LARMGRANS)
  })
  it('ropar nästan alltid när den fördubblas, och inte när den minskar', () => {
    expect(andelLarm('dubbelt', [0.25, 0.25, 0.25, 0.25, 0.5], 300)).toBeGreaterThan(0.75)
    expect(andelLarm('mindre', [0.25, 0.25, 0.25, 0.25, 0.1], 300)).toBeLessThan(0.005)
  })
  it('kan inte sägas med för få år eller för få områden', () => {
    const s = new Slump('få')
    expect(vaxer(aren(s, [0.2, 0.2, 0.2])).p).toBeNull()
    expect(vaxer(aren(s, [0.2, 0.2, 0.2, 0.2]).map((x) => ({ ...x, enheter: x.enheter.slice(0, 5) }))).p).toBeNull()
    expect(vaxer([]).larm).toBe(false)
  })
})

describe('tratten', () => {
  it('har för lika chanser samma p som binomialfördelningen, till en hundradel', () => {
    const v = tomt()
    laggTill(v, 50, 0.1)
    // mid-p of 10 of 50 at a tenth: P(X > 10) + ½ P(X = 10) = 0.00935 + 0.00760
    expect(pTratt(10, v)).toBeCloseTo(2 * (0.00935 + 0.0076), 2)
    expect(pTratt(5, v)).toBeGreaterThan(0.9)
  })
  it('blir smalare med fler beslut och vidare med överspridning, och går aldrig under noll', () => {
    const [a, b] = [tomt(), tomt()]
    laggTill(a, 50, 0.1)
    laggTill(b, 5000, 0.1)
    const bredd = (g: readonly [number, number]): number => g[1] - g[0]
    expect(bredd(trattgranser(b)[0]!)).toBeLessThan(bredd(trattgranser(a)[0]!))
    expect(bredd(trattgranser(b, 4)[0]!)).toBeCloseTo(2 * bredd(trattgranser(b)[0]!), 10)
    expect(trattgranser(a)[1]![0]).toBe(0)
  })
})
