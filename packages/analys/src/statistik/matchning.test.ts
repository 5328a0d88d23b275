import { Slump } from '@atergang/syntet'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frihetsgraderUr, intervall } from './fordelning.ts'
import { glm } from './glm.ts'
import { balans, exaktSkillnad, KALIPER, matcha, matchvikter, parskillnad } from './matchning.ts'

describe('matchning', () => {
  it('tar den närmaste lediga inom det som ska vara lika, var och en en gång', () => {
    const m = matcha(
      { behandlad: [1, 1, 0, 0, 0, 0], exakt: [1, 1, 1, 1, 1, 2], poang: [0.5, 0.4, 0.45, 0.1, 0.58, 0.4] },
      { perBehandlad: 1, kaliper: 99 },
    )
    expect(m.par).toEqual([
      { behandlad: 0, kontroller: [2] },
      { behandlad: 1, kontroller: [4] },
    ])
  })
  it('ger alla en första innan någon får en andra, och ingen utanför kalipern', () => {
    const m = matcha(
      { behandlad: [1, 1, 0, 0, 0], exakt: [1, 1, 1, 1, 1], poang: [0, 0.1, 0.02, 0.08, 5] },
      { perBehandlad: 2, kaliper: 0.2 },
    )
    expect(m.par.flatMap((p) => p.kontroller).sort()).toEqual([2, 3])
    expect(m.par).toHaveLength(2)
  })
  it('använder aldrig någon två gånger och håller sig inom kalipern och det exakta', () => {
    const rad = fc.record({ b: fc.boolean(), e: fc.integer({ min: 0, max: 3 }), p: fc.double({ min: -3, max: 3, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(rad, { minLength: 4, maxLength: 60 }), (rader) => {
        const u = { behandlad: rader.map((r) => (r.b ? 1 : 0)), exakt: rader.map((r) => r.e), poang: rader.map((r) => r.p) }
        const m = matcha(u, { perBehandlad: 3, kaliper: KALIPER })
        const anvanda = m.par.flatMap((p) => p.kontroller)
        expect(new Set(anvanda).size).toBe(anvanda.length)
        for (const p of m.par)
          for (const k of p.kontroller) {
            expect([u.behandlad[k], u.exakt[k]]).toEqual([0, u.exakt[p.behandlad]])
            expect(Math.abs(u.poang[k]! - u.poang[p.behandlad]!)).toBeLessThanOrEqual(m.kaliper + 1e-12)
          }
        expect(m.par.length + m.utan.length).toBe(rader.filter((r) => r.b).length)
      }),
    )
  })
  it('har standardiserade skillnader i sluten form', () => {
    const [rad] = balans([{ namn: 'x', x: [1, 3, 0, 2] }], [1, 1, 0, 0], [1, 1, 0, 1])
    expect(rad).toMatchObject({ behandlade: 2, fore: 1, efter: 2, skillnadFore: 1, skillnadEfter: 0 })
  })
  it('är exakt inom strata: viktad med de behandlade', () => {
    const s = exaktSkillnad([1, 1, 1, 2, 2, 2, 3], [1, 0, 0, 1, 1, 0, 1], [5, 1, 3, 10, 12, 8, 99])
    expect(s).toMatchObject({ n: 3, kontroller: 3, strata: 2 })
    expect(s.varde).toBeCloseTo((1 * (5 - 2) + 2 * (11 - 8)) / 3, 9)
    // Differences 3, 2 and 4 about 3: squares 0, 1, 1; two that share one control add 2 · 1 · its variance, that of the other stratum's controls, 2.
    expect(s.medelfel).toBeCloseTo(Math.sqrt(0 + 1 + 1 + 2 * 2) / 3, 9)
  })
})

describe('urval på det som är känt', () => {
  /** Those with more sickness before get it oftener, and are sicker after whatever they get: the effect is −2. */
  const varld = (fro: number) => {
    const s = new Slump(`matchning${fro}`)
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - s.tal())) * Math.cos(2 * Math.PI * s.tal())
    const n = 800
    const x = Array.from({ length: n }, normal)
    const kon = x.map(() => (s.tal() < 0.5 ? 1 : 0))
    const b = x.map((v, i) => (s.tal() < 1 / (1 + Math.exp(2.2 - v - 0.5 * kon[i]!)) ? 1 : 0))
    const y = x.map((v, i) => 10 + 4 * v + 2 * kon[i]! - 2 * b[i]! + 3 * normal())
    return { x, kon, b, y }
  }
  it('rättas av båda sätten, med intervall som täcker så ofta som de lovar, medan den råa jämförelsen har fel', () => {
    const LAND = 120
    let [par, exakt, ra] = [0, 0, 0]
    for (let fro = 0; fro < LAND; fro++) {
      const { x, kon, b, y } = varld(fro)
      const p = glm('binomial', {
        y: b,
        kolumner: [
          { namn: 'x', x },
          { namn: 'kon', x: kon },
        ],
      })
      const poang = x.map((v, i) => p.beta[0]! + p.beta[1]! * v + p.beta[2]! * kon[i]!)
      const m = matcha({ behandlad: b, exakt: kon, poang }, { perBehandlad: 2, kaliper: KALIPER })
      const tackt = (e: { varde: number; medelfel: number }): number => (Math.abs(e.varde + 2) < 1.96 * e.medelfel ? 1 : 0)
      par += tackt(parskillnad(m, y))
      exakt += tackt(
        exaktSkillnad(
          x.map((v, i) => Math.round(v * 4) * 2 + kon[i]!),
          b,
          y,
        ),
      )
      ra += tackt(
        exaktSkillnad(
          x.map(() => 0),
          b,
          y,
        ),
      )
      const rader = balans([{ namn: 'x', x }], b, matchvikter(x.length, m))
      expect(Math.abs(rader[0]!.skillnadEfter)).toBeLessThan(Math.abs(rader[0]!.skillnadFore) / 3)
    }
    // Binomial law: of 120 at 95 per cent fewer than 106 come once in a thousand times.
    expect(par).toBeGreaterThanOrEqual(106)
    expect(exakt).toBeGreaterThanOrEqual(104)
    expect(ra).toBeLessThan(10)
  })
})

