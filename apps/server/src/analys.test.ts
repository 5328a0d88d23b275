import { skrivLand } from '@atergang/analys'
import { somSystemet } from '@atergang/lager'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startaTestserver, type Testserver } from '../../../tests/stod/server.ts'
import { Analysverk } from './analys/analysverk.ts'

const rot = mkdtempSync(join(tmpdir(), 'atergang-analysrutt-'))
const mapp = join(rot, 'land')
let s: Testserver
let ada: string

beforeAll(async () => {
  await skrivLand({ fro: 'server', personer: 300_000, fran: 2010, till: 2020 }, mapp)
  s = await startaTestserver({ analysdata: mapp })
  ada = await s.loggaIn('ada')
}, 120_000)
afterAll(async () => {
  await s.stang()
  rmSync(rot, { recursive: true, force: true })
})

const hamta = (vag: string, kaka = ada) => s.anrop(kaka, 'GET', `/api/v1/analys/${vag}`)
interface Tabell {
  id: string
  rader: { nyckel: string[]; celler: { varde: number | string | null; n?: number; dold?: string }[] }[]
  kolumner: { id: string; definition: { population: string; taljare: string; enhet: string; kalla: string } }[]
  anmarkningar: { id: string }[]
  skydd: unknown
}

describe('analysen i servern', () => {
  it('säger vad den räknar på', async () => {
    await hamta('metoder')
    const { json } = await hamta('lage')
    expect(json).toMatchObject({ tillstand: 'redo', underlag: { pahittad: true, personer: 300_000, ar: [2010, 2020] } })
    expect(json.underlag.register.map((r: { namn: string }) => r.namn)).toContain('utbetalning')
  })

  it('ger alla tabeller och figurer, var kolumn med sin definition och avvikelserna i trycket', async () => {
    const { json } = await hamta('tabeller')
    const tabeller = json.tabeller as Tabell[]
    expect(tabeller.map((t) => t.id)).toEqual([
      ...Array.from({ length: 11 }, (_, i) => `tabell${i + 1}`),
      'figurA',
      'figur1',
      'figur2',
      'figur3',
    ])
    for (const k of tabeller.flatMap((t) => t.kolumner))
      expect(
        [k.definition.population, k.definition.taljare, k.definition.enhet, k.definition.kalla].every((x) => x.length > 0),
        k.id,
      ).toBe(true)
    expect(tabeller[0]!.anmarkningar.map((a) => a.id)).toEqual(expect.arrayContaining(['X02', 'X06', 'X18']))
    expect(json.tar).toMatchObject({
      tabell1: { period: true, omraden: true },
      tabell3: { period: false, omraden: false },
      figurA: { period: true, omraden: false },
    })
  })

  it('visar aldrig ett antal personer under fem, vare sig som tal eller i en fil', async () => {
    const { json } = await hamta('tabeller')
    // Providers stand in a public register, and what the regions report comes as a county's sum: neither is counted from persons here.
    const omVarden = /^(antal_anordnare|anordnare_per|kbt_ipt_per|mmr_per)/
    const celler = (json.tabeller as Tabell[])
      .filter((t) => ['tabell1', 'tabell4', 'tabell5', 'figur1', 'figur3'].includes(t.id))
      .flatMap((t) => t.rader.flatMap((r) => r.celler.filter((_, i) => !omVarden.test(t.kolumner[i]!.id))))
    expect(celler.filter((c) => c.dold).length).toBeGreaterThan(0)
    expect(celler.filter((c) => typeof c.n === 'number' && c.n < 5)).toEqual([])
    expect(celler.filter((c) => c.dold && c.varde !== null)).toEqual([])
    const { json: csv } = await hamta('tabeller/tabell5/fil?format=csv')
    expect(csv).toContain('<5')
  })

  it('väljer period och län ur adressen, och säger vad som är fel i dem', async () => {
    const { json } = await hamta('tabeller?period=2018&omraden=G%C3%A4vleborg,Kalmar')
    const ett = (json.tabeller as Tabell[])[0]!
    expect(ett.rader.map((r) => r.nyckel[0])).toEqual(['Gävleborg', 'Kalmar', 'Alla valda län'])
    expect((await hamta('tabeller?period=2018-13')).json).toMatchObject({ status: 422, kod: 'ogiltigPeriod', falt: [{ falt: 'period' }] })
    expect((await hamta('tabeller?omraden=Sm%C3%A5land')).json).toMatchObject({ status: 422, kod: 'okantLan', falt: [{ falt: 'omrade' }] })
  })

  it('lämnar tabellen som Excel, Parquet och JSON-stat', async () => {
    for (const [format, start] of [
      ['xlsx', 'PK'],
      ['parquet', 'PAR1'],
    ] as const) {
      const svar = await fetch(`${s.bas}/api/v1/analys/tabeller/tabell1/fil?format=${format}`, { headers: { cookie: ada } })
      expect(svar.headers.get('content-disposition')).toBe(`attachment; filename="tabell1.${format}"`)
      expect(
        Buffer.from(await svar.arrayBuffer())
          .subarray(0, start.length)
          .toString('latin1'),
      ).toBe(start)
    }
    expect((await hamta('tabeller/tabell1/fil?format=jsonstat')).json).toMatchObject({ version: '2.0', class: 'dataset' })
    expect((await hamta('tabeller/tabell99/fil?format=csv')).json).toMatchObject({ status: 422, kod: 'okandTabell' })
  })

  it('räknar sambandet ur den tryckta tabellen, med och utan Jämtland, och varnar för att områden inte är personer', async () => {
    const fraga = 'samband?kalla=tryckt&x=fbsjp_belopp_per_inv_18_64&y=apr_belopp_per_inv_18_64'
    const alla = (await hamta(fraga)).json
    expect(alla.analys.avvikare).toEqual(['Jämtland'])
    expect(alla.analys.varning).toContain('inte personer')
    expect(alla.punkter).toHaveLength(21)
    const utan = (await hamta(`${fraga}&utan=J%C3%A4mtland`)).json
    expect(utan.analys.alla.r).toBeCloseTo(alla.analys.utanAvvikare.r, 12)
    expect(utan.analys.alla).toMatchObject({ n: 20, stjarnor: '***' })
  })

  it('ställer data mot data, utan de län vars tal är dolda', async () => {
    const { json: v } = await hamta('variabler')
    expect(v.variabler.map((x: { id: string }) => x.id)).toEqual(
      expect.arrayContaining(['fbsjp_belopp_per_inv_18_64', 'sjukpenningtal_2018', 'andel_nekande_2018']),
    )
    const { json } = await hamta('samband?x=fbsjp_belopp_per_inv_18_64&y=sjukpenningtal_2018')
    const ett = ((await hamta('tabeller')).json.tabeller as Tabell[])[0]!
    const dolda = ett.rader.filter((r) => r.celler[0]!.dold).map((r) => r.nyckel[0])
    expect(dolda.length).toBeGreaterThan(0)
    expect(json.saknas).toEqual(dolda)
    expect(json.punkter).toHaveLength(21 - dolda.length)
  })

  it('ger enkätens svar', async () => {
    const { json } = await hamta('enkat')
    expect(json.svarsfrekvens.reduce((n: number, x: { mottagare: number }) => n + x.mottagare, 0)).toBe(45)
    expect(json.grader.length).toBeGreaterThan(15)
    expect(json.index.length).toBeGreaterThan(3)
    expect(json.fragor.length).toBeGreaterThan(10)
  })

  it('kör en utvärdering med antaganden, vad den inte kan säga, och dess tabeller som filer', async () => {
    const { json } = await hamta('metoder/langd?grupp=kon')
    expect(json.antaganden.length).toBeGreaterThan(0)
    expect(json.kanInteSaga.length).toBeGreaterThan(0)
    expect(json.diagram.map((d: { typ: string }) => d.typ)).toContain('kurva')
    const { status } = await hamta(`metoder/langd/${json.tabeller[0].id}/fil?grupp=kon&format=csv`)
    expect(status).toBe(200)
    expect((await hamta('metoder/finnsinte')).json).toMatchObject({ status: 422, kod: 'okandMetod' })
  })

  it('låter enhetschefen se indikatorerna, och inget annat', async () => {
    const karin = await s.loggaIn('karin')
    expect((await hamta('metoder', karin)).json.metoder.map((m: { namn: string }) => m.namn)).toEqual(['indikatorer'])
    expect((await hamta('metoder/indikatorer', karin)).json.tabeller[0].rader.length).toBeGreaterThan(5)
    expect((await hamta('metoder/langd', karin)).status).toBe(403)
    expect((await hamta('tabeller', karin)).status).toBe(403)
  }, 120_000)

  it('gör en rapport för en dag, som PDF och Word, och säger vad som måste väljas', async () => {
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const svar = await fetch(`${s.bas}/api/v1/analys/rapporter/ar/fil?dag=2020-12-31&lan=Kalmar&format=${format}`, {
        headers: { cookie: ada },
      })
      expect(
        Buffer.from(await svar.arrayBuffer())
          .subarray(0, start.length)
          .toString('latin1'),
      ).toBe(start)
      expect(svar.headers.get('content-disposition')).toBe(`attachment; filename="ar-2020-12-31.${format}"`)
    }
    expect((await hamta('rapporter/ar/fil?dag=2020-12-31&format=pdf')).json).toMatchObject({
      status: 422,
      kod: 'saknarVal',
      falt: [{ falt: 'lan' }],
    })
    expect((await hamta('rapporter?dag=2019-01-01')).json.uppdrag.map((u: { id: string }) => u.id)).toContain('samordning_2018')
  }, 180_000)

  it('är bara för analytiker, och varje titt står i loggen', async () => {
    for (const vag of [
      'lage',
      'tabeller',
      'tabeller/tabell1/fil?format=csv',
      'variabler',
      'samband?x=a&y=b',
      'publicerat',
      'enkat',
      'metoder',
      'metoder/langd',
      'rapporter?dag=2020-01-01',
      'rapporter/ar/fil?dag=2020-01-01&format=pdf',
    ]) {
      expect((await s.anrop(null, 'GET', `/api/v1/analys/${vag}`)).status, vag).toBe(401)
      expect((await hamta(vag, await s.loggaIn('eva'))).status, vag).toBe(403)
    }
    await hamta('tabeller?period=2017')
    const rader = await somSystemet(s.t.db, (q) =>
      q
        .selectFrom('app.atkomst')
        .select(['anvandare', 'vad', 'person_id'])
        .where('vad', 'like', 'analys: %period 2017')
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    )
    expect(rader).toEqual([{ anvandare: 'ada', vad: 'analys: tabellerna period 2017', person_id: null }])
  })
})

