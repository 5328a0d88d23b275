import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { sha256 } from './forvar.ts'
import type { Fraga } from './sammanhang.ts'

/** Keeps what came in, whatever it was; `problem` says why it could not be used. `tid` is when it reached us (22 § förvaltningslagen). */
export async function sparaMottaget(
  q: Fraga,
  m: {
    kanal: string
    filnamn: string
    innehall: Uint8Array
    problem: { kod: string; text: string }
    arendeId: string | null
    enhet: string
    tid: string
  },
): Promise<string> {
  const id = randomUUID()
  await q
    .insertInto('app.mottaget')
    .values({
      id,
      kanal: m.kanal,
      filnamn: m.filnamn,
      sha256: Buffer.from(sha256(m.innehall), 'hex'),
      innehall: Buffer.from(m.innehall),
      problem: JSON.stringify(m.problem),
      arende_id: m.arendeId,
      enhet: m.enhet,
      tid: m.tid,
    })
    .execute()
  return id
}

export interface Mottaget {
  readonly id: string
  readonly kanal: string
  readonly filnamn: string
  readonly problem: { readonly kod: string; readonly text: string }
  readonly tid: string
  /** the case it is known to belong to */
  readonly arende: { readonly id: string; readonly nummer: string; readonly namn: string; readonly personId: string } | null
}

const oplacerade = (q: Fraga) =>
  q
    .selectFrom('app.mottaget as m')
    .leftJoin('app.arende as a', 'a.id', 'm.arende_id')
    .leftJoin('app.person as p', 'p.id', 'a.person_id')
    .select(['m.id', 'm.kanal', 'm.filnamn', 'm.problem', 'm.tid', 'a.id as arende_id', 'a.nummer', 'a.person_id'])
    .select(sql<string>`p.fornamn || ' ' || p.efternamn`.as('namn'))
    .where('m.problem', 'is not', null)
    .where('m.avskrivet', 'is', null)
    .where('m.placerat', 'is', null)

type Rad = Awaited<ReturnType<ReturnType<typeof oplacerade>['execute']>>[number]
const somMottaget = (r: Rad): Mottaget => ({
  id: r.id,
  kanal: r.kanal,
  filnamn: r.filnamn,
  problem: r.problem as unknown as Mottaget['problem'],
  tid: r.tid,
  arende: r.arende_id ? { id: r.arende_id, nummer: r.nummer!, namn: r.namn, personId: r.person_id! } : null,
})

/** What has come in and waits for somebody to place it, oldest first. */
export const oplaceradeMottagna = async (q: Fraga): Promise<Mottaget[]> =>
  (await oplacerade(q).orderBy('m.tid').limit(200).execute()).map(somMottaget)

/** One of them with its bytes, which are tried against their checksum. Null when it is not there for this person, or is already taken care of. */
export async function lasMottaget(q: Fraga, id: string): Promise<(Mottaget & { readonly innehall: Buffer }) | null> {
  const r = await oplacerade(q).select(['m.innehall', 'm.sha256']).where('m.id', '=', id).executeTakeFirst()
  if (!r) return null
  if (sha256(r.innehall) !== r.sha256.toString('hex')) throw new Error(`Den mottagna filen ${id} är inte den som sparades.`)
  return { ...somMottaget(r), innehall: r.innehall }
}

/** Notes in which case the file now lies, and who put it there. */
export const markeraPlacerat = (q: Fraga, id: string, o: { arendeId: string; av: string; tid: string }) =>
  q.updateTable('app.mottaget').set({ placerat: o.tid, arende_id: o.arendeId, av: o.av }).where('id', '=', id).execute()

/** Hands the file to those who see the case it belongs to. */
export const hanvisaMottaget = (q: Fraga, id: string, arendeId: string) =>
  q.updateTable('app.mottaget').set({ arende_id: arendeId }).where('id', '=', id).execute()

/** Writes the file off: it is kept, with who and why. False when somebody was there first. */
export async function avskrivMottaget(q: Fraga, id: string, o: { skal: string; av: string; tid: string }): Promise<boolean> {
  const r = await q
    .updateTable('app.mottaget')
    .set({ avskrivet: o.tid, skal: o.skal, av: o.av })
    .where('id', '=', id)
    .where('avskrivet', 'is', null)
    .where('placerat', 'is', null)
    .executeTakeFirst()
  return r.numUpdatedRows > 0n
}
