import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enkatresultat, skyddadFrekvens, visbaraGrupper, type Stangdenkat } from './resultat.ts'

const skala = (item: string, index: string | null = 'kontaktytor_arbetsgivare') => ({
  fraga: 5,
  item,
  text: `Möten ${item}?`,
  slag: 'skala' as const,
  minst: 1,
  hogst: 5,
  index,
  alternativ: [],
})
const svarare = (grupp: string, i: number, varden: readonly (number | 'vetEj' | null)[]) => ({
  id: `${grupp}${i}`,
  grupp,
  svar: varden.flatMap((v, j) =>
    v === null ? [] : [{ fraga: 5, item: 'abc'[j]!, varde: v === 'vetEj' ? null : v, vetEj: v === 'vetEj', svar: null }],
  ),
})
const enkat = (s: Stangdenkat['svarare'], fragor: Stangdenkat['fragor'] = [skala('a'), skala('b')]): Stangdenkat => ({
  fragor,
  svarare: s,
  kodning: [],
})
const manga = (grupp: string, n: number, v: readonly (number | 'vetEj' | null)[]) =>
  Array.from({ length: n }, (_, i) => svarare(grupp, i, v))

describe('resultatet av en stängd enkät', () => {
  it('index är medel av svaren på 0–100, ”vet ej” och obesvarat borta', () => {
    const r = enkatresultat(enkat([...manga('A', 5, [5, 'vetEj']), ...manga('B', 5, [1, 3])]))
    expect(r.index).toEqual([
      {
        index: 'kontaktytor_arbetsgivare',
        items: ['5 a', '5 b'],
        n: 10,
        medel: 62.5,
        gruppmedel: 62.5,
        grupper: [
          { grupp: 'A', varde: 100, n: 5, over: true },
          { grupp: 'B', varde: 25, n: 5, over: false },
        ],
      },
    ])
    expect(r.fragor.map((f) => f.medel)).toEqual([3, 3])
  })
  it('färre än fem svarande ger inget resultat alls', () =>
    expect(enkatresultat(enkat(manga('A', 4, [5, 5])))).toMatchObject({ svarande: 4, forFa: true, fragor: [], index: [] }))
  it('sällsynta par av mest och minst läggs ihop, aldrig till färre än fem', () => {
    const val = (item: string) => ({
      fraga: 3,
      item,
      text: item,
      slag: 'val' as const,
      minst: null,
      hogst: null,
      index: null,
      alternativ: ['X', 'Y', 'Z'],
    })
    const med = (mest: string, minst: string, n: number, fran: number) =>
      Array.from({ length: n }, (_, i) => ({
        id: `${fran + i}`,
        grupp: 'A',
        svar: [
          { fraga: 3, item: 'mest', varde: null, vetEj: false, svar: mest },
          { fraga: 3, item: 'minst', varde: null, vetEj: false, svar: minst },
        ],
      }))
    const r = enkatresultat(enkat([...med('X', 'Y', 8, 0), ...med('Y', 'Z', 6, 10), ...med('Z', 'X', 2, 20)], [val('mest'), val('minst')]))
    expect(r.kombinationer).toEqual([{ fraga: 3, par: [{ mest: 'X', minst: 'Y', antal: 8 }], ovriga: { antal: 8, dold: null } }])
  })
})

describe('det som visas kan inte räknas isär', () => {
  it('de grupper som inte visas är tillsammans ingen eller minst fem, hur grupperna än är stora', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }), (antal) => {
        const karta = new Map(antal.map((n, i) => [`g${i}`, n]))
        const visas = visbaraGrupper(karta)
        const dolda = antal.reduce((s, n, i) => s + (visas.has(`g${i}`) ? 0 : n), 0)
        expect([...visas].every((g) => karta.get(g)! >= 5)).toBe(true)
        expect(dolda === 0 || dolda >= 5 || visas.size === 0).toBe(true)
      }),
    )
  })
  it('inget antal från ett till fyra visas, och ett dolt antal går inte att räkna fram ur de visade', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3, 4, 5, 'vetEj' as const, null), { minLength: 5, maxLength: 60 }), (svar) => {
        const r = enkatresultat(
          enkat(
            svar.map((v, i) => svarare('A', i, [v])),
            [skala('a')],
          ),
        )
        const f = r.fragor[0]!
        for (const x of [f.n, f.vetEj, f.obesvarad, ...f.steg]) expect(x.antal === null || x.antal >= 5).toBe(true)
        // One hidden term of a shown sum is that sum less the others: there are none or several.
        const dolda = (delar: readonly { antal: number | null }[]): number => delar.filter((x) => x.antal === null).length
        if (f.n.antal !== null) expect(dolda(f.steg)).not.toBe(1)
        expect(dolda([f.n, f.vetEj, f.obesvarad])).not.toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('svarsfrekvensen', () => {
  const per = (a: Record<string, [number, number]>) =>
    skyddadFrekvens(new Map(Object.entries(a).map(([g, [mottagare, svarande]]) => [g, { mottagare, svarande }])))
  it('visas i en grupp där minst fem har svarat och minst fem inte har det', () => {
    expect(per({ B: [10, 5], A: [20, 8] })).toEqual([
      { grupp: 'A', mottagare: 20, svarande: 8 },
      { grupp: 'B', mottagare: 10, svarande: 5 },
    ])
  })
  it('döljs där ingen, några få eller alla har svarat: var och en av dem skulle vara känd', () => {
    expect(per({ A: [30, 15], ingen: [9, 0], alla: [6, 6], en: [7, 1] }).map((g) => [g.grupp, g.svarande])).toEqual([
      ['A', 15],
      ['alla', null],
      ['en', null],
      ['ingen', null],
    ])
  })
  it('en ensam dold grupp får sällskap, för summan är känd', () =>
    expect(per({ A: [30, 15], B: [12, 6], C: [2, 1] }).map((g) => g.svarande)).toEqual([15, null, null]))
  it('säger aldrig om färre än fem i en grupp, eller i det som är kvar, har svarat eller låtit bli', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { minLength: 1, maxLength: 12 }), (grupper) => {
        const alla = new Map(grupper.map(([a, b], i) => [`g${i}`, { mottagare: a + b, svarande: a }]))
        const visas = skyddadFrekvens(alla)
        for (const g of visas) if (g.svarande !== null) expect(Math.min(g.svarande, g.mottagare - g.svarande)).toBeGreaterThanOrEqual(5)
        const dolda = visas.filter((g) => g.svarande === null).map((g) => alla.get(g.grupp)!)
        const svarat = dolda.reduce((n, g) => n + g.svarande, 0)
        const inte = dolda.reduce((n, g) => n + g.mottagare - g.svarande, 0)
        expect(svarat + inte === 0 || Math.min(svarat, inte) >= 5 || dolda.length === visas.length).toBe(true)
      }),
    )
  })
})
