import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Regel } from './definition.ts'
import { allaSaknade, allaNoder } from './forklaring.ts'
import { forklara, skrivVarde, type Fakta } from './forklara.ts'
import { parameter } from './parameter.ts'
import { slumpbestand, slumpregel } from './prov/index.ts'
import { enligt, regel } from './regel.ts'
import { kalenderdag, timkvot } from './regler/index.ts'
import { heltal, skrivTal, tal, TalRymsInte, type Tal } from './tal.ts'
import {
  av,
  avrundat,
  fjardedelarAv,
  iKronor,
  indata,
  iOre,
  konstant,
  lika,
  mindre,
  minst,
  minsta,
  minusU,
  om,
  plusU,
  procentAv,
  produkt,
  storsta,
} from './uttryck.ts'

const DAG = datum('2026-03-01')
const svar = (fakta: Fakta, r: Regel = kalenderdag.sjukpenningPerDag) => forklara(r, fakta, DAG)
const kr = (v: Tal | boolean | null): number | null => (v === null ? null : heltal(v as Tal))
const HEL = { sgi: 588_000, fortsattningsniva: false, arbetslos: false, omfattning: 1 }

describe('det okända är okänt, men det som resten avgör är känt', () => {
  it('när taket nås på båda nivåerna är beloppet känt utan nivån', () => {
    expect(kr(svar({ ...HEL, arbetslos: true, fortsattningsniva: undefined }).varde)).toBe(543)
    expect(kr(svar({ ...HEL, arbetslos: true, fortsattningsniva: undefined, sgi: 250_000 }).varde)).toBeNull()
  })

  it('ingenting av vad som helst är ingenting', () => {
    expect(kr(svar({ sgi: 0, arbetslos: false, omfattning: 1 }).varde)).toBe(0)
    expect(kr(svar({ sgi: 0 }).varde)).toBe(0)
  })

  it('annars sägs mellan vad svaret ligger, och vad som ska frågas', () => {
    const s = svar({ ...HEL, fortsattningsniva: undefined })
    expect([s.varde, s.granser]).toEqual([null, { minst: tal(1172), hogst: tal(1250) }])
    expect(s.forklaring).toMatchObject({ utfall: 'oklart', text: 'Lägst 1\u00a0172 kr per dag, högst 1\u00a0250 kr per dag.' })
    expect(allaSaknade(s.forklaring)).toEqual([{ typ: 'uppgift', namn: 'fortsattningsniva', text: 'Fortsättningsnivå är inte känd.' }])
  })

  it('vad en uppgift kan vara sätter gränser när den inte är känd', () => {
    expect(svar({ ...HEL, omfattning: undefined }).granser).toEqual({ minst: tal(313), hogst: tal(1250) })
  })

  it('ett tal delat med noll är inte känt, och det sägs varför', () => {
    const s = svar({ sgi: 300_000, fortsattningsniva: false, arsarbetstid: 0 }, timkvot)
    expect(s.varde).toBeNull()
    expect(allaSaknade(s.forklaring).map((x) => x.text)).toEqual(['Årsarbetstid i hela timmar är 0, och det går inte att dela med 0.'])
  })

  it('ett svar som är känt fast något saknas blir aldrig ett annat när det fylls i', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 100 }), fc.nat(), fc.nat(), (val, fro, annat) => {
        const r = slumpregel(val)
        const [ett, ifyllt] = [slumpbestand(r, fro, 8), slumpbestand(r, annat, 8)]
        ett.rader.forEach((f, i) => {
          const forst = forklara(r, f, DAG)
          // What was missing is filled in within the span that the fact can have.
          const sedan = forklara(r, { ...ifyllt.rader[i]!, ...f }, DAG)
          if (forst.varde !== null) expect(sedan.varde).toEqual(forst.varde)
          else if (sedan.varde !== null && typeof sedan.varde === 'object') {
            const { minst, hogst } = forst.granser ?? {}
            if (minst) expect(sedan.varde.t * minst.n).toBeGreaterThanOrEqual(minst.t * sedan.varde.n)
            if (hogst) expect(sedan.varde.t * hogst.n).toBeLessThanOrEqual(hogst.t * sedan.varde.n)
          }
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('trädet', () => {
  it('är detsamma när det läses, skrivs som JSON och läses igen', () => {
    const s = svar({ ...HEL, sgi: { varde: 588_000, kalla: { typ: 'bedomning', text: 'SGI bekräftad' } } })
    expect(JSON.parse(JSON.stringify(s))).toEqual({ varde: s.varde, forklaring: s.forklaring })
    expect(s.forklaring).toBe(s.forklaring)
    expect(Object.keys({ ...s.forklaring })).toEqual(['namn', 'rubrik', 'lagrum', 'utfall', 'resultat', 'rakning', 'fakta', 'delar'])
    expect(allaNoder(s.forklaring).map((n) => n.namn)).toEqual(['sjukpenningPerDag', 'helDagEfterTak', 'helDag', 'berakningsunderlag'])
  })

  it('nämner varje uppgift och tal en gång per regel, också när en regel under använder samma', () => {
    const x = indata('x', 'kr', 'Inkomst')
    const tak = av(
      parameter({ namn: 'tak', rubrik: 'Tak', enhet: 'kr', lagrum: ['28:10'], varden: [{ from: '2020-01-01', varde: 5, kalla: 'prov' }] }),
      'kr',
    )
    const under = regel({ namn: 'under', rubrik: 'Under', enhet: 'kr', lagrum: ['28:10'], uttryck: minsta(x, tak) })
    const over = regel({
      namn: 'over',
      rubrik: 'Över',
      enhet: 'kr',
      lagrum: ['28:10'],
      uttryck: plusU(plusU(minsta(x, tak), enligt(under)), minusU(enligt(under), minsta(x, tak))),
    })
    const f = forklara(over, { x: 9 }, DAG).forklaring
    expect([f.fakta!.length, f.parametrar!.length, f.delar!.length, f.delar![0]!.fakta!.length, f.delar![0]!.parametrar!.length]).toEqual([
      1, 1, 1, 1, 1,
    ])
  })

  it('skriver räkningen så att den går att räkna efter', () => {
    const x = indata('x', 'kr', 'x')
    const r = (uttryck: ReturnType<typeof konstant<'kr'>>) => regel({ namn: 'r', rubrik: 'r', enhet: 'kr', lagrum: ['28:10'], uttryck })
    const rakning = (u: ReturnType<typeof konstant<'kr'>>) => forklara(r(u), { x: 10 }, DAG).forklaring.rakning
    expect(rakning(minusU(x, plusU(konstant(1, 'kr'), konstant(2, 'kr'))))).toBe('10 − (1 + 2) = 7 kr')
    expect(rakning(procentAv(plusU(x, konstant(5, 'kr')), konstant(80, 'procent')))).toBe('(10 + 5) × 80 % = 12 kr')
    expect(rakning(fjardedelarAv(x, konstant(3, 'fjärdedelar')))).toBe('10 × 3/4 = 7,5 kr')
    expect(rakning(avrundat(storsta(x, konstant('12,5', 'kr')), 'narmaste'))).toBe(
      'det högsta av 10 och 12,5, avrundat till närmaste hela krona = 13 kr',
    )
    expect(rakning(om(mindre(x, konstant(5, 'kr')), konstant(0, 'kr'), plusU(x, x)))).toBe('10 + 10 = 20 kr')
  })

  it('räknar i enheter som en läsare känner igen', () => {
    const pbb = parameter({
      namn: 'pbb',
      rubrik: 'Prisbasbeloppet',
      enhet: 'kr/år',
      lagrum: ['2:7'],
      varden: [{ from: '2026-01-01', varde: 59_200, kalla: 'prov' }],
    })
    const tak = regel({
      namn: 'tak',
      rubrik: 'Taket',
      enhet: 'kr/år',
      lagrum: ['25:5'],
      uttryck: iKronor(konstant('7,5', 'prisbasbelopp'), av(pbb, 'kr/år')),
    })
    expect(forklara(tak, {}, DAG).forklaring.resultat).toBe('444\u00a0000 kr om året')
    const ore = regel({ namn: 'o', rubrik: 'o', enhet: 'öre', lagrum: ['25:5'], uttryck: iOre(konstant('12,5', 'kr')) })
    expect(forklara(ore, {}, DAG).forklaring.resultat).toBe('1\u00a0250 öre')
    expect([skrivVarde(tal(80), 'procent'), skrivVarde(tal(10), 'prisbasbelopp'), skrivVarde(true, 'ja/nej')]).toEqual([
      '80 %',
      '10 prisbasbelopp',
      'ja',
    ])
  })

  it('jämför också ja och nej', () => {
    const [a, b] = [indata('a', 'ja/nej', 'a'), indata('b', 'ja/nej', 'b')]
    const r = regel({
      namn: 'r',
      rubrik: 'r',
      enhet: 'ja/nej',
      lagrum: ['28:10'],
      uttryck: om(lika(a, b), a, minst(konstant(1, 'tal'), konstant(2, 'tal'))),
    })
    expect([{ a: true, b: true }, { a: true, b: false }, { b: false }, {}].map((f) => forklara(r, f as Fakta, DAG).varde)).toEqual([
      true,
      false,
      null,
      null,
    ])
  })
})

describe('fakta', () => {
  it('av fel slag ger ett fel som namnger uppgiften', () => {
    expect(() => svar({ ...HEL, arbetslos: 1 })).toThrow('Arbetslös ska vara ja eller nej.')
    expect(() => svar({ ...HEL, sgi: true })).toThrow('Fastställd SGI ska vara ett tal.')
    expect(() => svar({ ...HEL, sgi: 1.5 })).toThrow(TalRymsInte)
    expect(() => svar({ ...HEL, sgi: { t: 1, n: 0 } })).toThrow(TalRymsInte)
  })
})

describe('exakta tal', () => {
  const x = indata('x', 'tal', 'x')
  const stor = regel({
    namn: 'stor',
    rubrik: 'stor',
    enhet: 'tal',
    lagrum: ['28:10'],
    uttryck: minusU(
      produkt('tal', enligt(regel({ namn: 'x2', rubrik: 'x²', enhet: 'tal', lagrum: ['28:10'], uttryck: produkt('tal', x, x) })), x),
      produkt('tal', minusU(produkt('tal', x, x), konstant(1, 'tal')), x),
    ),
  })
  it('räknar vidare utan gräns när talen på vägen blir för stora, och tillbaka när svaret ryms', () => {
    expect(forklara(stor, { x: 9_007_199_254_740 }, DAG).varde).toEqual({ t: 9_007_199_254_740, n: 1 })
  })
  it('skär aldrig fel när den skriver', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (t, n) => {
        const d = 10_000n
        const skalad = ((BigInt(Math.abs(t)) * d) / BigInt(n)).toString().padStart(5, '0')
        const helt = (BigInt(Math.abs(t)) * d) % BigInt(n) === 0n
        const decimaler = helt ? skalad.slice(-4).replace(/0+$/, '') : skalad.slice(-4)
        const vantad = `${t < 0 ? '−' : ''}${skalad.slice(0, -4)}${decimaler ? `,${decimaler}` : ''}`
        expect(skrivTal({ t, n }, 4).replaceAll('\u00a0', '')).toBe(vantad)
      }),
    )
  })
  it('minsta och största är sina egna gränser', () => {
    const r = regel({
      namn: 'r',
      rubrik: 'r',
      enhet: 'tal',
      lagrum: ['28:10'],
      uttryck: minsta(storsta(x, konstant(0, 'tal')), konstant(10, 'tal')),
    })
    expect(forklara(r, {}, DAG).granser).toEqual({ minst: tal(0), hogst: tal(10) })
  })
})
