import { datum } from '@atergang/kalender'
import { forklara, GALLANDE_RATT, heltal, kopplat, lasReform, reformera, regelnMedNamn, type Tal } from '@atergang/regelverk'
import { Arbetslag } from '@atergang/regelverk/parallell'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { motor, sqlText } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'
import { provland } from '../stod/provland.ts'
import { raknaReform, reformdiagram, reformtext, type Reformsvar } from './index.ts'

const TAK12 =
  'namn: Tak 12\nparametrar: { sgiTak: [{ from: 2026-01-01, varde: 12, kalla: prov }] }\nantaganden: { fortsattningsniva: { varde: nej, kalla: prov } }\n'
let land: string
let svar: Reformsvar
const rot = mkdtempSync(join(tmpdir(), 'atergang-reform-'))

beforeAll(async () => {
  land = await provland(12_000, 'reform', [2018, 2019])
  svar = await raknaReform({ reform: TAK12, befolkning: land, visaSmaTal: true })
}, 120_000)

const felen = async (reform: string, befolkning = land): Promise<readonly string[]> => {
  try {
    await raknaReform({ reform, befolkning })
  } catch (e) {
    if (e instanceof Analysfel) return [e.kod, ...e.falt.map((f) => `${f.falt}: ${f.text}`)]
    throw e
  }
  return []
}

