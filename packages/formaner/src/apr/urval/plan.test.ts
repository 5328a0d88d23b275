import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { provOrgnr } from '../../prov/nummer.ts'
import { dra, dragningsnyckel, fordela, planera } from './plan.ts'
import { lasPopulation, type Kontrollenhet, type Population } from './population.ts'
import { stratifiera } from './strata.ts'

const enhet = (id: string, belopp: number, anstallda?: number): Kontrollenhet => ({ id, belopp, anstallda })
const population = (enheter: readonly Kontrollenhet[], ar = 2025, halvar: 1 | 2 = 1): Population => ({ ar, halvar, enheter, utanfor: 0 })
/** About a half-year at the volume of 2020: 1 359 employers in a year. */
const halvar = population(Array.from({ length: 680 }, (_, i) => enhet(`agnr-${i}`, 1_000 + ((i * 7919) % 199_000), (i * 31) % 400)))
const val = (fro: number, andel = '0,15') => ({ fro, andel })

describe('planen', () => {
  it('säger population, strata, andel, frö och metod innan något dras', () => {
    const p = planera(halvar, val(7))
    expect(Object.keys(p)).toEqual(['population', 'strata', 'andel', 'fro', 'metod'])
    expect(p).toMatchObject({ population: 680, andel: 0.15, fro: 7 })
    expect(p.strata.reduce((s, x) => s + x.population, 0)).toBe(680)
    expect(p.metod).toContain('SHA-256')
    expect(p.metod).toMatch(/avtryck: [0-9a-f]{64}/)
  })

  it('drar ungefär 200 arbetsgivare om året vid 2020 års volym', () => {
    const antal = dra(halvar, val(7)).urval.length + dra({ ...halvar, halvar: 2 }, val(7)).urval.length
    expect(antal).toBeGreaterThanOrEqual(200)
    expect(antal).toBeLessThanOrEqual(210)
  })

  it('kan göras klar innan fröet är satt, och ändras inte av det', () => {
    expect({ ...planera(halvar, { andel: '0,15', fro: null }), fro: 7 }).toEqual(planera(halvar, val(7)))
  })

  it('byter avtryck när populationen ändras, och bara då', () => {
    const metod = (p: Population) => planera(p, val(7)).metod
    expect(metod({ ...halvar, enheter: [...halvar.enheter].reverse() })).toBe(metod(halvar))
    expect(metod({ ...halvar, enheter: [...halvar.enheter.slice(1), { ...halvar.enheter[0]!, belopp: 1 }] })).not.toBe(metod(halvar))
  })
})

describe('fördelningen på strata', () => {
  it.each([
    [[100], '0,15', [15]],
    [[100], '0,151', [16]],
    [[10, 10, 10], '0,5', [5, 5, 5]],
    [[1, 2, 3], '0,15', [1, 2, 2]],
    // 6 av 40: två var i fyra strata är redan 8.
    [[10, 10, 10, 10], '0,15', [2, 2, 2, 2]],
    // 30 av 200: 6 i botten, 24 i proportion till 148, 38, 8: 18,3 4,7 0,99 → största rest till de två sista.
    [[150, 40, 10], '0,15', [20, 7, 3]],
    [[3, 3], '1', [3, 3]],
    [[5], '0', [2]],
  ])('%j med andelen %s ger %j', (storlekar, andel, ger) => expect(fordela(storlekar, andel)).toEqual(ger))

  it('drar minst två eller alla i varje stratum, aldrig fler än som finns, och aldrig färre än andelen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        (storlekar, procent) => {
          const antal = fordela(storlekar, `${Math.floor(procent / 100)},${String(procent % 100).padStart(2, '0')}`)
          antal.forEach((n, i) => {
            expect(n).toBeGreaterThanOrEqual(Math.min(2, storlekar[i]!))
            expect(n).toBeLessThanOrEqual(storlekar[i]!)
          })
          const [n, N] = [antal.reduce((s, x) => s + x, 0), storlekar.reduce((s, x) => s + x, 0)]
          expect(n).toBe(
            Math.max(
              Math.ceil((N * procent) / 100),
              storlekar.reduce((s, x) => s + Math.min(2, x), 0),
            ),
          )
        },
      ),
    )
  })
})

