import { skapaSession, type Databas } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
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

/** The cases of the unit that the officers may see. */
export const enhetensIds = async (db: Databas): Promise<string[]> => (await db.agare.query<{ id: string }>('select id from app.arende where enhet = $1 and not skyddad order by md5(id::text)', [handlaggare(0).enhet])).rows.map((r) => r.id)

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
        const grund = { metod: 'POST' as const, kaka, kropp: JSON.stringify({ typ: 'svara', nyckel: r.nyckel, underlag: r.underlag, svar: {} }) }
        return { lasBrevet: { ...grund, vag: `/api/v1/arenden/${r.id}/brev` }, besluta: { ...grund, vag: `/api/v1/arenden/${r.id}/kommandon`, huvuden: { 'if-match': `"${r.version}"`, 'idempotency-key': randomUUID() } } }
      }),
  )
}

/** Rows for the bare work, as many as there are cases. */
export async function forberedBart(db: Databas, antal: number): Promise<string[]> {
  await db.agare.query('create schema bench; create table bench.rad (id uuid primary key, text text not null, tid timestamptz not null default now())')
  const { rows } = await db.agare.query<{ id: string }>("insert into bench.rad (id, text) select gen_random_uuid(), repeat('x', 200) from generate_series(1, $1) returning id", [antal])
  await db.agare.query('analyze bench.rad')
  return rows.map((r) => r.id)
}
