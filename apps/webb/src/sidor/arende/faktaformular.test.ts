import { describe, expect, it } from 'vitest'
import { FAKTAFORMULAR, formularFor, franFormular, tillFormular } from './faktaformular.ts'

const runt = (namn: string, varde: unknown) => franFormular(formularFor(namn)!, tillFormular(formularFor(namn)!, varde))

describe('fakta i formulär', () => {
  it('det som registrerats blir detsamma när det gått genom formuläret', () => {
    const sysselsattning = { slag: 'anstalld', arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' } }
    expect(runt('sysselsattning', sysselsattning)).toEqual(sysselsattning)
    expect(runt('karenstid', { dagar: 14 })).toEqual({ dagar: 14 })
    expect(runt('sjukersattning', { grad: 0.75 })).toEqual({ grad: 0.75 })
    expect(runt('plan', { finns: false, atgarder: 'Inga', arbetsskada: 'vetEj' })).toEqual({
      finns: false,
      atgarder: 'Inga',
      arbetsskada: 'vetEj',
    })
    expect(runt('anpassning', { tolk: true, sprak: 'arabiska', format: '' })).toEqual({ tolk: true, sprak: 'arabiska', format: '' })
  })
  it('fält som inte hör till valet följer inte med', () => {
    expect(
      franFormular(formularFor('sysselsattning')!, { slag: 'arbetslos', 'arbetsgivare.namn': 'Bruket AB', lamnatProgram: true }),
    ).toEqual({ slag: 'arbetslos', lamnatProgram: true })
  })
  it('varje faktum har sitt formulär en gång', () => expect(new Set(FAKTAFORMULAR.map((f) => f.namn)).size).toBe(FAKTAFORMULAR.length))
})
