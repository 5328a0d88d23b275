import { FARAH, person } from '@atergang/formaner/prov'
import { datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas, tomDatabas } from '../../../../tests/stod/databas.ts'
import { laddaProvfall, type Provfall } from '../../../../tests/stod/provfall.ts'
import { anslut } from '../databas.ts'
import {
  Arendelager,
  aterstallKopia,
  Ko,
  lasArende,
  oppnaDatabas,
  provaKopia,
  skapaKopia,
  utanKo,
  type Databas,
  type Nu,
} from '../index.ts'
import { migrera } from '../migrera.ts'

const DAG = datum('2026-03-20')
const nu: Nu = { dag: DAG, tid: '2026-03-20T09:00:00.000Z' }
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' as const } }
const mapp = mkdtempSync(join(tmpdir(), 'atergang-kopia-'))
let db: Databas
let url: string
let stang: () => Promise<void>
let anna: Provfall
let lopnr = 0
const nyMapp = () => join(mapp, String(++lopnr))
const stangs: (() => Promise<void>)[] = []
/** An empty database to restore into; gone after the test. */
const tom = async (): Promise<string> => {
  const t = await tomDatabas()
  stangs.push(t.stang)
  return t.url
}
const oppna = async (u: string): Promise<Databas> => {
  const d = await oppnaDatabas(u)
  stangs.unshift(() => d.stang())
  return d
}
const rader = async (u: string, fraga: string): Promise<unknown[]> => {
  const k = await anslut(u)
  try {
    return (await k.query(fraga)).rows as unknown[]
  } finally {
    await k.end()
  }
}
const arTom = async (u: string) =>
  (
    await rader(
      u,
      `select 1 from pg_namespace where nspname in ('app', 'ko') union all select 1 from pg_class where relname = 'atergang_migrering'`,
    )
  ).length === 0

beforeAll(async () => {
  ;({ db, url, stang } = await testdatabas())
  anna = await laddaProvfall(db, person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-17' }), {
    dag: DAG,
    personnummer: '19800101-9811',
  })
  await laddaProvfall(db, person('Åke').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-17' }), {
    dag: DAG,
    personnummer: '19800101-9829',
  })
  const lager = new Arendelager(db, utanKo)
  await lager.kor({
    arendeId: anna.arendeId,
    av: SYSTEM,
    nu,
    kommando: { typ: 'tilldela', roll: 'handlaggare', till: { ...FARAH, roll: 'handlaggare' } },
  })
  await lager.kor({ arendeId: anna.arendeId, av: SYSTEM, nu, kommando: { typ: 'anteckna', text: 'Ö; "citat" \\N \\. \t och\nny rad 😀' } })
  await db.agare.query(
    `insert into app.atkomst (anvandare, namn, roll, person_id, arende_id, vad) values ('eva', 'Eva Ek', 'handlaggare', $1, $2, 'öppnade ärendet')`,
    [anna.personId, anna.arendeId],
  )
  await db.agare.query(
    `insert into app.session (token_hash, anvandare, namn, roll, giltig_till) values ('\\x01', 'eva', 'Eva Ek', 'handlaggare', now() + interval '1 hour')`,
  )
})
afterEach(async () => {
  for (const f of stangs.splice(0)) await f()
})
afterAll(async () => {
  await stang()
  rmSync(mapp, { recursive: true, force: true })
})