describe('publicerat mot räknat', () => {
  it('varje tryckt samband ligger inom sitt avrundningsintervall, och det räknade inom en halv tusendel av katalogens', async () => {
    const { json } = await hamta('publicerat')
    // krav Part 3, column ”Recomputed”
    const katalog: Record<string, number> = {
      'FBSJP × KBT och IPT': -0.3644,
      'APR × KBT och IPT': -0.443,
      'FBSJP × MMR': 0.0706,
      'APR × MMR': 0.1184,
      'FBSJP × anordnare': 0.1827,
      'APR × anordnare': 0.2963,
    }
    const samband = json.samband as { par: string; inomAvrundning: boolean | null; beraknat: { r: number; n: number } }[]
    for (const [par, r] of Object.entries(katalog))
      expect(Math.abs(samband.find((x) => x.par === par)!.beraknat.r - r), par).toBeLessThan(0.0005)
    expect(samband).toHaveLength(12)
    expect(samband.filter((x) => x.inomAvrundning === false)).toEqual([])
    expect([...new Set((json.tryckskillnader as { id: string }[]).map((x) => x.id))]).toEqual(
      expect.arrayContaining(['X02', 'X03', 'X04', 'X05', 'X06', 'X10', 'X11', 'X12', 'X13', 'X14']),
    )
  })

  it('jämför det påhittade landets tabell 1 med den tryckta, utan dolda tal', async () => {
    const { json } = await hamta('publicerat')
    const tabell = ((await hamta('tabeller')).json.tabeller as Tabell[])[0]!
    const poster = json.kalibrering.poster as { lan: string; kolumn: number; z: number | null }[]
    for (const p of poster)
      expect(tabell.rader.find((r) => r.nyckel[0] === p.lan)!.celler[p.kolumn - 1]!.dold, `${p.lan} ${p.kolumn}`).toBeUndefined()
    const bindande = poster.filter((p) => p.kolumn >= 3 && p.kolumn <= 6 && p.z !== null)
    expect(bindande.filter((p) => Math.abs(p.z!) < 4).length / bindande.length).toBeGreaterThan(0.97)
  })
})

