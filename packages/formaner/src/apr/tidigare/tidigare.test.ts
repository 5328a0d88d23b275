import { datum, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lasCsv } from '../inlasning/index.ts'
import { arsredovisning } from '../uppfoljning/index.ts'
import type { Bidragsrad } from '../uppfoljning/underlag.ts'
import { gallandePoster, lasTidigare, medicinskServicePerAr, trendOverBrottet, type Tidigarepost } from './index.ts'

const IDAG = datum('2026-03-20')
const blad = (...rader: string[]) =>
  lasTidigare(lasCsv(new TextEncoder().encode(['Stöd;Månad;Län;Belopp;Utbetalningar', ...rader].join('\r\n'))), {
    idag: IDAG,
    systemetFran: datum('2025-01-01'),
  })
const post = (
  manad: string,
  belopp: number,
  stod: Tidigarepost['stod'] = manad < '2018-08' ? 'arbetsplatsnara' : 'arbetsplatsinriktat',
): Tidigarepost => ({ stod, manad: datum(`${manad}-01`), lan: null, belopp, utbetalningar: null })
const helaAret = (ar: number, belopp: number): Tidigarepost[] =>
  Array.from({ length: 12 }, (_, m) => post(`${ar}-${String(m + 1).padStart(2, '0')}`, belopp))
const beslut = (dag: string, belopp: number): Bidragsrad => ({
  ansokan: `a${dag}`,
  arbetsgivare: 'ag',
  anstalld: 'p',
  anordnare: 'an',
  kostnadsar: Number(dag.slice(0, 4)),
  insatsdag: datum(dag),
  inkom: datum(dag),
  kanal: 'etjanst',
  beslutad: datum(dag),
  kostnadOre: belopp * 200,
  belopp,
  begransadAv: 'halva',
  skal: null,
  insatstyper: ['utreda'],
  syfte: null,
  miljo: null,
  anordnartyp: 'annan',
  storlek: '0-9',
  sektor: 'privat',
  lan: null,
})

describe('bladet med det som betalades före systemet', () => {
  it('läses med stödet, månaden, länet och hela kronor, hur de än skrivs', () => {
    expect(
      blad(
        'arbetsplatsnära stöd;2016-03;Gävleborg;12 000;4',
        'APR;201809;;5000 kr;',
        'medicinsk service;2017-01;21;700;',
        'arbetsplatsnara;2016-04;Västra Götalands län;0;0',
      ),
    ).toEqual({
      fel: [],
      rader: [
        { stod: 'arbetsplatsnara', manad: '2016-03-01', lan: '21', belopp: 12_000, utbetalningar: 4 },
        { stod: 'arbetsplatsinriktat', manad: '2018-09-01', lan: null, belopp: 5_000, utbetalningar: null },
        { stod: 'medicinskService', manad: '2017-01-01', lan: '21', belopp: 700, utbetalningar: null },
        { stod: 'arbetsplatsnara', manad: '2016-04-01', lan: '14', belopp: 0, utbetalningar: 0 },
      ],
    })
  })

  it('har varje fel i sin cell med vad man gör åt det', () => {
    const { fel, rader } = blad(
      'bidraget;2016-03;;100;',
      'arbetsplatsnära stöd;mars;;100;',
      'arbetsplatsnära stöd;2016-03;Mars;100;',
      'arbetsplatsnära stöd;2016-03;;-5;',
      'arbetsplatsnära stöd;2016-05;;1,5;x',
    )
    expect(rader).toEqual([])
    expect(fel.map((f) => [f.rad, f.kolumn])).toEqual([
      [2, 'Stöd'],
      [3, 'Månad'],
      [4, 'Län'],
      [5, 'Belopp'],
      [6, 'Belopp'],
      [6, 'Utbetalningar'],
    ])
  })

  it.each([
    ['arbetsplatsnära stöd;2018-08;;1;', /från och med augusti 2018 räknas till arbetsplatsinriktat/],
    ['apr;2018-07;;1;', /till och med juli 2018 räknas till arbetsplatsnära/],
    ['arbetsplatsnära stöd;2013-12;;1;', /infördes 2014/],
    ['apr;2026-04;;1;', /inte varit än/],
    ['apr;2025-01;;1;', /två gånger/],
  ])('håller brottet och gränserna: %s', (rad, text) =>
    expect(blad(rad).fel).toMatchObject([{ rad: 2, kolumn: 'Månad', text: expect.stringMatching(text) }]),
  )

  it('räknar aldrig samma pengar två gånger: dubbla rader, och land jämte län', () => {
    expect(blad('apr;2019-01;;1;', 'apr;2019-01;;2;').fel).toMatchObject([{ rad: 3, text: expect.stringContaining('en rad till') }])
    expect(blad('apr;2019-01;;1;', 'apr;2019-01;21;2;').fel).toMatchObject([{ rad: 3, kolumn: 'Län' }])
  })

  it('tar inga personer och inget annat som den inte läser', () => {
    const t = lasCsv(new TextEncoder().encode('Stöd;Månad;Belopp;Personnummer\r\napr;2019-01;1;19800101-9804'))
    expect(lasTidigare(t, { idag: IDAG, systemetFran: null }).fel).toMatchObject([
      { rad: 1, kolumn: 'Personnummer', text: expect.stringContaining('Ta bort den') },
    ])
  })

  it('gäller som den lästes sist, hela månaden för stödet', () => {
    const lan = (l: '21' | '20', belopp: number): Tidigarepost => ({ ...post('2016-01', belopp), lan: l })
    expect(
      gallandePoster([
        { id: 2, poster: [post('2016-01', 9)] },
        { id: 1, poster: [lan('21', 1), lan('20', 2), post('2016-02', 3)] },
      ]).map((p) => p.belopp),
    ).toEqual([9, 3])
  })
})

