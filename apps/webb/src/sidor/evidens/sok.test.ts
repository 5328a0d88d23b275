import { describe, expect, it } from 'vitest'
import { anvandning, sok, type Post } from './sok.ts'

const post = (id: string, mer: object = {}) =>
  ({
    id,
    behandlingsnamn: 'Multimodal rehabilitering',
    diagnos: 'M545',
    utforande: null,
    stallning: 'oftaGodkand',
    villkor: '',
    kalla: { slag: 'rapport', text: 'RiR 2021:19', id: null },
    galler: true,
    anvand: { antal: 0, motStallningen: 0, senast: null },
    ...mer,
  }) as unknown as Post
const alla = [
  post('a'),
  post('b', { behandlingsnamn: 'Hälsoresa', diagnos: null, stallning: 'oftaInte' }),
  post('c', { galler: false }),
  post('d', { behandlingsnamn: 'KBT', diagnos: 'F411', utforande: 'internet', stallning: 'inteAvgjord' }),
]
const id = (v: object) => sok(alla, { text: '', stallning: '', medGamla: false, ...v }).map((p) => p.id)

describe('sökning i evidensregistret', () => {
  it('visar det som gäller, och det gamla på begäran, sist', () => {
    expect(id({})).toEqual(['b', 'd', 'a'])
    expect(id({ medGamla: true }).at(-1)).toBe('c')
  })
  it('söker i behandling, diagnos, utförande och källa, ord för ord', () => {
    expect(id({ text: 'kbt internet' })).toEqual(['d'])
    expect(id({ text: 'rir m545' })).toEqual(['a'])
    expect(id({ text: 'alla diagnoser' })).toEqual(['b'])
  })
  it('väljer på ställning', () => expect(id({ stallning: 'inteAvgjord' })).toEqual(['d']))
})

it('användningen sägs med hur ofta bedömningen gick emot', () => {
  expect(anvandning(post('a'), (d) => d)).toBe('Inte använd än')
  expect(anvandning(post('a', { anvand: { antal: 3, motStallningen: 1, senast: '2026-03-01' } }), (d) => d)).toBe(
    '3 gånger, senast 2026-03-01; 1 mot ställningen',
  )
})