describe('en reform över registren', () => {
  it('ger det som lagen förklarad för en person i taget ger, rad för rad', async () => {
    const efter = reformera(
      GALLANDE_RATT,
      lasReform({ namn: 'x', parametrar: { sgiTak: [{ from: '2026-01-01', varde: 12, kalla: 'prov' }] } }),
    )
    const dag = datum('2026-01-01')
    const lagarna = [GALLANDE_RATT, efter].map((rv) => kopplat(rv, { sgi: 'sgi' }))
    const k = await Datakalla.oppna(land)
    const summor = [0, 0]
    try {
      const rader = await k.rader(
        `SELECT forman, date_diff('day', fran, tom) + 1 AS dagar, nettodagar, inkomst, sysselsattning FROM utbetalning JOIN person USING (person_id) WHERE fran >= DATE '2019-01-01'`,
      )
      expect(rader.length).toBeGreaterThan(1000)
      for (const r of rader) {
        const egen = r.sysselsattning === 'egenforetagare'
        const [namn, dagar, omfattning] =
          r.forman === 'forebyggande_sjukpenning'
            ? ['sjukpenningPerDagUtanArbetsloshetstak', Number(r.nettodagar), 1]
            : [
                r.forman === 'sjukpenning' ? 'sjukpenningPerDag' : 'rehabiliteringspenningPerDag',
                Number(r.dagar),
                Number(r.nettodagar) / Number(r.dagar),
              ]
        const fakta = {
          inkomstAnstallning: egen ? 0 : Number(r.inkomst),
          inkomstAnnat: egen ? Number(r.inkomst) : 0,
          arbetslos: r.sysselsattning === 'arbetslos',
          fortsattningsniva: false,
          omfattning: { t: omfattning * 4, n: 4 },
        }
        lagarna.forEach(
          (rv, i) => (summor[i]! += heltal(forklara(regelnMedNamn(rv, namn as string), fakta, dag).varde as Tal) * (dagar as number)),
        )
      }
    } finally {
      k.stang()
    }
    expect([svar.delar[0]!.alla.fore, svar.delar[0]!.alla.efter]).toEqual(summor)
  }, 120_000)

  it('har samma summa i län, kön, ålder och inkomst som för alla', () => {
    const d = svar.delar[0]!
    expect(d.alla.vinnare).toBeGreaterThan(0)
    for (const grupper of Object.values(d.grupper)) {
      for (const f of ['personer', 'vinnare', 'forlorare', 'oforandrade', 'okanda'] as const)
        expect(grupper.reduce((s, g) => s + g[f]!, 0)).toBe(d.alla[f])
      expect(grupper.reduce((s, g) => s + g.forandring!, 0)).toBeCloseTo(d.alla.forandring!, 6)
    }
  })

  it('svarar lika i alla motorer', async () => {
    const js = await raknaReform({ reform: TAK12, befolkning: land, visaSmaTal: true, motor: 'js' })
    expect([js.delar[0]!.rakningar[0]!.motor, js.delar[0]!.alla]).toEqual(['js', svar.delar[0]!.alla])
  })

  it('delas mellan trådar när raderna är många, med samma svar', async () => {
    const fil = join(rot, 'stor.parquet')
    const m = await motor()
    await m.kor(
      `COPY (SELECT CAST(i * 7 AS INTEGER) AS inkomstAnstallning, 0 AS inkomstAnnat, i % 9 = 0 AS arbetslos, i % 2 = 0 AS fortsattningsniva, 0.25 * (1 + i % 4) AS omfattning FROM range(100000) t(i)) TO ${sqlText(fil)} (FORMAT parquet)`,
    )
    m.stang()
    const reform = TAK12.split('antaganden')[0]!
    const [en, flera] = [
      await raknaReform({ reform, befolkning: fil }),
      await raknaReform({ reform, befolkning: fil, tradar: () => new Arbetslag(2) }),
    ]
    expect([en.delar[0]!.rakningar[0]!.motor, flera.delar[0]!.rakningar[0]!.motor]).toEqual(['wasm', 'parallell'])
    expect(flera.delar[0]!.alla).toEqual(en.delar[0]!.alla)
    expect(en.delar[0]!.alla.vinnare).toBeGreaterThan(0)
  })

  it('räknar bara det som är känt ändå – arbetslösas tak avgör på båda nivåerna – och säger vad som fattas', async () => {
    const utan = await raknaReform({ reform: TAK12.split('antaganden')[0]!, befolkning: land, visaSmaTal: true })
    const [r] = utan.delar[0]!.rakningar
    const k = await Datakalla.oppna(land)
    const [{ n }] = (await k.rader(
      "SELECT count(*) AS n FROM utbetalning JOIN person USING (person_id) WHERE forman = 'sjukpenning' AND fran >= DATE '2019-01-01' AND sysselsattning = 'arbetslos' AND inkomst * 0.97 * 0.75 / 365 >= 543",
    )) as [{ n: number }]
    k.stang()
    expect(n).toBeGreaterThan(0)
    expect([r!.okandaRader, r!.saknas]).toEqual([r!.rader - n, ['Fortsättningsnivå är inte känd.']])
    const { alla } = utan.delar[0]!
    expect([alla.vinnare, alla.okanda! > 0]).toEqual([0, true])
    // Some rows are known: the sums are of them, and it is said.
    expect([alla.fore! > 0, alla.kanda]).toEqual([true, alla.personer! - alla.okanda!])
    expect(reformtext(utan)).toContain('Summorna före och efter är av de kända raderna.')
  })

  it('säger att prisbasbeloppet för ett år som inte är fastställt inte är känt', async () => {
    const sen = await raknaReform({ reform: TAK12, befolkning: land, datum: datum('2031-01-01'), visaSmaTal: true })
    const [d] = sen.delar
    expect(d!.alla.vinnare).toBe(0)
    expect(d!.rakningar[0]!.saknas.join(' ')).toMatch(/risbasbeloppet/)
    // Not known is no nought: not in the answer, the text, nor the chart.
    for (const g of [d!.alla, ...Object.values(d!.grupper).flat()]) {
      expect([g.fore, g.efter, g.forandring, g.procent, g.kanda]).toEqual([null, null, null, null, 0])
      expect(g.okanda).toBe(g.personer)
      expect(g.dolda).toBeUndefined()
    }
    const text = reformtext(sen)
    expect(text).toContain('Summorna är okända.')
    expect(text).toMatch(/^Alla +[\d\s]+ +okänt +okänt +okänt +okänt +0 +0 +0 /m)
    expect(text).not.toContain('..')
    const svg = reformdiagram(sen, d!)
    expect(svg).toContain('Ändringen för alla är okänd.')
    expect(svg).toContain('>okänt</text>')
    expect(svg).not.toContain('<rect')
  })

  it('visar inga små tal utan att det är begärt, och inte summan som röjer dem', async () => {
    const skyddat = (await raknaReform({ reform: TAK12, befolkning: land })).delar[0]!
    const alla = Object.values(skyddat.grupper).flat()
    expect(alla.flatMap((g) => [g.vinnare, g.personer]).filter((n) => n !== null && n < 5)).toEqual([])
    expect(
      alla.filter((g) => g.vinnare === null && g.dolda!.vinnare === 'liten').every((g) => g.forandring === null && g.fore === null),
    ).toBe(true)
    expect(skyddat.skydd).toContain('<5')
    for (const grupper of Object.values(skyddat.grupper)) expect(grupper.filter((g) => g.forandring === null)).not.toHaveLength(1)
  })

  it('ritar varje grupp, med samma ord för den som inte ser', () => {
    const svg = reformdiagram(svar, svar.delar[0]!)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="titel beskrivning" lang="sv">/)
    const ord = /<desc[^>]*>(.*)<\/desc>/.exec(svg)![1]!
    for (const g of Object.values(svar.delar[0]!.grupper).flat()) expect(ord).toContain(g.grupp)
    expect(svg.match(/<rect /g)).toHaveLength(Object.values(svar.delar[0]!.grupper).flat().length)
    expect(reformtext(svar)).toContain('Förbehåll')
  })
})

