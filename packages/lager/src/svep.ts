import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { EjInloggad, type Uppdragsgivare } from './uppdrag.ts'
import type { Databas } from './databas.ts'

/**
 * Waits for all of the statements on one connection, then fails with the first failure: nothing is
 * left under way behind a rollback.
 */
export async function alla<T extends readonly unknown[]>(satser: { [I in keyof T]: Promise<T[I]> }): Promise<T> {
  const utfall = await Promise.allSettled(satser)
  const fel = utfall.find((u) => u.status === 'rejected')
  if (fel) throw (fel as PromiseRejectedResult).reason
  return utfall.map((u) => (u as PromiseFulfilledResult<unknown>).value) as unknown as T
}

/** Rolls back and gives the connection back; one that cannot even roll back is thrown away. */
export async function backa(klient: PoolClient): Promise<void> {
  const aterstalld = await klient.query('rollback').then(
    () => true,
    () => false,
  )
  klient.release(!aterstalld)
}

/**
 * Statements as the person of the session or as the system, in one transaction and one wait for
 * the database. The context is set first; without a session row security shows and takes nothing.
 * @throws {EjInloggad}
 */
export async function iEttSvep(db: Databas, av: Uppdragsgivare, satser: readonly QueryConfig[]): Promise<QueryResult<QueryResultRow>[]> {
  const klient = await db.app.connect()
  const borja = klientfraga(
    'session' in av ? 'select * from app.borja($1)' : 'select app.borja_som_systemet()',
    'session' in av ? [av.session] : [],
  )
  const pagar = [klient.query('begin'), klient.query(borja), ...satser.map((s) => klient.query(s)), klient.query('commit')]
  const utfall = alla<QueryResult<QueryResultRow>[]>(pagar)
  const inloggad = pagar[1]!.then(
    (r) => r.rowCount !== 0,
    () => true,
  )
  let svar: QueryResult<QueryResultRow>[]
  try {
    svar = await utfall
  } catch (fel) {
    await backa(klient)
    if (!(await inloggad)) throw new EjInloggad()
    throw fel
  }
  klient.release()
  if (!(await inloggad)) throw new EjInloggad()
  return svar.slice(2, -1)
}

const klientfraga = (text: string, values: unknown[]): QueryConfig => ({ name: text, text, values })
