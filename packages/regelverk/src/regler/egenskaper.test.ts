import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forklara,
  graviditetspenning,
  kalenderdag,
  kalenderdagDelvisArbetslos,
  livrantaRatt,
  rehabiliteringspenningEfterSamordning,
  sgiSumma,
  sgiUtanSjuklon,
  sjukpenningISarskildaFall,
  sjukpenningNiva,
  utanArbetsloshetstak,
  type Fakta,
  type Regel,
  type Tal,
} from '../index.ts'

const DAG = datum('2025-10-01')
const belopp = (r: Regel, fakta: Fakta): number => {
  const v = forklara(r, fakta, DAG).varde as Tal
  return v.t / v.n
}
const sgi = fc.integer({ min: 0, max: 5880 }).map((n) => n * 100)
const niva = fc.constantFrom('0,25', '0,5', '0,75', '1')
const andel = fc.integer({ min: 0, max: 1000 }).map((n) => ({ t: n / gcd(n, 1000), n: 1000 / gcd(n, 1000) }))
function gcd(a: number, b: number): number {
  return b === 0 ? a || 1 : gcd(b, a % b)
}
const grund = { fortsattningsniva: false, arbetslos: false }

describe('förmånsnivån', () => {
  it('är en fjärdedel i taget, aldrig över nedsättningen, och stiger inte när nedsättningen sjunker', () => {
    fc.assert(
      fc.property(andel, andel, (a, b) => {
        const [x, y] = [a, b].map((arbetsformaganNedsattMed) => belopp(sjukpenningNiva, { arbetsformaganNedsattMed }))
        expect([0, 0.25, 0.5, 0.75, 1]).toContain(x)
        expect(x!).toBeLessThanOrEqual(a.t / a.n)
        expect(a.t / a.n - x!).toBeLessThan(0.25)
        if (a.t / a.n <= b.t / b.n) expect(x!).toBeLessThanOrEqual(y!)
      }),
    )
  })
})

describe('taket för arbetslösa, till den del', () => {
  it('ger vid ingen och hel arbetslöshet samma som reglerna utan och med tak, och däremellan däremellan', () => {
    fc.assert(
      fc.property(sgi, niva, andel, fc.boolean(), (s, omfattning, andelArbetslos, fortsattningsniva) => {
        const f = { sgi: s, omfattning, fortsattningsniva }
        const delvis = (a: Fakta['andelArbetslos']) => belopp(kalenderdagDelvisArbetslos.sjukpenningPerDag, { ...f, andelArbetslos: a })
        expect(delvis(0)).toBe(belopp(kalenderdag.sjukpenningPerDag, { ...f, arbetslos: false }))
        expect(delvis(1)).toBe(belopp(kalenderdag.sjukpenningPerDag, { ...f, arbetslos: true }))
        expect(delvis(0)).toBe(belopp(utanArbetsloshetstak.sjukpenningPerDag, f))
        expect(delvis(andelArbetslos)).toBeLessThanOrEqual(delvis(0))
        expect(delvis(andelArbetslos)).toBeGreaterThanOrEqual(delvis(1))
      }),
    )
  })
})

describe('ersättning i särskilda fall', () => {
  it('är aldrig negativ, aldrig över sitt tak, och fyller ut sjukpenningen till taket när inget annat finns', () => {
    fc.assert(
      fc.property(
        sgi,
        niva,
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom('0', '0,25', '0,5', '0,75'),
        (s, omfattning, livrantaPerAr, sjukersattningsniva) => {
          const f = { ...grund, sgi: s, harSgi: true, omfattning, livrantaPerAr, sjukersattningsniva }
          const [per, tak] = [belopp(sjukpenningISarskildaFall.perDag, f), belopp(sjukpenningISarskildaFall.tak, f)]
          expect(per).toBeGreaterThanOrEqual(0)
          expect(Number.isInteger(per)).toBe(true)
          expect(per).toBeLessThanOrEqual(Math.round(tak))
          const sjukpenning = belopp(kalenderdag.sjukpenningPerDag, f)
          if (livrantaPerAr === 0) expect(per + sjukpenning).toBeGreaterThanOrEqual(Math.floor(tak))
        },
      ),
    )
  })
})

describe('andra belopp', () => {
  it('graviditetspenning är aldrig över sjukpenningen på normalnivån av samma inkomst, och aldrig över 7,5 prisbasbelopp', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        niva,
        (inkomstAnstallning, inkomstAnnat, omfattning) => {
          const g = belopp(graviditetspenning.sjukpenningPerDag, { inkomstAnstallning, inkomstAnnat, omfattning })
          expect(g).toBeLessThanOrEqual(
            belopp(kalenderdag.sjukpenningPerDag, {
              ...grund,
              sgi: forklara(sgiSumma, { inkomstAnstallning, inkomstAnnat }, DAG).varde as Tal,
              omfattning,
            }),
          )
          expect(g).toBeLessThanOrEqual(938) // 441 000 × 0,97 × 0,80 ÷ 365 = 937,58
        },
      ),
    )
  })

  it('en SGI utan viss inkomst är aldrig högre än hela, och hel när inget lämnas utanför', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 900_000 }),
        (inkomstAnstallning, inkomstAnnat, inkomstSjukloneArbetsgivare) => {
          const f = { inkomstAnstallning, inkomstAnnat }
          const hela = belopp(sgiSumma, f)
          expect(belopp(sgiUtanSjuklon, { ...f, inkomstSjukloneArbetsgivare })).toBeLessThanOrEqual(hela)
          expect(belopp(sgiUtanSjuklon, { ...f, inkomstSjukloneArbetsgivare: 0 })).toBe(hela)
        },
      ),
    )
  })

  it('samordningen tar aldrig mer än rehabiliteringspenningen', () => {
    fc.assert(
      fc.property(sgi, fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 4, maxLength: 4 }), (s, [a, b, c, d]) => {
        const v = belopp(rehabiliteringspenningEfterSamordning, {
          ...grund,
          sgi: s,
          omfattning: 1,
          foraldrapenningSammaTid: a!,
          sjukpenningSammaTid: b!,
          arbetsskadeSammaInkomst: c!,
          studiestodUtanAterbetalning: d!,
        })
        expect(v).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('rätten till livränta förloras inte av större förlust', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 0, max: 600_000 }),
        (inkomstSomOskadad, x, y) => {
          const ratt = (inkomstTrotsSkadan: number) =>
            forklara(livrantaRatt, { arbetsskada: true, livrantaNedsattTid: 1, inkomstSomOskadad, inkomstTrotsSkadan }, DAG).varde
          if (ratt(Math.max(x, y)) === true) expect(ratt(Math.min(x, y))).toBe(true)
        },
      ),
    )
  })
})
