import { datum, plusDagar, type Datum, type Period } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APRFALT } from '../insatser/falt.ts'
import { budgetandel, budgetlage, KANDA_BUDGETAR } from './budget.ts'
import { avslag, ledtider, percentil } from './handlaggning.ts'
import { historikandel, overlapp, type Aprfonster, type Individ } from './individer.ts'
import { bemanning, manadsinflode, prognos, traffsakerhet, type Arsinflode } from './inflode.ts'
import { rackvidd } from './rackvidd.ts'
import { arsredovisning, fordjupning, registerposter, utvarderingsexport } from './redovisning.ts'
import type { Bidragsrad } from './underlag.ts'

let nr = 0
const rad = (d: Partial<Bidragsrad> = {}): Bidragsrad => ({
  ansokan: `a${++nr}`,
  arbetsgivare: 'ag1',
  anstalld: `p${nr}`,
  anordnare: 'an1',
  kostnadsar: 2025,
  insatsdag: datum('2025-05-05'),
  inkom: datum('2025-06-02'),
  kanal: 'etjanst',
  beslutad: datum('2025-06-12'),
  kostnadOre: 1_000_000,
  belopp: 5_000,
  begransadAv: 'halva',
  skal: null,
  insatstyper: ['utreda'],
  syfte: 'forebygga',
  miljo: 'arbetsplatsen',
  anordnartyp: 'foretagshalsovard',
  storlek: '50-249',
  sektor: 'privat',
  lan: '21',
  ...d,
})

