import { datum, delar, type Datum } from '@atergang/kalender'
import { allaNoder, forklara, heltal, aprForArbetsgivare, aprHalva, type Tal } from '@atergang/regelverk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provOrgnr } from '../../prov/nummer.ts'
import { berakna, parameterdag, rakna } from './berakna.ts'
import { forklaraRad } from './forklaring.ts'
import type { AprAnsokan, Insatsrad } from './indata.ts'

/** Costs in öre, most of them large enough to meet the ceilings. */
const kostnad = fc
  .oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 6_000_000 }), fc.integer({ min: 3_000_000, max: 12_000_000 }))
  .map((o) => o / 100)
const insats = (dag: fc.Arbitrary<string>): fc.Arbitrary<Insatsrad> =>
  fc.record({
    anstalld: fc.integer({ min: 1, max: 30 }).map((n) => `anställd ${n}`),
    kostnad,
    datum: dag.map(datum),
    anordnareGodkand: fc.boolean(),
  })
const dagIAr = fc.constantFrom('2024-03-03', '2024-12-31', '2025-01-01', '2025-07-07')
const inkomst = fc.constantFrom('2024-06-01', '2024-06-02', '2025-01-31', '2025-02-03', '2025-02-04', '2026-01-15', '2026-02-03').map(datum)
const ansokan: fc.Arbitrary<Omit<AprAnsokan, 'id'>> = fc.record({
  orgnr: fc.integer({ min: 1, max: 2 }).map(provOrgnr),
  inkom: inkomst,
  kostnadsar: fc.constantFrom(2024, 2025),
  rader: fc.array(insats(dagIAr), { minLength: 1, maxLength: 25 }),
})
const ansokningar = fc.array(ansokan, { minLength: 1, maxLength: 7 }).map((l) => l.map((a, i): AprAnsokan => ({ ...a, id: `a${i}` })))

