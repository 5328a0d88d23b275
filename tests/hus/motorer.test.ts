import { datum } from '@atergang/kalender'
import { brytdagar, forklara, regler, underliggande, type Regel, type Tal } from '@atergang/regelverk'
import { SLUMPDAGAR, slumpbestand, slumpregel, slumptal } from '@atergang/regelverk/prov'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duckdb, laddaTabell, postgres, sqlsvar, type Sqlmotor } from '../stod/sqlmotor.ts'

const somText = (v: Tal | boolean | null): string => (v === null ? 'okänt' : typeof v === 'boolean' ? `${v}` : `${v.t}/${v.n}`)
const sanningar = (r: Regel) => new Set(underliggande(r).indata.filter((u) => u.enhet === 'ja/nej').map((u) => u.namn))

describe.each([['DuckDB', duckdb, 250], ['PostgreSQL', postgres, 120]] as const)('%s svarar som förklaringen', (_, oppna, slumpade) => {
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
        b.rader.forEach((f, i) => expect(`frö ${fro} rad ${i}: ${svar[i]}`).toBe(`frö ${fro} rad ${i}: ${somText(forklara(r, f, dag).varde)}`))
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
        b.rader.forEach((f, i) => expect(`${r.namn} ${dag} rad ${i}: ${svar[i]}`).toBe(`${r.namn} ${dag} rad ${i}: ${somText(forklara(r, f, dag).varde)}`))
      }
    }
  })
})
