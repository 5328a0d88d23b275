import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arLangt, meningar, ord } from './meningar.ts'

describe('meningar', () => {
  it.each([
    ['Vi bedömer det enligt 27 kap. 48 § första stycket. Du får svar snart.', 2],
    ['Du kan t.ex. ringa oss. Vi svarar bl.a. på frågor om dagar.', 2],
    ['Lämna in intyg m.m. Du har två veckor på dig.', 2],
    ['Se 27 kap. 48 § st. 3 p. 1 i balken.', 1],
    ['Du får 3 st. Ring oss om det är fel.', 2],
    ['Beloppet är 1 250,50 kronor enligt avsnitt 3.1 i bilagan.', 1],
    ['Stämmer det? Ring oss! Annars händer inget.', 3],
    ['Beslutet gäller nu. 14 dagar senare betalas pengarna ut.', 2],
    ['1. Läs brevet', 1],
    ['Intyget är skrivet av A. Exempelsson vid en vårdcentral.', 1],
    ['Läkaren skriver: ”Patienten kan inte sitta.” Vi gör samma bedömning.', 2],
    ['Hon undrade ”varför då?” och lade på.', 1],
    ['Du får sjukpenning fr.o.m. måndag t.o.m. fredag (dvs. fem dagar).', 1],
    ['Jag vet inte ... Kanske senare.', 2],
    ['Du kör bil. Du kan inte sitta länge.', 2],
    ['Se bil. 2 till brevet.', 1],
    ['Vi har fått\n\nett brev', 2],
    ['', 0],
    ['– – –', 0],
  ])('%s → %i', (text, antal) => {
    expect(meningar(text)).toHaveLength(antal)
  })

  it('delar texten utan att tappa något ord', () => {
    const bit = fc.constantFrom(
      'Du',
      'får',
      't.ex.',
      'kap.',
      '48',
      '§',
      'm.m.',
      'slut.',
      'Varför?',
      'Nej!',
      'A.',
      '1 250,50',
      '3.1',
      '\n',
      '(se',
      'ovan).',
      '”Ja.”',
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), (bitar) => {
        const text = bitar.join(' ')
        // Number groups join over a space; keep them apart from what stands before in both counts.
        expect(meningar(text).flatMap(ord)).toEqual(text.split('\n').flatMap(ord))
      }),
    )
  })
})

describe('ord', () => {
  it.each([
    ['1 250,50 kronor', ['1250,50', 'kronor']],
    ['27 kap. 48 §', ['27', 'kap', '48']],
    ['den 2026-03-02', ['den', '2026-03-02']],
    ['SGI-taket, SGI:n och/eller t.ex. 3.1', ['SGI-taket', 'SGI:n', 'och', 'eller', 't.ex', '3.1']],
    ['2–29 mars', ['2', '29', 'mars']],
    ['arbetsskadeguiden.se', ['arbetsskadeguiden.se']],
    ['a\u030Angra sig', ['ångra', 'sig']],
  ])('%s', (text, vantat) => {
    expect(ord(text)).toEqual(vantat)
  })

  it('ett långt ord har mer än sex bokstäver; siffror och bindestreck räknas inte', () => {
    expect(arLangt('gäller')).toBe(false)
    expect(arLangt('ansökan')).toBe(true)
    expect(arLangt('2026-03-02')).toBe(false)
    expect(arLangt('SGI-tak')).toBe(false)
  })
})
