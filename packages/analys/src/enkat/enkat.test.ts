import { describe, expect, it } from 'vitest'
import {
  attPaminna,
  fordelning,
  kodsammanstallning,
  kombinationer,
  kombinera,
  omradesindex,
  overMedel,
  personindex,
  sammanvag,
  samverkansgrad,
  SAMVERKANSINDEX,
  svarPerPaminnelse,
  svarsfrekvens,
  type Enkat,
  type Enkatfraga,
  type Mottagare,
  type Enkatsvar,
} from './enkat.ts'

const fraga = (nr: number, item: string, index: string | null = null): Enkatfraga => ({
  fraga: nr,
  item,
  text: '',
  slag: 'skala',
  minst: 1,
  hogst: 5,
  index,
})
const mottagare = (id: number, sf: string, besvarad: string | null = '2020-09-12', paminnelser = 0): Mottagare => ({
  id,
  verksamhetsomrade: sf.startsWith('N') ? 'Nord' : 'Syd',
  sfOmrade: sf,
  lan: sf,
  utskickad: '2020-09-10',
  paminnelser,
  besvarad,
})
const svar = (m: number, nr: number, item: string, varde: number | 'vet ej' | string): Enkatsvar => ({
  mottagare: m,
  fraga: nr,
  item,
  varde: typeof varde === 'number' ? varde : null,
  vetEj: varde === 'vet ej',
  svar: typeof varde === 'string' && varde !== 'vet ej' ? varde : null,
})
const enkat = (e: Partial<Enkat>): Enkat => ({ fragor: [], mottagare: [], svar: [], kodning: [], ...e })

describe('summaindex', () => {
  const fragor = [fraga(5, 'a', 'i'), fraga(5, 'b', 'i'), fraga(5, 'c', 'i'), fraga(6, 'a', 'annat')]
  it('är medelvärdet av de svar personen gett, från 0 till 100', () => {
    const e = enkat({ fragor, svar: [svar(1, 5, 'a', 5), svar(1, 5, 'b', 3), svar(1, 5, 'c', 1), svar(1, 6, 'a', 5)] })
    expect(personindex(e, 'i').get(1)).toBe(50)
  })
  it('räknar vet ej och uteblivet svar som saknade, aldrig som noll', () => {
    const e = enkat({ fragor, svar: [svar(1, 5, 'a', 5), svar(1, 5, 'b', 'vet ej'), svar(2, 5, 'a', 'vet ej')] })
    expect(personindex(e, 'i').get(1)).toBe(100)
    expect(personindex(e, 'i').has(2)).toBe(false)
  })
  it('är i ett område medelvärdet av personernas index, hur många svar de än gett', () => {
    const e = enkat({
      fragor,
      mottagare: [mottagare(1, 'N1'), mottagare(2, 'N1'), mottagare(3, 'S1')],
      svar: [svar(1, 5, 'a', 5), svar(2, 5, 'a', 1), svar(2, 5, 'b', 1), svar(2, 5, 'c', 1), svar(3, 5, 'a', 3)],
    })
    expect(omradesindex(e, 'i')).toEqual([
      { omrade: 'N1', varde: 50, n: 2 },
      { omrade: 'S1', varde: 50, n: 1 },
    ])
  })
})

describe('låg, medelhög och hög', () => {
  it('är över medelvärdet, inte på det', () => {
    expect([
      ...overMedel(
        new Map([
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ]),
      ),
    ]).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ])
  })
  it('kombineras i två steg', () => {
    expect([kombinera(true, true), kombinera(true, false), kombinera(false, false)]).toEqual(['hög', 'medelhög', 'låg'])
    expect([
      sammanvag('hög', 'hög'),
      sammanvag('hög', 'medelhög'),
      sammanvag('hög', 'låg'),
      sammanvag('medelhög', 'medelhög'),
      sammanvag('medelhög', 'låg'),
      sammanvag('låg', 'låg'),
    ]).toEqual(['hög', 'hög', 'medelhög', 'medelhög', 'låg', 'låg'])
  })
  it('ger varje område som har alla fyra index en grad, och andra ingen', () => {
    const index = [...SAMVERKANSINDEX.arbetsgivare, ...SAMVERKANSINDEX.vardenheter]
    const fragor = index.map((i, n) => fraga(10 + n, 'a', i))
    const e = enkat({
      fragor,
      mottagare: [mottagare(1, 'N1'), mottagare(2, 'N2'), mottagare(3, 'S1')],
      svar: [...index.map((_, n) => svar(1, 10 + n, 'a', 5)), ...index.map((_, n) => svar(2, 10 + n, 'a', 1)), svar(3, 10, 'a', 3)],
    })
    expect([...samverkansgrad(e)]).toEqual([
      ['N1', 'hög'],
      ['N2', 'låg'],
    ])
  })
})

