import type { Datum } from '@atergang/kalender'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { EjInloggad, type Sessionsrad, type Uppdragsgivare } from './uppdrag.ts'
import type { Databas } from './databas.ts'
import type { Tabeller } from './tabeller.ts'

export type Fraga = Transaction<Tabeller>

/**
 * Runs queries as the person of the session, or as the system: the context is set first, row
 * security does the rest. Everything in one transaction.
 * @throws {EjInloggad}
 */
export function somPerson<T>(db: Databas, session: Buffer, f: (q: Fraga, s: Sessionsrad) => Promise<T>): Promise<T> {
  return db.fragor.transaction().execute(async (q) => {
    const { rows } = await sql<Sessionsrad>`select * from app.borja(${session})`.execute(q)
    if (!rows[0]) throw new EjInloggad()
    return f(q, rows[0])
  })
}

export function somSystemet<T>(db: Databas, f: (q: Fraga) => Promise<T>): Promise<T> {
  return db.fragor.transaction().execute(async (q) => {
    await sql`select app.borja_som_systemet()`.execute(q)
    return f(q)
  })
}

export const som = <T>(db: Databas, av: Uppdragsgivare, f: (q: Fraga) => Promise<T>): Promise<T> =>
  'session' in av ? somPerson(db, av.session, f) : somSystemet(db, f)

/** Logs that someone looked at a person's data: who, what. Every reading of a case or a person goes through here or the case door. */
export async function loggaAtkomst(
  q: Fraga,
  s: Pick<Sessionsrad, 'anvandare' | 'namn' | 'roll'>,
  vad: string,
  personId: string | null,
  arendeId: string | null,
): Promise<void> {
  await q
    .insertInto('app.atkomst')
    .values({ anvandare: s.anvandare, namn: s.namn, roll: s.roll, person_id: personId, arende_id: arendeId, vad })
    .execute()
}

/** The same for somebody named by personnummer in what is shown, known to us or not: "who has seen me" finds it also when we come to know them later. */
export async function loggaAtkomstOm(
  q: Fraga,
  s: Pick<Sessionsrad, 'namn'>,
  vad: string,
  personnummer: string,
  arendeId: string | null,
): Promise<void> {
  await sql`select app.logga_personer(${s.namn}, ${vad}, null, null, ${[personnummer]}::text[], ${arendeId}::uuid)`.execute(q)
}

/** A case that a list shows, and whose it is; `null` when it is an employer's. */
export interface Visad {
  readonly arendeId: string
  readonly personId: string | null
}

/** Lists of people that officers read, and what the log calls them. */
export const LISTOR = {
  mina: 'visad i listan över egna ärenden',
  enheten: 'visad i listan över enhetens ärenden',
  klara: 'visad i listan över det som gjorts klart',
  konsultationer: 'visad i listan över besvarade frågor till rådgivare',
  mottaget: 'visad i listan över mottagna filer',
  overlamningar: 'visad i listan över överlämnade ärenden',
  aprKo: 'visad i kön för arbetsplatsinriktat rehabiliteringsstöd',
  aprAnordnare: 'visad i listan över anordnare',
  aprLista: 'visad i en lista över beslut att godkänna',
  aprKontroll: 'visad i en omgång efterkontroll',
  kandidater: 'visad i listan över kandidater',
} as const

/**
 * Logs the people a list shows, each once for officer, list and day, in one statement: the log says who was shown to whom on which day, and does
 * not grow each time a page is read again (ADR 0012). An active search is logged each time instead.
 */
export async function loggaLista(
  q: Fraga,
  s: Sessionsrad,
  lista: keyof typeof LISTOR,
  dag: Datum,
  visade: readonly Visad[],
): Promise<void> {
  if (visade.length === 0) return
  await sql`select app.logga_lista(${s.namn}, ${lista}, ${LISTOR[lista]}, ${dag}, ${visade.map((v) => v.arendeId)}::uuid[], ${visade.map((v) => v.personId)}::uuid[])`.execute(
    q,
  )
}

/** Logs the people a list shows that is of people and not of cases, the same way: by personnummer, known to us or not. */
export async function loggaPersonlista(
  q: Fraga,
  s: Sessionsrad,
  lista: keyof typeof LISTOR,
  dag: Datum,
  personnummer: readonly string[],
): Promise<void> {
  if (personnummer.length === 0) return
  await sql`select app.logga_personer(${s.namn}, ${LISTOR[lista]}, ${lista}, ${dag}, ${[...personnummer]}::text[], null)`.execute(q)
}

/** Logs each hit of a search: every time, in one statement. */
export async function loggaTraffar(q: Fraga, s: Sessionsrad, vad: string, visade: readonly Visad[]): Promise<void> {
  if (visade.length === 0) return
  await q
    .insertInto('app.atkomst')
    .values(visade.map((v) => ({ anvandare: s.anvandare, namn: s.namn, roll: s.roll, person_id: v.personId, arende_id: v.arendeId, vad })))
    .execute()
}