describe('en säkerhetskopia som återställs i en tom databas', () => {
  it('ger samma rader i varje tabell, och säger hur många', async () => {
    const { mapp: kopia, manifest } = await skapaKopia(url, nyMapp())
    expect(manifest.kedjor).toMatchObject({ arenden: 2, brott: [] })
    expect(manifest.kedjor.handelser).toBeGreaterThan(4)
    const mal = await tom()
    expect((await aterstallKopia(mal, kopia)).migrerat).toEqual([])
    const igen = await skapaKopia(mal, nyMapp())
    expect(igen.manifest.tabeller).toEqual(manifest.tabeller)
    expect(igen.manifest.sekvenser).toEqual(manifest.sekvenser)
    const antal = Object.fromEntries(manifest.tabeller.map((t) => [t.namn, t.rader]))
    expect(antal).toMatchObject({ person: 2, arende: 2, handelse: manifest.kedjor.handelser, tilldelning: 1 })
    expect(antal.dokument).toBeGreaterThan(0)
  })

  it('går att arbeta vidare i: ärendet läses, nya nummer följer på de gamla, loggen fortsätter', async () => {
    const { mapp: kopia } = await skapaKopia(url, nyMapp())
    const mal = await tom()
    await aterstallKopia(mal, kopia)
    const d = await oppna(mal)
    const lager = new Arendelager(d, utanKo)
    const innan = (await lasArende(d, SYSTEM, anna.arendeId))!
    expect(innan.lage.tilldelning.handlaggare?.till.namn).toBe(FARAH.namn)
    await lager.kor({ arendeId: anna.arendeId, av: SYSTEM, nu, kommando: { typ: 'anteckna', text: 'Efter återställningen.' } })
    expect((await lasArende(d, SYSTEM, anna.arendeId))!.lage.version).toBe(innan.lage.version + 1)
    const [{ n }, { gammalt }] = (await rader(
      mal,
      `select nextval('app.arendenummer') as n, 0 as gammalt union all select 0, last_value from app.arendenummer`,
    )) as [{ n: number }, { gammalt: number }]
    expect(n).toBeGreaterThanOrEqual(gammalt)
    await d.agare.query(`insert into app.atkomst (anvandare, namn, roll, vad) values ('eva', 'Eva Ek', 'handlaggare', 'prov')`)
  })

  it('har inga inloggade: alla loggar in på nytt', async () => {
    const { mapp: kopia } = await skapaKopia(url, nyMapp())
    const mal = await tom()
    await aterstallKopia(mal, kopia)
    expect(await rader(mal, 'select * from app.session')).toEqual([])
  })

  it('har kvar det som inte hade gått ut: brev som väntar går ut efteråt, det som gått ut går inte ut igen', async () => {
    const vantar = { id: randomUUID(), data: { slag: 'brev' as const, arendeId: anna.arendeId, utskickId: randomUUID() } }
    const skickat = { id: randomUUID(), data: { slag: 'brev' as const, arendeId: anna.arendeId, utskickId: randomUUID() } }
    const ko = await Ko.starta(url, (sql) => db.agare.query(sql))
    await ko.laggTillbaka([vantar, skickat])
    await ko.stang()
    await db.agare.query(`update ko.job set state = 'completed', completed_on = now() where id = $1`, [skickat.id])
    const { mapp: kopia, manifest } = await skapaKopia(url, nyMapp())
    expect(manifest.utskick.rader).toBe(1)
    const mal = await tom()
    await aterstallKopia(mal, kopia)
    expect(await rader(mal, 'select id, data, state from ko.job')).toEqual([{ ...vantar, state: 'created' }])
  })

  it('är ett ögonblick: det som skrivs medan den tas är antingen helt med eller inte alls', async () => {
    const lager = new Arendelager(db, utanKo)
    let tagen = false
    const skrivs = (async () => {
      for (let i = 0; !tagen; i++)
        await lager.kor({ arendeId: anna.arendeId, av: SYSTEM, nu, kommando: { typ: 'anteckna', text: `Under kopian ${i}.` } })
    })()
    const { mapp: kopia, manifest } = await skapaKopia(url, nyMapp())
    tagen = true
    await skrivs
    expect(manifest.kedjor.brott).toEqual([])
    const mal = await tom()
    await expect(aterstallKopia(mal, kopia)).resolves.toMatchObject({ migrerat: [] })
  })

  it('från en äldre version migreras vidare, med raderna kvar', async () => {
    const gammal = await tom()
    const k = await anslut(gammal)
    const alla = (await rader(url, 'select namn, summa from public.atergang_migrering order by namn')) as { namn: string; summa: string }[]
    const fore = alla.filter((m) => m.namn < '011')
    await migrera(k, fore)
    await k.query(
      `insert into app.person (id, personnummer, fornamn, efternamn, fodd) values ($1, '19800101-9837', 'Gunnel', 'Gammal', '1980-01-01')`,
      [anna.personId],
    )
    await k.query(
      `insert into app.arende (id, nummer, person_id, forman, enhet, version, huvud, status, sammanfattning, inlett, skyddad) values ($1, 'SP2026-000001', $2, 'sjukpenning', 'Gävle', 0, $3, 'kraver', '{}', '2026-03-02', false)`,
      [anna.arendeId, anna.personId, Buffer.alloc(32)],
    )
    await k.query(
      `insert into app.brevutkast (id, arende_id, innehall_sha256, innehall, pdf, pdf_sha256, av) values ($1, $2, '\\x01', '{}', 'ett brev', '\\x02', 'eva')`,
      [randomUUID(), anna.arendeId],
    )
    await k.end()
    const { mapp: kopia } = await skapaKopia(gammal, nyMapp())
    const mal = await tom()
    expect((await aterstallKopia(mal, kopia)).migrerat).toEqual(alla.filter((m) => m.namn >= '011').map((m) => m.namn))
    expect(await rader(mal, `select convert_from(innehall, 'UTF8') as text, utkast from app.dokument`)).toEqual([
      { text: 'ett brev', utkast: true },
    ])
  })
})

describe('en bruten kedja', () => {
  it('står i kopian, hindrar den inte, och återställs som den var', async () => {
    const eget = await testdatabas()
    stangs.push(eget.stang)
    const { arendeId } = await laddaProvfall(eget.db, person('Bo').sjukFran('2026-03-02').medIntyg(), {
      dag: DAG,
      personnummer: '19800101-9845',
    })
    await eget.db.agare.query(
      `alter table app.handelse disable trigger handelse_oforanderlig; update app.handelse set data = data || '{"x": 1}' where arende_id = '${arendeId}' and nr = 2; alter table app.handelse enable trigger handelse_oforanderlig`,
    )
    const { mapp: kopia, manifest } = await skapaKopia(eget.url, nyMapp())
    expect(manifest.kedjor.brott).toEqual([{ nummer: expect.stringMatching(/^SP/), nr: 2, text: 'Händelse 2 stämmer inte med kedjan.' }])
    await expect(aterstallKopia(await tom(), kopia)).resolves.toMatchObject({ manifest: { kedjor: { brott: [{ nr: 2 }] } } })
  })
})

