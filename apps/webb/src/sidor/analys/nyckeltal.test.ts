import { expect, it } from 'vitest'
import { csvRader, perMatt, procent, staplar, type Nyckeltal } from './nyckeltal.ts'

const rad = (matt: string, enhet: string, varde: number | null, n: number | null): Nyckeltal => ({
  matt,
  definition: `Om ${matt}`,
  enhet,
  varde,
  n,
})
const rader = [rad('Andel avslag', 'Malmö', 0.1666667, 6), rad('Andel avslag', 'Gävle', null, null), rad('Beslut', 'Gävle', 12, 12)]

it('varje mått har sina enheter i bokstavsordning', () => {
  expect(perMatt(rader).map((m) => [m.matt, m.andel, m.rader.map((r) => r.enhet)])).toEqual([
    ['Andel avslag', true, ['Gävle', 'Malmö']],
    ['Beslut', false, ['Gävle']],
  ])
})

it('andelar visas i procent och små tal döljs, både i tabellen och i filen', () => {
  expect(procent(0.1666667)).toBe('16,7\u00a0%')
  expect(staplar(perMatt(rader)[0]!)).toEqual([
    { namn: 'Gävle', varde: null, mer: ['färre än 5'] },
    { namn: 'Malmö', varde: 0.1666667, text: '16,7\u00a0%', mer: ['6'] },
  ])
  expect(csvRader(rader).map((r) => r.slice(2))).toEqual([
    ['Malmö', 0.1667, 6],
    ['Gävle', 'färre än 5', 'färre än 5'],
    ['Gävle', 12, 12],
  ])
})
