import type { Aktor } from '@atergang/arende'
import type { Kandidatkalla, Kandidatstatus } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import type { Fraga } from '../sammanhang.ts'

export interface Kandidat {
  readonly id: string
  readonly personnummer: string
  readonly namn: string
  readonly enhet: string
  readonly kalla: Kandidatkalla
  /** who gave the signal, as the person is told */
  readonly uppgiftslamnare: string
  readonly samtycke: boolean
  readonly text: string
  readonly dag: Datum
  /** what was handed over and put the person on the list; null when nothing was */
  readonly overlamning: string | null
  readonly status: Kandidatstatus
  readonly senaste: Datum
  readonly steg: readonly {
    readonly status: Kandidatstatus
    readonly text: string
    readonly dag: Datum
    readonly av: string
    readonly arendeId: string | null
  }[]
}

export type NyKandidat = Omit<Kandidat, 'id' | 'overlamning' | 'status' | 'senaste' | 'steg'> & { readonly overlamning?: string }

/** Puts somebody on the list; as the system, for whoever gives the signal does not read it. What was handed over puts somebody there once, however often it is done. */
export async function laggTillKandidat(q: Fraga, k: NyKandidat, av: Aktor): Promise<string> {
  const id = randomUUID()
  const ny = await q
    .insertInto('app.kandidat')
    .values({
      id,
      personnummer: k.personnummer,
      namn: k.namn,
      enhet: k.enhet,
      kalla: k.kalla,
      uppgiftslamnare: k.uppgiftslamnare,
      samtycke: k.samtycke,
      text: k.text,
      dag: k.dag,
      overlamning: k.overlamning ?? null,
      status: 'ny',
      senaste: k.dag,
    })
    .onConflict((c) => c.column('overlamning').where('overlamning', 'is not', null).doNothing())
    .executeTakeFirst()
  if (!ny.numInsertedOrUpdatedRows)
    return (await q.selectFrom('app.kandidat').select('id').where('overlamning', '=', k.overlamning!).executeTakeFirstOrThrow()).id
  await q
    .insertInto('app.kandidatsteg')
    .values({ kandidat: id, status: 'ny', text: k.text, dag: k.dag, av: av.namn, av_id: av.id, arende_id: null })
    .execute()
  return id
}

const rader = (q: Fraga) => q.selectFrom('app.kandidat').selectAll()

async function medSteg(q: Fraga, r: Awaited<ReturnType<ReturnType<typeof rader>['execute']>>): Promise<Kandidat[]> {
  if (r.length === 0) return []
  const steg = await q
    .selectFrom('app.kandidatsteg')
    .selectAll()
    .where(
      'kandidat',
      'in',
      r.map((k) => k.id),
    )
    .orderBy('id')
    .execute()
  return r.map((k) => ({
    id: k.id,
    personnummer: k.personnummer,
    namn: k.namn,
    enhet: k.enhet,
    kalla: k.kalla,
    uppgiftslamnare: k.uppgiftslamnare,
    samtycke: k.samtycke,
    text: k.text,
    dag: k.dag,
    overlamning: k.overlamning,
    status: k.status,
    senaste: k.senaste,
    steg: steg
      .filter((s) => s.kandidat === k.id)
      .map((s) => ({ status: s.status, text: s.text, dag: s.dag, av: s.av, arendeId: s.arende_id })),
  }))
}

/** The list of the officer's unit, those who have waited longest first. */
export const kandidaterna = async (q: Fraga): Promise<Kandidat[]> =>
  medSteg(q, await rader(q).orderBy('senaste').orderBy('id').limit(500).execute())

/** What has been told of one person, the newest first; as the system. */
export const kandidaterOm = async (q: Fraga, personnummer: string): Promise<Kandidat[]> =>
  medSteg(q, await rader(q).where('personnummer', '=', personnummer).orderBy('skapad', 'desc').execute())

/** One of the list, held until the transaction ends. */
export const lasKandidat = async (q: Fraga, id: string): Promise<Kandidat | null> =>
  (await medSteg(q, await rader(q).where('id', '=', id).forUpdate().execute()))[0] ?? null

/** Writes the step and gives its number. */
export async function stegaKandidat(
  q: Fraga,
  id: string,
  s: { status: Kandidatstatus; text: string; arendeId?: string | undefined },
  av: Aktor,
  dag: Datum,
): Promise<number> {
  const steg = await q
    .insertInto('app.kandidatsteg')
    .values({ kandidat: id, status: s.status, text: s.text, dag, av: av.namn, av_id: av.id, arende_id: s.arendeId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await q.updateTable('app.kandidat').set({ status: s.status, senaste: dag }).where('id', '=', id).execute()
  return steg.id
}

/** A step, and what was handed over and put the person on the list; null when it is no longer kept. As the system. */
export const lasKandidatsteg = async (
  q: Fraga,
  id: number,
): Promise<{ status: Kandidatstatus; arendeId: string | null; overlamning: string | null } | null> =>
  (await q
    .selectFrom('app.kandidatsteg as s')
    .innerJoin('app.kandidat as k', 'k.id', 's.kandidat')
    .select(['s.status', 's.arende_id as arendeId', 'k.overlamning'])
    .where('s.id', '=', id)
    .executeTakeFirst()) ?? null

/** Removes those whose last step is before the day; gives how many. As the system. */
export async function gallraKandidater(q: Fraga, fore: Datum): Promise<number> {
  const r = await q.deleteFrom('app.kandidat').where('senaste', '<', fore).executeTakeFirst()
  return Number(r.numDeletedRows)
}