describe('dragningen', () => {
  it('är densamma varje gång, i vilken ordning filen än står', () => {
    const forsta = JSON.stringify(dra(halvar, val(7)))
    expect(JSON.stringify(dra(halvar, val(7)))).toBe(forsta)
    expect(JSON.parse(JSON.stringify(dra({ ...halvar, enheter: [...halvar.enheter].reverse() }, val(7))))).toEqual(JSON.parse(forsta))
  })

  it('blir en annan med ett annat frö, år eller halvår', () => {
    const idn = (p: Population, fro: number) =>
      dra(p, val(fro))
        .urval.map((u) => u.id)
        .sort()
    expect(idn(halvar, 8)).not.toEqual(idn(halvar, 7))
    expect(idn({ ...halvar, halvar: 2 }, 7)).not.toEqual(idn(halvar, 7))
    expect(idn({ ...halvar, ar: 2026 }, 7)).not.toEqual(idn(halvar, 7))
  })

  it('kan göras om av en revisor med ett annat verktyg: de lägsta SHA-256-summorna i varje stratum', () => {
    const { plan, urval } = dra(halvar, val(7))
    const utanforHuset = stratifiera(halvar.enheter).flatMap((s, i) =>
      s.enheter
        .map((e) => ({ id: e.id, summa: createHash('sha256').update(`7|2025|1|${e.id}`).digest('hex') }))
        .sort((a, b) => (a.summa < b.summa ? -1 : 1))
        .slice(0, plan.strata[i]!.urval)
        .map((e) => e.id),
    )
    expect(urval.map((u) => u.id)).toEqual(utanforHuset)
    expect(dragningsnyckel(7, 2025, 1, 'å')).toBe(createHash('sha256').update('7|2025|1|å').digest('hex'))
  })

  it('är låst: samma fem i dag som den dag det här skrevs', () => {
    const liten = population(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => enhet(id, 5_000)))
    expect(dra(liten, val(7, '0,5')).urval.map((u) => u.id)).toMatchInlineSnapshot(`
      [
        "h",
        "f",
        "a",
        "b",
        "g",
      ]
    `)
  })

  it('ger varje arbetsgivare den sannolikhet planen säger, och varje par sin: över tiotusen frön', () => {
    const p = population([
      ...Array.from({ length: 7 }, (_, i) => enhet(`liten-${i}`, 5_000)),
      ...Array.from({ length: 5 }, (_, i) => enhet(`stor-${i}`, 150_000)),
    ])
    const antal = new Map<string, number>()
    let par = 0
    const FRON = 10_000
    for (let fro = 0; fro < FRON; fro++) {
      const dragna = dra(p, val(fro, '0,5')).urval.map((u) => u.id)
      for (const id of dragna) antal.set(id, (antal.get(id) ?? 0) + 1)
      if (dragna.includes('liten-0') && dragna.includes('liten-1')) par++
    }
    // Six of twelve: two in each; of the other two 1.25 and 0.75 fall on the strata, so one more in each.
    const plan = planera(p, val(0, '0,5'))
    expect(plan.strata.map((s) => [s.population, s.urval])).toEqual([
      [7, 3],
      [5, 3],
    ])
    // Exact chances: n/N, and n(n−1)/(N(N−1)) for a pair. Five standard deviations of the count.
    for (const e of p.enheter) {
      const pi = plan.strata[e.id.startsWith('liten') ? 0 : 1]!.sannolikhet
      expect(Math.abs((antal.get(e.id) ?? 0) - FRON * pi)).toBeLessThan(5 * Math.sqrt(FRON * pi * (1 - pi)))
    }
    const piPar = (3 * 2) / (7 * 6)
    expect(Math.abs(par - FRON * piPar)).toBeLessThan(5 * Math.sqrt(FRON * piPar * (1 - piPar)))
  })
})

describe('populationen', () => {
  const fel = (v: unknown): string[] => {
    try {
      lasPopulation(v, 2025, 1)
    } catch (e) {
      return (e as { falt: { falt: string }[] }).falt.map((f) => f.falt)
    }
    return []
  }

  it('är de arbetsgivare som fick pengar det halvåret', () => {
    const p = lasPopulation(
      [
        { id: 'a', belopp: 5_000, ar: 2025, halvar: 1 },
        { id: 'b', belopp: 0 },
        { id: 'c', belopp: 7, halvar: 2 },
        { id: 'd', belopp: 9, anstallda: 12, sektor: 'kommun', lan: '21' },
      ],
      2025,
      1,
    )
    expect(p.enheter.map((e) => e.id)).toEqual(['a', 'd'])
    expect(p.utanfor).toBe(2)
  })

  it('kan räknas fram ur ansökningarna: halvåret då de kom in, efter taken', () => {
    const rad = { anstalld: 'anna', kostnad: 16_000, datum: '2025-02-02', anordnareGodkand: true }
    const a = (id: string, n: number, inkom: string, rader = [rad]) => ({ id, orgnr: provOrgnr(n), inkom, kostnadsar: 2025, rader })
    const p = lasPopulation(
      [
        a('1', 1, '2025-03-01'),
        a('2', 1, '2025-08-01'),
        { ...a('2b', 2, '2025-06-29', [{ ...rad, kostnad: 100 }]), orgnr: provOrgnr(2).replace('-', '') },
        a('3', 2, '2025-06-30'),
        a('4', 2, '2025-06-30', [{ ...rad, anstalld: 'bo' }]),
        a('5', 3, '2025-05-01', [{ ...rad, anordnareGodkand: false }]),
      ],
      2025,
      1,
    )
    expect(p.enheter).toEqual([
      { id: provOrgnr(1), belopp: 8_000 },
      { id: provOrgnr(2), belopp: 16_050 },
    ])
    expect(p.utanfor).toBe(2)
  })

  it('med fel säger varje rad', () => {
    expect(
      fel([
        { id: '', belopp: 5 },
        { id: 'a', belopp: -1 },
        { id: 'b', belopp: 1.5, lan: '99' },
        { id: 'c', belopp: 1, anstallda: -1, sektor: 'x' },
        { id: 'd', belopp: 1 },
        { id: 'd', belopp: 2 },
      ]),
    ).toEqual(['0.id', '1.belopp', '2.belopp', '2.lan', '3.anstallda', '3.sektor', '5.id'])
    expect(fel({})).toEqual([''])
  })
})
