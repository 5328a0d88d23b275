import { readdirSync, readFileSync } from 'node:fs'
import { regelkatalog } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import { describe, expect, it } from 'vitest'
import { regelsidor } from '../../scripts/lag/regelsidor.ts'

const MAPP = 'docs/regler'
const katalog = regelkatalog(paragraftext)
const sidor = regelsidor(katalog)

describe('sidorna om reglerna', () => {
  it('är skrivna av reglerna som de är i dag: kör npm run regelsidor om de inte är det', () => {
    expect(readdirSync(MAPP).sort()).toEqual([...sidor.keys()].sort())
    expect([...sidor].filter(([f, text]) => readFileSync(`${MAPP}/${f}`, 'utf8') !== text).map(([f]) => f)).toEqual([])
  })

  it('har länkar som leder till något', () => {
    const ankare = new Set([...sidor].flatMap(([f, text]) => [...text.matchAll(/<a id="([^"]+)">/g)].map((m) => `${f}#${m[1]}`)))
    const dubbla = [...sidor].flatMap(([f, text]) => [...text.matchAll(/<a id="([^"]+)">/g)].map((m) => `${f}#${m[1]}`))
    expect(dubbla.length).toBe(ankare.size)
    const doda = [...sidor].flatMap(([f, text]) =>
      [...text.matchAll(/\]\(([^)]*\.md#[^)]+)\)/g)].filter((m) => !ankare.has(m[1]!)).map((m) => `${f}: ${m[1]}`),
    )
    expect(doda).toEqual([])
  })

  it('har varje regel, parameter och fråga', () => {
    const allt = [...sidor.values()].join('\n')
    for (const x of [...katalog.regler, ...katalog.parametrar, ...katalog.fragor]) expect(allt, x.namn).toContain(`\`${x.namn}\``)
  })
})
