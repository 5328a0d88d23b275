import type { PoolClient } from 'pg'
import type { Databas } from './databas.ts'
import { alla, backa } from './svep.ts'

/** The answer of a transaction, and what is still under way when its end is sent. */
export interface Avslut<T> {
  readonly svar: T
  readonly sist: Promise<unknown>
}

export const klart = <T>(svar: T): Avslut<T> => ({ svar, sist: Promise.resolve() })

export const iTransaktion = <T>(db: Databas, f: (klient: PoolClient) => Promise<T>): Promise<T> =>
  iTransaktionEfter(
    db,
    () => Promise.resolve(),
    async (klient) => klart(await f(klient)),
  )

/**
 * `forst` is sent together with the opening of the transaction, and what `f` leaves under way together
 * with its end: one wait for the database each. When any of it fails, the end is a rollback.
 */
export async function iTransaktionEfter<F, T>(
  db: Databas,
  forst: (klient: PoolClient) => Promise<F>,
  f: (klient: PoolClient, forst: F) => Promise<Avslut<T>>,
): Promise<T> {
  const klient = await db.app.connect()
  try {
    const [, borjan] = await alla<[unknown, F]>([klient.query('begin'), forst(klient)])
    const { svar, sist } = await f(klient, borjan)
    await alla<[unknown, unknown]>([sist, klient.query('commit')])
    klient.release()
    return svar
  } catch (fel) {
    await backa(klient)
    throw fel
  }
}
