import { datum, plusDagar } from '@atergang/kalender'
import { bestandAv, brytdagar, forklara, kalenderdag, regler, sql, underliggande, type Regel, type Tal } from '@atergang/regelverk'
import { lasLagfall, SLUMPDAGAR, slumpbestand, slumpregel, slumptal } from '@atergang/regelverk/prov'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duckdb, laddaTabell, postgres, sqlsvar, type Sqlmotor } from '../stod/sqlmotor.ts'

const somText = (v: Tal | boolean | null): string => (v === null ? 'okänt' : typeof v === 'boolean' ? `${v}` : `${v.t}/${v.n}`)
const MAPP = fileURLToPath(new URL('../../packages/regelverk/lagfall/', import.meta.url))
const lagfallen = readdirSync(MAPP)
  .filter((f) => f.endsWith('.csv'))
  .flatMap((fil) => lasLagfall(readFileSync(`${MAPP}${fil}`, 'utf8'), fil).fall)
  .flatMap((f) => (f.sort === 'regel' ? [f] : []))
const sanningar = (r: Regel) =>
  new Set(
    underliggande(r)
      .indata.filter((u) => u.enhet === 'ja/nej')
      .map((u) => u.namn),
  )

describe.each([
  ['DuckDB', duckdb, 250],
  ['PostgreSQL', postgres, 120],
] as const)('%s svarar som förklaringen', (_, oppna, slumpade) => {
  let m: Sqlmotor
  beforeAll(async () => {
    m = await oppna()
  })
  afterAll(() => m.stang())

  it('på slumpade regler, med och utan okända uppgifter', async () => {
    let forStora = 0
    for (let fro = 1; fro <= slumpade; fro++) {
      const slump = slumptal(fro)
      const r = slumpregel(Array.from({ length: 20 + Math.floor(slump() * 120) }, () => Math.floor(slump() * 1e6)))
      const b = slumpbestand(r, fro, 20)
      const dag = SLUMPDAGAR[fro % SLUMPDAGAR.length]!
      await laddaTabell(m, b, sanningar(r))
      try {
        const svar = await sqlsvar(m, r, b, dag)
        b.rader.forEach((f, i) =>
          expect(`frö ${fro} rad ${i}: ${svar[i]}`).toBe(`frö ${fro} rad ${i}: ${somText(forklara(r, f, dag).varde)}`),
        )
      } catch (fel) {
        // More than 38 digits: the database says so instead of answering.
        if (!/Out of Range|out of range|Overflow|Conversion Error/.test(String(fel))) throw fel
        forStora++
      }
    }
    expect(forStora).toBeLessThan(slumpade / 20)
  })

  it('på alla regler, i alla tider', async () => {
    for (const r of regler) {
      const b = slumpbestand(r, 7, 60)
      await laddaTabell(m, b, sanningar(r))
      for (const dag of ['2005-01-01', '2027-06-01', ...brytdagar(r)].map(datum)) {
        const svar = await sqlsvar(m, r, b, dag)
        b.rader.forEach((f, i) =>
          expect(`${r.namn} ${dag} rad ${i}: ${svar[i]}`).toBe(`${r.namn} ${dag} rad ${i}: ${somText(forklara(r, f, dag).varde)}`),
        )
      }
    }
  })

  it('på varje lagfall', async () => {
    const grupper = new Map<string, (typeof lagfallen)[number][]>()
    for (const f of lagfallen) grupper.set(`${f.regel.namn} ${f.datum}`, [...(grupper.get(`${f.regel.namn} ${f.datum}`) ?? []), f])
    expect(lagfallen.length).toBeGreaterThan(300)
    for (const fall of grupper.values()) {
      const { regel, datum: dag } = fall[0]!
      const b = bestandAv(
        fall.map((f) => f.fakta),
        underliggande(regel).indata,
      )
      await laddaTabell(m, b, sanningar(regel))
      const svar = await sqlsvar(m, regel, b, dag)
      fall.forEach((f, i) =>
        expect(`${f.fil} rad ${f.rad}: ${svar[i]}`).toBe(`${f.fil} rad ${f.rad}: ${somText(forklara(regel, f.fakta, dag).varde)}`),
      )
    }
  })

  it('med var sin dag på raderna, och inget svar där dagen saknas', async () => {
    for (const r of regler) {
      const b = slumpbestand(r, 3, 80)
      const slump = slumptal(9)
      const dagar = Array.from({ length: b.antal }, () =>
        slump() < 0.1 ? null : plusDagar(datum('2005-01-01'), Math.floor(slump() * 12_000)),
      )
      await laddaTabell(m, b, sanningar(r))
      await m.utfor('ALTER TABLE t ADD COLUMN dag DATE')
      for (const [i, d] of dagar.entries()) if (d) await m.utfor(`UPDATE t SET dag = DATE '${d}' WHERE rad = ${i}`)
      const svar = await sqlsvar(m, r, b, { kolumn: 'dag' })
      dagar.forEach((d, i) =>
        expect(`${r.namn} ${d} rad ${i}: ${svar[i]}`).toBe(
          `${r.namn} ${d} rad ${i}: ${d ? somText(forklara(r, b.rader[i]!, d).varde) : 'okänt'}`,
        ),
      )
    }
  })

  it('svarar inte på en rad som saknar vad kolumnen lovade, och läser ja och nej som heltal', async () => {
    await m.utfor('DROP TABLE IF EXISTS t')
    await m.utfor('CREATE TEMPORARY TABLE t (rad INTEGER, "sgi kr" BIGINT, niva INTEGER, arbetslos BOOLEAN, fjardedelar INTEGER)')
    await m.utfor(
      'INSERT INTO t VALUES (0, 588000, 0, FALSE, 4), (1, NULL, 1, FALSE, 4), (2, 588000, 1, NULL, 2), (3, 588000, NULL, FALSE, 4)',
    )
    const fraga = sql(kalenderdag.sjukpenningPerDag, {
      dialekt: m.dialekt,
      tabell: 't',
      datum: datum('2026-01-01'),
      medfoljer: ['rad'],
      kolumner: {
        sgi: { kolumn: 'sgi kr', nullbar: false },
        fortsattningsniva: { kolumn: 'niva', heltal: true },
        arbetslos: { nullbar: false },
        omfattning: { kolumn: 'fjardedelar', skala: 4 },
      },
    })
    expect((await m.fraga(`${fraga} ORDER BY rad`)).map(([, t]) => t)).toEqual(['1250', null, null, null])
    expect(fraga).toContain('28 kap. 10 § andra stycket')
  })
})
