import { describe, expect, it } from 'vitest'
import { antalstext, franFormular, grupper, svarandetext, tillFormular, type Enkatfraga } from './enkat.ts'

const skala: Enkatfraga = {
  fraga: 5,
  item: 'a',
  text: 'Möten?',
  slag: 'skala',
  minst: 1,
  hogst: 5,
  vetEj: true,
  index: null,
  alternativ: [],
}
const val: Enkatfraga = { ...skala, fraga: 3, item: 'mest', slag: 'val', minst: null, hogst: null, vetEj: false, alternativ: ['A', 'B'] }
const fritext: Enkatfraga = { ...val, fraga: 22, item: 'a', slag: 'fritext', alternativ: [] }
const FRAGOR = [val, skala, { ...skala, item: 'b' }, fritext]

describe('svarsformuläret', () => {
  it('det som sparats kommer tillbaka som det lämnades, och det som är tomt är inget svar', () => {
    const svar = [
      { fraga: 3, item: 'mest', svar: 'B' },
      { fraga: 5, item: 'a', varde: 4 },
      { fraga: 5, item: 'b', vetEj: true },
      { fraga: 22, item: 'a', svar: 'Tid.' },
    ]
    expect(franFormular(FRAGOR, tillFormular(FRAGOR, svar))).toEqual(svar)
    expect(franFormular(FRAGOR, tillFormular(FRAGOR, []))).toEqual([])
    expect(franFormular(FRAGOR, { ...tillFormular(FRAGOR, []), '22 a': '  ' })).toEqual([])
  })
  it('”vet ej” är inget alternativ, också där man väljer mellan ord', () =>
    expect(franFormular([{ ...val, vetEj: true }], { '3 mest': 'vetEj' })).toEqual([{ fraga: 3, item: 'mest', vetEj: true }]))
  it('frågor med samma nummer hör ihop', () =>
    expect(grupper(FRAGOR).map((g) => [g.fraga, g.fragor.length])).toEqual([
      [3, 1],
      [5, 2],
      [22, 1],
    ]))
})

describe('det som visas', () => {
  it('ett litet antal står som <5 och ett som skulle röja det som ..', () => {
    expect([
      antalstext({ antal: null, dold: 'liten' }),
      antalstext({ antal: null, dold: 'skyddad' }),
      antalstext({ antal: 12, dold: null }),
    ]).toEqual(['<5', '..', '12'])
  })
  it('svarsfrekvensen står som antal och andel, eller inte alls', () => {
    expect(svarandetext({ grupp: 'A', mottagare: 20, svarande: 5 })).toEqual({ antal: '5', andel: '25 %' })
    expect(svarandetext({ grupp: 'B', mottagare: 2, svarande: null })).toEqual({ antal: 'visas inte', andel: '–' })
  })
})
