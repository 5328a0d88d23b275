import { datum, friaDagarMellan, plusDagar } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { befolkning, DAGMARKEN, sjukdagar, sjukfall, Slump, type Monster } from './index.ts'

const IDAG = datum('2026-03-16')
const [person] = befolkning({ fro: 'p', antal: 1, idag: IDAG })
const anstalld = { ...person!, sysselsattning: 'anstalld' as const }
const plan = (fro: number, dag: number, monster?: Monster) =>
  sjukfall(anstalld, new Slump(fro), { idag: IDAG, dag, ...(monster ? { monster } : {}) })
const MONSTER: readonly Monster[] = ['sammanhangande', 'aterinsjuknande', 'kortUppehall', 'langtUppehall', 'friskIgen']

describe('sjukfallens dagar', () => {
  it('har alla märken som en regel hänger på, och är spridda mellan 5 och 600', () => {
    const d = sjukdagar(new Slump('dagar'), 200)
    expect(d).toEqual(expect.arrayContaining([...DAGMARKEN]))
    expect(Math.min(...d)).toBeGreaterThanOrEqual(5)
    expect(Math.max(...d)).toBeLessThanOrEqual(600)
    for (const [a, b] of [
      [5, 90],
      [91, 180],
      [181, 365],
      [366, 600],
    ])
      expect(d.filter((x) => x >= a! && x <= b!).length).toBeGreaterThan(12)
  })
})

describe('ett påhittat sjukfall', () => {
  it('börjar så många dagar före i dag som sagt, och inget har hänt i dag eller senare', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 5, max: 600 }), fc.constantFrom(...MONSTER, undefined), (fro, dag, monster) => {
        fc.pre(monster === undefined || monster === 'sammanhangande' || dag >= 170)
        const p = plan(fro, dag, monster)
        expect(p.fall[0]!.from).toBe(plusDagar(IDAG, 1 - dag))
        for (const f of p.fall) {
          for (const i of f.intyg) expect(i.skrivet < IDAG).toBe(true)
          for (const a of f.ansokningar) expect(a.inkom < IDAG).toBe(true)
          if (f.anmald) expect(f.anmald.inkom < IDAG).toBe(true)
        }
      }),
    )
  })

  it('har intyg dag efter dag utan glapp, med en grad bara en gång i varje intyg', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 30, max: 600 }), (fro, dag) => {
        const perioder = plan(fro, dag, 'sammanhangande').fall[0]!.intyg.flatMap((i) => {
          expect(new Set(i.perioder.map((p) => p.grad)).size).toBe(i.perioder.length)
          return i.perioder
        })
        perioder.forEach((p, i) => expect(i === 0 ? p.from : plusDagar(perioder[i - 1]!.tom, 1)).toBe(p.from))
        for (const [i, p] of perioder.entries()) if (i > 0) expect(p.grad).toBeLessThanOrEqual(perioder[i - 1]!.grad)
      }),
    )
  })

  it('har det uppehåll som mönstret säger', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 170, max: 600 }), (fro, dag) => {
        const fria = (m: Monster) => {
          const [a, b] = plan(fro, dag, m).fall
          return friaDagarMellan(a!, b!)
        }
        expect(fria('aterinsjuknande')).toBeLessThanOrEqual(4)
        expect(fria('kortUppehall')).toBeGreaterThan(5)
        expect(fria('kortUppehall')).toBeLessThan(90)
        expect(fria('langtUppehall')).toBeGreaterThanOrEqual(90)
        expect(plan(fro, dag, 'friskIgen').fall[0]!.tom < IDAG).toBe(true)
      }),
    )
  })

  it('ger ny sjuklön efter uppehåll, men inte vid återinsjuknande', () => {
    const [, andra] = plan(3, 200, 'kortUppehall').fall
    expect(andra!.sjuklon).toEqual({ from: andra!.from, tom: plusDagar(andra!.from, 13) })
    const [forsta, igen] = plan(3, 200, 'aterinsjuknande').fall
    expect(igen!.sjuklon).toBeNull()
    expect(igen!.ansokningar.every((a) => a.forstaSjukdag === forsta!.from && a.sjuklon?.from === forsta!.from)).toBe(true)
  })

  it('trappas ned i grad för en del, och är samma för samma frö', () => {
    expect(plan(7, 300)).toEqual(plan(7, 300))
    const nedtrappade = Array.from({ length: 60 }, (_, i) => plan(i, 300, 'sammanhangande')).filter((p) =>
      p.fall[0]!.intyg.some((x) => x.perioder.length > 1),
    )
    expect(nedtrappade.length).toBeGreaterThan(15)
  })
})
