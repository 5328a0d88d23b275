import { DuckDBInstance } from '@duckdb/node-api'
import { sql, type Bestand, type Dialekt, type Radernas, type Regel, type Sqlkolumn } from '@atergang/regelverk'
import pg from 'pg'
import { inject } from 'vitest'

/** A database that runs the queries of rules over columns: for checks between engines. */
export interface Sqlmotor {
  readonly dialekt: Dialekt
  /** rows of the query as text, in order of row number */
  readonly fraga: (text: string) => Promise<readonly (readonly (string | null)[])[]>
  readonly utfor: (text: string) => Promise<void>
  readonly stang: () => Promise<void>
}

export async function duckdb(): Promise<Sqlmotor> {
  const instans = await DuckDBInstance.create(':memory:')
  const k = await instans.connect()
  return {
    dialekt: 'duckdb',
    fraga: async (text) =>
      (await k.runAndReadAll(text)).getRowsJS().map((r) => r.map((v) => (v === null || v === undefined ? null : String(v)))),
    utfor: async (text) => void (await k.run(text)),
    stang: async () => {
      k.closeSync()
      instans.closeSync()
    },
  }
}

export async function postgres(): Promise<Sqlmotor> {
  const k = new pg.Client({ connectionString: inject('mallUrl').replace(/\/[^/]*$/, '/postgres') })
  await k.connect()
  return {
    dialekt: 'postgresql',
    fraga: async (text) =>
      (await k.query({ text, rowMode: 'array' })).rows.map((r: unknown[]) => r.map((v) => (v === null ? null : String(v)))),
    utfor: async (text) => void (await k.query(text)),
    stang: async () => k.end(),
  }
}

/** Puts the columns in a temporary table `t`, with row number and any day column. */
export async function laddaTabell(m: Sqlmotor, b: Bestand, sanningar: ReadonlySet<string>): Promise<void> {
  const namn = Object.keys(b.kolumner)
  const rad = (i: number): string =>
    `(${[
      i,
      ...namn.map((n) => {
        const k = b.kolumner[n]!
        return k.saknas?.[i] ? 'NULL' : sanningar.has(n) ? (k.data[i] ? 'TRUE' : 'FALSE') : `${k.data[i]! + 0}`
      }),
    ].join(', ')})`
  await m.utfor('DROP TABLE IF EXISTS t')
  await m.utfor(`CREATE TEMPORARY TABLE t (rad INTEGER${namn.map((n) => `, "${n}" ${sanningar.has(n) ? 'BOOLEAN' : 'BIGINT'}`).join('')})`)
  if (b.antal > 0) await m.utfor(`INSERT INTO t VALUES ${Array.from({ length: b.antal }, (_, i) => rad(i)).join(', ')}`)
}

const sgd = (a: bigint, b: bigint): bigint => (b === 0n ? a : sgd(b, a % b))

/** The answers of a rule over the table `t`, as ”t/n” in lowest terms or ”okänt”; ja/nej as ”true” and ”false”. */
export async function sqlsvar(m: Sqlmotor, mal: Regel, b: Bestand, datum: Radernas): Promise<readonly string[]> {
  const kolumner: Record<string, Sqlkolumn> = Object.fromEntries(
    Object.entries(b.kolumner).map(([n, k]) => [n, { skala: k.skala ?? 1, nullbar: k.saknas !== undefined }]),
  )
  const rader = await m.fraga(`${sql(mal, { dialekt: m.dialekt, tabell: 't', datum, kolumner, medfoljer: ['rad'] })} ORDER BY rad`)
  return rader.map(([, t, n]) => {
    if (t === null || t === undefined) return 'okänt'
    if (mal.enhet === 'ja/nej') return `${t === '1'}`
    const [x, y] = [BigInt(t), BigInt(n!)]
    const d = sgd(x < 0n ? -x : x, y) || 1n
    return `${x / d}/${y / d}`
  })
}
