import { sammanfatta, personen, type Handelse, type Lage } from '@atergang/arende'
import { datum } from '@atergang/kalender'
import { lasArende, provaJournal, reserveraNummer, utredningAv, type Databas } from '@atergang/lager'
import { kontrollsiffra } from '@atergang/syntet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../../tests/stod/databas.ts'
import { laddaStort } from './storskalig.ts'

const DAG = datum('2026-03-16')
const ANTAL = 150
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' } } as const

let db: Databas
let stang: () => Promise<void>
let rader: { id: string; nummer: string; lage: Lage; sammanfattning: object; status: string }[]
beforeAll(async () => {
  ;({ db, stang } = await testdatabas())
  await laddaStort(db, ANTAL, { dag: DAG, mallar: 30, medVy: true })
  const { rows } = await db.agare.query<Omit<(typeof rader)[number], 'lage'>>(
    'select id, nummer, sammanfattning, status from app.arende order by nummer',
  )
  rader = await Promise.all(rows.map(async (r) => ({ ...r, lage: (await lasArende(db, SYSTEM, r.id))!.lage })))
}, 120_000)
afterAll(() => stang())

describe('en stor påhittad befolkning', () => {
  it('har så många ärenden som begärts, alla om olika personer med egna nummer', async () => {
    expect(rader).toHaveLength(ANTAL)
    expect(new Set(rader.map((r) => r.nummer)).size).toBe(ANTAL)
    const personer = rader.map((r) => personen(r.lage))
    expect(new Set(personer.map((p) => p.personnummer)).size).toBe(ANTAL)
    expect(new Set(personer.map((p) => p.id)).size).toBe(ANTAL)
    for (const p of personer) {
      expect(p.personnummer.slice(0, 8)).toBe(p.fodd.replaceAll('-', ''))
      const tio = p.personnummer.replace('-', '').slice(2)
      expect(kontrollsiffra(tio.slice(0, 9))).toBe(Number(tio[9]))
    }
    expect(await reserveraNummer(db, 1)).toEqual([ANTAL + 1])
  })

  it('säger samma sak i journal, läge och listor, och kedjan håller', async () => {
    for (const r of rader.filter((_, i) => i % 5 === 0)) {
      expect(await provaJournal(db, SYSTEM, r.id)).toBeNull()
      expect(r.sammanfattning).toEqual(JSON.parse(JSON.stringify(sammanfatta(r.lage, utredningAv(r.lage, DAG)))))
      const { rows } = await db.agare.query<Pick<Handelse, 'data'>>('select data from app.handelse where arende_id = $1 and nr = 1', [r.id])
      expect(rows[0]!.data).toMatchObject({ person: personen(r.lage), nummer: r.nummer })
      const { rows: oppna } = await db.agare.query<{ nyckel: string; underlag: string }>(
        'select nyckel, underlag from app.uppgift where arende_id = $1 and avslutad is null order by nyckel',
        [r.id],
      )
      expect(oppna).toEqual(
        sammanfatta(r.lage, utredningAv(r.lage, DAG))
          .uppgifter.map(({ nyckel, underlag }) => ({ nyckel, underlag }))
          .sort((a, b) => (a.nyckel < b.nyckel ? -1 : 1)),
      )
    }
  })

  it('har inga spår kvar av den som kopierats', () => {
    for (const r of rader) expect(JSON.stringify(r)).not.toMatch(/Qfornamnq|Qefternamnq|SP0000/)
  })

  it('har den första ansökan som handling, byte för byte', async () => {
    const { rows } = await db.agare.query<{ id: string; arende_id: string; sha256: Buffer }>(
      'select id, arende_id, sha256 from app.dokument',
    )
    expect(rows.length).toBeGreaterThan(ANTAL / 2)
    for (const d of rows)
      expect(rader.find((r) => r.id === d.arende_id)!.lage.handlingar).toContainEqual(
        expect.objectContaining({ id: d.id, typ: 'ansokan', sha256: d.sha256.toString('hex') }),
      )
  })

  it('har den förberedda ärendesidan för dagen', async () => {
    expect(
      (
        await db.agare.query(
          'select 1 from app.arendevy v join app.arende a on a.id = v.arende_id and a.version = v.version where v.dag = $1',
          [DAG],
        )
      ).rowCount,
    ).toBe(ANTAL)
  })
})
