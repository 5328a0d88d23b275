import { ejBehorig, lagetEfter, type Handelse, type Lage, type Roll } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { sql } from 'kysely'
import type { Databas } from './databas.ts'
import { EjInloggad, type Uppdragsgivare } from './uppdrag.ts'
import { provaKedja, type Kedjefel } from './kedja.ts'
import { som, type Fraga } from './sammanhang.ts'
import { iEttSvep } from './svep.ts'

export interface OppnatArende {
  readonly version: number
  /** the packed page of the day, when it is fresh */
  readonly innehall: Buffer | null
}

/** The case page in one round trip, for these roles; the look is logged. Null when the case is not there for this person. @throws {EjInloggad} @throws {Domanfel} `ejBehorig` */
export async function oppnaArende(
  db: Databas,
  o: { session: Buffer; arendeId: string; dag: Datum; vad: string; roller: readonly Roll[] },
): Promise<OppnatArende | null> {
  const { rows } = await db.app.query<{ utfall: string; version: number; innehall: Buffer | null }>({
    name: 'oppna_arende',
    text: 'select * from app.oppna_arende($1, $2, $3, $4, $5)',
    values: [o.session, o.arendeId, o.dag, o.vad, o.roller],
  })
  const r = rows[0]!
  if (r.utfall === 'ejInloggad') throw new EjInloggad()
  if (r.utfall === 'ejBehorig') throw ejBehorig('Din roll har inte tillgång till ärenden.')
  return r.utfall === 'ok' ? { version: r.version, innehall: r.innehall } : null
}

/** Keeps the packed page for the next reader of the day. */
export async function sparaVy(
  db: Databas,
  session: Buffer,
  arendeId: string,
  version: number,
  dag: Datum,
  innehall: Buffer,
): Promise<void> {
  await iEttSvep(db, { session }, [
    {
      name: 'spara_vy',
      text: 'insert into app.arendevy (arende_id, version, dag, innehall) values ($1, $2, $3, $4) on conflict (arende_id) do update set version = excluded.version, dag = excluded.dag, innehall = excluded.innehall',
      values: [arendeId, version, dag, innehall],
    },
  ])
}

export interface HeltArende {
  readonly lage: Lage
  readonly journal: readonly Handelse[]
}

const somHandelse = (r: { nr: number; tid: string; dag: Datum; aktor: object; data: object }): Handelse => ({
  nr: r.nr,
  tid: r.tid,
  dag: r.dag,
  aktor: r.aktor as Handelse['aktor'],
  data: r.data as Handelse['data'],
})

/** Events as the database hands them out. */
export const somJournal = (rader: readonly Handelse[]): Handelse[] =>
  rader.map((r) => somHandelse({ ...r, tid: new Date(r.tid).toISOString() }))

async function lasJournal(q: Fraga, arendeId: string) {
  return q
    .selectFrom('app.handelse')
    .select(['nr', 'tid', 'dag', 'aktor', 'data', 'kedja'])
    .where('arende_id', '=', arendeId)
    .orderBy('nr')
    .execute()
}

/** The case and its whole journal, as they stood at one moment. */
export async function lasArende(db: Databas, av: Uppdragsgivare, arendeId: string): Promise<HeltArende | null> {
  const [svar] = await iEttSvep(db, av, [
    { name: 'las_arende', text: 'select a.huvud, app.journalen(a.id) as journal from app.arende a where a.id = $1', values: [arendeId] },
  ])
  const a = svar!.rows[0] as { huvud: Buffer; journal: Handelse[] } | undefined
  if (!a) return null
  const journal = somJournal(a.journal)
  return { lage: db.lagen.hamta(arendeId, a.huvud, () => lagetEfter(arendeId, journal))!, journal }
}

/**
 * Several cases in one wait for the database, in the order asked for; those that are not there for this person are left out. The journal of a case that
 * is known as it stands is not read again.
 */
export async function lasLagen(db: Databas, av: Uppdragsgivare, arendeIds: readonly string[]): Promise<readonly Lage[]> {
  if (arendeIds.length === 0) return []
  const [svar] = await iEttSvep(db, av, [
    {
      name: 'las_lagen',
      text: `select a.id, a.huvud, case when a.huvud is distinct from k.huvud then app.journalen(a.id) end as journal
               from unnest($1::uuid[], $2::bytea[]) with ordinality as k(id, huvud, nr) join app.arende a on a.id = k.id order by k.nr`,
      values: [arendeIds, arendeIds.map((id) => db.lagen.huvud(id))],
    },
  ])
  const lagen: Lage[] = []
  for (const r of svar!.rows as { id: string; huvud: Buffer; journal: Handelse[] | null }[]) {
    const lage = db.lagen.hamta(r.id, r.huvud, () => (r.journal ? lagetEfter(r.id, somJournal(r.journal)) : null))
    // Known when it was asked for, and pushed out since by another: read for itself.
    const last = lage ?? (await lasArende(db, av, r.id))?.lage
    if (last) lagen.push(last)
  }
  return lagen
}

/** Checks the hash chain of one case against what the case row says. */
export const provaJournal = (db: Databas, av: Uppdragsgivare, arendeId: string): Promise<Kedjefel | null> =>
  som(db, av, async (q) => {
    const a = await q.selectFrom('app.arende').select('huvud').where('id', '=', arendeId).executeTakeFirstOrThrow()
    const rader = await lasJournal(q, arendeId)
    return provaKedja(
      rader.map((r) => ({ handelse: somHandelse(r), kedja: r.kedja })),
      a.huvud,
    )
  })

/** Cases whose day has come, oldest first; for the timer. */
export const attVacka = (db: Databas, dag: Datum, antal: number): Promise<string[]> =>
  som(db, { system: { id: 'system', namn: 'Återgång', roll: 'system' } }, async (q) =>
    (await q.selectFrom('app.arende').select('id').where('nasta_datum', '<=', dag).orderBy('nasta_datum').limit(antal).execute()).map(
      (r) => r.id,
    ),
  )

/** The open case of a person for a benefit, if any. */
export const oppetArende = (q: Fraga, personnummer: string, forman: string): Promise<{ id: string; enhet: string } | undefined> =>
  q
    .selectFrom('app.arende as a')
    .innerJoin('app.person as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.enhet'])
    .where('p.personnummer', '=', personnummer)
    .where('a.forman', '=', forman)
    .where('a.status', '<>', 'avslutat')
    .orderBy('a.inlett', 'desc')
    .executeTakeFirst()

/** The person's other cases, open or closed; as the system. */
export async function syskonarenden(q: Fraga, arendeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.syskonarenden(${arendeId}) as id`.execute(q)
  return rows.map((r) => r.id)
}
