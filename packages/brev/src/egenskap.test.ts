import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { besked, brev, lista, ram, rubrik, stycke } from './exempel/gemensamt.ts'
import { skapaBrevskrivare, type Brevskrivare } from './index.ts'
import { rensaText } from './rensning.ts'
import { lasPdf, medRoll, upplast } from './stod/laspdf.ts'

/** Everything one can type on a Swedish keyboard, and what official text adds to it. */
const TECKEN =
  'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789éüßøæàçñÉÜ.,;:!?§%&/()=+-–—_*#@$€£"\'”’»«<>|\\{}[]^~`´¨½°·•…×≤≥'
const ordet = fc.string({ unit: fc.constantFrom(...TECKEN, 'fi', 'ffl', 'a\u030A'), minLength: 1, maxLength: 16 })
const texten = (mest: number) => fc.array(ordet, { minLength: 1, maxLength: mest }).map((o) => o.join(' '))

/** Line breaks and hyphens at the end of a line are layout: compare what is left without them. */
const utanMellanrum = (t: string) => rensaText(t).replace(/[\s\u00AD]+/gu, '')

let skrivare: Brevskrivare
beforeAll(() => {
  skrivare = skapaBrevskrivare()
})
afterAll(() => skrivare.stang())

describe('all svensk text som går att skriva', () => {
  it('kommer ut ur brevet tecken för tecken, i läsordning, var den än står', async () => {
    const innehall = fc.record({
      titel: texten(8),
      rubrik: texten(5),
      stycke: texten(60),
      punkter: fc.array(texten(20), { minLength: 1, maxLength: 4 }),
      besked: texten(20),
      celler: fc.array(fc.tuple(texten(8), texten(3)), { minLength: 1, maxLength: 5 }),
      etikett: texten(3),
      varde: texten(10),
    })
    await fc.assert(
      fc.asyncProperty(innehall, async (t) => {
        const { pdf } = await skrivare.skriv(
          brev({
            rubrik: t.titel,
            block: [
              rubrik('r', t.rubrik),
              stycke('s', t.stycke),
              lista('l', ...t.punkter),
              besked('b', t.besked),
              {
                ...ram('t'),
                typ: 'tabell',
                rubrik: t.rubrik,
                kolumner: [{ rubrik: t.etikett }, { rubrik: 'Tal', hoger: true }],
                rader: t.celler,
              },
              { ...ram('u'), typ: 'uppgifter', rader: [[t.etikett, t.varde]] },
            ],
          }),
        )
        const last = await lasPdf(pdf)
        const vantat = [
          t.titel,
          t.rubrik,
          t.stycke,
          ...t.punkter.map((p) => `•${p}`),
          t.besked,
          t.rubrik,
          t.etikett,
          'Tal',
          ...t.celler.flat(),
          t.etikett,
          t.varde,
        ]
        expect(utanMellanrum(upplast(last))).toMatch(/^Återgång/)
        expect(utanMellanrum(upplast(last)).endsWith(vantat.map(utanMellanrum).join(''))).toBe(true)
        expect(medRoll(last, 'H2').map(utanMellanrum)).toEqual([utanMellanrum(t.rubrik)])
      }),
      { numRuns: 60 },
    )
  })
})
