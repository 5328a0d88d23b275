import { describe, expect, it } from 'vitest'
import { Intygsproblem } from '../problem.ts'
import { avkoda, STORSTA_FIL } from './avkoda.ts'

const latin1 = (t: string) => Uint8Array.from(t, (c) => c.charCodeAt(0))
const utf8 = (t: string) => new TextEncoder().encode(t)
const utf16 = (t: string, storandeForst: boolean) =>
  Uint8Array.from(
    [...t].flatMap((c) => (storandeForst ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])),
  )

function problem(bytes: Uint8Array): Intygsproblem {
  try {
    avkoda(bytes)
  } catch (fel) {
    if (fel instanceof Intygsproblem) return fel
    throw fel
  }
  throw new Error('filen togs emot')
}

describe('avkodningen', () => {
  it('läser UTF-8 med och utan byte-ordningsmärke, med och utan deklaration', () => {
    expect(avkoda(utf8('<a>åäö</a>'))).toBe('<a>åäö</a>')
    expect(avkoda(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('<a>åäö</a>')]))).toBe('<a>åäö</a>')
    for (const kodning of ['UTF-8', 'utf-8', 'Utf-8'])
      expect(avkoda(utf8(`<?xml version='1.0' encoding='${kodning}'?><a/>`))).toContain('<a/>')
  })

  it('läser inte en deklaration som står inne i texten', () => {
    expect(avkoda(utf8('<a>encoding="latin1"?></a>'))).toContain('latin1')
  })

  it('vägrar en fil över tio megabyte men inte en på precis tio', () => {
    expect(avkoda(new Uint8Array(STORSTA_FIL).fill(0x20))).toHaveLength(STORSTA_FIL)
    expect(problem(new Uint8Array(STORSTA_FIL + 1))).toMatchObject({ kod: 'forStor', text: expect.stringContaining('10 MB') })
  })

  it('vägrar en tom fil', () => {
    expect(problem(new Uint8Array()).kod).toBe('ejValbildad')
  })

  it.each(['ISO-8859-1', 'windows-1252', 'UTF-16', 'US-ASCII'])(
    'vägrar den uppgivna kodningen %s och säger vad som ska göras',
    (kodning) => {
      expect(problem(latin1(`<?xml version="1.0" encoding="${kodning}"?><a>x</a>`))).toMatchObject({
        kod: 'felTeckenkodning',
        text: expect.stringMatching(new RegExp(`${kodning}.*UTF-8`)),
      })
    },
  )

  it('vägrar byte som inte är UTF-8 och pekar ut raden', () => {
    expect(problem(latin1('<a>\n<b>å</b>\n</a>'))).toMatchObject({ kod: 'felTeckenkodning', rad: 2 })
    // overlong slash, half a surrogate, cut sequence
    for (const fel of [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xc3]])
      expect(problem(Uint8Array.from([0x3c, 0x61, 0x3e, ...fel])).kod).toBe('felTeckenkodning')
  })

  it('vägrar UTF-16 med och utan byte-ordningsmärke', () => {
    const text = '<?xml version="1.0"?><a/>'
    for (const b of [utf16(`\ufeff${text}`, true), utf16(`\ufeff${text}`, false), utf16(text, true), utf16(text, false)]) {
      expect(problem(b)).toMatchObject({ kod: 'felTeckenkodning', text: expect.stringContaining('UTF-16') })
    }
  })
})
