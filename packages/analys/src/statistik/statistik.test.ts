import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Slump } from '@atergang/syntet'
import { blandad, gruppintervall } from './blandad.ts'
import { cox } from './cox.ts'
import { benjaminiHochberg } from './flertest.ts'
import { newcombe, pChi2, pNormal, wilson } from './fordelning.ts'
import { bredvid, glm, kniv, koefficient, wald } from './glm.ts'
import { krymp, medianoddskvot } from './krympning.ts'
import { kaplanMeier, kvarVid, logrank, medeltid, type Tid } from './overlevnad.ts'

/** Bliss (1935): beetles killed by carbon disulphide, as analysed in Dobson & Barnett, An Introduction to Generalized Linear Models, 7.3. */
const BLISS = {
  dos: [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.861, 1.8839],
  antal: [59, 60, 62, 56, 63, 59, 62, 60],
  doda: [6, 13, 18, 28, 52, 53, 61, 60],
}
/** Dobson (1990) p. 93, a randomised controlled trial; the example of R's glm. */
const DOBSON = { y: [18, 17, 15, 20, 10, 20, 25, 13, 12], utfall: [1, 2, 3, 1, 2, 3, 1, 2, 3], behandling: [1, 1, 1, 2, 2, 2, 3, 3, 3] }
/** Gehan (1965), Freireich et al. (1963): weeks in remission of acute leukaemia, with and without 6-mercaptopurine; + is censored. */
const gehan = (text: string): Tid[] =>
  text.split(' ').map((t) => ({ tid: Number(t.replace('+', '')), handelse: !t.endsWith('+'), antal: 1 }))