describe('en reform över en fil', () => {
  const fil = join(rot, 'rader.parquet')
  const skriv = async (sql: string, ut = fil): Promise<void> => {
    const m = await motor()
    await m.kor(`COPY (${sql}) TO ${sqlText(ut)} (FORMAT parquet)`)
    m.stang()
  }

  it('läser uppgifterna ur kolumnerna, och personen, dagarna och grupperna', async () => {
    await skriv(
      "SELECT i AS person_id, CASE WHEN i % 2 = 0 THEN 'Norr' ELSE 'Söder' END AS lan, 800000 AS inkomstAnstallning, 0 AS inkomstAnnat, false AS arbetslos, false AS fortsattningsniva, 0.5 AS omfattning, 10 AS dagar FROM range(20) t(i)",
    )
    const { delar, befolkning } = await raknaReform({ reform: TAK12.split('antaganden')[0]!, befolkning: fil })
    // 592 000 × 0,97 × 0,80 ÷ 365 ÷ 2 = 629,30; 710 400 på samma sätt 755,16
    expect([delar[0]!.alla.fore, delar[0]!.alla.efter, delar[0]!.alla.vinnare]).toEqual([20 * 10 * 629, 20 * 10 * 755, 20])
    expect(delar[0]!.grupper.lan.map((g) => [g.grupp, g.personer])).toEqual([
      ['Norr', 10],
      ['Söder', 10],
    ])
    expect(befolkning.pahittad).toBe(false)
    await expect(raknaReform({ reform: TAK12, befolkning: fil, visaSmaTal: true })).rejects.toThrow('påhittade personer')
  })

  it('säger vilken kolumn som är fel', async () => {
    await skriv('SELECT 1 AS sgi, 2 AS lon, 1 AS arbetslos', join(rot, 'fel.parquet'))
    expect(await felen(TAK12, join(rot, 'fel.parquet'))).toEqual([
      'ogiltigaKolumner',
      expect.stringMatching(/^lon: ingen av reglerna/),
      expect.stringMatching(/^rad 1, kolumn arbetslos: ”1” ska vara sant eller falskt/),
    ])
    writeFileSync(join(rot, 'rader.txt'), 'x')
    expect((await felen(TAK12, join(rot, 'rader.txt')))[0]).toBe('okantFormat')
    expect(await felen(TAK12, join(rot, 'finns-inte'))).toEqual(['befolkningSaknas', expect.stringMatching(/^befolkning: /)])
  })
})

