import type { Aktor, Handelse, Lage, Roll } from '@atergang/arende'
import { foljder } from '@atergang/formaner'
import type { ClientBase, PoolClient } from 'pg'
import { createHash, randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import { skrivFel } from './databas.ts'
import type { Fraga } from './sammanhang.ts'

/** What leaves the house after a command, by queue. Ids only: no personal data lies in the queue. */
export type Utskicksjobb =
  | { readonly slag: 'brev'; readonly arendeId: string; readonly utskickId: string }
  | { readonly slag: 'vard'; readonly arendeId: string; readonly begaranId: string; readonly amne: 'KOMPLT' | 'PAMINN' }
  /** a question on a doctor's statement: goes out as a link with a code to the statement */
  | { readonly slag: 'utlatandelank'; readonly arendeId: string; readonly begaranId: string; readonly amne: 'KOMPLT' | 'PAMINN' }
  /** the days of the case are others than before: the person's other cases look at them again */
  | { readonly slag: 'omvarld'; readonly arendeId: string }
  /** a letter nobody has read first, to an employer or to the person: a reminder, or a request that the system makes */
  | { readonly slag: 'paminnelse'; readonly arendeId: string; readonly begaranId: string }
  | { readonly slag: 'utbetalning'; readonly arendeId: string; readonly beslutId: string }
  /** work in other cases that follows on what happened in this one */
  | {
      readonly slag: 'foljd'
      readonly arendeId: string
      readonly vad: string
      readonly om?: string
      /** in whose name, where the store beside the journal does not keep the role */ readonly av?: Aktor
    }
  /** the letter of a decision taken by an approved list: written when it goes out */
  | { readonly slag: 'beslutsbrev'; readonly arendeId: string; readonly beslutId: string }
  /** an invitation to a survey, or a reminder of it */
  | { readonly slag: 'enkat'; readonly utskickId: string }
  /** an appeal and the file, to the court */
  | { readonly slag: 'domstol'; readonly arendeId: string; readonly overklagandeId: string }

export const UTSKICK = 'utskick'
export const VACKNING = 'vackning'
/** Waits between tries double from about one minute: thirteen tries over three to six days (seconds), so that a receiver can be away over a weekend. */
const OMFORSOK = { name: UTSKICK, retryLimit: 12, retryBackoff: true, retryDelay: 60 }

/** Messages on their way into the queue: their ids, and when the statement that puts them there is done. */
export interface Lagda {
  readonly id: readonly string[]
  readonly lagda: Promise<unknown>
}

/** Puts messages in the queue inside the command's own transaction: nothing is sent on rollback, nothing is lost on commit. */
export interface Utskicksko {
  /** `nyaDagar`: the person's other cases are to look at the days of this one */
  lagg(klient: PoolClient, arendeId: string, nya: readonly Handelse[], lage: Lage, nyaDagar?: boolean): Lagda
  /** messages that belong to no case, in the caller's transaction */
  koa(q: Fraga, jobb: readonly Utskicksjobb[]): Promise<void>
}

/**
 * Stops the transaction unless all of the messages are in the queue. Sent behind them and ahead of the end of the
 * transaction, which is not waited for: whatever went wrong with a message, the command is not committed without it.
 */
export const kravKoade = (klient: PoolClient, id: readonly string[]): Promise<unknown> =>
  klient.query({ name: 'krav_koade', text: 'select app.krav_koade($1, $2)', values: [UTSKICK, id] })

const BREV_TILL: ReadonlySet<Roll> = new Set(['forsakrad', 'arbetsgivare', 'anordnare'])

/** What the new events send out, and what they lead to elsewhere. */
export function utskickAv(arendeId: string, nya: readonly Handelse[], lage: Lage): Utskicksjobb[] {
  return [...foljder(lage, nya).map((f): Utskicksjobb => ({ slag: 'foljd', arendeId, ...f })), ...utsant(arendeId, nya, lage)]
}

function utsant(arendeId: string, nya: readonly Handelse[], lage: Lage): Utskicksjobb[] {
  return nya.flatMap((h): Utskicksjobb[] => {
    const d = h.data
    switch (d.typ) {
      case 'kommunicerad':
      case 'utskickSkapat':
        return [{ slag: 'brev', arendeId, utskickId: d.utskick.id }]
      case 'overklagandeOverlamnat':
        return [
          { slag: 'brev', arendeId, utskickId: d.utskick.id },
          { slag: 'domstol', arendeId, overklagandeId: d.overklagandeId },
        ]
      case 'beslutFattat':
        return [
          d.utskick ? { slag: 'brev', arendeId, utskickId: d.utskick.id } : { slag: 'beslutsbrev', arendeId, beslutId: d.beslut.id },
          ...(d.beslut.utbetalning.length || (d.beslut.betalas ?? 0) > 0
            ? [{ slag: 'utbetalning' as const, arendeId, beslutId: d.beslut.id }]
            : []),
        ]
      case 'begaranSkickad':
        if (d.utskick)
          return [
            { slag: 'brev', arendeId, utskickId: d.utskick.id },
            ...(d.begaran.till === 'vard'
              ? [{ slag: 'utlatandelank' as const, arendeId, begaranId: d.begaran.id, amne: 'KOMPLT' as const }]
              : []),
          ]
        if (d.begaran.typ === 'intygskomplettering') return [{ slag: 'vard', arendeId, begaranId: d.begaran.id, amne: 'KOMPLT' }]
        return d.begaran.av.roll === 'system' && BREV_TILL.has(d.begaran.till)
          ? [{ slag: 'paminnelse', arendeId, begaranId: d.begaran.id }]
          : []
      case 'begaranPamind': {
        const b = lage.begaran.find((x) => x.id === d.begaranId)
        if (b?.typ === 'intygskomplettering') return [{ slag: 'vard', arendeId, begaranId: d.begaranId, amne: 'PAMINN' }]
        if (b?.till === 'vard') return [{ slag: 'utlatandelank', arendeId, begaranId: d.begaranId, amne: 'PAMINN' }]
        return b && BREV_TILL.has(b.till) ? [{ slag: 'paminnelse', arendeId, begaranId: d.begaranId }] : []
      }
      default:
        return []
    }
  })
}

/** A message in the queue. */
export interface Koat {
  readonly id: string
  readonly data: Utskicksjobb
}

/** Messages that have not left the house, given up or not, as the caller's transaction sees them. */
export async function ejUtskickade(klient: ClientBase): Promise<Koat[]> {
  const { rows } = await klient.query<{ finns: boolean }>(`select to_regclass('ko.job') is not null as finns`)
  if (!rows[0]!.finns) return []
  return (
    await klient.query<Koat>(
      `select id, data from ko.job where name = $1 and state not in ('completed', 'cancelled') order by created_on, id`,
      [UTSKICK],
    )
  ).rows
}

/** No queue: for bulk loading of invented cases and for tests that look at the events. */
export const utanKo: Utskicksko = { lagg: () => ({ id: [], lagda: Promise.resolve() }), koa: () => Promise.resolve() }

const kanda = new Map<string, string>()

/** A short name for a statement of the queue. */
function sats(text: string): string {
  const namn = kanda.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 16)
  kanda.set(text, namn)
  return namn
}

