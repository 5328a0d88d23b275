import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regel } from '../regel.ts'
import { avrundat, indata, konstant, kvot, minsta, plusU, storsta } from '../uttryck.ts'
import { golvdela } from './graf.ts'
import { kor } from './kor.ts'

const x = indata('x', 'tal', 'x')
const DAG = datum('2026-01-01')
/** Whole numbers whose quotients lie on, just above and just below a whole number, up to the limits where one way of dividing gives over to another. */
const STORLEKAR = [2 ** 8, 2 ** 21, 2 ** 22, 2 ** 31, 2 ** 50, 2 ** 51, 2 ** 52, 2 ** 53 - 10_000]

describe('division nedåt är exakt var talen än ligger', () => {
  it('med en konstant under, i alla motorer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(...STORLEKAR),
        fc.integer({ min: -5_000, max: 5_000 }),
        fc.boolean(),
        fc.nat(),
        (d, storlek, plus, ned, fro) => {
          const r = regel({
            namn: 'r',
            rubrik: 'r',
            enhet: 'tal',
            lagrum: ['28:10'],
            uttryck: avrundat(kvot('tal', plusU(x, konstant(plus, 'tal')), konstant(d, 'tal')), ned ? 'ned' : 'narmaste'),
          })
          const storst = BigInt(storlek)
          const varden: number[] = [0, 1, -1, storlek, -storlek]
          for (let i = 0; i < 40; i++) {
            // Around multiples of d and of d/2, spread from 0 to the limit.
            const k = (storst * BigInt((fro * (i + 1)) % 1009)) / 1009n / BigInt(d)
            for (const nara of [-1n, 0n, 1n, BigInt(d) / 2n, BigInt(d) / 2n + 1n]) {
              const v = k * BigInt(d) + nara - BigInt(plus)
              if (v > -storst && v < storst) varden.push(Number(v), -Number(v))
            }
          }
          const facit = varden.map((v) => {
            const t = BigInt(v) + BigInt(plus)
            return Number(ned ? golvdela(t, BigInt(d)) : golvdela(2n * t + BigInt(d), 2n * BigInt(d)))
          })
          const data = storlek <= 2 ** 30 ? Int32Array.from(varden) : Float64Array.from(varden)
          for (const motor of ['js', 'wasm'] as const) {
            const u = kor(r, { antal: varden.length, kolumner: { x: { data } } }, { datum: DAG, motor })
            expect(Array.from({ length: u.antal }, (_, i) => (typeof u.taljare === 'number' ? u.taljare : u.taljare[i]!) + 0)).toEqual(
              facit.map((f) => f + 0),
            )
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('fyra i taget upp till gränsen för 32-bitars flyttal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: -5_000, max: 5_000 }), fc.nat(), (d, plus, fro) => {
        const grans = 2 ** 22 - d - 1 - Math.abs(plus)
        const inom = storsta(minsta(x, konstant(grans, 'tal')), konstant(-grans, 'tal'))
        const r = regel({
          namn: 'r',
          rubrik: 'r',
          enhet: 'tal',
          lagrum: ['28:10'],
          uttryck: avrundat(kvot('tal', plusU(inom, konstant(plus, 'tal')), konstant(d, 'tal')), 'ned'),
        })
        const varden = [
          0,
          grans,
          -grans,
          grans - 1,
          ...Array.from({ length: 200 }, (_, i) => Math.floor((((fro * (i + 1)) % 4099) / 4099) * (grans / d)) * d - plus + ((i % 3) - 1)),
        ].flatMap((v) => [v, -v])
        const facit = varden.map((v) => Number(golvdela(BigInt(Math.max(-grans, Math.min(grans, v)) + plus), BigInt(d))) + 0)
        for (const motor of ['js', 'wasm'] as const) {
          const u = kor(r, { antal: varden.length, kolumner: { x: { data: Int32Array.from(varden) } } }, { datum: DAG, motor })
          expect(Array.from({ length: u.antal }, (_, i) => (typeof u.taljare === 'number' ? u.taljare : u.taljare[i]!) + 0)).toEqual(facit)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('med en uppgift under', () => {
    const y = indata('y', 'tal', 'y')
    const r = regel({ namn: 'r', rubrik: 'r', enhet: 'tal', lagrum: ['28:10'], uttryck: avrundat(kvot('tal', x, y), 'ned') })
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -1, max: 1 })),
          { minLength: 1, maxLength: 30 },
        ),
        (rader) => {
          const ys = rader.map(([, d]) => d)
          const xs = rader.map(([k, d, nara]) => k * d + nara)
          const facit = xs.map((v, i) =>
            ys[i] === 0 ? null : Number(ys[i]! > 0 ? golvdela(BigInt(v), BigInt(ys[i]!)) : golvdela(BigInt(-v), BigInt(-ys[i]!))),
          )
          for (const motor of ['js', 'wasm'] as const) {
            const u = kor(
              r,
              { antal: xs.length, kolumner: { x: { data: Int32Array.from(xs) }, y: { data: Int16Array.from(ys) } } },
              { datum: DAG, motor },
            )
            const kant = (i: number) => (typeof u.kant === 'number' ? u.kant : u.kant[i])
            expect(facit.map((_, i) => (kant(i) ? (u.taljare as Int32Array)[i]! + 0 : null))).toEqual(
              facit.map((f) => (f === null ? null : f + 0)),
            )
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