describe('budgeten', () => {
  it('2020: 54 av 175 miljoner är 30,9 procent', () => {
    const b = KANDA_BUDGETAR[0]!
    expect(Math.round(budgetandel(b.utbetalt, b.avsatt)! * 1000) / 10).toBe(30.9)
  })

  const IDAG = datum('2025-07-15')
  it('räknar det som beslutats under året, med kvar, andel, arbetsgivare och månader', () => {
    const b = budgetlage(
      { ar: 2025, avsatt: 100_000, kalla: 'prov' },
      [
        rad(),
        rad({ arbetsgivare: 'ag2', beslutad: datum('2025-07-01') }),
        rad({ beslutad: datum('2026-01-02') }),
        rad({ belopp: 0, begransadAv: null, skal: 'forSent', arbetsgivare: 'ag3' }),
      ],
      IDAG,
    )
    expect(b).toMatchObject({ utbetalt: 10_000, kvar: 90_000, andel: 0.1, arbetsgivare: 2, ur: 'systemet' })
    expect([b.perManad[0], b.perManad[5], b.perManad[6]]).toEqual([0, 5_000, 5_000])
  })
  it('säger inget om en månad som inte har börjat: aldrig noll kronor', () => {
    const { perManad } = budgetlage({ ar: 2025, avsatt: 100_000, kalla: 'prov' }, [rad()], IDAG)
    expect(perManad.slice(7)).toEqual([null, null, null, null, null])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
        const dag = plusDagar(datum('2025-01-01'), n)
        const m = Number(dag.slice(5, 7))
        const lage = budgetlage({ ar: 2025, avsatt: 1, kalla: 'prov' }, [rad({ beslutad: dag })], dag)
        expect(lage.perManad.map((x) => x !== null)).toEqual(Array.from({ length: 12 }, (_, i) => i < m))
        expect(lage.perManad.reduce<number>((s, x) => s + (x ?? 0), 0)).toBe(lage.utbetalt)
      }),
    )
  })
  it('är som källan säger ett år som inte beslutades här, och okänt när källan tiger', () => {
    expect(budgetlage(KANDA_BUDGETAR[0]!, [], IDAG)).toMatchObject({
      utbetalt: 54_000_000,
      kvar: 121_000_000,
      arbetsgivare: 1_359,
      ur: 'kallan',
    })
    expect(budgetlage({ ar: 2019, avsatt: 1_000, kalla: 'prov' }, [], IDAG)).toMatchObject({
      utbetalt: null,
      kvar: null,
      andel: null,
      arbetsgivare: null,
      ur: 'okant',
    })
    expect(budgetlage({ ar: 2025, avsatt: 0, kalla: 'prov' }, [], IDAG)).toMatchObject({ utbetalt: 0, andel: null, ur: 'systemet' })
  })
})
describe('inflödet och prognosen', () => {
  const SASONG = [400, 50, 60, 70, 80, 90, 40, 60, 90, 120, 300, 900]
  const ar = (a: number, faktor: number, brus: (m: number) => number = () => 1): Arsinflode => ({
    ar: a,
    manader: SASONG.map((x, m) => Math.round(x * faktor * brus(m))),
  })

  it('räknas per månad, varje år helt, det sista till och med sin månad', () => {
    expect(manadsinflode(['2024-01-31', '2024-12-01', '2025-02-02', '2025-02-03'].map(datum), { ar: 2025, manad: 3 })).toEqual([
      { ar: 2024, manader: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
      { ar: 2025, manader: [0, 2, 0] },
    ])
    expect(manadsinflode([], { ar: 2025, manad: 3 })).toEqual([])
  })

  it('träffar när säsongen är exakt densamma, hur stort året än är; toppen är december', () => {
    const nu = { ar: 2025, manader: ar(2025, 1.7).manader.slice(0, 9) }
    const p = prognos([ar(2022, 1), ar(2023, 1.2), ar(2024, 0.9)], nu)
    p.manader.forEach((m, i) => expect(Math.abs(m.prognos - ar(2025, 1.7).manader[i]!)).toBeLessThan(12))
    expect(p.topp.manad).toBe(12)
    expect(p.manader.slice(0, 9).every((m) => m.utfall !== null)).toBe(true)
    expect(p.manader[11]!.intervall!.fran).toBeLessThanOrEqual(p.manader[11]!.prognos)
    expect(p.larAr).toEqual([2022, 2023, 2024])
  })

  it('ger inget intervall av två år, och ingen prognos av ett', () => {
    const nu = { ar: 2025, manader: [400, 50] }
    expect(prognos([ar(2023, 1), ar(2024, 1)], nu).manader[11]!.intervall).toBeNull()
    expect(() => prognos([ar(2024, 1)], nu)).toThrow(/minst 2 hela/)
    expect(() => prognos([ar(2022, 1), ar(2023, 1)], { ar: 2025, manader: [] })).toThrow(/hela året före/)
  })

  it('utgår från hela året före innan årets första månad är slut', () => {
    const p = prognos([ar(2021, 1), ar(2022, 1), ar(2023, 1), ar(2024, 2)], { ar: 2025, manader: [] })
    // Two of the three ratios are 1, the third 2: the geometric mean is the cube root of 2.
    expect(p.manader[11]!.prognos).toBeGreaterThan(2 * 900 * 1.2)
    expect(p.manader[11]!.prognos).toBeLessThan(2 * 900 * 1.3)
  })

  it('håller ungefär sin nivå när åren skiljer sig av slump', () => {
    // A fixed, even spread of noise: the inverse normal by sums of a linear congruential sequence.
    let x = 12_345
    const brus = () => {
      let s = 0
      for (let i = 0; i < 12; i++) s += (x = (x * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
      return Math.exp((s - 6) * 0.15)
    }
    const t = Array.from({ length: 60 }, () =>
      traffsakerhet(
        Array.from({ length: 9 }, (_, i) => ar(2016 + i, 1, brus)),
        9,
      ),
    )
    const [inom, alla] = [t.reduce((s, v) => s + v.inomIntervall, 0), t.reduce((s, v) => s + v.provade, 0)]
    expect(alla).toBe(60 * 6 * 3)
    expect(inom / alla).toBeGreaterThan(0.72)
    expect(inom / alla).toBeLessThan(0.88)
  })

  it('slår förra årets månad när nivån växlar mellan åren', () => {
    const t = traffsakerhet(
      [1, 2, 1, 2, 1, 2, 1].map((f, i) => ar(2018 + i, f)),
      9,
    )
    expect(t.medelfel).toBeLessThan(t.medelfelSomForra / 10)
  })

  it('säger hur många handläggare månaden behöver, avrundat uppåt', () => {
    const p = prognos([ar(2022, 1), ar(2023, 1), ar(2024, 1)], { ar: 2025, manader: SASONG.slice(0, 11) })
    expect(bemanning(p, 60)).toMatchObject([{ manad: 12, prognos: 15 }])
  })

  it('är aldrig negativ och aldrig mindre än undre gränsen', () => {
    const manader = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(manader, { minLength: 3, maxLength: 6 }), manader, fc.integer({ min: 1, max: 11 }), (aren, nu, k) => {
        for (const m of prognos(
          aren.map((a, i) => ({ ar: 2010 + i, manader: a })),
          { ar: 2010 + aren.length, manader: nu.slice(0, k) },
        ).manader) {
          expect(m.prognos).toBeGreaterThanOrEqual(0)
          if (m.intervall) expect(m.intervall.fran <= m.prognos + 1e-9 && m.prognos <= m.intervall.till + 1e-9).toBe(true)
        }
      }),
    )
  })
})

describe('ledtiderna', () => {
  it('räknas en gång per ansökan från dagen den kom in, och skanningen för sig', () => {
    const l = ledtider([
      rad({ ansokan: 'a', beslutad: datum('2025-06-12') }),
      rad({ ansokan: 'a', beslutad: datum('2025-06-12') }),
      rad({ ansokan: 'b', kanal: 'papper', skannad: datum('2025-06-09'), beslutad: datum('2025-07-02') }),
    ])
    expect(l.alla).toEqual({ ansokningar: 2, mediandagar: 20, p90dagar: 30 })
    expect(l.perKanal.papper).toEqual({ ansokningar: 1, mediandagar: 30, p90dagar: 30 })
    expect(l.skanning).toEqual({ ansokningar: 1, mediandagar: 7, p90dagar: 7 })
    expect(percentil([], 0.5)).toBeNull()
    expect([percentil([4, 1, 3, 2], 0.5), percentil([4, 1, 3, 2], 0.9), percentil([4, 1, 3, 2], 0)]).toEqual([2, 4, 1])
  })
})

describe('avslagen', () => {
  it('räknas per skäl i ansökningar och rader, med vad de är en andel av; tak är inget avslag', () => {
    const sen = { skal: 'forSent' as const, belopp: 0, begransadAv: null }
    const a = avslag([
      rad({ ansokan: 'sen', ...sen, inkom: datum('2026-02-05') }),
      rad({ ansokan: 'sen', ...sen, inkom: datum('2026-02-05') }),
      rad({ ansokan: 'mycketSen', ...sen, inkom: datum('2026-04-01') }),
      rad({ ansokan: 'delvis', belopp: 0, begransadAv: null, skal: 'anordnareEjGodkand' }),
      rad({ ansokan: 'delvis' }),
      rad({ ansokan: 'tak', belopp: 100, begransadAv: 'arbetsgivare' }),
    ])
    expect(a.ansokningar).toEqual({ antal: 2, av: 4, andel: 0.5 })
    expect(a.rader).toEqual({ antal: 4, av: 6, andel: 4 / 6 })
    expect(a.perSkal).toMatchObject({
      dubblett: { ansokningar: 0, rader: 0, kostnadOre: 0 },
      forSent: { ansokningar: 2, rader: 3, kostnadOre: 3_000_000 },
      felAr: { ansokningar: 0, rader: 0, kostnadOre: 0 },
      anordnareEjGodkand: { ansokningar: 1, rader: 1, kostnadOre: 1_000_000 },
    })
    expect(a).toMatchObject({ skurnaAvTak: { anstalld: 0, arbetsgivare: 1 }, senaMedHogstEnVecka: 1 })
  })
})

describe('räckvidden', () => {
  it('säger hur många arbetsgivare av varje storlek som fått stöd, av hur många, och de smås andel', () => {
    const r = rackvidd(
      [
        rad({ arbetsgivare: 'liten', storlek: '0-9', belopp: 1_000 }),
        rad({ arbetsgivare: 'stor', storlek: '250-', belopp: 3_000 }),
        rad({ arbetsgivare: 'stor', storlek: '250-', belopp: 0, begransadAv: 'arbetsgivare' }),
        rad({ kostnadsar: 2024 }),
      ],
      2025,
      { kalla: 'prov', ar: 2024, perStorlek: { '0-9': 1_000 } },
    )
    expect(r.perStorlek.find((s) => s.storlek === '0-9')!.arbetsgivare).toEqual({ antal: 1, av: 1_000, andel: 0.001 })
    expect(r.perStorlek.find((s) => s.storlek === '250-')!.arbetsgivare).toEqual({ antal: 1, av: null, andel: null })
    expect(r.sma).toEqual({ arbetsgivare: { antal: 1, av: 2, andel: 0.5 }, belopp: { antal: 1_000, av: 4_000, andel: 0.25 } })
  })
})

describe('personer med båda stöden', () => {
  const p = (from: string, tom = from): Period => ({ from: datum(from), tom: datum(tom) })
  const i = (id: string, ...perioder: Period[]): Individ => ({ id, perioder })
  const AR = { apr: p('2018-01-01', '2019-12-31'), fbsjp: p('2018-01-01', '2019-12-31') }

  it('räknas åt båda håll med sina perioder: samma antal, två andelar', () => {
    const o = overlapp(
      [i('a', p('2018-09-01')), i('b', p('2019-05-05')), i('c', p('2020-01-01'))],
      [i('a', p('2019-12-31', '2020-02-02')), i('d', p('2018-02-02')), i('e', p('2018-02-02')), i('b', p('2017-12-31'))],
      AR,
    )
    expect(o).toMatchObject({ bada: 1, avApr: { antal: 1, av: 2, andel: 0.5 }, avFbsjp: { antal: 1, av: 3, andel: 1 / 3 } })
  })

  it('blir ett annat tal med en annan period: därför står perioden med', () => {
    const [apr, f] = [[i('b', p('2019-05-05'))], [i('b', p('2017-12-31'))]]
    expect(overlapp(apr, f, AR).bada).toBe(0)
    expect(overlapp(apr, f, { ...AR, fbsjp: p('2016-01-01', '2019-12-31') }).bada).toBe(1)
  })

  it('rapportens tal: 361 av 11 568 är 3,12 procent', () => {
    const o = overlapp(
      Array.from({ length: 11_568 }, (_, n) => i(`p${n}`, p('2019-01-01'))),
      Array.from({ length: 361 }, (_, n) => i(`p${n}`, p('2019-06-06'))),
      AR,
    )
    expect(Math.round(o.avApr.andel! * 10_000) / 100).toBe(3.12)
  })

  const LANGT_FRAM = datum('2030-12-31')

  it('har en historik med fönstret för sig: före, efter, eller båda utan att blandas ihop', () => {
    const apr = [
      i('fore', p('2019-03-03')),
      i('efter', p('2019-03-03')),
      i('aldrig', p('2019-03-03')),
      i('gammal', p('2019-03-03')),
      i('utanfor', p('2021-01-01')),
    ]
    const sjuk = [
      i('fore', p('2016-03-03', '2016-04-04')),
      i('efter', p('2022-03-03', '2022-05-05')),
      i('gammal', p('2012-01-01', '2012-02-02')),
    ]
    const med = (f: Aprfonster) => historikandel(apr, sjuk, p('2018-08-01', '2019-12-31'), f, LANGT_FRAM)
    expect((['treArFore', 'treArEfter', 'treArForeEllerEfter', 'ar2011till2015'] as const).map((f) => [med(f).antal, med(f).av])).toEqual([
      [1, 4],
      [1, 4],
      [2, 4],
      [1, 4],
    ])
    expect(med('treArForeEllerEfter').beskrivning).toContain('kan inte jämföras')
    expect(med('ar2011till2015').beskrivning).toBe('någon gång 2011–2015')
  })

  it('räknar insatsdagen själv varken före eller efter, och gränsdagen tre år bort med', () => {
    const andel = (d: Datum, f: Aprfonster) =>
      historikandel([i('a', p('2019-03-03'))], [i('a', { from: d, tom: d })], p('2019-01-01', '2019-12-31'), f, LANGT_FRAM).antal
    expect([
      andel(datum('2019-03-03'), 'treArFore'),
      andel(datum('2019-03-03'), 'treArEfter'),
      andel(datum('2016-03-03'), 'treArFore'),
      andel(plusDagar(datum('2016-03-03'), -1), 'treArFore'),
      andel(datum('2022-03-03'), 'treArEfter'),
    ]).toEqual([0, 0, 1, 0, 1])
  })

  it('räknar den vars fönster inte är slut för sig, aldrig som utan sjukpenning', () => {
    const apr = [i('hit', p('2019-03-03')), i('vantar', p('2019-03-03'))]
    expect(historikandel(apr, [i('hit', p('2019-06-06'))], p('2019-01-01', '2019-12-31'), 'treArEfter', datum('2020-12-31'))).toMatchObject(
      { antal: 1, av: 1, utan: 1 },
    )
  })

  it('ser från den första och den sista insatsen i perioden, också när de står i flera poster', () => {
    const apr = [i('a', p('2019-01-10')), i('a', p('2019-11-10')), i('a', p('2020-06-06'))]
    const vid = (d: string) => historikandel(apr, [i('a', p(d))], p('2019-01-01', '2019-12-31'), 'treArEfter', LANGT_FRAM).antal
    expect([vid('2019-06-01'), vid('2019-11-10'), vid('2019-11-11'), vid('2022-11-10'), vid('2022-11-11')]).toEqual([0, 0, 1, 1, 0])
  })
})

describe('redovisningen till regeringen', () => {
  const rader = [
    rad({ ansokan: 'hel', anstalld: 'x' }),
    rad({ ansokan: 'skuren', anstalld: 'x', arbetsgivare: 'ag2', belopp: 2_000, begransadAv: 'anstalld' }),
    rad({ ansokan: 'nekad', belopp: 0, begransadAv: null, skal: 'forSent', arbetsgivare: 'ag3' }),
    rad({ ansokan: 'annatAr', beslutad: datum('2026-01-02') }),
  ]

  it('har förra årets beslut: belopp och mottagare, var person en gång', () => {
    expect(arsredovisning(rader, 2025)).toEqual({
      ar: 2025,
      beslut: { beviljade: 1, delvis: 1, avslag: 1 },
      belopp: 7_000,
      arbetsgivare: 2,
      anstallda: 1,
    })
  })

  it('fördjupas på det revisorerna saknade, varje fält med sin rättsliga grund, och aldrig på diagnos', () => {
    const f = fordjupning(rader, 2025)
    expect(f.map((x) => x.falt)).toEqual(['insatstyper', 'syfte', 'miljo', 'storlek', 'sektor', 'lan', 'anordnartyp', 'kanal'])
    expect(f.every((x) => x.lagrum.length > 0 && x.kalla.length > 10)).toBe(true)
    expect(f.find((x) => x.falt === 'lan')!.rader).toEqual([
      { kod: '21', namn: 'Gävleborg', ansokningar: 2, belopp: 7_000, arbetsgivare: 2, anstallda: null },
    ])
  })

  it('visar antal personer först när de är minst fem, och säger när uppgift saknas', () => {
    const manga = Array.from({ length: 5 }, (_, n) => rad({ anstalld: `m${n}`, lan: null, insatstyper: ['utreda', 'planera'] }))
    const f = fordjupning(manga, 2025)
    expect(f.find((x) => x.falt === 'lan')!.rader).toMatchObject([{ kod: 'uppgiftSaknas', namn: 'Uppgift saknas', anstallda: 5 }])
    expect(f[0]).toMatchObject({
      kanOverlappa: true,
      rader: [
        { kod: 'utreda', belopp: 25_000 },
        { kod: 'planera', belopp: 25_000 },
      ],
    })
  })

  it('registret har de fält som får stå där och inga andra', () => {
    const [post] = registerposter([rad({ anstalld: 'p', innehall: ['samtalsstod'] })])
    expect(Object.keys(post!).every((k) => APRFALT.find((f) => f.namn === k)?.register)).toBe(true)
    expect(JSON.stringify(post)).not.toContain('samtalsstod')
  })

  it('kostnader är hela ören: summan är exakt, och i filen står kronor med ören när det finns några', () => {
    const rader = [10, 20, 1_234_550].map((kostnadOre) => rad({ kostnadOre, skal: 'forSent', belopp: 0 }))
    expect(avslag(rader).perSkal.forSent.kostnadOre).toBe(1_234_580)
    expect(registerposter(rader).map((p) => p.kostnad)).toEqual(['0,10', '0,20', '12345,50'])
    expect(registerposter([rad({ kostnadOre: 1_000_000 })]).map((p) => p.kostnad)).toEqual(['10000'])
  })

  it('utvärderingen får insatsens innehåll men inte vem eller vilken dag', () => {
    const [u] = utvarderingsexport(
      [rad({ arbetsgivare: 'ag-hemlig', anstalld: 'person-hemlig', innehall: ['samtalsstod'] })],
      (slag, id) => `${slag}-${id.length}`,
    )
    expect(u).toMatchObject({ arbetsgivare: 'arbetsgivare-9', kvartal: '2025 kv 2', innehall: ['samtalsstod'] })
    expect(JSON.stringify(u)).not.toMatch(/hemlig|2025-05-05/)
  })
})
