import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rensaText } from './rensning.ts'

const synligt = (t: string) => t.replace(/[\s\u00A0]+/gu, '')

describe('texten rensas innan den sätts', () => {
  it.each([
    ['a\u030Angra', 'ångra'],
    ['sjuk\u00ADpen\u200Bning\uFEFF ✓\uFE0F', 'sjukpenning ✓'],
    ['  två   ord \t här ', 'två ord här'],
    ['rad ett \r\n rad två\r\n\r\n\r\n\r\nstycke', 'rad ett\nrad två\n\nstycke'],
  ])('%j → %j', (fran, till) => {
    expect(rensaText(fran)).toBe(till)
  })

  it.each([
    ['1 250 000 kronor', '1~250~000~kronor'],
    ['12,5 procent eller 12 %', '12,5~procent eller 12~%'],
    ['27 kap. 48 § och 28 kap. 7 a §', '27~kap.~48~§ och 28~kap.~7~a~§'],
    ['7 och 19 §§', '7 och 19~§§'],
    ['den 2 mars 2026', 'den 2~mars 2026'],
    ['dag 180 och 14 dagar', 'dag 180 och 14 dagar'],
  ])('%s binds ihop som %s', (fran, till) => {
    expect(rensaText(fran).replaceAll('\u00A0', '~')).toBe(till)
  })

  it('ändrar inget synligt tecken och ändrar inget en andra gång', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aåö1 7§%.,\n\t#'.split(''), ' kr', 'kap. ', '000 ') }), (t) => {
        const ren = rensaText(t)
        expect(synligt(ren)).toBe(synligt(t))
        expect(rensaText(ren)).toBe(ren)
      }),
    )
  })
})
