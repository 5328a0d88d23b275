import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Datakalla } from './datakalla.ts'
import { kalibrera, kalibreringstext } from './kalibrering.ts'
import { skrivLand } from './land.ts'
import { lasManifest, skrivManifest } from './register/datamapp.ts'
import { REGISTER } from './register/register.ts'

const mapp = mkdtempSync(join(tmpdir(), 'atergang-land-'))
const val = { fro: 7, personer: 5000, fran: 2010, till: 2020 } as const

describe('ett påhittat land på fil', () => {
  it('har samma innehåll för samma frö, hur det än delas upp, och samma bytes när det delas lika', async () => {
    const a = await skrivLand(val, join(mapp, 'a'))
    const b = await skrivLand(val, join(mapp, 'b'), undefined, 321)
    const c = await skrivLand(val, join(mapp, 'c'))
    const d = await skrivLand({ ...val, fro: 8 }, join(mapp, 'd'))
    expect(b.manifest.register).toEqual(a.manifest.register)
    for (const fil of ['manifest.json', 'facit.json', 'register/utbetalning/del-00001.parquet', 'register/person/del-00001.parquet'])
      expect(readFileSync(join(mapp, 'c', fil)).equals(readFileSync(join(mapp, 'a', fil))), fil).toBe(true)
    expect(d.manifest.register.utbetalning!.avtryck).not.toBe(a.manifest.register.utbetalning!.avtryck)
    expect(c.manifest.pahittad).toBe(true)
  })

  it('har i varje register de kolumner och typer som registret säger, och bara tillåtna värden', async () => {
    const k = await Datakalla.oppna(join(mapp, 'a'))
    for (const r of [...REGISTER.values()].filter((x) => !x.baraUtifran)) {
      const kolumner = await k.rader(`DESCRIBE ${r.namn}`)
      expect(
        kolumner.map((c) => c.column_name),
        r.namn,
      ).toEqual(Object.keys(r.kolumner))
      for (const [namn, kol] of Object.entries(r.kolumner)) {
        const [{ tomma, okanda, utanfor, antal } = {}] = await k.rader(
          `SELECT count(*) AS antal, count(*) FILTER (WHERE ${namn} IS NULL) AS tomma, ${kol.typ === 'kod' ? `count(*) FILTER (WHERE ${namn} NOT IN (${kol.varden.map((v) => `'${v}'`).join(',')}))` : '0'} AS okanda, ${kol.typ === 'heltal' || kol.typ === 'decimal' ? `count(*) FILTER (WHERE ${namn} < ${kol.minst ?? -1e15} OR ${namn} > ${kol.hogst ?? 1e15})` : '0'} AS utanfor FROM ${r.namn}`,
        )
        expect({ okanda, utanfor }, `${r.namn}.${namn}`).toEqual({ okanda: 0, utanfor: 0 })
        if (!kol.kanSaknas) expect(tomma, `${r.namn}.${namn}`).toBe(0)
        expect(Number(antal)).toBeGreaterThan(r.namn === 'anordnare' ? -1 : 0)
      }
      for (const kontroll of r.kontroller ?? [])
        expect(await k.rader(`SELECT * FROM ${r.namn} WHERE NOT (${kontroll.sql}) LIMIT 1`), `${r.namn}: ${kontroll.text}`).toEqual([])
      const dubbla = await k.rader(`SELECT 1 FROM ${r.namn} GROUP BY ${r.nyckel.join(', ')} HAVING count(*) > 1 LIMIT 1`)
      expect(dubbla, `${r.namn}: nyckel`).toEqual([])
    }
    k.stang()
  })

  it('skrivs helt eller inte alls, och aldrig över något annat', async () => {
    const annat = join(mapp, 'annat')
    mkdirSync(annat)
    writeFileSync(join(annat, 'viktigt.txt'), 'x')
    await expect(skrivLand(val, annat)).rejects.toThrow(/finns redan/)
    expect(readFileSync(join(annat, 'viktigt.txt'), 'utf8')).toBe('x')
    const blandat = join(mapp, 'blandat')
    cpSync(join(mapp, 'd'), blandat, { recursive: true })
    writeFileSync(join(blandat, 'viktigt.txt'), 'x')
    await expect(skrivLand(val, blandat)).rejects.toThrow(/finns redan och innehåller annat: viktigt.txt/)
    expect(readdirSync(blandat)).toContain('viktigt.txt')
    const inlast = join(mapp, 'inlast')
    cpSync(join(mapp, 'd'), inlast, { recursive: true })
    skrivManifest(inlast, { ...lasManifest(inlast), pahittad: false })
    await expect(skrivLand(val, inlast)).rejects.toThrow(/inte är påhittade/)
    const fil = join(mapp, 'fil')
    writeFileSync(fil, 'x')
    await expect(skrivLand(val, fil)).rejects.toThrow(/ingen mapp/)
    await expect(
      skrivLand(val, join(mapp, 'trasig'), () => {
        throw new Error('avbrutet')
      }),
    ).rejects.toThrow('avbrutet')
    expect(existsSync(join(mapp, 'trasig'))).toBe(false)
    expect(readdirSync(mapp).filter((f) => f.startsWith('.'))).toEqual([])
  })

  it('kan skrivas i en tom mapp', async () => {
    mkdirSync(join(mapp, 'tom'))
    await skrivLand({ ...val, personer: 1000 }, join(mapp, 'tom'))
    expect(lasManifest(join(mapp, 'tom')).val).toMatchObject({ personer: 1000 })
  })

  it('kan skrivas om', async () => {
    await skrivLand({ ...val, personer: 1000 }, join(mapp, 'd'))
    expect(lasManifest(join(mapp, 'd')).val).toMatchObject({ personer: 1000 })
  })
})

describe('kalibreringen', () => {
  it('ger länens tal inom slumpens fel, och sjukfallen den publicerade längden', async () => {
    const stort = join(mapp, 'stort')
    await skrivLand({ fro: 'kalibrering', personer: 150_000, fran: 2010, till: 2020 }, stort)
    const k = await Datakalla.oppna(stort)
    const kal = await kalibrera(k)
    k.stang()
    for (const c of kal.kolumner) {
      expect(c.storsta, `kolumn ${c.kolumn}`).toBeLessThan(4.5)
      if (c.kolumn !== 9) expect(c.rms, `kolumn ${c.kolumn}`).toBeLessThan(1.6)
    }
    expect(kal.poster.length).toBeGreaterThan(21 * 10)
    for (const l of kal.langder) expect(Math.abs(l.beraknat - l.publicerat), `${l.diagnos} ${l.klass}`).toBeLessThan(2.2)
    expect(kalibreringstext(kal)).toContain('| Jämtland | 2 | 0,18 | 0,21 |')
  }, 180_000)

  it('säger att länens tal inte kan jämföras när åren inte täcker dem', async () => {
    await skrivLand({ fro: 1, personer: 2000, fran: 2021, till: 2022 }, join(mapp, 'sent'))
    const k = await Datakalla.oppna(join(mapp, 'sent'))
    const kal = await kalibrera(k)
    k.stang()
    expect(kal.poster).toEqual([])
    expect(kal.anmarkningar.at(-1)).toContain('täcker inte')
  })
})
