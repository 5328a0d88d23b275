import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'
import { ordnade, perMatt, spridning, wilson } from './matt.ts'

const rad = (enhet: string, varde: number | null, n: number | null, matt = 'Andel avslag') => ({ matt, definition: 'd', enhet, varde, n })

describe('nyckeltal', () => {
  it('intervallet stannar mellan inget och allt', () => {
    expect(wilson(0, 10)).toMatchObject({ lag: 0 })
    expect(wilson(1, 10).hog).toBe(1)
    const { lag, hog } = wilson(0.5, 100)
    expect([lag.toFixed(3), hog.toFixed(3)]).toEqual(['0.404', '0.596'])
  })
  it('riket vägs efter antal, och dolda enheter räknas inte in', () => {
    const [m] = perMatt([rad('A', 0.1, 100), rad('B', 0.4, 300), rad('C', null, null)])
    expect(m).toMatchObject({ n: 400, dolda: 1, andel: true })
    expect(m!.riket).toBeCloseTo(0.325)
    expect(m!.rader.map((r) => r.motRiket)).toEqual(['lagre', 'hogre', null])
  })
  it('ett antal summeras och jämförs inte', () => {
    expect(perMatt([rad('A', 7, 7, 'Beslut'), rad('B', 8, 8, 'Beslut')])[0]).toMatchObject({ riket: 15, andel: false, rader: [{ motRiket: null }, { motRiket: null }] })
  })
  it('dolda står sist i varje ordning efter tal', () => {
    const { rader } = perMatt([rad('Ö', 0.1, 50), rad('A', null, null), rad('Å', 0.2, 40)])[0]!
    expect(ordnade(rader, 'varde').map((r) => r.enhet)).toEqual(['Å', 'Ö', 'A'])
    expect(ordnade(rader, 'enhet').map((r) => r.enhet)).toEqual(['A', 'Å', 'Ö'])
    expect(spridning(rader)).toMatchObject({ lagst: { enhet: 'Ö' }, hogst: { enhet: 'Å' } })
  })
})

describe('csv', () => {
  it('decimalkomma, citattecken, och formler blir text', () => {
    expect(csv(['a', 'b'], [[0.5, '=1+1'], [null, 'x;"y"']])).toBe('\uFEFFa;b\r\n0,5;\'=1+1\r\n;"x;""y"""\r\n')
  })
})
