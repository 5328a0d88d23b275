import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import type { Bedomningsunderlag } from '../formular.ts'
import { gradval, medUtkast, somSvar, startform, visning } from './arbetsformaga.ts'

const D = datum
const rad = (from: string, tom: string, yrkadGrad = 1) => ({
  from: D(from),
  tom: D(tom),
  yrkadGrad,
  intygadGrad: yrkadGrad,
  kedjedagFran: 1,
  kedjedagTill: 2,
})
const underlag = (mer: Partial<Bedomningsunderlag> = {}): Bedomningsunderlag => ({
  rader: [rad('2026-06-01', '2026-06-14'), rad('2026-06-15', '2026-06-30', 0.5)],
  provas: ['vanligtArbete', 'normaltForekommande'],
  undantag: ['sarskildaSkal'],
  grundtext: '',
  sysselsattning: 'anställd',
  intyg: [],
  lamnatProgram: false,
  harArbetsgivare: true,
  annanErsattning: [],
  tidigare: null,
  ...mer,
})

describe('bedömningens formulär', () => {
  it('börjar utan något valt', () => {
    const f = startform(underlag())
    expect(f).toMatchObject({ sjukdom: undefined, undantag: '', rader: [{ grad: '' }, { grad: '' }] })
    expect(somSvar(f, underlag())).toMatchObject({ formaga: {}, rader: [{ grad: undefined }, { grad: undefined }] })
  })
  it('ett utkast följer sina dagar när dagarna ändrats', () => {
    const f = medUtkast(startform(underlag()), {
      skal: 'Så här',
      rader: [
        { from: '2026-06-15', tom: '2026-06-30', grad: '0.5' },
        { from: '2026-05-01', tom: '2026-05-31', grad: '1' },
      ],
      formaga: { vanligtArbete: 'klarar', borttagen: 'klarar' },
    })
    expect(f.rader.map((r) => r.grad)).toEqual(['', '0.5'])
    expect(f).toMatchObject({ skal: 'Så här', formaga: { vanligtArbete: 'klarar' } })
    expect(Object.keys(f.formaga)).not.toContain('borttagen')
  })
  it('yrkesgrupp, undantag och förläggning följer bara med när de hör till svaret', () => {
    const f = {
      ...startform(underlag()),
      yrkesgrupp: 'Kontor',
      undantag: 'inget',
      forlaggning: 'minskasVarjeDag',
      rader: [
        { from: D('2026-06-01'), tom: D('2026-06-14'), grad: '1' },
        { from: D('2026-06-15'), tom: D('2026-06-30'), grad: '0' },
      ],
    }
    const svar = somSvar(f, underlag())
    expect(svar).not.toHaveProperty('yrkesgrupp')
    expect(svar).not.toHaveProperty('undantag')
    expect(svar).not.toHaveProperty('forlaggning')
    expect(visning(f, underlag()).begransar).toBe(true)
  })
  it('den som klarar normalt förekommande arbete delvis får frågan om yrkesgrupp, och partiell grad frågan om förläggning', () => {
    const f = startform(underlag())
    f.formaga.normaltForekommande = 'klararDelvis'
    f.rader[1]!.grad = '0.25'
    expect(visning(f, underlag())).toEqual({
      yrkesgrupp: true,
      undantag: true,
      ingetUndantag: false,
      vilketArbete: false,
      annanErsattning: false,
      forlaggning: true,
      begransar: true,
    })
  })
  it('förläggning som försämrar återgången följer med också när inget beviljas: den är skälet', () => {
    const f = { ...startform(underlag()), forlaggning: 'annanSomForsamrar' }
    f.rader.forEach((r) => (r.grad = '0'))
    expect(somSvar(f, underlag())).toMatchObject({ forlaggning: 'annanSomForsamrar' })
  })
  it('skälet för inget undantag och vilket arbete det är frågas så snart svaret ger anledning', () => {
    const f = { ...startform(underlag()), undantag: 'inget', ingetUndantag: 'Ingen plan.', vilketArbete: 'erbjudet' }
    expect(visning(f, underlag())).toMatchObject({ ingetUndantag: false, vilketArbete: false })
    f.formaga = { vanligtArbete: 'klararDelvis', normaltForekommande: 'klarar' }
    expect(visning(f, underlag())).toMatchObject({ ingetUndantag: true, vilketArbete: true })
    expect(somSvar(f, underlag())).toMatchObject({ ingetUndantag: 'Ingen plan.', vilketArbete: 'erbjudet' })
    expect(visning(f, underlag({ harArbetsgivare: false })).vilketArbete).toBe(false)
  })
  it('annan ersättning frågas om när den finns, och bara då', () => {
    const u = underlag({ annanErsattning: [{ text: 'halv sjukersättning', period: 'tills vidare', kalla: 'register' }] })
    const f = { ...startform(u), andel: '0.5', darutover: true, annanSkal: 'Beslut.' }
    expect(somSvar(f, u)).toMatchObject({ annanErsattning: { andel: 0.5, darutover: true, skal: 'Beslut.' } })
    expect(somSvar(f, underlag())).not.toHaveProperty('annanErsattning')
  })
  it('mer än ansökt går inte att välja', () => expect(gradval(0.5).map((g) => g.varde)).toEqual(['0.5', '0.25', '0']))
})
