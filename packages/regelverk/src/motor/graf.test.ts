import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { golvdela, Graf, type Heltal, type Nod, type Villkor } from './graf.ts'

type Rad = Readonly<Record<string, bigint>>
interface Par<N> {
  readonly nod: N
  /** what was asked for, worked out without any simplification */
  readonly facit: (r: Rad) => bigint | boolean
}

/** The graph as it became, worked out node by node. */
function varde(n: Nod, r: Rad): bigint | boolean {
  const v = (i: number) => varde(n.delar[i]!, r) as bigint
  const s = (i: number) => varde(n.delar[i]!, r) as boolean
  switch (n.slag) {
    case 'konst':
      return n.typ === 'heltal' ? n.lo! : false
    case 'kolumn':
      return r[n.kolumn!]!
    case 'plus':
      return v(0) + v(1)
    case 'minus':
      return v(0) - v(1)
    case 'ganger':
      return v(0) * v(1)
    case 'minsta':
      return v(0) < v(1) ? v(0) : v(1)
    case 'storsta':
      return v(0) > v(1) ? v(0) : v(1)
    case 'golv':
      return golvdela(v(0), v(1))
    case 'valj':
      return s(0) ? v(1) : v(2)
    case 'ja':
      return true
    case 'nej':
      return false
    case 'sann':
      return r[n.kolumn!] === 1n
    case 'mindre':
      return v(0) < v(1)
    case 'lika':
      return v(0) === v(1)
    case 'och':
      return s(0) && s(1)
    case 'eller':
      return s(0) || s(1)
    case 'inte':
      return !s(0)
    default:
      throw new Error(n.slag)
  }
}

/** Numbers and conditions put together as the choices say, each twice: in the graph, and as it was asked for. */
function bygg(g: Graf, val: readonly number[], utanGranser: boolean): { tal: Par<Heltal>[]; villkor: Par<Villkor>[] } {
  const tal: Par<Heltal>[] = (
    [
      ['x', 0n, 9n],
      ['y', -20n, 20n],
      ['z', -5n, 300n],
    ] as const
  ).map(([namn, lo, hi]) => ({ nod: g.kolumn(namn, utanGranser ? null : lo, utanGranser ? null : hi), facit: (r) => r[namn]! }))
  const villkor: Par<Villkor>[] = [{ nod: g.sann('b'), facit: (r) => r.b === 1n }]
  for (let i = 0; i + 3 < val.length; i += 4) {
    const [vad, p, q, k] = [val[i]! % 14, val[i + 1]!, val[i + 2]!, [-10n, -1n, 0n, 1n, 3n, 7n][val[i + 3]! % 6]!]
    const [a, b] = [tal[p % tal.length]!, tal[q % tal.length]!]
    const [c, d] = [villkor[p % villkor.length]!, villkor[q % villkor.length]!]
    const t = (x: Par<Heltal>) => (r: Rad) => x.facit(r) as bigint
    const [ta, tb] = [t(a), t(b)]
    const konst: Par<Heltal> = { nod: g.konst(k), facit: () => k }
    const ny = (nod: Heltal, facit: (r: Rad) => bigint): number => tal.push({ nod, facit })
    const nytt = (nod: Villkor, facit: (r: Rad) => boolean): number => villkor.push({ nod, facit })
    if (vad === 0) ny(g.plus(a.nod, b.nod), (r) => ta(r) + tb(r))
    else if (vad === 1) ny(g.minus(a.nod, b.nod), (r) => ta(r) - tb(r))
    else if (vad === 2) ny(g.ganger(a.nod, konst.nod), (r) => ta(r) * k)
    else if (vad === 3) ny(g.minsta(a.nod, q % 2 ? konst.nod : b.nod), (r) => (ta(r) < (q % 2 ? k : tb(r)) ? ta(r) : q % 2 ? k : tb(r)))
    else if (vad === 4) ny(g.storsta(a.nod, q % 2 ? konst.nod : b.nod), (r) => (ta(r) > (q % 2 ? k : tb(r)) ? ta(r) : q % 2 ? k : tb(r)))
    else if (vad === 5) ny(g.golv(a.nod, g.konst(1n + (k < 0n ? -k : k))), (r) => golvdela(ta(r), 1n + (k < 0n ? -k : k)))
    else if (vad === 6 || vad === 7) ny(g.valj(c.nod, a.nod, b.nod), (r) => (c.facit(r) ? ta(r) : tb(r)))
    else if (vad === 8) ny(g.valj(c.nod, konst.nod, b.nod), (r) => (c.facit(r) ? k : tb(r)))
    else if (vad === 13) ny(g.valj(c.nod, a.nod, konst.nod), (r) => (c.facit(r) ? ta(r) : k))
    else if (vad === 9) nytt(g.mindre(a.nod, q % 2 ? konst.nod : b.nod), (r) => ta(r) < (q % 2 ? k : tb(r)))
    else if (vad === 10) nytt(g.mindre(konst.nod, a.nod), (r) => k < ta(r))
    else if (vad === 11) nytt(q % 2 ? g.inte(c.nod) : g.lika(a.nod, b.nod), (r) => (q % 2 ? !c.facit(r) : ta(r) === tb(r)))
    else
      nytt(q % 2 ? g.och(c.nod, d.nod) : g.eller(c.nod, d.nod), (r) =>
        q % 2 ? (c.facit(r) as boolean) && (d.facit(r) as boolean) : (c.facit(r) as boolean) || (d.facit(r) as boolean),
      )
  }
  return { tal, villkor }
}

describe('grafen förenklar utan att något svar ändras', () => {
  it.each([
    ['med gränser', false],
    ['utan gränser', true],
  ] as const)('%s, och varje tal ligger inom sina gränser', (_, utanGranser) => {
    const rad = fc.record({ x: fc.bigInt(0n, 9n), y: fc.bigInt(-20n, 20n), z: fc.bigInt(-5n, 300n), b: fc.bigInt(0n, 1n) })
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 4, maxLength: 72 }),
        fc.array(rad, { minLength: 1, maxLength: 12 }),
        (val, rader) => {
          const { tal, villkor } = bygg(new Graf(), val, utanGranser)
          for (const r of rader) {
            for (const { nod, facit } of tal) {
              const v = varde(nod, r) as bigint
              expect(v).toBe(facit(r))
              expect((nod.lo === null || nod.lo <= v) && (nod.hi === null || v <= nod.hi)).toBe(true)
            }
            for (const { nod, facit } of villkor) expect(varde(nod, r)).toBe(facit(r))
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})
