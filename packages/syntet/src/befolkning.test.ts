import { alder, datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ARBETSGIVARE,
  befolkning,
  DIAGNOSER,
  kontrollsiffra,
  pahittatOrgnr,
  pahittatPersonnummer,
  Slump,
  type PahittadPerson,
} from './index.ts'

const IDAG = datum('2026-03-16')
const folk = (fro: string | number, antal = 300) => befolkning({ fro, antal, idag: IDAG })
const frot = fc.integer({ min: 0, max: 1_000_000 })

/** Luhn over the ten last digits: right when the sum ends in nought. */
const rattSiffra = (nummer: string): boolean => {
  const tio = nummer.replace(/\D/g, '').slice(-10)
  return kontrollsiffra(tio.slice(0, 9)) === Number(tio[9])
}

const andel = (ps: readonly PahittadPerson[], villkor: (p: PahittadPerson) => boolean): number => ps.filter(villkor).length / ps.length

describe('påhittade personer', () => {
  it('har rätt kontrollsiffra och födelsenummer som inte ges ut', () => {
    fc.assert(
      fc.property(frot, (fro) => {
        for (const p of folk(fro, 40)) {
          expect(p.personnummer).toMatch(/^\d{8}-9[89]\d\d$/)
          expect(rattSiffra(p.personnummer)).toBe(true)
          const dag = Number(p.personnummer.slice(6, 8))
          expect(`${p.personnummer.slice(0, 4)}-${p.personnummer.slice(4, 6)}-${String(dag > 60 ? dag - 60 : dag).padStart(2, '0')}`).toBe(
            p.fodd,
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('kan kontrollräknas mot en känd siffra', () => {
    expect(kontrollsiffra('811218987')).toBe(6)
    expect(pahittatPersonnummer(datum('1980-05-17'), 985)).toBe('19800517-9851')
    expect(() => pahittatPersonnummer(datum('1980-05-17'), 979)).toThrow(/980–999/)
  })

  it('är 19 till 70 år, och en del har samordningsnummer eller skyddad identitet', () => {
    fc.assert(
      fc.property(frot, (fro) => {
        for (const p of folk(fro, 40)) {
          expect(alder(p.fodd, IDAG)).toBeGreaterThanOrEqual(19)
          expect(alder(p.fodd, IDAG)).toBeLessThanOrEqual(70)
        }
      }),
      { numRuns: 30 },
    )
    const ps = folk('många', 1000)
    const samordning = andel(ps, (p) => Number(p.personnummer.slice(6, 8)) > 60)
    expect(samordning).toBeGreaterThan(0.01)
    expect(samordning).toBeLessThan(0.06)
    const skyddade = ps.filter((p) => p.skyddad)
    expect(skyddade.length).toBeGreaterThan(5)
    expect(skyddade.every((p) => p.adress.join() === 'Skyddade personuppgifter')).toBe(true)
  })

  it('är samma för samma frö, andra för ett annat, och ingen är lik någon annan', () => {
    expect(folk('a', 50)).toEqual(folk('a', 50))
    expect(folk('a', 50)).not.toEqual(folk('b', 50))
    expect(folk('a', 50)).toEqual(folk('a', 300).slice(0, 50))
    const ps = folk('a', 2000)
    expect(new Set(ps.map((p) => p.personnummer)).size).toBe(2000)
    expect(new Set(ps.map((p) => p.id)).size).toBe(2000)
  })

  it('försörjer sig ungefär som sjukskrivna gör', () => {
    const ps = folk('fördelning', 2000)
    const vantat = { anstalld: 0.7, arbetslos: 0.12, egenforetagare: 0.08, behovsanstalld: 0.06, foraldraledig: 0.04 }
    for (const [slag, mal] of Object.entries(vantat))
      expect(Math.abs(andel(ps, (p) => p.sysselsattning === slag) - mal), slag).toBeLessThan(0.03)
  })

  it('har en inkomst som passar yrket, av rätt slag, och arbetsgivare när de har en', () => {
    for (const p of folk('inkomst', 1000)) {
      expect(p.inkomst.anstallning + p.inkomst.annat).toBeGreaterThan(150_000)
      expect(p.inkomst.anstallning + p.inkomst.annat).toBeLessThanOrEqual(p.yrke.inkomst[1])
      expect(p.inkomst.annat > 0).toBe(p.sysselsattning === 'egenforetagare')
      expect(p.arbetsgivare !== undefined).toBe(['anstalld', 'behovsanstalld', 'foraldraledig'].includes(p.sysselsattning))
    }
  })
})

describe('påhittade arbetsgivare', () => {
  it('har rätt kontrollsiffra i en serie som inte ges ut, och egna namn', () => {
    for (const a of ARBETSGIVARE) {
      expect(a.orgnr).toMatch(/^9999\d\d-\d{4}$/)
      expect(rattSiffra(a.orgnr)).toBe(true)
    }
    expect(new Set(ARBETSGIVARE.map((a) => a.namn)).size).toBe(ARBETSGIVARE.length)
    expect(new Set(Array.from({ length: 500 }, (_, i) => pahittatOrgnr(i))).size).toBe(500)
  })
})

describe('diagnoserna', () => {
  it('är till ungefär hälften psykiska, och varje kod duger i ett intyg', () => {
    const vikt = (fran: readonly (typeof DIAGNOSER)[number][]) => fran.reduce((n, d) => n + d.vikt, 0)
    const f = vikt(DIAGNOSER.filter((d) => d.kod.startsWith('F'))) / vikt(DIAGNOSER)
    expect(f).toBeGreaterThan(0.42)
    expect(f).toBeLessThan(0.6)
    for (const d of DIAGNOSER) expect(d.kod).toMatch(/^[A-Z]\d{2}[A-Z0-9]{0,2}$/)
    for (const bokstav of ['F', 'M', 'S', 'I', 'C', 'G']) expect(DIAGNOSER.some((d) => d.kod.startsWith(bokstav))).toBe(true)
  })
})

describe('slumpen', () => {
  it('är jämn, och en gren påverkas inte av andra dragningar', () => {
    const s = new Slump(1)
    const antal = Array.from({ length: 6 }, () => 0)
    for (let i = 0; i < 6000; i++) antal[s.heltal(1, 6) - 1]!++
    for (const n of antal) expect(Math.abs(n - 1000)).toBeLessThan(150)
    expect(s.gren('x').tal()).toBe(new Slump(1).gren('x').tal())
  })
})
