import { konflikt } from '@atergang/arende'
import { PassThrough } from 'node:stream'
import { json } from 'node:stream/consumers'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import { anslut, kravVersion } from '../databas.ts'
import { ejUtskickade, Ko, type Koat } from '../ko.ts'
import { migrera } from '../migrera.ts'
import { provaAllaKedjor } from './kedjor.ts'
import { provaKopia, uppackad, type Kopietabell, type Manifest } from './manifest.ts'
import { innehall, inText, stallSekvens, tabellerna, tabellnamn } from './tabeller.ts'

export interface Aterstallt {
  readonly manifest: Manifest
  /** migrations run after the load, when the program is newer than the copy */
  readonly migrerat: readonly string[]
}

/**
 * Loads a copy into an empty database and proves that it came through: every table has the rows and the checksum of the copy, read
 * back out of the database, and every journal holds together as it did when the copy was made. A newer program then migrates.
 * When anything fails the database is empty again.
 * @throws {Domanfel} `kopianSkadad`, `databasenInteTom`, `kopianNyare`, `aterstallningenFel`
 */
export async function aterstallKopia(url: string, mapp: string): Promise<Aterstallt> {
  const manifest = await provaKopia(mapp)
  const klient = await anslut(url)
  try {
    await kravVersion(klient)
    await kravTom(klient)
    try {
      await migrera(klient, manifest.migreringar)
      await lasIn(klient, mapp, manifest)
      await laggTillbaka(url, klient, await utskicken(mapp, manifest))
      const migrerat = await migrera(klient)
      await klient.query('analyze')
      return { manifest, migrerat }
    } catch (fel) {
      await tom(klient).catch((ocksa: unknown) => {
        throw new AggregateError(
          [fel, ocksa],
          `Återställningen misslyckades, och databasen kunde inte tömmas. Ta bort den och börja om. ${String(fel)}`,
        )
      })
      throw fel
    }
  } finally {
    await klient.end()
  }
}

async function kravTom(klient: ClientBase): Promise<void> {
  const { rows } = await klient.query<{ tom: boolean; namn: string }>(
    `select to_regnamespace('app') is null and to_regnamespace('ko') is null and to_regclass('public.atergang_migrering') is null as tom, current_database() as namn`,
  )
  const { tom, namn } = rows[0]!
  if (!tom)
    throw konflikt(
      'databasenInteTom',
      `Databasen ”${namn}” är inte tom, och rörs därför inte. Återställ till en ny databas: ange den med DATABASE_URL, eller en ny mapp med ATERGANG_DATA.`,
    )
}

/** It was empty a moment ago: everything in it is ours. */
const tom = (klient: ClientBase) =>
  klient.query(
    'rollback; drop schema if exists app cascade; drop schema if exists ko cascade; drop table if exists public.atergang_migrering',
  )

async function lasIn(klient: ClientBase, mapp: string, m: Manifest): Promise<void> {
  await klient.query('begin; set constraints all deferred; set local row_security = off; set local statement_timeout = 0')
  // What migrations put there themselves, such as a key of its own for each installation, gives way to the copy's.
  for (const t of [...m.tabeller].reverse()) if (await harRader(klient, t)) await klient.query(`delete from ${tabellnamn(t)}`)
  for (const t of m.tabeller) await uppackad(mapp, t, klient.query(from(inText(t))))
  for (const s of m.sekvenser) await stallSekvens(klient, s)
  await prova(klient, m)
  await klient.query('commit')
}

const harRader = async (klient: ClientBase, t: Kopietabell): Promise<boolean> =>
  (await klient.query(`select from ${tabellnamn(t)} limit 1`)).rowCount === 1

const misslyckades = (text: string) =>
  konflikt('aterstallningenFel', `Återställningen stämmer inte med kopian, och är därför inte gjord. ${text}`)

/** What the database now holds, against what the copy says it should. */
async function prova(klient: ClientBase, m: Manifest): Promise<void> {
  const har = new Map((await tabellerna(klient)).map((t) => [t.namn, t]))
  for (const t of m.tabeller) {
    const nu = await innehall(klient, har.get(t.namn)!, t.kolumner)
    if (nu.rader !== t.rader || nu.sha256 !== t.sha256)
      throw misslyckades(`Tabellen ${t.namn} har ${nu.rader} rader av ${t.rader}, eller annat innehåll.`)
  }
  const kedjor = await provaAllaKedjor(klient)
  if (JSON.stringify(kedjor) !== JSON.stringify(m.kedjor)) throw misslyckades('Journalernas kedjor håller inte som när kopian togs.')
}

async function utskicken(mapp: string, m: Manifest): Promise<Koat[]> {
  const strom = new PassThrough()
  const [jobb] = await Promise.all([json(strom), uppackad(mapp, m.utskick, strom)])
  return jobb as Koat[]
}

/** What had not left the house is queued again. A receiver that got it after the copy was made gets it once more, under the same id. */
async function laggTillbaka(url: string, klient: ClientBase, jobb: readonly Koat[]): Promise<void> {
  if (jobb.length === 0) return
  const ko = await Ko.starta(url, (sql) => klient.query(sql))
  try {
    await ko.laggTillbaka(jobb)
    // The queue drops without a word what it has no room for.
    const lagda = await ejUtskickade(klient)
    if (lagda.length !== jobb.length) throw misslyckades(`Kön tog emot ${lagda.length} av ${jobb.length} meddelanden.`)
  } finally {
    await ko.stang()
  }
}
