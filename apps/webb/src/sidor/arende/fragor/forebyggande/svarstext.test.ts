import { describe, expect, it } from 'vitest'
import { forebyggandesvar } from './svarstext.ts'

const lasbart = (kod: string, svar: unknown): string =>
  forebyggandesvar(kod, svar)!
    .map((r) => `${r.namn}: ${r.varde}`)
    .join('\n')

describe('ett svar i ett ärende om förebyggande sjukpenning, för den som läser', () => {
  it('säger risk och stöd i ord, inte i koder', () => {
    const risk = lasbart('risk', {
      sjukdom: 'M545 Lumbago',
      forvantadNedsattning: 'minstEnFjardedel',
      hurVisad: ['utlatande'],
      visad: 'ja',
      skal: 'Tungt arbete.',
    })
    expect(risk).toContain('Bygger på: läkarens utlåtande')
    expect(risk).not.toMatch(/minstEnFjardedel|utlatande\b/)
    expect(
      lasbart('evidens', {
        stodForProblemet: 'oklart',
        upplaggetPassar: 'ja',
        skal: 'Vet inte.',
        evidensposter: ['a'],
        liknandeFall: [],
        fragaFmr: 'Finns stöd?',
      }),
    ).toContain('Frågat rådgivaren: Finns stöd?')
  })

  it('säger per behandling vad som godkänns, och varför inte', () => {
    const s = lasbart('planbedomning', {
      syfte: 'forebyggaSjukdom',
      behandlingar: [{ id: 'b1', godkanns: 'nej', skal: ['ingenEvidens'], text: 'Stödet gäller en annan diagnos.' }],
    })
    expect(s).toContain('Syfte: förebygga sjukdom')
    expect(s).toContain('Nej. Behandlingen har inte visat stöd för det aktuella problemet. Stödet gäller en annan diagnos.')
  })

  it('säger vad som frågades om och av vem', () => {
    expect(
      lasbart('utlatandegranskning', {
        beslut: 'komplettera',
        fraga: { till: 'vard', rader: [{ falt: 'uppfoljning', text: 'När följs behandlingen upp?' }] },
      }),
    ).toContain('Frågat läkaren om: när och hur behandlingen följs upp: När')
  })

  it('säger minuter och delar av dagen', () => {
    expect(
      lasbart('nodvandigTid', {
        tillfallen: [{ id: 't-2026-03-03', resaDitMin: 60, forberedelseMin: 0, efterMin: 10, resaHemMin: 60, skal: 'Bussen går sällan.' }],
      }),
    ).toContain('2026-03-03: Godtaget: dit 1 tim')
    expect(lasbart('annanErsattning', { dagar: [{ datum: '2026-03-03', hogst: 0.5, skal: 'Halv sjukpenning.' }] })).toContain(
      'Högst hälften',
    )
  })

  it('lämnar andra förmåners svar åt dem', () => expect(forebyggandesvar('sgi', {})).toBeNull())
})
