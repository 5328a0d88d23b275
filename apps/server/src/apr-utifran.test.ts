import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { Aprserver } from '../../../tests/stod/aprserver.ts'

let a: Aprserver
let anordnare: string

beforeAll(async () => {
  a = await Aprserver.starta('2026-01-12')
  anordnare = a.firma('halsan', 'Hälsa i arbetet AB', 'anordnare', 901)
  await a.godkand('halsan')
  a.firma('bruket', 'Bruket AB', 'arbetsgivare', 30)
}, 120_000)
afterAll(() => a.stang())

const b64 = (text: string): string => Buffer.from(text).toString('base64')
const xlsx = async (rader: readonly (readonly (string | number | Date)[])[]): Promise<string> =>
  (
    await writeXlsxFile(
      rader.map((r) => r.map((v) => (v instanceof Date ? { value: v, type: Date, format: 'yyyy-mm-dd' } : { value: v }))) as never,
    ).toBuffer()
  ).toString('base64')
const rader = (...r: string[]) => b64(['Stöd;Månad;Län;Belopp;Utbetalningar', ...r].join('\r\n'))
const ar = async (n: number) => (await a.gor('gudrun', 'GET', '/apr/tidigare')).trend.find((x: { ar: number }) => x.ar === n)

describe('stödet före systemet', () => {
  it('läses in av chefen, ur ett Excel-blad, och ingenting sparas när något är fel', async () => {
    const fel = await a.gor('gudrun', 'POST', '/apr/tidigare', {
      filnamn: 'a.csv',
      innehall: rader('arbetsplatsnära stöd;2018-08;;1;', 'apr;2019-01;;2;'),
      kalla: 'Prov',
    })
    expect(fel).toMatchObject({
      lasning: null,
      rader: 1,
      fel: [{ rad: 2, kolumn: 'Månad', text: expect.stringContaining('från och med augusti 2018') }],
    })
    expect((await a.gor('gudrun', 'GET', '/apr/tidigare')).lasningar).toEqual([])
    const manader = Array.from({ length: 12 }, (_, m) => [
      m < 7 ? 'arbetsplatsnära stöd' : 'arbetsplatsinriktat rehabiliteringsstöd',
      new Date(Date.UTC(2018, m, 1)),
      1_000 * (m + 1),
      3,
    ])
    const innehall = await xlsx([
      ['Stöd', 'Månad', 'Belopp', 'Utbetalningar'],
      ...manader,
      ['medicinsk service', new Date(Date.UTC(2018, 0, 1)), 99_000, 1],
    ])
    expect(await a.gor('gudrun', 'POST', '/apr/tidigare', { filnamn: '2018.xlsx', innehall, kalla: 'Prov', provkor: true })).toMatchObject({
      lasning: null,
      rader: 13,
      fel: [],
    })
    expect(await a.gor('gudrun', 'POST', '/apr/tidigare', { filnamn: '2018.xlsx', innehall, kalla: 'Excelark, påhittat' })).toMatchObject({
      lasning: expect.any(String),
      perStod: [
        { stod: 'arbetsplatsnara', belopp: 28_000 },
        { stod: 'arbetsplatsinriktat', belopp: 50_000 },
        { stod: 'medicinskService', belopp: 99_000 },
      ],
    })
    expect(await ar(2018)).toEqual({
      ar: 2018,
      arbetsplatsnara: { belopp: 28_000, kandaManader: 7, manader: 7 },
      arbetsplatsinriktat: { belopp: 50_000, kandaManader: 5, manader: 5 },
      sammanlagt: 78_000,
      brott: true,
      individer: 'franBrottet',
    })
    expect((await a.gor('gudrun', 'GET', '/apr/tidigare')).medicinskService).toEqual([{ ar: 2018, belopp: 99_000, manader: 1 }])
  })

  it('gäller som det lästes sist; den äldre filen finns kvar i listan', async () => {
    await a.gor('gudrun', 'POST', '/apr/tidigare', {
      filnamn: 'rattad.csv',
      innehall: rader('arbetsplatsnära stöd;2018-01;;2000;'),
      kalla: 'Rättelse',
    })
    expect((await ar(2018)).arbetsplatsnara.belopp).toBe(29_000)
    expect((await a.gor('gudrun', 'GET', '/apr/tidigare')).lasningar).toMatchObject([
      { filnamn: 'rattad.csv', rader: 1, kalla: 'Rättelse' },
      { filnamn: '2018.xlsx', rader: 13 },
    ])
    for (const tabell of ['apr_tidigare_rad', 'apr_tidigare_lasning'])
      await expect(a.s.t.db.agare.query(`delete from app.${tabell}`), tabell).rejects.toThrow(/ändras eller tas aldrig bort/)
  })

  it('är chefens att läsa in, analytikerns att se och ingen annans', async () => {
    const kropp = { filnamn: 'a.csv', innehall: rader('apr;2019-01;;2;'), kalla: 'Prov' }
    for (const konto of ['asta', 'bruket', 'halsan']) expect((await a.anrop(konto, 'POST', '/apr/tidigare', kropp)).status, konto).toBe(403)
    for (const konto of ['asta', 'bruket']) expect((await a.anrop(konto, 'GET', '/apr/tidigare')).status, konto).toBe(403)
  })

  it('står i årsredovisningen för 2018 och åren före, som data och PDF: belopp men inga anställda och ingen medicinsk service', async () => {
    const r = await a.gor('gudrun', 'GET', '/apr/redovisning/2018')
    expect(r).toMatchObject({ ur: 'inlast', tidigare: { sammanlagt: 79_000, brott: true } })
    expect(JSON.stringify(r)).not.toMatch(/99000|128000|178000/)
    expect(await a.gor('gudrun', 'GET', '/apr/redovisning/2015')).toMatchObject({
      ur: 'okant',
      tidigare: { individer: 'inga', sammanlagt: null },
    })
    for (const n of [2018, 2015]) expect((await a.gor('gudrun', 'GET', `/apr/redovisning/${n}/pdf`)).slice(0, 5)).toBe('%PDF-')
    expect((await a.anrop('gudrun', 'GET', '/apr/redovisning/2013')).status).toBe(400)
  })
})

