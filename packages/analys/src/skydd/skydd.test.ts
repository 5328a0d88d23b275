import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skydda, type Likhet, type Skyddsunderlag } from './skydd.ts'

/** A table of counts with its row sums, column sums and total. */
function tabell(celler: readonly (readonly number[])[]): Skyddsunderlag {
  const variabler = new Map<string, number>()
  const likheter: Likhet[] = []
  celler.forEach((rad, i) => rad.forEach((v, j) => variabler.set(`${i},${j}`, v)))
  const summa = (namn: string, delar: string[]): void => {
    variabler.set(
      namn,
      delar.reduce((s, d) => s + variabler.get(d)!, 0),
    )
    likheter.push({ summa: namn, delar })
  }
  const [r, k] = [celler.length, celler[0]!.length]
  for (let i = 0; i < r; i++)
    summa(
      `${i},*`,
      Array.from({ length: k }, (_, j) => `${i},${j}`),
    )
  for (let j = 0; j < k; j++)
    summa(
      `*,${j}`,
      Array.from({ length: r }, (_, i) => `${i},${j}`),
    )
  summa(
    '*,*',
    Array.from({ length: r }, (_, i) => `${i},*`),
  )
  likheter.push({ summa: '*,*', delar: Array.from({ length: k }, (_, j) => `*,${j}`) })
  return { variabler, likheter }
}

type Spann = readonly [fran: number, till: number]

/** Narrows the spans of the counts until no sum narrows them more; null when they cannot all hold. */
function dra(likheter: readonly Likhet[], spann: Map<string, Spann>): Map<string, Spann> | null {
  for (let andrat = true; andrat;) {
    andrat = false
    for (const l of likheter) {
      const led: readonly (readonly [string, number])[] = [[l.summa, -1], ...l.delar.map((d) => [d, 1] as const)]
      for (const [n, tecken] of led) {
        // tecken·n = −(the others): between what the others can be at most and at least.
        let [lag, hog] = [0, 0]
        for (const [m, t] of led) {
          if (m === n) continue
          const [a, b] = spann.get(m)!
          lag += t > 0 ? a : -b
          hog += t > 0 ? b : -a
        }
        const [fran, till] = tecken > 0 ? [-hog, -lag] : [lag, hog]
        const [a, b] = spann.get(n)!
        const ny: Spann = [Math.max(a, fran), Math.min(b, till)]
        if (ny[0] > ny[1]) return null
        if (ny[0] !== a || ny[1] !== b) {
          spann.set(n, ny)
          andrat = true
        }
      }
    }
  }
  return spann
}

/** Whether whole numbers fit everywhere. */
function gar(likheter: readonly Likhet[], spann: ReadonlyMap<string, Spann>): boolean {
  const s = dra(likheter, new Map(spann))
  if (!s) return false
  const oppen = [...s].filter(([, [a, b]]) => a < b).sort((x, y) => x[1][1] - x[1][0] - (y[1][1] - y[1][0]))[0]
  if (!oppen) return true
  const [n, [a, b]] = oppen
  for (let v = a; v <= b; v++) if (gar(likheter, new Map(s).set(n, [v, v]))) return true
  return false
}

const TAK = 200

/** The attack, in its own way and without linear programming: which whole numbers each hidden count can be, given everything shown. */
function mojliga(u: Skyddsunderlag, dolda: ReadonlyMap<string, 'liten' | 'skyddad'>, n: string): number[] {
  const spann = new Map<string, Spann>(
    [...u.variabler].map(([k, v]) => [k, dolda.get(k) === 'liten' ? [0, 4] : dolda.get(k) === 'skyddad' ? [5, TAK] : [v, v]]),
  )
  const [a, b] = dra(u.likheter, new Map(spann))!.get(n)!
  const ut: number[] = []
  for (let v = a; v <= b && ut.length < 6; v++) if (gar(u.likheter, new Map(spann).set(n, [v, v]))) ut.push(v)
  return ut
}

