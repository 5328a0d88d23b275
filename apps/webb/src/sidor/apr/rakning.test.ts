import { describe, expect, it } from 'vitest'
import { begransningen, kronor, rakningen, skalsummor, skurna } from './rakning.ts'

const TAK = { anstalld: 10_000, arbetsgivare: 200_000 }
const rad = {
  kostnad: 900_100,
  halva: 4_500,
  belopp: 2_500,
  begransadAv: 'anstalld',
  skal: null,
  anstalldHarFatt: 7_500,
  arbetsgivarenHarFatt: 190_000,
} as const

describe('räkningen av en rad', () => {
  it('säger hälften, vad som är kvar av båda taken, och det minsta', () => {
    expect(rakningen(rad, TAK)).toEqual([
      'Hälften av 9\u00a0001\u00a0kr är 4\u00a0500\u00a0kr.',
      'Kvar för den anställda: 10\u00a0000\u00a0kr minus 7\u00a0500\u00a0kr är 2\u00a0500\u00a0kr.',
      'Kvar för arbetsgivaren: 200\u00a0000\u00a0kr minus 190\u00a0000\u00a0kr är 10\u00a0000\u00a0kr.',
      'Det minsta av dem ger 2\u00a0500\u00a0kr.',
    ])
    expect(begransningen(rad)).toBe('taket för den anställda')
  })

  it('säger skälet när raden avslås, och räknar inte det som saknas', () => {
    const avslagen = { ...rad, belopp: 0, begransadAv: null, skal: 'anordnareEjGodkand' } as const
    expect(begransningen(avslagen)).toBe('Avslag: anordnaren inte godkänd')
    expect(rakningen(avslagen, TAK)).toHaveLength(1)
    expect(rakningen({ ...rad, kostnad: null, begransadAv: null }, TAK)).toEqual(['Raden räknas när uppgifterna är hela.'])
  })

  it('summerar skäl och skurna rader; ett tak är inget avslag', () => {
    const rader = [
      rad,
      { ...rad, begransadAv: 'arbetsgivare' as const },
      { ...rad, skal: 'forSent' as const },
      { ...rad, skal: 'forSent' as const },
      { ...rad, skal: 'dubblett' as const },
    ]
    expect(skalsummor(rader).map((s) => [s.rader, s.kostnad])).toEqual([
      [2, 1_800_200],
      [1, 900_100],
    ])
    expect(skurna(rader)).toEqual({ anstalld: 1, arbetsgivare: 1 })
  })

  it('skriver öre bara när det finns', () => {
    expect([kronor(800_000), kronor(800_050), kronor(null)]).toEqual(['8\u00a0000\u00a0kr', '8\u00a0000,50\u00a0kr', 'saknas'])
  })
})
