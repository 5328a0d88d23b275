import { skapaSession, UTSKICK, type Databas } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { handlaggare } from './bestand.ts'
import type { Begaran } from './lastbarn.ts'

/** Signed-in officers, as their cookies; sign-in itself is not what is measured. */
export const loggaIn = (db: Databas, antal: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: antal }, async (_, i) => {
      const a = handlaggare(i)
      return `atergang_session=${await skapaSession(db, { anvandare: a.id, namn: a.namn, roll: a.roll, enhet: a.enhet!, personId: null, orgnr: null, farSeSkyddade: false })}`
    }),
  )

/** The cases of the unit that the officers may see and that nobody decides meanwhile: their page of the day stays as it was prepared. */
export const enhetensIds = async (db: Databas): Promise<string[]> =>
  (
    await db.agare.query<{ id: string }>(
      "select id from app.arende a where enhet = $1 and not skyddad and not exists (select 1 from app.uppgift u where u.arende_id = a.id and u.kod = 'beslut' and u.avslutad is null) order by md5(id::text)",
      [handlaggare(0).enhet],
    )
  ).rows.map((r) => r.id)

/** Waits until what earlier work put in the queue has been sent, so that each kind of work is measured for itself. */
export async function invantaKon(db: Databas): Promise<void> {
  for (;;) {
    const { rows } = await db.agare.query<{ kvar: string }>("select count(*) as kvar from ko.job where name = $1 and state < 'completed'", [
      UTSKICK,
    ])
    if (Number(rows[0]!.kvar) === 0) return
    await setTimeout(200)
  }
}

/** A decision as the officer takes it: the letter is read first, and what was read is what is sent. */
export interface Beslutet {
  readonly lasBrevet: Begaran
  readonly besluta: Begaran
}

/** The decisions that can be taken in the unit today, dealt out to the officers. */
export async function attBesluta(db: Databas, kakor: readonly string[], antal: number): Promise<Beslutet[][]> {
  const { rows } = await db.agare.query<{ id: string; version: number; nyckel: string; underlag: string }>(
    `select a.id, a.version, u.nyckel, u.underlag from app.uppgift u join app.arende a on a.id = u.arende_id
      where u.kod = 'beslut' and u.avslutad is null and u.inte_for = '{}' and a.enhet = $1 and not a.skyddad order by md5(a.id::text) limit $2`,
    [handlaggare(0).enhet, antal],
  )
  if (rows.length < antal) throw new Error(`Bara ${rows.length} av ${antal} ärenden väntar på beslut.`)
  return kakor.map((kaka, u) =>
    rows
      .filter((_, i) => i % kakor.length === u)
      .map((r) => {
        const grund = {
          metod: 'POST' as const,
          kaka,
          kropp: JSON.stringify({ typ: 'svara', nyckel: r.nyckel, underlag: r.underlag, svar: {} }),
        }
        return {
          lasBrevet: { ...grund, vag: `/api/v1/arenden/${r.id}/brev` },
          besluta: {
            ...grund,
            vag: `/api/v1/arenden/${r.id}/kommandon`,
            huvuden: { 'if-match': `"${r.version}"`, 'idempotency-key': randomUUID() },
          },
        }
      }),
  )
}

/** Rows for the bare work, as many as there are cases. */
export async function forberedBart(db: Databas, antal: number): Promise<string[]> {
  await db.agare.query(
    'create schema bench; create table bench.rad (id uuid primary key, text text not null, tid timestamptz not null default now())',
  )
  const { rows } = await db.agare.query<{ id: string }>(
    "insert into bench.rad (id, text) select gen_random_uuid(), repeat('x', 200) from generate_series(1, $1) returning id",
    [antal],
  )
  await db.agare.query('analyze bench.rad')
  return rows.map((r) => r.id)
}