const MP6 = gehan('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const PLACEBO = gehan('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')
const gehandata = (fore = 1): { stopp: number[]; handelse: number[]; x: number[] } => {
  const alla = [...MP6.map((t) => ({ ...t, x: fore })), ...PLACEBO.map((t) => ({ ...t, x: 0 }))]
  return { stopp: alla.map((t) => t.tid), handelse: alla.map((t) => (t.handelse ? 1 : 0)), x: alla.map((t) => t.x) }
}
/** Contagious bovine pleuropneumonia, lme4's cbpp (Lesnoff et al. 2004): new cases in 15 herds over four periods. */
const CBPP = {
  sjuka: [
    2, 3, 4, 0, 3, 1, 1, 8, 2, 0, 2, 2, 0, 2, 0, 5, 0, 0, 1, 3, 0, 0, 1, 8, 1, 3, 0, 12, 2, 0, 0, 0, 1, 1, 0, 2, 0, 5, 3, 1, 2, 1, 0, 0, 1,
    2, 0, 0, 11, 0, 0, 0, 1, 1, 1, 0,
  ],
  djur: [
    14, 12, 9, 5, 22, 18, 21, 22, 16, 16, 20, 10, 10, 9, 6, 18, 25, 24, 4, 17, 17, 18, 20, 16, 10, 9, 5, 34, 9, 6, 8, 6, 22, 22, 18, 22, 25,
    27, 22, 22, 10, 8, 6, 5, 21, 24, 19, 23, 19, 2, 3, 2, 19, 15, 15, 15,
  ],
  perBesattning: [4, 3, 4, 4, 4, 4, 4, 1, 4, 4, 4, 4, 4, 4, 4],
}
const lika = (fick: ArrayLike<number>, vantat: readonly number[], decimaler: number): void =>
  vantat.forEach((v, i) => expect(fick[i]!).toBeCloseTo(v, decimaler))

describe('logistisk och Poissonregression', () => {
  it('ger Dobsons tal för Bliss skalbaggar', () => {
    const s = glm('binomial', { y: BLISS.doda, vikt: BLISS.antal, kolumner: [{ namn: 'dos', x: BLISS.dos }] })
    lika(s.beta, [-60.717, 34.27], 2)
    lika([koefficient(s, 'konstant', 'modell')!.medelfel, koefficient(s, 'dos', 'modell')!.medelfel], [5.181, 2.912], 2)
    expect(s.devians).toBeCloseTo(11.23, 2)
  })
  it('ger Dobsons tal för hennes försök', () => {
    const niva = (v: readonly number[], n: number): number[] => v.map((x) => (x === n ? 1 : 0))
    const s = glm('poisson', {
      y: DOBSON.y,
      kolumner: [
        { namn: 'u2', x: niva(DOBSON.utfall, 2) },
        { namn: 'u3', x: niva(DOBSON.utfall, 3) },
        { namn: 'b2', x: niva(DOBSON.behandling, 2) },
        { namn: 'b3', x: niva(DOBSON.behandling, 3) },
      ],
    })
    lika(s.beta, [3.044522, -0.454255, -0.292987, 0, 0], 5)
    lika(
      s.namn.map((n) => koefficient(s, n, 'modell')!.medelfel),
      [0.170899, 0.202171, 0.192742, 0.2, 0.2],
      4,
    )
    expect(s.devians).toBeCloseTo(5.1291, 4)
  })
  it('är i en fyrfältstabell oddskvoten, med Woolfs medelfel', () => {
    const s = glm('binomial', { y: [12, 30], vikt: [50, 60], kolumner: [{ namn: 'x', x: [1, 0] }] })
    const k = koefficient(s, 'x', 'modell')!
    expect(k.varde).toBeCloseTo(Math.log((12 * 30) / (38 * 30)), 9)
    expect(k.medelfel).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 38 + 1 / 30 + 1 / 30), 9)
  })
  it('är detsamma rad för rad som hopräknat, och väljer bort en kolumn som följer av andra', () => {
    const rader = BLISS.dos.flatMap((x, i) => Array.from({ length: BLISS.antal[i]! }, (_, j) => ({ x, y: j < BLISS.doda[i]! ? 1 : 0 })))
    const s = glm('binomial', {
      y: rader.map((r) => r.y),
      kolumner: [
        { namn: 'dos', x: rader.map((r) => r.x) },
        { namn: 'dubbel', x: rader.map((r) => 2 * r.x - 1) },
      ],
    })
    lika(s.beta, [-60.717, 34.27], 2)
    expect(s.bortvalda).toEqual(['dubbel'])
  })
  it('har i vanlig regression lutningen och medelfelet i sluten form, och sandwichen utan kluster är HC1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -99, max: 99 })), { minLength: 6, maxLength: 30 }),
        (par) => {
          const [x, y] = [par.map((p) => p[0]), par.map((p) => p[1])]
          fc.pre(new Set(x).size > 2)
          const n = x.length
          const m = (v: number[]): number => v.reduce((a, b) => a + b, 0) / n
          const sxx = x.reduce((s, v) => s + (v - m(x)) ** 2, 0)
          const b = x.reduce((s, v, i) => s + (v - m(x)) * (y[i]! - m(y)), 0) / sxx
          const rest = y.map((v, i) => v - m(y) - b * (x[i]! - m(x)))
          const s = glm('normal', { y, kolumner: [{ namn: 'x', x }] })
          expect(koefficient(s, 'x')!.varde).toBeCloseTo(b, 6)
          expect(koefficient(s, 'x', 'modell')!.medelfel).toBeCloseTo(Math.sqrt(rest.reduce((a, r) => a + r * r, 0) / (n - 2) / sxx), 6)
          expect(koefficient(s, 'x')!.medelfel).toBeCloseTo(
            Math.sqrt((n / (n - 2)) * x.reduce((a, v, i) => a + ((v - m(x)) * rest[i]!) ** 2, 0)) / sxx,
            6,
          )
        },
      ),
      { numRuns: 50 },
    )
  })
  it('har med ett kluster i taget utelämnat medelvärdets vanliga medelfel', () => {
    const y = [3, 7, 8, 12, 20]
    const k = kniv('normal', { y, kolumner: [], kluster: [1, 2, 3, 4, 5] }, ['konstant'])
    const m = 10
    expect(k.beta[0]).toBeCloseTo(m, 9)
    expect(Math.sqrt(k.kov.a[0]!)).toBeCloseTo(Math.sqrt(y.reduce((s, v) => s + (v - m) ** 2, 0) / 4 / 5), 9)
    expect(k.frihetsgrader).toBe(4)
  })
  it('är koefficienten bredvid andra densamma som i hela modellen, och null när kolumnen följer av dem', () => {
    const [y, a, b, vikt] = [
      [3, 7, 8, 12, 20, 4],
      [1, 0, 1, 0, 1, 0],
      [2, 5, 1, 7, 7, 0],
      [1, 2, 1, 3, 1, 2],
    ]
    const med = glm('normal', {
      y: y!,
      vikt: vikt!,
      kolumner: [
        { namn: 'a', x: a! },
        { namn: 'b', x: b! },
      ],
    })
    const f = bredvid({ y: y!, vikt: vikt!, kolumner: [{ namn: 'a', x: a! }] })
    expect(f(b!)).toBeCloseTo(koefficient(med, 'b')!.varde, 9)
    expect(f(a!.map((x) => 3 - x))).toBeNull()
  })
  it('har som Waldtest av en koefficient kvadraten på z', () => {
    const s = glm('binomial', { y: BLISS.doda, vikt: BLISS.antal, kolumner: [{ namn: 'dos', x: BLISS.dos }] })
    const w = wald([s.beta[1]!], { n: 1, a: Float64Array.of(s.kov.a[3]!) })
    expect(w.chi2).toBeCloseTo((34.27 / 2.912) ** 2, 0)
    expect(pChi2(w.chi2, 1)).toBeCloseTo(pNormal(Math.sqrt(w.chi2)), 9)
  })
})