describe('en fil med värden som inte kan stämma', () => {
  const RAD = { inkomstAnstallning: 300_000, inkomstAnnat: 0, arbetslos: false, fortsattningsniva: false, omfattning: 1, dagar: 10 }
  let nr = 0
  const jsonl = (...rader: readonly object[]): string => skrivFil(rader.map((r) => JSON.stringify({ ...RAD, ...r })).join('\n'), 'jsonl')
  const skrivFil = (text: string, slut: string): string => {
    const vag = join(rot, `varden${nr++}.${slut}`)
    writeFileSync(vag, text)
    return vag
  }
  const CSV = 'inkomstAnstallning,inkomstAnnat,arbetslos,fortsattningsniva,omfattning,dagar\n'

  it.each<[string, () => string, RegExp[]]>([
    ['en omfattning över hel', () => jsonl({}, { omfattning: 7 }), [/^rad 2, kolumn omfattning: 7 ska vara högst 1/]],
    ['en omfattning på noll', () => jsonl({ omfattning: 0 }), [/^rad 1, kolumn omfattning: 0 ska vara minst/]],
    [
      'en negativ inkomst',
      () => jsonl({}, {}, { inkomstAnstallning: -50_000 }),
      [/^rad 3, kolumn inkomstAnstallning: .50\s000 ska vara minst 0/],
    ],
    [
      'text bland talen',
      () => jsonl({}, { inkomstAnstallning: 'x' }),
      [/^rad 2, kolumn inkomstAnstallning: ”x” ska vara ett tal i kr\/år/],
    ],
    ['tal skrivna som text', () => jsonl({ omfattning: '0.5' }), [/^rad 1, kolumn omfattning: ”0.5” ska vara ett tal/]],
    ['text i stället för sant', () => jsonl({}, { arbetslos: 'nej' }), [/^rad 2, kolumn arbetslos: ”nej” ska vara sant eller falskt/]],
    [
      'decimalkomma i en csv',
      () => skrivFil(`${CSV}300000,0,false,false,1,10\n300000,0,false,false,"0,5",10\n`, 'csv'),
      [/^rad 3, kolumn omfattning: ”0,5”/],
    ],
    ['en dag som saknas', () => jsonl({}, { dagar: null }), [/^rad 2, kolumn dagar: Uppgiften saknas/]],
    ['negativa dagar', () => jsonl({}, { dagar: -3 }), [/^rad 2, kolumn dagar: .3 ska vara minst 0/]],
    ['en negativ ålder', () => jsonl({ alder: -5 }), [/^rad 1, kolumn alder: .5 ska vara minst 0/]],
    ['en person som saknas', () => jsonl({ person_id: 1 }, { person_id: null }), [/^rad 2, kolumn person_id: Uppgiften saknas/]],
    ['för många decimaler', () => jsonl({}, { omfattning: 0.323456 }), [/^rad 2, kolumn omfattning: .*högst fyra decimaler/]],
    [
      'flera fel på en gång',
      () => jsonl({ omfattning: 7 }, { inkomstAnstallning: -1, inkomstAnnat: -2 }),
      [/^rad 1, kolumn omfattning/, /^rad 2, kolumn inkomstAnstallning/, /^rad 2, kolumn inkomstAnnat/],
    ],
  ])('räknar ingenting och säger rad och kolumn: %s', async (_vad, skapa, vantat) => {
    const [kod, ...falt] = await felen(TAK12, skapa())
    expect(kod).toBe('ogiltigaKolumner')
    expect(falt).toEqual(vantat.map((v) => expect.stringMatching(v)))
  })

  it('läser hela filen innan ett slag bestäms: text långt ner hittas', async () => {
    const rader = Array.from({ length: 30_000 }, () => '300000,0,false,false,1,10')
    rader[25_000] = 'x,0,false,false,1,10'
    expect(await felen(TAK12, skrivFil(CSV + rader.join('\n'), 'csv'))).toEqual([
      'ogiltigaKolumner',
      expect.stringMatching(/^rad 25002, kolumn inkomstAnstallning: ”x”/),
    ])
  })

  it('säger var en rad inte är JSON', async () => {
    const [kod, falt] = await felen(TAK12, skrivFil(`${JSON.stringify(RAD)}\n{trasig\n`, 'jsonl'))
    expect(kod).toBe('filenKanInteLasas')
    expect(falt).toMatch(/^rad 2: Raden är inget JSON-objekt/)
  })

  it('när ingen rad kan räknas är summorna okända, också där små tal döljs', async () => {
    const rad = { inkomstAnstallning: 300_000, inkomstAnnat: 0, arbetslos: false, omfattning: 1 }
    const vag = skrivFil(Array.from({ length: 1500 }, () => JSON.stringify(rad)).join('\n'), 'jsonl')
    const { alla } = (await raknaReform({ reform: TAK12.split('antaganden')[0]!, befolkning: vag })).delar[0]!
    expect(alla).toMatchObject({ personer: 1500, okanda: 1500, kanda: 0, fore: null, efter: null, forandring: null })
  })

  it('en kolumn som är tom på alla rader är en okänd uppgift, ingen text', async () => {
    const s = await raknaReform({ reform: TAK12, befolkning: jsonl({ omfattning: null }) })
    expect(s.delar[0]!.rakningar[0]!.saknas.join()).toBe('Förmånsnivå, andel av hel förmån är inte känd.')
  })
})

