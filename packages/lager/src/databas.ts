import type { Datum } from '@atergang/kalender'
import { Kysely, PostgresDialect } from 'kysely'
import pg, { type ClientBase } from 'pg'
import { fyllEvidensregistret } from './forebyggande/registerstart.ts'
import { fyllVagledningarna } from './kunskap/registerstart.ts'
import { Lagesminne } from './lagesminne.ts'
import { migrera } from './migrera.ts'
import type { Tabeller } from './tabeller.ts'

// A date is a date and a number is a number: no time zone, no rounding, on the way out of the database.
pg.types.setTypeParser(pg.types.builtins.DATE, (s) => s)
pg.types.setTypeParser(pg.types.builtins.INT8, (s) => Number(s))
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (s) => new Date(s).toISOString())

export interface Databas {
  /** works as the role `atergang_app`: row security binds it */
  readonly app: pg.Pool
  readonly fragor: Kysely<Tabeller>
  /** owns the tables: migrations and the queue only */
  readonly agare: pg.Pool
  readonly url: string
  /** the cases just read */
  readonly lagen: Lagesminne
  stang(): Promise<void>
}

export interface Databasval {
  readonly hogstAnslutningar?: number
  /** told of connections that break while nobody uses them */
  readonly vidFel?: (text: string) => void
  /** the day that the evidence register is set up on when it is not there yet; left out, the database's own */
  readonly dag?: Datum
}

export const skrivFel = (text: string): void => void process.stderr.write(`${text}\n`)

/** @throws with the remedy when the server is too old */
export async function kravVersion(klient: ClientBase): Promise<void> {
  const { rows } = await klient.query<{ v: string }>("select current_setting('server_version_num') as v")
  if (Number(rows[0]!.v) < 150_000) throw new Error(`PostgreSQL ${rows[0]!.v} är för gammal. Återgång behöver version 15 eller senare.`)
}

/** One connection as the owner of the tables, for work that is done once and by hand. The caller ends it. */
export async function anslut(url: string): Promise<pg.Client> {
  const klient = new pg.Client({ connectionString: url })
  await klient.connect()
  return klient
}

/**
 * Connects, migrates and opens the pools. @throws with the remedy when the server is too old or
 * the role cannot be made.
 */
export async function oppnaDatabas(url: string, o: Databasval = {}): Promise<Databas> {
  const agare = new pg.Pool({ connectionString: url, max: 4 })
  const klient = await agare.connect()
  try {
    await kravVersion(klient)
    await migrera(klient)
    await fyllEvidensregistret(klient, o.dag)
    await fyllVagledningarna(klient)
  } catch (fel) {
    klient.release()
    await agare.end()
    throw fel
  }
  klient.release()
  // Pipelined: statements sent together wait for the database once, and still run in order.
  const app = new pg.Pool({ connectionString: url, max: o.hogstAnslutningar ?? 20, options: '-c role=atergang_app', pipeline: true })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  for (const pool of [agare, app]) pool.on('error', (fel) => (o.vidFel ?? skrivFel)(`Databasen: ${fel.message}`))
  const fragor = new Kysely<Tabeller>({ dialect: new PostgresDialect({ pool: app }) })
  return {
    app,
    fragor,
    agare,
    url,
    lagen: new Lagesminne(),
    stang: async () => {
      await fragor.destroy()
      await agare.end()
    },
  }
}