describe('intervall för andelar', () => {
  it('är Newcombes (1998): 56 av 70 mot 48 av 80', () => {
    lika(newcombe(56, 70, 48, 80), [0.0524, 0.3339], 4)
    lika(newcombe(10, 10, 0, 20), [0.6791, 1], 4)
  })
  it('är Wilsons: 81 av 263', () => lika(wilson(81, 263), [0.2553, 0.3662], 4))
})

describe('överlevnad', () => {
  const mp = kaplanMeier(MP6)
  it('är Kaplans och Meiers kurva för 6-MP (Kleinbaum & Klein, Survival Analysis, kap. 2)', () => {
    expect(mp.steg.map((s) => [s.tid, s.underRisk, s.handelser])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ])
    lika(
      mp.steg.map((s) => s.kvar),
      [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482],
      4,
    )
    expect([mp.median, kaplanMeier(PLACEBO).median]).toEqual([23, 8])
  })
  it('har log-log-intervallet som R:s survfit skriver', () => {
    const i = kvarVid(mp, 6)!.intervall
    lika(i, [0.6197, 0.9516], 3)
  })
  it('har log-rank 16,79 för de två grupperna, 19,3 och 10,7 väntade', () => {
    const l = logrank([[MP6, PLACEBO]])
    expect(l.chi2).toBeCloseTo(16.793, 2)
    lika(
      l.grupper.map((g) => g.forvantade),
      [19.25, 10.75],
      2,
    )
    expect(l.p).toBeCloseTo(4.17e-5, 6)
  })
  it('har utan bortfall andelen som inte slutat, och medeltiden är medelvärdet', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 40 }), (tider) => {
        const o = kaplanMeier(tider.map((tid) => ({ tid, handelse: true, antal: 1 })))
        for (const s of o.steg) expect(s.kvar).toBeCloseTo(tider.filter((t) => t > s.tid).length / tider.length, 9)
        const m = medeltid(o, 51)
        const medel = tider.reduce((a, b) => a + b, 0) / tider.length
        expect(m.varde).toBeCloseTo(medel, 9)
        expect(m.medelfel).toBeCloseTo(Math.sqrt(tider.reduce((a, t) => a + (t - medel) ** 2, 0)) / tider.length, 9)
      }),
    )
  })
})