describe('stödet över brottet 2018', () => {
  const v = { idag: IDAG, franAr: 2017 }
  it('är två stöd med brottet mellan juli och augusti, och ett sammanlagt mått', () => {
    const [a, b, c] = trendOverBrottet([...helaAret(2017, 10), ...helaAret(2018, 100), ...helaAret(2019, 1_000)], [], v)
    expect(a).toEqual({
      ar: 2017,
      arbetsplatsnara: { belopp: 120, kandaManader: 12, manader: 12 },
      arbetsplatsinriktat: null,
      sammanlagt: 120,
      brott: false,
      individer: 'inga',
    })
    expect(b).toEqual({
      ar: 2018,
      arbetsplatsnara: { belopp: 700, kandaManader: 7, manader: 7 },
      arbetsplatsinriktat: { belopp: 500, kandaManader: 5, manader: 5 },
      sammanlagt: 1_200,
      brott: true,
      individer: 'franBrottet',
    })
    expect(c).toMatchObject({ ar: 2019, arbetsplatsnara: null, arbetsplatsinriktat: { belopp: 12_000 }, brott: false, individer: 'hela' })
  })

  it('säger okänt, inte noll, när månader saknas', () => {
    const [a] = trendOverBrottet(helaAret(2017, 10).slice(0, 11), [], v)
    expect(a).toMatchObject({ arbetsplatsnara: { belopp: 110, kandaManader: 11 }, sammanlagt: null })
    expect(trendOverBrottet([], [], v)[0]).toMatchObject({ arbetsplatsnara: { belopp: null, kandaManader: 0 }, sammanlagt: null })
  })

  it('fortsätter med besluten här från den första månaden, och årets månader är de som varit', () => {
    const t = trendOverBrottet([], [beslut('2025-03-05', 500), beslut('2026-02-05', 70)], v)
    expect(t.at(-2)).toMatchObject({ ar: 2025, arbetsplatsinriktat: { belopp: 500, kandaManader: 10, manader: 12 }, sammanlagt: null })
    expect(t.at(-1)).toMatchObject({ ar: 2026, arbetsplatsinriktat: { belopp: 70, kandaManader: 3, manader: 3 }, sammanlagt: 70 })
  })

  it('blandar aldrig in medicinsk service, vilka belopp som än finns', () => {
    const manad = fc
      .tuple(fc.integer({ min: 2014, max: 2024 }), fc.integer({ min: 1, max: 12 }))
      .map(([a, m]) => `${a}-${String(m).padStart(2, '0')}`)
    const poster = fc
      .uniqueArray(manad, { maxLength: 60 })
      .chain((ms) => fc.tuple(...ms.map((m) => fc.nat(1_000_000).map((b) => post(m, b)))))
    const service = fc
      .uniqueArray(manad, { maxLength: 20 })
      .chain((ms) => fc.tuple(...ms.map((m) => fc.nat(1_000_000).map((b) => post(m, b, 'medicinskService')))))
    fc.assert(
      fc.property(poster, service, (p, s) => {
        const utan = trendOverBrottet(p, [], { idag: IDAG, franAr: 2014 })
        expect(trendOverBrottet([...p, ...s], [], { idag: IDAG, franAr: 2014 })).toEqual(utan)
        // Every krona is in one support and one year.
        expect(utan.reduce((x, a) => x + (a.arbetsplatsnara?.belopp ?? 0) + (a.arbetsplatsinriktat?.belopp ?? 0), 0)).toBe(
          p.reduce((x, r) => x + r.belopp, 0),
        )
        expect(medicinskServicePerAr([...p, ...s]).reduce((x, a) => x + a.belopp, 0)).toBe(s.reduce((x, r) => x + r.belopp, 0))
      }),
    )
  })

  it('räknar individer först från brottet: redovisningen av ett tidigare år har inga', () => {
    expect(arsredovisning([beslut('2025-03-05', 500)], 2016 as number)).toMatchObject({ anstallda: 0, belopp: 0 })
    expect(trendOverBrottet([], [], { idag: '2017-05-05' as Datum, franAr: 2016 }).every((a) => a.individer === 'inga')).toBe(true)
  })
})
