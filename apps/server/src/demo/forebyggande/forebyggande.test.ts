import { granskaInnehall } from '@atergang/brev'
import {
  arendevy,
  evidensFranBorjan,
  fasen,
  forebyggandestatistik,
  minForebyggande,
  analyspost,
  type Fas,
  type Forebyggandepost,
} from '@atergang/formaner'
import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { arendevySchema } from '../../rutter/arendevy.ts'
import { brott } from '../villkor.ts'
import { planberattelser } from './berattelser.ts'
import { PLANPERSONER, type Planperson } from './personer.ts'
import type { Planfall } from './planfall.ts'
import { slumpadePlaner } from './slumpade.ts'

const IDAG = datum('2026-03-16')
const varld = (idag = IDAG) => {
  let n = 0
  return { idag, register: evidensFranBorjan(plusDagar(idag, -1)), nummer: () => `FP2026-${String(++n).padStart(6, '0')}` }
}
const fall = planberattelser(varld())
const slumpade = slumpadePlaner(varld(), { antal: 24, fro: 'prov' })
const av = (n: Planperson): Planfall => fall.findLast((f) => f.p.val!.person.id === PLANPERSONER[n].id)!
const fas = (n: Planperson): Fas => fasen(av(n).arende.lage, IDAG)
const fragor = (n: Planperson) => av(n).p.fragekoder(IDAG)
const attGora = (n: Planperson) => minForebyggande(av(n).arende.lage, IDAG).attGora.map((a) => a.slag)

describe('demons personer med en plan', () => {
  it('har var sitt läge att visa, vilken dag demon än startar', () => {
    for (const idag of ['2026-03-16', '2026-07-01', '2026-12-28']) expect(planberattelser(varld(datum(idag))).length).toBeGreaterThan(12)
  })

  it('Vera: två halva dagar i veckan, beviljat i båda stegen', () => {
    expect(av('vera').arende.lage.beslut.map((b) => b.utfall)).toEqual(['beviljat', 'beviljat'])
    expect(av('vera').arende.lage.beslut[1]!.rader.every((r) => r.grad === 0.5)).toBe(true)
    expect(fas('vera')).toBe('pagar')
    expect(attGora('vera')).toContain('ansokErsattning')
  })
  it('Xavier: planen godkändes inte, efter rådgivare, specialist och kommunicering', () => {
    expect(av('xavier').arende.lage.beslut).toMatchObject([{ utfall: 'avslag', medverkande: [{ roll: 'specialist' }] }])
    expect(av('xavier').arende.lage.begaran.some((b) => b.typ === 'fmrKonsultation' && b.svar)).toBe(true)
    expect(fas('xavier')).toBe('planEjGodkand')
  })
  it('Ylva: restiden avgör, en ansökan är beviljad och en prövas', () => {
    expect(av('ylva').arende.lage.beslut[1]!.rader.map((r) => r.grad)).toEqual([0.25, 0.25])
    expect(fas('ylva')).toBe('ersattningProvas')
  })
  it('Zainab: arbetslös, ansökan prövas', () => {
    expect(fragor('zainab')).toContain('arbetssokande')
  })
  it('Åke: KBT via internet väntar på rådgivaren', () => {
    expect(fragor('ake')).toContain('fmrSvar')
  })
  it('de andra står där berättelsen säger', () => {
    expect(attGora('arja')).toEqual(['utlatande'])
    expect(av('orjan').p.vantan(IDAG).length).toBeGreaterThan(0)
    expect(fragor('ebba')).toContain('utlatandegranskning')
    expect(attGora('ruben')).toEqual(['yttrande'])
    expect(fragor('tyra')).toEqual(['kvalitetssakring'])
    expect(fas('sixten')).toBe('uppfoljning')
    expect(fragor('ivar')).toContain('genomforande')
    expect(av('majken').arende.lage.fakta.some((f) => f.namn === 'tidigarePlaner')).toBe(true)
  })

  it('håller allt som måste hålla: fråga, väntan eller slut; inget avslag förbi specialist och kommunicering; inget i framtiden', () => {
    const alla = [...fall, ...slumpade]
    expect(alla.flatMap((f) => brott(f.arende.lage, f.arende.journal, IDAG))).toEqual([])
    expect(new Set(alla.map((f) => f.fall.id)).size).toBe(alla.length)
  })

  it('varje brev går att sätta, och varje ärende är den sida som API:et beskriver', () => {
    for (const f of [...fall, ...slumpade]) {
      for (const b of f.brev) expect(granskaInnehall(b.innehall), b.innehall.rubrik).toEqual([])
      arendevySchema.parse(JSON.parse(JSON.stringify(arendevy(f.arende.lage, f.arende.journal, IDAG).vy)))
    }
  })

  it('räcker till översikten: två områden, båda utfallen i båda stegen, kompletteringar och lika fall att jämföra', () => {
    const poster = slumpade.map((f) => analyspost(f.arende.lage, IDAG) as Forebyggandepost)
    expect(new Set(poster.map((p) => p.omrade))).toEqual(new Set(['Gävle', 'Malmö']))
    const [steg1, steg2] = forebyggandestatistik.utfall(poster)
    expect(steg1!.bifall.antal).toBeGreaterThan(0)
    expect(steg1!.avslag.antal).toBeGreaterThan(0)
    expect(steg2!.n).toBeGreaterThan(0)
    expect(forebyggandestatistik.kompletteringar(poster).length).toBeGreaterThan(0)
    expect(forebyggandestatistik.likaFall(poster).grupper.some((g) => g.omraden.length === 2)).toBe(true)
  })
})
