import { lasManifest, REGISTER, type Sqlmotor } from '@atergang/analys'
import { DuckDBInstance } from '@duckdb/node-api'
import { startaInbaddad } from '@atergang/lager'
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Pgmotor {
  readonly motor: Sqlmotor
  readonly laddning: number
  minneMB(): number
  stang(): Promise<void>
}

const TYP = { heltal: 'bigint', decimal: 'numeric(18,2)', dag: 'date', sant: 'boolean', text: 'text', kod: 'text' } as const

/** Pages a process holds for itself, of every process of the server; its shared buffers once. */
function serverminne(hogst: { mb: number }): void {
  let kb = 0
  let delat = 0
  for (const pid of readdirSync('/proc').filter((p) => /^\d+$/.test(p))) {
    try {
      if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) continue
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      kb += Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0)
      delat = Math.max(delat, Number(/RssShmem:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch (fel) {
      // The process ended between the listing and the reading.
      if ((fel as NodeJS.ErrnoException).code !== 'ENOENT' && (fel as NodeJS.ErrnoException).code !== 'ESRCH') throw fel
    }
  }
  hogst.mb = Math.max(hogst.mb, Math.round((kb + delat) / 1024))
}

/** The registers in an embedded PostgreSQL, loaded by COPY and analysed, with room to work in memory and both cores. */
export async function postgres(mapp: string, rot: string): Promise<Pgmotor> {
  const start = performance.now()
  const db = await startaInbaddad({ mapp: join(rot, 'pg'), forTest: true, databas: 'bench' })
  const klient = new pg.Client({ connectionString: db.url })
  await klient.connect()
  pg.types.setTypeParser(20, Number)
  pg.types.setTypeParser(1700, Number)
  pg.types.setTypeParser(701, Number)
  await klient.query("set work_mem = '512MB'; set max_parallel_workers_per_gather = 2; set jit = on")
  const csv = join(rot, 'csv')
  mkdirSync(csv, { recursive: true })
  chmodSync(rot, 0o755)
  chmodSync(csv, 0o755)
  const duck = await DuckDBInstance.create(':memory:')
  const d = await duck.connect()
  for (const namn of Object.keys(lasManifest(mapp).register)) {
    const r = REGISTER.get(namn)
    if (!r) continue
    const kolumner = Object.keys(r.kolumner)
    const fil = join(csv, `${namn}.csv`)
    await d.run(
      `COPY (SELECT ${kolumner.map((k) => `"${k}"`).join(', ')} FROM read_parquet('${join(mapp, 'register', namn, '*.parquet')}')) TO '${fil}' (FORMAT csv, HEADER false)`,
    )
    chmodSync(fil, 0o644)
    await klient.query(`create unlogged table ${namn} (${kolumner.map((k) => `"${k}" ${TYP[r.kolumner[k]!.typ]}`).join(', ')})`)
    await klient.query(`copy ${namn} from '${fil}' (format csv)`)
  }
  d.closeSync()
  duck.closeSync()
  await klient.query('analyze')
  const hogst = { mb: 0 }
  const vakt = setInterval(() => serverminne(hogst), 100)
  vakt.unref()
  return {
    motor: {
      rader: async (sql) => (await klient.query<Record<string, string | number | boolean | null>>(sql)).rows,
      stang: () => undefined,
    },
    laddning: (performance.now() - start) / 1000,
    minneMB: () => hogst.mb,
    stang: async () => {
      clearInterval(vakt)
      await klient.end()
      await db.stang()
    },
  }
}