export class Ko implements Utskicksko {
  readonly boss: PgBoss

  private constructor(boss: PgBoss) {
    this.boss = boss
  }

  /** Starts the queue in the same database, in a schema of its own, and lets the server's role add to it. */
  static async starta(url: string, rolltilldela: (sql: string) => Promise<unknown>, vidFel = skrivFel): Promise<Ko> {
    const boss = new PgBoss({ connectionString: url, schema: 'ko', max: 4, monitorStateIntervalSeconds: 60 })
    boss.on('error', (fel: Error) => vidFel(`Kön: ${fel.message}`))
    await boss.start()
    await boss.createQueue(UTSKICK, OMFORSOK)
    // A queue that is there already keeps what it was made with unless told.
    await boss.updateQueue(UTSKICK, OMFORSOK)
    await boss.createQueue(VACKNING, { name: VACKNING, retryLimit: 3, policy: 'singleton' })
    await rolltilldela('grant usage on schema ko to atergang_app; grant select, insert on all tables in schema ko to atergang_app')
    return new Ko(boss)
  }

  lagg(klient: PoolClient, arendeId: string, nya: readonly Handelse[], lage: Lage, nyaDagar = false): Lagda {
    const jobb = [...utskickAv(arendeId, nya, lage), ...(nyaDagar ? [{ slag: 'omvarld', arendeId } as const] : [])].map((data) => ({
      id: randomUUID(),
      name: UTSKICK,
      data,
    }))
    if (jobb.length === 0) return { id: [], lagda: Promise.resolve() }
    // The queue always adds a message with the same text: prepared once per connection.
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: (await klient.query({ name: `ko_${sats(text)}`, text, values })).rows as unknown[],
      }),
    }
    return { id: jobb.map((j) => j.id), lagda: this.boss.insert(jobb, { db }) }
  }

  async koa(q: Fraga, jobb: readonly Utskicksjobb[]): Promise<void> {
    if (jobb.length === 0) return
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({ rows: (await q.executeQuery(CompiledQuery.raw(text, values))).rows }),
    }
    await this.boss.insert(
      jobb.map((data) => ({ id: randomUUID(), name: UTSKICK, data })),
      { db },
    )
  }

  /** Puts back what had not left the house, under the same ids. */
  laggTillbaka(jobb: readonly Koat[]): Promise<void> {
    return this.boss.insert(jobb.map((j) => ({ id: j.id, name: UTSKICK, data: j.data })))
  }

  stang(): Promise<void> {
    return this.boss.stop({ graceful: true, wait: true, timeout: 5000 })
  }
}
