import { expect, it } from 'vitest'
import { kroppen, saknas, type Underlagsform } from './underlag.ts'

const form = (d: Partial<Underlagsform>): Underlagsform => ({
  slag: 'budget',
  ar: '2026',
  kalla: 'prov',
  avsatt: undefined,
  utbetalt: undefined,
  arbetsgivare: undefined,
  namnare: '',
  perStorlek: {},
  perLan: {},
  ...d,
})

it('lämnar in bara det som är ifyllt, och aldrig en nolla för det som inte är det', () => {
  expect(kroppen(form({ avsatt: 5, kalla: ' prov ' }))).toEqual({ kalla: 'prov', underlag: { slag: 'budget', avsatt: 5 } })
  expect(kroppen(form({ slag: 'arbetsgivarbestand', perStorlek: { '0-9': 4, '10-49': undefined } }))).toEqual({
    kalla: 'prov',
    underlag: { slag: 'arbetsgivarbestand', perStorlek: { '0-9': 4 } },
  })
})

it('säger vid fältet vad som saknas eller är fel', () => {
  expect(saknas(form({ ar: '2013', kalla: '' }), 2014).map((f) => f.falt)).toEqual(['ar', 'underlag.avsatt', 'kalla'])
  expect(saknas(form({ avsatt: 1.5, utbetalt: -1 }), 2014).map((f) => f.falt)).toEqual(['underlag.avsatt', 'underlag.utbetalt'])
  expect(saknas(form({ slag: 'folkmangd' }), 2014).map((f) => f.falt)).toEqual(['underlag.namnare', 'underlag.perLan.01'])
  expect(saknas(form({ slag: 'folkmangd', namnare: '16–64 år', perLan: { '21': 7 } }), 2014)).toEqual([])
})
