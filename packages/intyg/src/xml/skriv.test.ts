import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nod, skrivDokument, valfri } from './skriv.ts'
import { lasXml } from './trad.ts'

const las = (xml: string) => lasXml(new TextEncoder().encode(xml))

// What XML 1.0 can carry: everything but most control characters.
const tecken = fc.oneof(
  fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\n', '\r', '\r\n', '\t', 'å', '😀', ' '),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)
const skrivbar = fc
  .array(tecken, { maxLength: 20 })
  .map((d) => d.join('').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))

describe('XML-skrivningen', () => {
  it('ger tillbaka varje text och attribut ordagrant när den läses', () => {
    fc.assert(
      fc.property(skrivbar, skrivbar, (text, attribut) => {
        const rot = las(skrivDokument(nod('a', text, { id: attribut })))
        expect(rot.text).toBe(text)
        expect(rot.attribut.get('id')).toBe(attribut)
      }),
    )
  })

  it('ersätter tecken som XML inte kan bära med ett synligt märke', () => {
    expect(las(skrivDokument(nod('a', 'ett\u0000två\u000btre\ud800fyra\uffff'))).text).toBe('ett\ufffdtvå\ufffdtre\ufffdfyra\ufffd')
  })

  it('utelämnar noder utan innehåll och skriver tomma element', () => {
    expect(skrivDokument(nod('a', [valfri('b', undefined), valfri('c', ''), undefined]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n <c></c>\n</a>\n',
    )
  })
})