describe('budget och antal', () => {
  it('ändras med en ny version, och den gamla står kvar med vem och när', async () => {
    await a.gor('gudrun', 'PUT', '/apr/underlag/2026', { underlag: { slag: 'budget', avsatt: 100_000 }, kalla: 'Regleringsbrev, påhittat' })
    a.dag('2026-01-13')
    await a.gor('gudrun', 'PUT', '/apr/underlag/2026', {
      underlag: { slag: 'budget', avsatt: 150_000 },
      kalla: 'Ändrat regleringsbrev, påhittat',
    })
    const { rader: alla } = await a.gor('gudrun', 'GET', '/apr/underlag')
    expect(alla).toMatchObject([
      { ar: 2026, innehall: { avsatt: 150_000 }, galler: true, namn: expect.stringContaining('Gudrun') },
      { innehall: { avsatt: 100_000 }, galler: false },
    ])
    const u = await a.gor('gudrun', 'GET', '/apr/uppfoljning?ar=2026')
    expect(u.budget).toMatchObject({ avsatt: 150_000, utbetalt: 0, ur: 'systemet' })
    expect(u.budget.perManad).toEqual([0, ...Array.from({ length: 11 }, () => null)])
  })

  it('säger vad källan säger om ett år som inte beslutades här, och okänt annars', async () => {
    expect((await a.gor('gudrun', 'GET', '/apr/uppfoljning?ar=2020')).budget).toMatchObject({
      avsatt: 175_000_000,
      utbetalt: 54_000_000,
      arbetsgivare: 1_359,
      ur: 'kallan',
    })
    await a.gor('gudrun', 'PUT', '/apr/underlag/2019', { underlag: { slag: 'budget', avsatt: 50_000 }, kalla: 'Påhittat' })
    expect((await a.gor('gudrun', 'GET', '/apr/uppfoljning?ar=2019')).budget).toMatchObject({ utbetalt: null, andel: null, ur: 'okant' })
    expect(
      (await a.anrop('gudrun', 'PUT', '/apr/underlag/2019', { underlag: { slag: 'budget', avsatt: 1, arbetsgivare: 4 }, kalla: 'x' })).json
        .falt,
    ).toMatchObject([{ falt: 'underlag.utbetalt' }])
    expect((await a.anrop('asta', 'PUT', '/apr/underlag/2026', { underlag: { slag: 'budget', avsatt: 1 }, kalla: 'x' })).status).toBe(403)
  })
})

