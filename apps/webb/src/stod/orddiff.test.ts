import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orddiff } from './orddiff.ts'

const fore = (d: ReturnType<typeof orddiff>) =>
  d
    .filter((x) => x.typ !== 'ny')
    .map((x) => x.text)
    .join('')
const efter = (d: ReturnType<typeof orddiff>) =>
  d
    .filter((x) => x.typ !== 'borta')
    .map((x) => x.text)
    .join('')

describe('skillnaden ord för ord', () => {
  it('visar vad som kommit till och försvunnit', () => {
    expect(orddiff('Personen kan sitta.', 'Personen kan inte sitta.')).toEqual([
      { typ: 'lika', text: 'Personen kan ' },
      { typ: 'ny', text: 'inte ' },
      { typ: 'lika', text: 'sitta.' },
    ])
  })
  it('lika texter har ingen skillnad', () => expect(orddiff('Samma', 'Samma')).toEqual([{ typ: 'lika', text: 'Samma' }]))
  it('ger alltid tillbaka båda texterna', () => {
    const text = fc.array(fc.constantFrom('kan', 'inte', 'sitta', 'stå', ' ', '\n', 'värk.'), { maxLength: 30 }).map((x) => x.join(' '))
    fc.assert(fc.property(text, text, (a, b) => fore(orddiff(a, b)) === a && efter(orddiff(a, b)) === b))
  })
})