describe('svarsfrekvens och påminnelser', () => {
  const e = enkat({
    mottagare: [
      mottagare(1, 'N1', '2020-09-11', 0),
      mottagare(2, 'N2', '2020-09-20', 1),
      mottagare(3, 'N2', null, 3),
      mottagare(4, 'S1', '2020-09-29', 3),
    ],
  })
  it('räknas för varje område', () => {
    expect(svarsfrekvens(e, 'verksamhetsomrade')).toEqual([
      { grupp: 'Nord', mottagare: 3, svarande: 2, andel: 2 / 3 },
      { grupp: 'Syd', mottagare: 1, svarande: 1, andel: 1 },
    ])
  })
  it('visar hur många svar som kom efter varje påminnelse, och vilka som ska påminnas', () => {
    expect(svarPerPaminnelse(e).map((p) => [p.svar, p.ackumulerat])).toEqual([
      [1, 1],
      [1, 2],
      [0, 2],
      [1, 3],
    ])
    expect(attPaminna(e).map((m) => m.id)).toEqual([3])
  })
})

describe('mest och minst viktigt', () => {
  it('räknas som par, bara för dem som svarat på båda', () => {
    const e = enkat({
      svar: [
        svar(1, 3, 'mest', 'A'),
        svar(1, 3, 'minst', 'B'),
        svar(2, 3, 'mest', 'A'),
        svar(2, 3, 'minst', 'B'),
        svar(3, 3, 'mest', 'B'),
        svar(4, 3, 'mest', 'B'),
        svar(4, 3, 'minst', 'A'),
      ],
    })
    expect(kombinationer(e, 3)).toEqual([
      { mest: 'A', minst: 'B', antal: 2 },
      { mest: 'B', minst: 'A', antal: 1 },
    ])
  })
})

describe('en frågas svar', () => {
  it('har vet ej för sig', () => {
    const f = fordelning(
      enkat({ svar: [svar(1, 21, 'a', 4), svar(2, 21, 'a', 4), svar(3, 21, 'a', 1), svar(4, 21, 'a', 'vet ej')] }),
      21,
      'a',
    )
    expect([f.n, f.vetEj, Object.fromEntries(f.perVarde)]).toEqual([3, 1, { 1: 1, 4: 2 }])
  })
})

describe('kodning av fritext', () => {
  const kod = (m: number, k: string, kodare: string) => ({ mottagare: m, fraga: 22, item: 'a', kod: k, kodare })
  it('räknar koder och hur väl två kodare är överens', () => {
    const e = enkat({
      kodning: [
        kod(1, 'x', 'A'),
        kod(2, 'x', 'A'),
        kod(3, 'y', 'A'),
        kod(4, 'y', 'A'),
        kod(1, 'x', 'B'),
        kod(2, 'y', 'B'),
        kod(3, 'y', 'B'),
        kod(4, 'y', 'B'),
      ],
    })
    const s = kodsammanstallning(e, 22, 'a')
    expect(s.koder).toEqual([
      { kod: 'x', antal: 2 },
      { kod: 'y', antal: 2 },
    ])
    expect(s.kappa).toBeCloseTo((0.75 - 0.5) / 0.5, 9)
  })
  it('har ingen överensstämmelse med bara en kodare', () =>
    expect(kodsammanstallning(enkat({ kodning: [kod(1, 'x', 'A')] }), 22, 'a').kappa).toBeNull())
})