describe('en reformfil som inte går att läsa', () => {
  it.each([
    ['namn: [', /^rad 1: Går inte att läsa/],
    [
      'namn: x\nparametrar:\n  sgiTaket: [{ from: 2026-01-01, varde: 12, kalla: x }]\n',
      /^rad 3: parametrar.sgiTaket: det finns ingen parameter/,
    ],
    [
      'namn: x\nparametrar:\n  sgiTak:\n    - from: i år\n      varde: 12\n      kalla: x\n',
      /^rad 4: parametrar.sgiTak.0.from: skriv datumet/,
    ],
    [`${TAK12}rakna: [{ arenden: sjukpenning, regel: helaSjukpenningen }]\n`, /^rad 4: rakna.0.regel: .*ingen regel ”helaSjukpenningen”/],
    [`${TAK12}rakna: [{ arenden: sjukpenning, regel: sgi }]\n`, /^rad 4: rakna.0.regel: sgi är i kr\/år/],
    [`${TAK12}rakna: [{ arenden: tandvard, regel: sjukpenningPerDag }]\n`, /^rad 4: rakna.0.arenden: välj sjukpenning/],
    [`${TAK12}forbehall: nej\n`, /^rad 4: forbehall: skriv en lista/],
    [
      'namn: x\nparametrar: { sgiTak: [{ from: 2026-01-01, varde: 12, kalla: x }] }\nantaganden: { kon: { varde: nej, kalla: x } }\n',
      /^rad 3: antaganden.kon: ingen regel frågar/,
    ],
    [
      'namn: x\nparametrar: { sgiTak: [{ from: 2026-01-01, varde: 12, kalla: x }] }\nantaganden: { arbetslos: { varde: nej } }\n',
      /^rad 3: antaganden.arbetslos: ange varde och kalla/,
    ],
  ])('säger raden, fältet och vad man gör: %#', async (text, vantat) => {
    const f = await felen(text)
    expect(
      f.some((x) => vantat.test(x)),
      f.join('\n'),
    ).toBe(true)
  })
  it('kan inte räknas på rader ur register', async () => {
    expect(await felen(`${TAK12}rakna: [{ arenden: rader, regel: sjukpenningPerDag }]\n`)).toEqual([
      'ogiltigReform',
      expect.stringMatching(/^befolkning: Ange en fil/),
    ])
  })
})