/** Applications that no reason refuses: one employer, one year, all in time and approved. The set of rows that count is then the same in any order. */
const godtagna = fc
  .array(
    fc.array(
      insats(fc.constant('2025-05-05')).map((r) => ({ ...r, anordnareGodkand: true })),
      { minLength: 1, maxLength: 20 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((l) => l.map((rader, i): AprAnsokan => ({ id: `a${i}`, orgnr: provOrgnr(1), inkom: datum('2025-06-01'), kostnadsar: 2025, rader })))

const summa = (a: readonly AprAnsokan[]): number => berakna(a).ansokningar.reduce((s, x) => s + x.belopp, 0)

// --- an independent oracle: öre as BigInt, and every sum looked up afresh among all that came before ---

interface Facit {
  id: string
  belopp: number
  begransadAv: string | null
  skal: string | null
}

/** 1 February the year after, by a hand-written table: weekends of the years the tests use. */
const SISTA: Record<number, string> = { 2024: '2025-02-03', 2025: '2026-02-02' }

function facit(lista: readonly AprAnsokan[]): Facit[][] {
  const ordning = [...lista.keys()].sort((i, j) => lista[i]!.inkom.localeCompare(lista[j]!.inkom) || i - j)
  const given: { orgnr: string; ar: number; anstalld: string; kr: bigint }[] = []
  return ordning.map((i) => {
    const a = lista[i]!
    return a.rader.map((r) => {
      const skal =
        a.inkom > SISTA[a.kostnadsar]!
          ? 'forSent'
          : delar(r.datum).ar !== a.kostnadsar
            ? 'felAr'
            : r.anordnareGodkand
              ? null
              : 'anordnareEjGodkand'
      if (skal) return { id: a.id, belopp: 0, begransadAv: null, skal }
      const mina = given.filter((g) => g.orgnr === a.orgnr && g.ar === a.kostnadsar)
      const halva = BigInt(Math.round(r.kostnad * 100)) / 200n
      const kvar1 = 10_000n - mina.filter((g) => g.anstalld === r.anstalld).reduce((s, g) => s + g.kr, 0n)
      const kvar2 = 200_000n - mina.reduce((s, g) => s + g.kr, 0n)
      let [kr, grans] = [halva, 'halva']
      if (kvar1 < kr) [kr, grans] = [kvar1, 'anstalld']
      if (kvar2 < kr) [kr, grans] = [kvar2, 'arbetsgivare']
      given.push({ orgnr: a.orgnr, ar: a.kostnadsar, anstalld: r.anstalld, kr })
      return { id: a.id, belopp: Number(kr), begransadAv: grans, skal: null }
    })
  })
}

describe('beräkningen', () => {
  it('ger rad för rad samma som ett oberoende facit', () => {
    fc.assert(
      fc.property(ansokningar, (lista) => {
        const svar = berakna(lista).ansokningar
        expect(svar.map((s) => s.rader.map(({ belopp, begransadAv, skal }) => ({ id: s.id, belopp, begransadAv, skal })))).toEqual(
          facit(lista),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('går aldrig över något tak och aldrig över halva kostnaden', () => {
    fc.assert(
      fc.property(ansokningar, (lista) => {
        const per = new Map<string, number>()
        for (const a of rakna(lista))
          for (const r of a.rader) {
            expect(r.belopp).toBeGreaterThanOrEqual(0)
            expect(r.belopp * 2).toBeLessThanOrEqual(r.insats.kostnad)
            for (const n of [`${a.ansokan.orgnr} ${a.ansokan.kostnadsar}`, `${a.ansokan.orgnr} ${a.ansokan.kostnadsar} ${r.anstalld}`])
              per.set(n, (per.get(n) ?? 0) + r.belopp)
          }
        for (const [n, kr] of per) expect(kr).toBeLessThanOrEqual(n.includes('anställd') ? 10_000 : 200_000)
      }),
      { numRuns: 300 },
    )
  })

  it('ger arbetsgivaren lika mycket i vilken ordning godtagna ansökningar än kommer; bara vem som skärs ändras', () => {
    fc.assert(
      fc.property(
        godtagna.chain((l) => fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length }))),
        ([lista, omkastad]) => {
          expect(summa(omkastad)).toBe(summa(lista))
          const perAnstalld = new Map<string, number>()
          for (const r of lista.flatMap((a) => a.rader))
            perAnstalld.set(r.anstalld, (perAnstalld.get(r.anstalld) ?? 0) + Math.floor(Math.round(r.kostnad * 100) / 200))
          expect(summa(lista)).toBe(
            Math.min(
              200_000,
              [...perAnstalld.values()].reduce((s, kr) => s + Math.min(10_000, kr), 0),
            ),
          )
        },
      ),
    )
  })

  it('betalar aldrig mer för en ansökan som delas i två, hur raderna än fördelas', () => {
    fc.assert(
      fc.property(
        godtagna.chain((l) => fc.tuple(fc.constant(l), fc.nat(l.length - 1), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))),
        ([lista, vilken, val]) => {
          const a = lista[vilken]!
          const delarna = [true, false]
            .map((v) => ({ ...a, id: `${a.id}${v}`, rader: a.rader.filter((_, i) => val[i] === v) }))
            .filter((x) => x.rader.length)
          expect(summa(lista.flatMap((x) => (x === a ? delarna : [x])))).toBeLessThanOrEqual(summa(lista))
        },
      ),
    )
  })

  it('betalar aldrig mer för en kostnad som delas i två', () => {
    fc.assert(
      fc.property(godtagna, fc.integer({ min: 1, max: 99 }), (lista, procent) => {
        const a = lista[0]!
        const ore = Math.round(a.rader[0]!.kostnad * 100)
        const forsta = Math.floor((ore * procent) / 100)
        const bitar = [forsta, ore - forsta].filter((o) => o > 0).map((o) => ({ ...a.rader[0]!, kostnad: o / 100 }))
        expect(summa([{ ...a, rader: [...bitar, ...a.rader.slice(1)] }, ...lista.slice(1)])).toBeLessThanOrEqual(summa(lista))
      }),
    )
  })

  it('ger aldrig mindre totalt för att något läggs till eller kostar mer', () => {
    fc.assert(
      fc.property(godtagna, insats(fc.constant('2025-05-05')), fc.integer({ min: 1, max: 500_000 }), (lista, ny, mer) => {
        const utan = summa(lista)
        expect(summa([...lista, { ...lista[0]!, id: 'ny', rader: [{ ...ny, anordnareGodkand: true }] }])).toBeGreaterThanOrEqual(utan)
        const dyrare = {
          ...lista[0]!,
          rader: lista[0]!.rader.map((r, i) => (i === 0 ? { ...r, kostnad: (Math.round(r.kostnad * 100) + mer) / 100 } : r)),
        }
        expect(summa([dyrare, ...lista.slice(1)])).toBeGreaterThanOrEqual(utan)
      }),
    )
  })

  it('är samma sak som reglerna säger, med deras förklaring', () => {
    fc.assert(
      fc.property(ansokningar, (lista) => {
        for (const a of rakna(lista))
          for (const r of a.rader) {
            const f = forklaraRad(a, r)
            if (r.skal) {
              expect(f).toMatchObject({ utfall: 'ejUppfyllt', namn: r.skal })
              continue
            }
            const fakta = {
              aprKostnad: String(r.insats.kostnad),
              aprTidigareForArbetstagaren: r.anstalldHarFatt,
              aprTidigareForArbetsgivaren: r.arbetsgivarenHarFatt,
            }
            const dag = parameterdag(a.ansokan.kostnadsar)
            expect(heltal(forklara(aprForArbetsgivare, fakta, dag).varde as Tal)).toBe(r.belopp)
            expect(heltal(forklara(aprHalva, fakta, dag).varde as Tal)).toBe(r.halva)
            expect(
              allaNoder(f)
                .flatMap((n) => n.parametrar ?? [])
                .every((p) => p.kalla.length > 10),
            ).toBe(true)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('räknar sista dagen som den oberoende tabellen', () => {
    for (const [ar, sista] of Object.entries(SISTA)) {
      const a = (inkom: string): AprAnsokan => ({
        id: 'a',
        orgnr: provOrgnr(1),
        inkom: inkom as Datum,
        kostnadsar: Number(ar),
        rader: [{ anstalld: 'x', kostnad: 10, datum: datum(`${ar}-05-05`), anordnareGodkand: true }],
      })
      expect(summa([a(sista)])).toBe(5)
    }
  })
})