describe('processen som räknar', () => {
  it('skapar sitt land vid sidan av, svarar när det finns, och har det kvar nästa gång', async () => {
    const land = { fro: 'eget', personer: 3000, fran: 2012, till: 2020 }
    const val = { mapp: join(rot, 'eget', 'land'), land }
    const verk = new Analysverk(val)
    expect(verk.lage().tillstand).toBe('vilar')
    expect(await verk.fraga('underlag', undefined)).toMatchObject({ personer: 3000, ar: [2012, 2020] })
    const manifest = readFileSync(join(val.mapp, 'manifest.json'), 'utf8')
    await verk.stang()
    const igen = new Analysverk(val)
    expect(await igen.fraga('underlag', undefined)).toMatchObject({ personer: 3000 })
    expect(readFileSync(join(val.mapp, 'manifest.json'), 'utf8')).toBe(manifest)
    await igen.stang()
  }, 60_000)

  it('säger vad som saknas när det inte finns någon data, och hittar den när den kommer', async () => {
    const val = { mapp: join(rot, 'tomt'), land: null }
    const verk = new Analysverk(val)
    expect(verk.lage()).toEqual({ tillstand: 'saknas' })
    await expect(verk.fraga('tabeller', {})).rejects.toMatchObject({ kod: 'ingenDatamapp' })
    await skrivLand({ fro: 'x', personer: 1000, fran: 2012, till: 2020 }, val.mapp)
    expect(await verk.fraga('underlag', undefined)).toMatchObject({ personer: 1000 })
    await verk.stang()
  }, 60_000)

  it('delar inte upp verkliga personers tid så fint att någon kan räknas fram', async () => {
    const verklig = join(rot, 'verklig')
    await skrivLand({ fro: 'y', personer: 1000, fran: 2012, till: 2020 }, verklig)
    const fil = join(verklig, 'manifest.json')
    writeFileSync(fil, JSON.stringify({ ...JSON.parse(readFileSync(fil, 'utf8')), pahittad: false }))
    const verk = new Analysverk({ mapp: verklig, land: null })
    await expect(verk.fraga('tabeller', { period: { fran: '2016-01-01', tom: '2016-06-30' } as never })).rejects.toMatchObject({
      kod: 'periodenForKort',
    })
    expect((await verk.fraga('tabeller', { period: { fran: '2016-01-01', tom: '2017-12-31' } as never })).tabeller).toHaveLength(15)
    await verk.stang()
  }, 60_000)

  it('säger vilket register som saknas', async () => {
    const trasig = join(rot, 'trasig')
    mkdirSync(trasig)
    writeFileSync(
      join(trasig, 'manifest.json'),
      JSON.stringify({ format: 1, pahittad: true, register: { utbetalning: { rader: 1, avtryck: 'x' } } }),
    )
    const verk = new Analysverk({ mapp: trasig, land: null })
    await expect(verk.fraga('tabeller', {})).rejects.toMatchObject({ kod: 'registerSaknas' })
    await verk.stang()
  }, 60_000)

  it('startas på nytt när den har dött, och den som väntade får veta det', async () => {
    const verk = new Analysverk({ mapp, land: null })
    const svar = verk.fraga('tabeller', {})
    process.kill(verk.pid!, 'SIGKILL')
    await expect(svar).rejects.toThrow('Analysen avbröts (SIGKILL).')
    expect(await verk.fraga('underlag', undefined)).toMatchObject({ personer: 300_000 })
    await verk.stang()
  }, 60_000)
})
