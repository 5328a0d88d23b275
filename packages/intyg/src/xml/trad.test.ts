import { describe, expect, it } from 'vitest'
import * as fientlig from '../exempel/fientliga.ts'
import { Intygsproblem } from '../problem.ts'
import { STORSTA_FIL } from './avkoda.ts'
import { lasXml } from './trad.ts'

const utf8 = (t: string) => new TextEncoder().encode(t)

function problem(xml: string): Intygsproblem {
  try {
    lasXml(utf8(xml))
  } catch (fel) {
    if (fel instanceof Intygsproblem) return fel
    throw fel
  }
  throw new Error('filen togs emot')
}

describe('XML-läsningen', () => {
  it('bygger ett träd med namnrymder, attribut och ordagrann text', () => {
    const rot = lasXml(utf8('<p:a xmlns:p="urn:x" id=" 7 " p:id="8">  rad 1\n  rad 2 <![CDATA[<&>]]> &lt;å&#10;<!-- bort --><b/></p:a>'))
    expect(rot).toMatchObject({ namn: 'a', ns: 'urn:x', text: '  rad 1\n  rad 2 <&> <å\n', barn: [{ namn: 'b', ns: '' }] })
    expect([...rot.attribut]).toEqual([['id', ' 7 ']])
  })

  it('minns på vilken rad ett element börjar', () => {
    expect(lasXml(utf8('<a>\n\n<b/>\n<c\n id="1"/></a>')).barn.map((b) => b.plats.rad)).toEqual([3, 4])
  })

  it.each([
    ['en miljard skratt', fientlig.MILJARD_SKRATT],
    ['en yttre entitet', fientlig.YTTRE_ENTITET],
    ['en yttre DTD', fientlig.YTTRE_DTD],
    ['en parameterentitet', fientlig.PARAMETERENTITET],
    ['en DOCTYPE utan innehåll', fientlig.TOM_DOCTYPE],
  ])('vägrar %s som DOCTYPE', (_, xml) => {
    expect(problem(xml)).toMatchObject({ kod: 'doctype', rad: expect.any(Number) })
  })

  it.each([
    ['i text', '<a>\n<b>A & B</b>\n</a>\n', 2, 6],
    ['i text, med en referens före och ett semikolon efter', '<a>\n<b>&lt; A & B; C</b>\n</a>', 2, 11],
    ['i ett attribut', '<a>\n<b c="A &B"/>\n</a>', 2, 9],
    ['efter ett som får stå', '<a><![CDATA[&]]><!-- & -->\n<b>&</b></a>', 2, 4],
  ])('säger var ett & står för sig självt: %s', (_, xml, rad, kolumn) => {
    const p = problem(xml)
    expect(p).toMatchObject({ kod: 'ejValbildad', rad, kolumn })
    expect(p.text).toMatch(/& står för sig självt/)
  })

  it('en fil som är avklippt mitt i en referens är avklippt', () => {
    expect(problem('<a>\n<b>A &am').text).toMatch(/avklippt/)
  })

  it.each([
    ['en avklippt fil', '<a><b>text', /avklippt/],
    ['en fil som slutar mitt i en tagg', '<a><b id="', /avklippt/],
    ['två rotelement', fientlig.TVA_ROTTER, /mer än ett rotelement/],
    ['ett prefix som inte är angivet', fientlig.OBUNDET_PREFIX, /prefixet x är inte angivet/],
    ['en okänd entitet', fientlig.OKAND_ENTITET, /teckenreferens/],
    ['korsade taggar', fientlig.KORSADE_TAGGAR, /sluttagg/],
    ['text efter roten', fientlig.TEXT_EFTER_ROTEN, /utanför rotelementet/],
    ['ett dubbelt attribut', fientlig.DUBBELT_ATTRIBUT, /attributet b finns två gånger/],
    ['ett styrtecken', fientlig.STYRTECKEN, /inte tillåtet/],
    ['ett styrtecken som XML 1.1 släpper fram', fientlig.XML_1_1_STYRTECKEN, /./],
    ['bara mellanslag', '   \n', /ingen XML/],
    ['ingen XML alls', 'hej', /./],
  ])('vägrar %s med rad, tecken och vad som är fel', (_, xml, text) => {
    const p = problem(xml)
    expect(p).toMatchObject({ kod: 'ejValbildad', rad: expect.any(Number), kolumn: expect.any(Number) })
    expect(p.text).toMatch(text)
    expect(p.text).toMatch(/Hämta intyget på nytt/)
  })

  it.each([
    ['orimligt djup', fientlig.DJUPT],
    ['orimligt många element', fientlig.MANGA_ELEMENT],
    ['orimligt många attribut', fientlig.MANGA_ATTRIBUT],
  ])('vägrar %s innan det tar plats', (_, xml) => {
    expect(problem(xml).kod).toBe('orimligStruktur')
  })

  it('skriver inte ut ett namn som är hela filen långt', () => {
    expect(problem(`<${'a'.repeat(100_000)}>`).text.length).toBeLessThan(400)
  })

  it('läser tio megabyte på under tre sekunder', () => {
    const fyll = 'åäö\n'
    const xml = utf8(`<a>${fyll.repeat(Math.floor((STORSTA_FIL - 10) / utf8(fyll).length))}</a>`)
    const start = performance.now()
    lasXml(xml)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