describe('historiken ur en fil', () => {
  const period = { apr: { from: '2019-01-01', tom: '2019-12-31' }, fonster: 'treArFore' }
  it('svarar med N, intervall och definition; filen prövas i sina celler', async () => {
    const bra = b64(
      [
        'Register;Person;Från;Till',
        ...Array.from({ length: 10 }, (_, i) => `apr;p${i};2019-03-0${(i % 9) + 1};`),
        'sjukpenning;p0;2017-01-01;2017-02-01',
        'sjukpenning;p1;2012-01-01;2012-02-01',
      ].join('\n'),
    )
    const s = await a.gor('gudrun', 'POST', '/apr/uppfoljning/historik', { ...period, fil: { filnamn: 'h.csv', innehall: bra } })
    expect(s).toMatchObject({
      kalla: 'filen',
      rader: 12,
      fel: [],
      svar: { antal: 1, av: 10, andel: 0.1, beskrivning: 'inom tre år före', intervall: { niva: 0.95 } },
      definition: expect.stringContaining('Clopper'),
    })
    // Clopper and Pearson (1934) for 1 of 10.
    expect([s.svar.intervall.fran, s.svar.intervall.till].map((x: number) => Math.round(x * 10_000) / 10_000)).toEqual([0.0025, 0.445])
    const dalig = b64(
      'Register;Person;Från;Till\napr;19800101-9804;2019-03-01;\napr;p1;2018-06-30;\nfrånvaro;p2;2019-01-01;\nsjukpenning;p3;2019-02-01;2019-01-01',
    )
    expect(
      (await a.gor('gudrun', 'POST', '/apr/uppfoljning/historik', { ...period, fil: { innehall: dalig } })).fel.map(
        (f: { rad: number; kolumn: string }) => [f.rad, f.kolumn],
      ),
    ).toEqual([
      [2, 'Person'],
      [3, 'Från'],
      [4, 'Register'],
      [5, 'Till'],
    ])
  })

  it('räknar ur systemet utan fil: hela år, inget som färre än fem delar, och frågan loggas', async () => {
    expect(await a.gor('gudrun', 'POST', '/apr/uppfoljning/historik', period)).toMatchObject({
      kalla: 'systemet',
      svar: { antal: null, av: null, andel: null, utan: null, intervall: null },
    })
    expect(
      (
        await a.s.t.db.agare.query(
          `select anvandare from app.atkomst where vad = 'räknade sjukpenning i fönstret treArFore: arbetsplatsinriktat stöd 2019'`,
        )
      ).rows,
    ).toEqual([{ anvandare: 'gudrun' }])
    const nekat = async (mer: object) => (await a.anrop('gudrun', 'POST', '/apr/uppfoljning/historik', { ...period, ...mer })).json
    expect(await nekat({ apr: { from: '2019-03-04', tom: '2019-03-04' } })).toMatchObject({
      kod: 'ejHelaAr',
      falt: [
        { falt: 'apr.from', text: 'Välj den 1 januari ett år.' },
        { falt: 'apr.tom', text: 'Välj den 31 december ett år.' },
      ],
    })
    expect((await nekat({ apr: { from: '2020-01-01', tom: '2019-12-31' } })).falt).toMatchObject([{ falt: 'apr.tom' }])
    expect((await nekat({ kantTom: '2030-01-01' })).falt).toMatchObject([{ falt: 'kantTom' }])
    expect(await nekat({ kantTom: '2020-01-01' }), 'dagen flyttas inte runt en enskild').toMatchObject({
      kod: 'kantTomUtanFil',
      falt: [{ falt: 'kantTom' }],
    })
  })
})

describe('arbetsgivarens kalkylblad och uppgifter', () => {
  it('läses ur Excel som ur CSV: datum som datum, tal som tal, fel i sina celler', async () => {
    const huvud = ['Anställd', 'Anordnarens organisationsnummer', 'Insatsdag', 'Insatstyper', 'Fakturanummer', 'Kostnad']
    const innehall = await xlsx([
      huvud,
      ['E1', anordnare, new Date(Date.UTC(2026, 0, 12)), 'utreda, planera', 'M1', 12_000.5],
      ['E2', anordnare, 'i går', 'massage', 'M2', -5],
    ])
    const blad = await a.gor('bruket', 'POST', '/apr/arbetsgivare/kalkylblad', { ar: 2026, filnamn: 'lista.xlsx', innehall })
    expect(blad).toMatchObject({
      klara: 1,
      olasliga: 1,
      summaOren: 1_200_050,
      rader: [{ nr: 2, rad: { insatsdag: '2026-01-12', kostnad: 1_200_050, insatstyper: ['utreda', 'planera'] } }, { nr: 3 }],
    })
    expect(blad.rader[1].anmarkningar.map((x: { kolumn: string }) => x.kolumn).sort()).toEqual(['datum', 'insatstyper', 'kostnad'])
    expect(
      (
        await a.anrop('bruket', 'POST', '/apr/arbetsgivare/kalkylblad', {
          ar: 2026,
          filnamn: 'lista.xlsx',
          innehall: b64('PK\u0003\u0004 trasig'),
        })
      ).json.kod,
    ).toBe('ejKalkylblad')
  })

  it('har företagshälsovården som arbetsgivaren sagt den, till nästa ansökan', async () => {
    await a.ansok('bruket', 2026, await a.rader('bruket', anordnare, [{ kronor: 4_000, insatsdag: '2026-01-12' }]), {
      arbetsgivare: { anstallda: 8, foretagshalsovard: { finns: true, vilken: 'Hälsan AB' } },
    })
    expect((await a.gor('bruket', 'GET', '/apr/arbetsgivare/utkast')).arbetsgivaren).toMatchObject({
      foretagshalsovard: { finns: true, vilken: 'Hälsan AB' },
    })
    const { arenden } = await a.mitt('bruket')
    expect(JSON.stringify(await a.gor('asta', 'GET', `/arenden/${arenden[0].arendeId}`))).toContain('företagshälsovård: Hälsan AB')
  })
})
