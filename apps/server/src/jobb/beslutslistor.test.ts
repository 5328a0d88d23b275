import { ANORDNARE, godkandSedan, provOrgnr } from '@atergang/formaner/prov'
import {
  Arendelager,
  godkannLista,
  Ko,
  noteraGranskad,
  skapaLista,
  skapaSession,
  somPerson,
  tokenHash,
  UTSKICK,
  utanKo,
  type Databas,
} from '@atergang/lager'
import { datum } from '@atergang/kalender'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testdatabas } from '../../../../tests/stod/databas.ts'
import { Klocka } from '../klocka.ts'
import { arbetaListor } from './beslutslistor.ts'

const ANTAL = 60
const DAG = '2025-06-04'
const NU = { dag: datum(DAG), tid: `${DAG}T09:00:00.000Z` }
const ARBETAREN = fileURLToPath(new URL('../../../../tests/stod/listarbetare.ts', import.meta.url))
let db: Databas
let url: string
let stang: () => Promise<void>
let lista: string

/** Sixty employers with an application each, all approved in one list and none decided. */
beforeAll(async () => {
  ;({ db, url, stang } = await testdatabas())
  const lager = new Arendelager(db, utanKo)
  const nu = { dag: datum('2025-06-02'), tid: '2025-06-02T09:00:00.000Z' }
  for (let i = 0; i < ANTAL; i++) {
    const [ansokanId, orgnr] = [randomUUID(), provOrgnr(2000 + i)]
    const rader = [0, 1, 2].map((n) => ({
      radId: `${ansokanId}-${n}`,
      anstalld: `A${n}`,
      anordnare: ANORDNARE,
      insatsdag: '2025-05-05',
      insatstyper: ['utreda'],
      kostnad: 100_000 * (i + n + 1),
      fakturanummer: `F${i}-${n}`,
      faktura: randomUUID(),
    }))
    const data = {
      ansokan: { ansokanId, inkom: '2025-06-02', kanal: 'etjanst', rader, anstalldaVet: true, ejBehandling: true },
      register: [godkandSedan(ANORDNARE)],
    }
    await lager.inled({
      part: { slag: 'arbetsgivare', arbetsgivare: { orgnr, namn: `Firma ${i} AB`, adress: ['Gatan 1'], lan: '21' } },
      forman: 'apr',
      sak: '2025',
      enhet: 'APR',
      nu,
      aktor: { id: orgnr, namn: `Firma ${i} AB`, roll: 'arbetsgivare', enhet: orgnr },
      forsta: [{ typ: 'taEmotAnsokan', data }],
    })
  }
  const asta = tokenHash(
    await skapaSession(db, {
      anvandare: 'asta',
      namn: 'Asta Alvar',
      roll: 'handlaggare',
      enhet: 'APR',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      formaner: ['apr'],
    }),
  )
  lista = await skapaLista(db, asta, { slag: 'klara', nu: NU })
  const rader = await somPerson(db, asta, (q) => q.selectFrom('app.apr_listrad').selectAll().where('lista', '=', lista).execute())
  for (const r of rader.filter((x) => x.stickprov)) await noteraGranskad(db, asta, lista, r.nr, NU)
  const l = await somPerson(db, asta, (q) =>
    q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow(),
  )
  await godkannLista(db, asta, lista, { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: NU })
}, 120_000)
afterAll(() => stang())

const tal = async (text: string): Promise<number> => Number((await db.agare.query<{ n: string }>(text)).rows[0]!.n)
const beslutade = () => tal("select count(*) as n from app.apr_listrad where tillstand = 'beslutad'")

it('när servern dödas mitt i en lista förloras inget och inget betalas två gånger', async () => {
  const barn = spawn(process.execPath, ['--no-warnings', '--import', 'tsx', ARBETAREN, url, DAG], { stdio: 'ignore' })
  const slut = new Promise<NodeJS.Signals | null>((klart) => barn.on('exit', (_kod, signal) => klart(signal)))
  while ((await beslutade()) < 5 && barn.exitCode === null) await setTimeout(5)
  barn.kill('SIGKILL')
  expect(await slut).toBe('SIGKILL')
  // The database ends what the dead server had begun; what it was asked to commit it may still commit.
  await setTimeout(500)
  const fore = await beslutade()
  expect(fore).toBeGreaterThanOrEqual(5)
  expect(fore).toBeLessThan(ANTAL)
  expect(
    await tal("select count(*) as n from app.handelse where data ->> 'typ' = 'beslutFattat'"),
    'ett beslut för varje rad som står som beslutad, inga halva',
  ).toBe(await beslutade())

  const ko = await Ko.starta(
    url,
    (sql) => db.agare.query(sql),
    () => undefined,
  )
  try {
    await arbetaListor({ db, lager: new Arendelager(db, ko), klocka: new Klocka(DAG) })
    expect(await arbetaListor({ db, lager: new Arendelager(db, ko), klocka: new Klocka(DAG) }), 'en gång till gör inget').toBe(0)
  } finally {
    await ko.stang()
  }
  expect(await beslutade()).toBe(ANTAL)
  expect(await tal("select count(distinct data #>> '{beslut,avser}') as n from app.handelse where data ->> 'typ' = 'beslutFattat'")).toBe(
    ANTAL,
  )
  expect(await tal("select count(*) as n from app.handelse where data ->> 'typ' = 'beslutFattat'")).toBe(ANTAL)
  expect(
    await tal(`select count(*) as n from ko.job where name = '${UTSKICK}' and data ->> 'slag' = 'utbetalning'`),
    'en utbetalning för varje beslut',
  ).toBe(ANTAL)
  expect(
    await tal(`select count(distinct data ->> 'beslutId') as n from ko.job where name = '${UTSKICK}' and data ->> 'slag' = 'utbetalning'`),
  ).toBe(ANTAL)
  expect(await tal("select count(*) as n from app.apr_beslutslista where tillstand = 'klar'")).toBe(1)
  expect(await tal('select sum(belopp) as n from app.apr_ansokan')).toBe(await tal('select summa as n from app.apr_beslutslista'))
}, 60_000)