describe('intervallet vid exakt matchning', () => {
  it('håller vad det lovar där de som liknar de behandlade är få och varierar mest', () => {
    let tackt = 0
    const LAND = 200
    for (let fro = 0; fro < LAND; fro++) {
      const s = new Slump(`spridda${fro}`)
      const normal = (): number => Math.sqrt(-2 * Math.log(1 - s.tal())) * Math.cos(2 * Math.PI * s.tal())
      const rader: (readonly [stratum: number, behandlad: number, y: number])[] = []
      // Thirty strata of well people with many controls and little spread; thirty of ill ones, with two treated to three controls and much.
      for (let g = 0; g < 60; g++) {
        const sjuk = g >= 30
        const niva = 10 * normal()
        for (let i = 0; i < (sjuk ? 5 : 22); i++) rader.push([g, i < 2 ? 1 : 0, niva + (i < 2 ? -2 : 0) + (sjuk ? 20 : 1) * normal()])
      }
      const e = exaktSkillnad(
        rader.map((r) => r[0]),
        rader.map((r) => r[1]),
        rader.map((r) => r[2]),
      )
      const [a, b] = intervall(e.varde, e.medelfel, e.frihetsgrader)
      if (a <= -2 && -2 <= b) tackt++
    }
    // Binomial law: of 200 at 95 per cent fewer than 180 come once in a thousand times. A spread common to all strata gave 171.
    expect(tackt).toBeGreaterThanOrEqual(180)
  })
})

describe('frihetsgrader av en summa av kvadrater', () => {
  it('är en mindre än enheterna när alla väger lika, och två gånger så många som de få som bär den', () => {
    expect(frihetsgraderUr([1, 1, 1, 1])).toBe(3)
    expect(frihetsgraderUr([...Array.from({ length: 20 }, () => 1), ...Array.from({ length: 9980 }, () => 0)])).toBeCloseTo(40, 0)
  })
})
