import { describe, expect, it } from 'vitest'
import { outskrivbara, teckennamn } from './tecken.ts'
import { lasTeckentabell } from './teckentabell.ts'
import { lasTypsnitt } from './typsnitt.ts'

describe('brevets typsnitt', () => {
  it('har samma tecken i båda vikterna, och alla som svenska brev behöver', () => {
    const [vanlig, halvfet] = lasTypsnitt().map(lasTeckentabell)
    expect([...vanlig!].sort()).toEqual([...halvfet!].sort())
    expect(vanlig!.size).toBeGreaterThan(1_000)
    expect(
      outskrivbara('ABCÅÄÖ abcåäö éüñøæçšžłđ 0123456789 .,;:!?-–—…”’»«()[]{}<>/\\|@#$£€§%‰&*+=_~^`\'"½¼¾²³°·•×÷±≤≥→−\u00A0\u202F'),
    ).toEqual([])
  })

  it('saknar emoji, kinesiska och styrtecken, och säger vilka, en gång var', () => {
    expect(outskrivbara('Hej 😀 漢 😀\u0007\u202E!')).toEqual(['😀', '漢', '\u0007', '\u202E'])
    // The font has this one, but nobody can see it.
    expect(outskrivbara('a\u200Bb')).toEqual(['\u200B'])
    expect(teckennamn('😀')).toBe('”😀” (U+1F600)')
    expect(teckennamn('\u202E')).toBe('U+202E')
  })

  it('en fil som inte är ett typsnitt avvisas', () => {
    expect(() => lasTeckentabell(new Uint8Array(64))).toThrow('saknar teckentabell')
  })
})