describe('en skadad kopia', () => {
  const filen = (kopia: string, namn: string) => join(kopia, namn)
  it.each<[string, (kopia: string) => void, RegExp]>([
    [
      'en ändrad uppgift i en fil',
      (k) => {
        const f = filen(k, 'person.copy.gz')
        writeFileSync(f, gzipSync(Buffer.from(gunzipSync(readFileSync(f)).toString('latin1').replace('Anna', 'Anne'), 'latin1')))
      },
      /person\.copy\.gz stämmer inte/,
    ],
    ['en avhuggen fil', (k) => truncateSync(filen(k, 'handelse.copy.gz'), 40), /handelse\.copy\.gz kan inte läsas/],
    ['en fil som saknas', (k) => rmSync(filen(k, 'arende.copy.gz')), /arende\.copy\.gz saknas/],
    [
      'ett ändrat manifest',
      (k) =>
        writeFileSync(filen(k, 'manifest.json'), readFileSync(filen(k, 'manifest.json'), 'utf8').replace('"tagen": "2', '"tagen": "3')),
      /manifest\.json stämmer inte/,
    ],
    ['ett manifest som inte kan läsas', (k) => writeFileSync(filen(k, 'manifest.json'), '{'), /manifest\.json kan inte läsas/],
    ['inget manifest', (k) => rmSync(filen(k, 'manifest.json')), /ingen hel säkerhetskopia/],
    [
      'ett annat format',
      (k) => writeFileSync(filen(k, 'manifest.json'), JSON.stringify({ format: 'något annat 7' })),
      /formatet ”något annat 7”/,
    ],
  ])('%s: säger vad, och databasen förblir tom', async (_vad, skada, text) => {
    const { mapp: kopia } = await skapaKopia(url, nyMapp())
    skada(kopia)
    await expect(provaKopia(kopia)).rejects.toThrow(text)
    const mal = await tom()
    await expect(aterstallKopia(mal, kopia)).rejects.toThrow(text)
    expect(await arTom(mal)).toBe(true)
  })

  it('återställningen tömmer efter sig när databasen inte tar emot den', async () => {
    const { mapp: kopia, manifest } = await skapaKopia(url, nyMapp())
    const mal = await tom()
    // A copy that says something else than its files, with a manifest that holds: as when the program and the copy disagree.
    const { skrivManifest } = await import('./manifest.ts')
    rmSync(join(kopia, 'manifest.json'))
    await skrivManifest(kopia, { ...manifest, kedjor: { ...manifest.kedjor, handelser: 0 } })
    await expect(aterstallKopia(mal, kopia)).rejects.toThrow(/kedjor håller inte/)
    expect(await arTom(mal)).toBe(true)
  })
})

describe('återställningen rör inte', () => {
  it('en databas som inte är tom', async () => {
    const { mapp: kopia } = await skapaKopia(url, nyMapp())
    const fore = await rader(url, 'select count(*) as n from app.handelse')
    await expect(aterstallKopia(url, kopia)).rejects.toThrow(/är inte tom, och rörs därför inte/)
    expect(await rader(url, 'select count(*) as n from app.handelse')).toEqual(fore)
  })

  it('något när kopian är tagen med en nyare version', async () => {
    const { mapp: kopia, manifest } = await skapaKopia(url, nyMapp())
    const { skrivManifest } = await import('./manifest.ts')
    rmSync(join(kopia, 'manifest.json'))
    await skrivManifest(kopia, { ...manifest, migreringar: [...manifest.migreringar, { namn: '999-framtiden.sql', summa: 'x' }] })
    const mal = await tom()
    await expect(aterstallKopia(mal, kopia)).rejects.toThrow(/999-framtiden\.sql/)
    expect(await arTom(mal)).toBe(true)
  })
})

describe('kopians mapp', () => {
  it('läses bara av den som äger filerna, och inget halvskrivet blir kvar', async () => {
    const till = nyMapp()
    const { mapp: kopia } = await skapaKopia(url, till)
    expect(statSync(kopia).mode & 0o777).toBe(0o700)
    for (const f of readdirSync(kopia)) expect(statSync(join(kopia, f)).mode & 0o777).toBe(0o600)
    expect(readdirSync(till)).toHaveLength(1)
  })

  it('skapas inte när databasen är tom', async () => {
    const till = nyMapp()
    await expect(skapaKopia(await tom(), till)).rejects.toThrow(/Databasen är tom/)
    expect(() => readdirSync(till)).toThrow()
  })
})