const visade = (u: Skyddsunderlag, dolda: ReadonlyMap<string, unknown>): Record<string, number | string> =>
  Object.fromEntries([...u.variabler].map(([k, v]) => [k, dolda.has(k) ? '.' : v]))

describe('små tal', () => {
  it('döljs alla under fem, noll också, och större visas', () => {
    const u: Skyddsunderlag = {
      variabler: new Map([
        ['a', 0],
        ['b', 1],
        ['c', 4],
        ['d', 5],
      ]),
      likheter: [],
    }
    expect(visade(u, skydda(u).dolda)).toEqual({ a: '.', b: '.', c: '.', d: 5 })
  })

  it('får sällskap när summan annars skulle röja dem, det minsta i raden först', () => {
    const u: Skyddsunderlag = {
      variabler: new Map([
        ['s', 133],
        ['a', 3],
        ['b', 20],
        ['c', 110],
      ]),
      likheter: [{ summa: 's', delar: ['a', 'b', 'c'] }],
    }
    const { dolda, logg } = skydda(u)
    expect(visade(u, dolda)).toEqual({ s: 133, a: '.', b: '.', c: 110 })
    expect(logg).toEqual([
      { variabel: 'a', orsak: 'liten' },
      { variabel: 'b', orsak: 'skyddad', for: 'a' },
    ])
  })

  it('räcker det inte att dölja två när deras summa är så liten att den röjer båda', () => {
    const u: Skyddsunderlag = {
      variabler: new Map([
        ['s', 102],
        ['a', 1],
        ['b', 1],
        ['c', 40],
        ['d', 60],
      ]),
      likheter: [{ summa: 's', delar: ['a', 'b', 'c', 'd'] }],
    }
    expect(visade(u, skydda(u).dolda)).toEqual({ s: 102, a: '.', b: '.', c: '.', d: 60 })
  })

  it('skyddas även när samma tal står i flera tabeller med olika summor', () => {
    const u: Skyddsunderlag = {
      variabler: new Map([
        ['lan', 60],
        ['avslag', 2],
        ['bifall', 58],
        ['annat', 30],
        ['land', 90],
        ['kvinnor', 25],
        ['man', 35],
      ]),
      likheter: [
        { summa: 'lan', delar: ['avslag', 'bifall'] },
        { summa: 'land', delar: ['lan', 'annat'] },
        { summa: 'lan', delar: ['kvinnor', 'man'] },
      ],
    }
    const { dolda } = skydda(u)
    expect(mojliga(u, dolda, 'avslag').length).toBeGreaterThan(3)
    // Hiding the refused and the granted is enough: their sum may stand.
    expect([...dolda.keys()].sort()).toEqual(['avslag', 'bifall'])
  })

  it('gör ingen summa osann: allt som visas är det sanna talet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        (celler) => {
          const u = tabell(celler)
          const { dolda } = skydda(u)
          for (const [k, v] of u.variabler) if (v < 5) expect(dolda.get(k)).toBe('liten')
          for (const [k, d] of dolda) if (d === 'skyddad') expect(u.variabler.get(k)!).toBeGreaterThanOrEqual(5)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('kan inte räknas fram: den som löser summorna har minst fyra heltal att välja på för varje dolt tal', () => {
    const cell = fc.oneof(
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 3, arbitrary: fc.integer({ min: 7, max: 40 }) },
    )
    const storlek = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
    let provade = 0
    fc.assert(
      fc.property(
        storlek.chain(([r, k]) => fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: r, maxLength: r })),
        (celler) => {
          const u = tabell(celler)
          const { dolda } = skydda(u)
          for (const k of dolda.keys()) {
            provade++
            expect(mojliga(u, dolda, k).length, JSON.stringify({ celler, k, visade: visade(u, dolda) })).toBeGreaterThan(3)
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(provade).toBeGreaterThan(100)
  })

  it('skulle röjas av samma angrepp om bara de små doldes: angreppet biter', () => {
    expect(
      mojliga(
        tabell([
          [3, 20, 30],
          [40, 50, 60],
        ]),
        new Map([['0,0', 'liten' as const]]),
        '0,0',
      ),
    ).toEqual([3])
  })
})
