import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'
import { summera, type Kopietabell, type Sekvens } from './manifest.ts'

/**
 * Not in the copy: who is signed in (a restored house starts with everybody signed out), and prepared pages, which
 * are made again when they are opened.
 */
const UTELAMNADE: readonly string[] = ['session', 'arendevy']

export interface Tabell {
  readonly namn: string
  readonly kolumner: readonly string[]
  /** what to sort by, the same in every PostgreSQL whatever its language */
  readonly ordning: readonly string[]
  /** other tables that it refers to */
  readonly vilarPa: readonly string[]
}

const citat = (namn: string): string => `"${namn.replaceAll('"', '""')}"`
export const tabellnamn = (t: Pick<Tabell, 'namn'>): string => `app.${citat(t.namn)}`
const kolumnlista = (kolumner: readonly string[]): string => kolumner.map(citat).join(', ')

/** The tables that are kept, as the database itself describes them, each after those that it refers to. */
export async function tabellerna(klient: ClientBase): Promise<Tabell[]> {
  const { rows } = await klient.query<Tabell>(`
    select c.relname::text as namn,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as kolumner,
           (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.nr)
              from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, nr) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where i.indrelid = c.oid and i.indisprimary) as ordning,
           (select coalesce(array_agg(distinct r.relname::text), '{}') from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid) as "vilarPa"
      from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname collate "C"`)
  const kvar = rows.filter((t) => !UTELAMNADE.includes(t.namn))
  for (const t of kvar) if (!t.ordning) throw new Error(`Tabellen app.${t.namn} har ingen primärnyckel och kan inte säkerhetskopieras.`)
  const ut: Tabell[] = []
  while (kvar.length) {
    const i = kvar.findIndex((t) => t.vilarPa.every((v) => !kvar.some((k) => k.namn === v)))
    if (i < 0) throw new Error(`Tabellerna ${kvar.map((t) => t.namn).join(', ')} pekar på varandra i en ring.`)
    ut.push(...kvar.splice(i, 1))
  }
  return ut
}

/** The rows of the table as they leave the database: `rader` is known when the stream has ended. */
export const ut = (klient: ClientBase, t: Pick<Tabell, 'namn' | 'kolumner' | 'ordning'>) =>
  klient.query(
    to(`copy (select ${kolumnlista(t.kolumner)} from ${tabellnamn(t)} order by ${t.ordning.join(', ')}) to stdout (format binary)`),
  )

export const inText = (t: Pick<Kopietabell, 'namn' | 'kolumner'>): string =>
  `copy ${tabellnamn(t)} (${kolumnlista(t.kolumner)}) from stdin (format binary)`

/** Rows and checksum of what the table holds now. */
export async function innehall(klient: ClientBase, t: Tabell, kolumner: readonly string[]): Promise<{ rader: number; sha256: string }> {
  const strom = ut(klient, { ...t, kolumner })
  const { sha256 } = await summera(strom)
  return { rader: strom.rowCount, sha256 }
}

/** Read after the moment of the copy they can be ahead of it, never behind: a number may be passed over, none is used twice. */
export async function sekvenserna(klient: ClientBase): Promise<Sekvens[]> {
  const { rows } = await klient.query<{ namn: string }>(
    `select c.relname::text as namn from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'S' order by c.relname collate "C"`,
  )
  const ut: Sekvens[] = []
  for (const { namn } of rows) {
    const svar = await klient.query<Omit<Sekvens, 'namn'>>(`select last_value as varde, is_called as anvand from app.${citat(namn)}`)
    ut.push({ namn, ...svar.rows[0]! })
  }
  return ut
}

export const stallSekvens = (klient: ClientBase, s: Sekvens) =>
  klient.query(`select setval($1::regclass, $2, $3)`, [`app.${citat(s.namn)}`, s.varde, s.anvand])
