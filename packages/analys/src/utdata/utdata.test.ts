import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { motor } from '../duckdb.ts'
import { skyddaTabeller } from '../skydd/tillampa.ts'
import { provland } from '../stod/provland.ts'
import { raknaTabell } from '../tabeller/alla.ts'
import type { Tabellsvar } from '../tabeller/svar.ts'
import { skrivTabell } from './format.ts'
import type { JsonStat } from './jsonstat.ts'

let t1: Tabellsvar
let t2: Tabellsvar
let k: Datakalla
beforeAll(async () => {
  k = await Datakalla.oppna(await provland(40_000))
  ;[t1, t2] = skyddaTabeller([await raknaTabell(k, '1'), await raknaTabell(k, '2')]).tabeller as [Tabellsvar, Tabellsvar]
}, 120_000)
afterAll(() => k.stang())

const dold = () => t1.rader.findIndex((r) => r.celler[2]!.dold === 'liten')
const visad = () => t1.rader.findIndex((r) => !r.celler[2]!.dold)

describe('en tabell i varje format', () => {
  it('har i text rubrik, källa, definitioner, anmärkningar och ”<5”', async () => {
    const text = String(await skrivTabell(t1, 'text'))
    for (const s of [t1.rubrik, 'rapport 004', 'delat med invånare 18–64 år 2019', 'stämmer kolumn 2 inte', '<5', 'Antal under 5'])
      expect(text).toContain(s)
  })

  it('har i CSV svenskt decimaltecken, full precision och N', async () => {
    const rader = String(await skrivTabell(t1, 'csv'))
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((r) => r.split(';'))
    expect(rader[0]!.slice(0, 4)).toEqual([
      'län',
      'fbsjp_belopp_per_inv_18_64',
      'fbsjp_belopp_per_inv_18_64__n',
      'fbsjp_nettodagar_per_inv_18_64',
    ])
    expect(rader).toHaveLength(23)
    const i = visad()
    expect(Number(rader[i + 1]![1]!.replace(',', '.'))).toBe(t1.rader[i]!.celler[0]!.varde)
    expect(rader[dold() + 1]![1]).toBe('<5')
  })

  it('har i CSV ingen formel ur text', async () => {
    const elak: Tabellsvar = { ...t1, rader: [{ nyckel: ['=1+1'], celler: t1.rader[0]!.celler }] }
    expect(String(await skrivTabell(elak, 'csv'))).toContain("'=1+1")
  })

  it('har i Excel tal som tal, och definitionerna på ett eget blad', async () => {
    const zip = unzipSync((await skrivTabell(t1, 'xlsx')) as Uint8Array)
    const blad = Object.keys(zip).filter((f) => f.startsWith('xl/worksheets/sheet'))
    expect(blad).toHaveLength(2)
    const i = visad()
    expect(strFromU8(zip['xl/worksheets/sheet1.xml']!)).toContain(`<v>${String(t1.rader[i]!.celler[0]!.varde)}</v>`)
    expect(strFromU8(zip['xl/sharedStrings.xml']!)).toContain('delat med invånare 18–64 år 2019')
  })

  it('har i Parquet en rad för varje cell, och inget värde där det är dolt', async () => {
    const fil = join(mkdtempSync(join(tmpdir(), 'atergang-parquet-')), 't.parquet')
    writeFileSync(fil, (await skrivTabell(t1, 'parquet')) as Uint8Array)
    const m = await motor()
    const rader = await m.rader(`SELECT * FROM '${fil}'`)
    m.stang()
    expect(rader).toHaveLength(22 * 12)
    const lan = t1.rader[dold()]!.nyckel[0]
    expect(rader.find((r) => r['län'] === lan && r.kolumn === 'fbsjp_antal_mottagare')).toMatchObject({
      varde: null,
      n: null,
      dold: 'liten',
    })
  })

  it('har i JSON-stat 2.0 mått och rader, tomt med status där det är dolt', async () => {
    const s = JSON.parse(String(await skrivTabell(t1, 'jsonstat'))) as JsonStat
    expect([s.version, s.class]).toEqual(['2.0', 'dataset'])
    expect(s.value).toHaveLength(s.size[0] * s.size[1])
    const matt = (s.dimension.matt.category.index as string[]).indexOf('fbsjp_antal_mottagare')
    const plats = dold() * s.size[1] + matt
    expect([s.value[plats], s.status[String(plats)]]).toEqual([null, '<5'])
    expect(s.value[visad() * s.size[1] + matt]).toBe(t1.rader[visad()]!.celler[2]!.varde)
    expect(s.role.geo).toEqual(['rad'])
  })

  it('har för samband r, N, p, markering och intervall i varje format', async () => {
    const huvud = String(await skrivTabell(t2, 'csv')).split('\r\n')[0]!
    for (const del of ['__n', '__p', '__stjarnor', '__fran', '__till']) expect(huvud).toContain(`fbsjp_belopp_per_inv_18_64${del}`)
    const s = JSON.parse(String(await skrivTabell(t2, 'jsonstat'))) as JsonStat
    expect(s.size[0]).toBe(t2.rader.length)
    expect(String(await skrivTabell(t2, 'text'))).toContain('inte personer')
  })

  it('är i JSON hela svaret', async () => expect(JSON.parse(String(await skrivTabell(t1, 'json')))).toEqual(JSON.parse(JSON.stringify(t1))))
})
