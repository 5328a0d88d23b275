import { granskaInnehall, type Brevskrivare } from '@atergang/brev'
import { provaJournal, sha256, somSystemet, type Databas } from '@atergang/lager'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../../../tests/stod/databas.ts'
import type { Config } from '../../config.ts'
import { Analysverk } from '../../analys/analysverk.ts'
import { Klocka } from '../../klocka.ts'
import { ARBETSGIVARE, aprkonton } from './firmor.ts'
import { laddaAprDemo } from './ladda.ts'

/** Checks that each letter can be set, and gives a small stand-in. */
const latsas: Brevskrivare = {
  skriv: async (innehall) => {
    const brister = granskaInnehall(innehall)
    if (brister.length) throw new Error(brister.map((b) => `${innehall.arendenummer}: ${b.vad} ${b.atgard}`).join('\n'))
    const pdf = new TextEncoder().encode(`%PDF-låtsas ${JSON.stringify(innehall)}`)
    return { pdf, sha256: sha256(pdf), sidor: 1 }
  },
  stang: () => Promise.resolve(),
}
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' } } as const
const data = mkdtempSync(join(tmpdir(), 'atergang-aprdemo-'))
let db: Databas
let stang: () => Promise<void>
const sagt: string[] = []
const ladda = (dag: string) =>
  laddaAprDemo(
    { db, brev: latsas, klocka: new Klocka(dag), config: { data } as Config, analys: new Analysverk({ mapp: data, land: null }) },
    (x) => sagt.push(x),
  )

afterAll(async () => {
  await stang()
  rmSync(data, { recursive: true, force: true })
})

describe.each(['2026-03-16', '2026-11-25'])('demons arbetsgivare och anordnare den %s', (idag) => {
  beforeAll(async () => {
    await stang?.()
    sagt.length = 0
    ;({ db, stang } = await testdatabas())
    await ladda(idag)
  }, 240_000)

  const lika = async (fraga: string): Promise<Record<string, number>> =>
    Object.fromEntries((await db.agare.query<{ k: string; n: number }>(fraga)).rows.map((r) => [r.k, r.n]))

  it('läses in en gång, med besked', async () => {
    expect(sagt).toEqual([expect.stringMatching(/: 35 påhittade ärenden på \d+ sekunder/)])
    await ladda(idag)
    expect(sagt).toHaveLength(1)
  })

  it('står i alla lägen: godkänd, omprövad bort, avslagen och sökande; klar, sen, utreds, väntar, beslutad, återkallad, i kontroll', async () => {
    expect(await lika('select tillstand as k, count(*)::int as n from app.apr_anordnare group by 1')).toMatchObject({
      godkand: 3,
      upphort: 1,
      ansokt: 1,
      ejGodkand: 1,
    })
    const t = await lika(
      "select case when sen then 'sen' when avtryck is not null then 'klar' else tillstand end as k, count(*)::int as n from app.apr_ansokan group by 1",
    )
    expect(t).toMatchObject({
      sen: 1,
      klar: 14,
      aterkallad: 1,
      beslutad: expect.any(Number),
      utreds: expect.any(Number),
      vantar: 1,
      mottagen: 1,
    })
    expect(await lika('select tillstand as k, count(*)::int as n from app.apr_kontrollfall group by 1')).toEqual({ klar: 2, begart: 2 })
    expect((await db.agare.query('select 1 from app.apr_ansokan where aterkravt > 0')).rowCount).toBe(1)
  })

  it('håller taken, och har hela kedjor', async () => {
    expect((await db.agare.query('select 1 from app.apr_ansokan group by orgnr, kostnadsar having sum(belopp) > 200000')).rowCount).toBe(0)
    expect(
      (await db.agare.query('select max(n)::int as n from (select sum(belopp) as n from app.apr_ansokan group by orgnr, kostnadsar) s'))
        .rows,
    ).toEqual([{ n: 200_000 }])
    const ids = await somSystemet(db, (q) => q.selectFrom('app.arende').select('id').execute())
    for (const { id } of ids) expect(await provaJournal(db, SYSTEM, id)).toBeNull()
  })
})

it('den som loggar in för en firma heter som firman, med ett påhittat nummer', () => {
  for (const k of aprkonton()) expect(k.orgnr).toMatch(/^(9999\d\d-\d{4}|780514-98\d{2})$/)
  expect(new Set(Object.values(ARBETSGIVARE).map((f) => f.orgnr)).size).toBe(Object.keys(ARBETSGIVARE).length)
})
