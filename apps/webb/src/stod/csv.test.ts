import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'

/** The plain reader of the format: the oracle. */
function las(text: string): string[][] {
  const rader: string[][] = [[]]
  let cell = ''
  let inne = false
  const t = text.replace(/^\uFEFF/, '').replace(/\r\n$/, '')
  for (let i = 0; i < t.length; i++) {
    const c = t[i]!
    if (inne) {
      if (c === '"' && t[i + 1] === '"') cell += t[++i]
      else if (c === '"') inne = false
      else cell += c
    } else if (c === '"') inne = true
    else if (c === ';') {
      rader.at(-1)!.push(cell)
      cell = ''
    } else if (c === '\r' && t[i + 1] === '\n') {
      rader.at(-1)!.push(cell)
      rader.push([])
      cell = ''
      i++
    } else cell += c
  }
  rader.at(-1)!.push(cell)
  return rader
}

describe('CSV', () => {
  it('har semikolon, decimalkomma, byteordningsmärke och tomt för okänt', () => {
    expect(
      csv(
        ['Enhet', 'Värde'],
        [
          ['Gävle', 0.125],
          ['Malmö', null],
        ],
      ),
    ).toBe('\uFEFFEnhet;Värde\r\nGävle;0,125\r\nMalmö;\r\n')
  })

  it('kan läsas tillbaka oavsett vad som står i cellerna', () => {
    const cell = fc.string().filter((s) => !/^[=+\-@\t\r]/.test(s))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rader) => {
        expect(las(csv(['a', 'b'], rader)).slice(1)).toEqual(rader)
      }),
    )
  })

  it('låter aldrig en text bli en formel', () => {
    expect(csv(['a'], [['=1+1'], ['+46'], ['@x'], ['-2']])).toBe("\uFEFFa\r\n'=1+1\r\n'+46\r\n'@x\r\n'-2\r\n")
    expect(csv(['a'], [[-2]])).toContain('\r\n-2\r\n')
  })
})