describe('Cox regression', () => {
  const d = gehandata()
  const s = cox({ stopp: d.stopp, handelse: d.handelse, kolumner: [{ namn: 'mp6', x: d.x }] })
  it('ger Gehans tal med Efrons hantering av lika tider: −1,572 med medelfel 0,412', () => {
    expect(s.beta[0]).toBeCloseTo(-1.5721, 3)
    expect(Math.sqrt(s.kov.a[0]!)).toBeCloseTo(0.4124, 3)
    expect(s.handelser).toBe(30)
  })
  it('är detsamma när varje tid delas i två, och i strata där ingen jämförelse finns händer inget', () => {
    const delad = { start: [] as number[], stopp: [] as number[], handelse: [] as number[], x: [] as number[], kluster: [] as number[] }
    d.stopp.forEach((t, i) => {
      const mitt = t / 2 + 0.25
      for (const [fran, till, h] of [
        [0, mitt, 0],
        [mitt, t, d.handelse[i]!],
      ] as const) {
        if (till <= fran) continue
        delad.start.push(fran)
        delad.stopp.push(till)
        delad.handelse.push(h)
        delad.x.push(d.x[i]!)
        delad.kluster.push(i)
      }
    })
    const t = cox({
      start: delad.start,
      stopp: delad.stopp,
      handelse: delad.handelse,
      kluster: delad.kluster,
      kolumner: [{ namn: 'mp6', x: delad.x }],
    })
    expect(t.beta[0]).toBeCloseTo(s.beta[0]!, 8)
    expect(t.kov.a[0]).toBeCloseTo(s.kov.a[0]!, 8)
    expect(t.kovRobust.a[0]).toBeCloseTo(s.kovRobust.a[0]!, 8)
    const stum = cox({
      stopp: [...d.stopp, 5, 9],
      handelse: [...d.handelse, 1, 1],
      strata: [...d.stopp.map(() => 0), 1, 1],
      kolumner: [{ namn: 'mp6', x: [...d.x, 1, 1] }],
    })
    expect(stum.beta[0]).toBeCloseTo(s.beta[0]!, 8)
  })
  it('har som poängtest vid noll log-rank när inga tider är lika', () => {
    const [a, b] = [
      [1, 4, 6, 9, 12],
      [2, 3, 5, 7, 8],
    ]
    const tid = (v: number[]): Tid[] => v.map((t) => ({ tid: t, handelse: true, antal: 1 }))
    const l = logrank([[tid(a!), tid(b!)]])
    const c = cox({
      stopp: [...a!, ...b!],
      handelse: Array.from({ length: 10 }, () => 1),
      kolumner: [{ namn: 'x', x: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0] }],
    })
    expect(Math.sign(c.beta[0]!)).toBe(Math.sign(l.grupper[0]!.observerade - l.grupper[0]!.forvantade))
    expect(c.konvergerade).toBe(true)
  })
  it('säger ifrån om en kolumn som aldrig skiljer', () =>
    expect(
      cox({
        stopp: [1, 2, 3],
        handelse: [1, 1, 0],
        kolumner: [
          { namn: 'a', x: [1, 1, 1] },
          { namn: 'b', x: [0, 1, 0] },
        ],
      }).bortvalda,
    ).toEqual(['a']))
})

describe('spridning mellan grupper', () => {
  const besattning = CBPP.perBesattning.flatMap((n, h) => Array.from({ length: n }, () => h))
  const period = CBPP.perBesattning.flatMap((n) => Array.from({ length: n }, (_, i) => i))
  const d = {
    antal: CBPP.djur,
    utfall: CBPP.sjuka,
    faktorer: [{ namn: 'period', nivaer: ['1', '2', '3', '4'], kod: period }],
    grupp: { antal: 15, kod: besattning },
  }
  it('är lme4:s för cbpp: standardavvikelse 0,642, och koefficienterna nära dem som där räknas om för sig', () => {
    const s = blandad(d, true)
    expect(s.grupp.tau).toBeCloseTo(0.642, 2)
    lika(
      s.koefficienter.map((k) => k.varde),
      [-1.3983, -0.9919, -1.1282, -1.5797],
      1,
    )
    lika(
      s.koefficienter.map((k) => k.medelfel),
      [0.2312, 0.3032, 0.3228, 0.422],
      1,
    )
    expect(s.grupp.intervall[0]).toBeLessThan(0.642)
    expect(s.grupp.intervall[1]).toBeGreaterThan(0.642)
  })
  it('är större när koefficienterna räknas bort, och noll ligger i intervallet när bara slumpen skiljer', () => {
    expect(blandad(d).grupp.tau).toBeGreaterThan(blandad(d, true).grupp.tau)
    const lika = blandad({
      antal: Array.from({ length: 20 }, () => 100),
      utfall: Array.from({ length: 20 }, (_, i) => 20 + (i % 3) - 1),
      faktorer: [],
      grupp: { antal: 20, kod: Array.from({ length: 20 }, (_, i) => i) },
    })
    expect(lika.grupp.intervall[0]).toBe(0)
    expect(lika.grupp.tau).toBeLessThan(0.1)
  })
  it('återfinner planterade spridningar och grupper, korsade med varandra, så ofta som intervallen lovar', () => {
    const normal = (s: Slump): number => Math.sqrt(-2 * Math.log(1 - s.tal())) * Math.cos(2 * Math.PI * s.tal())
    const [omraden, handlaggare, perPar] = [20, 60, 25]
    const [tauA, tauH] = [0.4, 0.3]
    let [inne, alla, a, h] = [0, 0, 0, 0]
    const LAND = 40
    for (let fro = 0; fro < LAND; fro++) {
      const s = new Slump(`blandad${fro}`)
      const u = Array.from({ length: omraden }, () => tauA * normal(s))
      const v = Array.from({ length: handlaggare }, () => tauH * normal(s))
      const par = v.flatMap((_, j) => [0, 1, 2, 3].map((k) => ({ j, i: (j + 5 * k) % omraden })))
      const utfall = par.map(({ i, j }) =>
        Array.from({ length: perPar }, () => (s.tal() < 1 / (1 + Math.exp(1.5 - u[i]! - v[j]!)) ? 1 : 0)).reduce(
          (x: number, y) => x + y,
          0,
        ),
      )
      const svar = blandad({
        antal: par.map(() => perPar),
        utfall,
        faktorer: [],
        grupp: { antal: omraden, kod: par.map((x) => x.i) },
        inom: { antal: handlaggare, kod: par.map((x) => x.j) },
      })
      const i = (iv: readonly [number, number], x: number): number => (iv[0] <= x && x <= iv[1] ? 1 : 0)
      a += i(svar.grupp.intervall, tauA)
      h += i(svar.inom!.intervall, tauH)
      u.forEach((x, k) => (inne += i(gruppintervall(svar.grupp.effekter[k]!), x)))
      alla += omraden
    }
    // Binomial law: with 40 countries and 95 per cent, 33 or fewer come once in a thousand times.
    expect(a).toBeGreaterThanOrEqual(34)
    expect(h).toBeGreaterThanOrEqual(34)
    // Areas of one country share its mistake about the middle: twice the binomial error is allowed.
    expect(Math.abs(inne / alla - 0.95)).toBeLessThan(2 * 3.3 * Math.sqrt((0.95 * 0.05) / alla))
  })
})

