import { gallandePoster, type Lanskod, type Tidigarepost, type Tidigarestod } from '@atergang/formaner/apr'
import type { Datum } from '@atergang/kalender'
import { sha256, somPerson, somSystemet, type Sessionsrad } from '@atergang/lager'
import { sql } from 'kysely'
import type { Tjanster } from '../../app.ts'

type Db = Pick<Tjanster, 'db'>

/** A file that has been read, with who and when; a later one about the same month holds. */
export interface Lasning {
  readonly id: string
  readonly tid: string
  readonly namn: string
  readonly kalla: string
  readonly filnamn: string
  readonly rader: number
}

export const lasningarna = (t: Db): Promise<readonly Lasning[]> =>
  somSystemet(t.db, async (q) =>
    (
      await q
        .selectFrom('app.apr_tidigare_lasning')
        .select(['id', 'tid', 'namn', 'kalla', 'filnamn', 'rader'])
        .orderBy('id', 'desc')
        .execute()
    ).map((r) => ({ ...r, id: String(r.id), tid: new Date(r.tid).toISOString() })),
  )

/** What holds of everything that has been read from before this system. */
export const tidigarePoster = (t: Db): Promise<readonly Tidigarepost[]> =>
  somSystemet(t.db, async (q) => {
    const rader = await q.selectFrom('app.apr_tidigare_rad').selectAll().execute()
    const per = new Map<number, Tidigarepost[]>()
    for (const r of rader)
      per.set(Number(r.lasning), [
        ...(per.get(Number(r.lasning)) ?? []),
        {
          stod: r.stod as Tidigarestod,
          manad: r.manad,
          lan: r.lan as Lanskod | null,
          belopp: Number(r.belopp),
          utbetalningar: r.utbetalningar,
        },
      ])
    return gallandePoster([...per].map(([id, poster]) => ({ id, poster })))
  })

/** The month from which this system counts decisions itself. */
export const systemetFran = (t: Db): Promise<Datum | null> =>
  somSystemet(
    t.db,
    async (q) =>
      (await sql<{ m: Datum | null }>`select date_trunc('month', min(beslutad))::date as m from app.apr_ansokan`.execute(q)).rows[0]?.m ??
      null,
  )

/** Keeps a file that has been read without a fault, all of it or nothing. */
export const sparaTidigare = (
  t: Tjanster,
  session: Buffer,
  fil: { filnamn: string; bytes: Uint8Array; kalla: string },
  poster: readonly Tidigarepost[],
): Promise<string> =>
  somPerson(t.db, session, async (q, s: Sessionsrad) => {
    const { id } = await q
      .insertInto('app.apr_tidigare_lasning')
      .values({
        tid: t.klocka.nu().tid,
        anvandare: s.anvandare,
        namn: s.namn,
        kalla: fil.kalla,
        filnamn: fil.filnamn,
        sha256: sha256(fil.bytes),
        rader: poster.length,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const BLOCK = 500
    for (let i = 0; i < poster.length; i += BLOCK)
      await q
        .insertInto('app.apr_tidigare_rad')
        .values(poster.slice(i, i + BLOCK).map((p) => ({ lasning: id, ...p })))
        .execute()
    return String(id)
  })