describe('krympning', () => {
  /** Colditz et al. (1994): thirteen trials of BCG vaccine; cases and others, vaccinated and not. */
  const BCG = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825],
  ] as const
  const s = BCG.map(([a, b, c, d]) => ({
    varde: Math.log(a / (a + b) / (c / (c + d))),
    medelfel: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
  }))
  const k = krymp(s)
  it('har metafors tal för BCG: tau² 0,318 (Paule–Mandel), Q 152,23, Q-profilens intervall 0,120–1,111', () => {
    expect(k.tau2).toBeCloseTo(0.3181, 3)
    expect(k.q).toBeCloseTo(152.233, 2)
    lika(k.tau2Intervall, [0.1197, 1.1115], 3)
    expect(k.medel).toBeCloseTo(-0.715, 3)
  })
  it('drar var och en mot medelvärdet, mer ju osäkrare den är', () => {
    k.platser.forEach((p, i) => {
      expect(Math.abs(p.varde - k.medel)).toBeLessThanOrEqual(Math.abs(s[i]!.varde - k.medel) + 1e-12)
      expect(p.egetAvgor).toBeCloseTo(k.tau2 / (k.tau2 + s[i]!.medelfel ** 2), 9)
    })
  })
  it('drar de åtta skolorna (Rubin 1981) helt samman: Q 4,6 på 7 frihetsgrader', () => {
    const skolor = krymp(
      [
        [28, 15],
        [8, 10],
        [-3, 16],
        [7, 11],
        [-1, 9],
        [1, 11],
        [18, 10],
        [12, 18],
      ].map(([varde, medelfel]) => ({ varde: varde!, medelfel: medelfel! })),
    )
    expect(skolor.q).toBeCloseTo(4.707, 2)
    expect(skolor.tau2).toBe(0)
    expect(skolor.medel).toBeCloseTo(7.686, 2)
    for (const p of skolor.platser) expect(p.varde).toBeCloseTo(skolor.medel, 9)
  })
  it('har medianoddskvoten 1 utan spridning och 1,95 vid 0,7', () => {
    expect(medianoddskvot(0)).toBe(1)
    expect(medianoddskvot(0.7)).toBeCloseTo(1.95, 2)
  })
})

describe('många prov på en gång', () => {
  it('pekar ut de fyra i Benjamini och Hochbergs eget exempel (1995, tabell 1)', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
    expect(benjaminiHochberg(p, 0.05).utpekade.filter(Boolean)).toHaveLength(4)
    expect(benjaminiHochberg([...p].reverse(), 0.05).utpekade.slice(-4)).toEqual([true, true, true, true])
  })
  it('ger justerade p som aldrig är mindre än de egna och följer deras ordning', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (p) => {
        const { justerade } = benjaminiHochberg(p, 0.05)
        p.forEach((x, i) => {
          expect(justerade[i]).toBeGreaterThanOrEqual(x - 1e-12)
          p.forEach((y, j) => {
            if (x < y) expect(justerade[i]).toBeLessThanOrEqual(justerade[j]! + 1e-12)
          })
        })
      }),
    )
  })
})
