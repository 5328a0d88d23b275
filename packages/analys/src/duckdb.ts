import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Memory the engine may use before it writes to disk; tables of tens of millions of rows fit well below it. */
const MINNE = '1GB'

export type Cell = string | number | boolean | null
export type Databasrad = Readonly<Record<string, Cell>>

/** An embedded columnar engine with nothing in it. */
export interface Motor {
  readonly anslutning: DuckDBConnection
  kor(sql: string): Promise<void>
  rader(sql: string): Promise<Databasrad[]>
  /** Rows one after the other, without holding them all. */
  strom(sql: string): AsyncGenerator<Databasrad>
  /** An answer of numbers alone, column by column: half a million rows in a few megabytes. What is missing is NaN. */
  kolumner(sql: string): Promise<Talkolumner>
  stang(): void
}
export type Talkolumner = { readonly antal: number; readonly kolumn: Readonly<Record<string, Float64Array>> }

/** Exact numbers come as text or bigint from the engine; every figure here is far below 2^53. */
function cell(v: DuckDBValue): Cell {
  if (v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean') return v
  if (typeof v === 'bigint') return Number(v)
  const t = String(v)
  return /^-?\d+(\.\d+)?$/.test(t) ? Number(t) : t
}

function tal(v: DuckDBValue): number {
  const c = cell(v)
  return c === null ? Number.NaN : Number(c)
}

export async function motor(): Promise<Motor> {
  const instans = await DuckDBInstance.create(':memory:', {
    threads: String(Math.max(1, availableParallelism())),
    memory_limit: MINNE,
    temp_directory: join(tmpdir(), `atergang-duckdb-${process.pid}`),
  })
  const anslutning = await instans.connect()
  return {
    anslutning,
    kor: async (sql) => {
      await anslutning.run(sql)
    },
    rader: async (sql) => {
      const r = await anslutning.runAndReadAll(sql)
      const namn = r.deduplicatedColumnNames()
      return r.getRows().map((rad) => Object.fromEntries(rad.map((v, i) => [namn[i]!, cell(v)])))
    },
    async *strom(sql) {
      const r = await anslutning.stream(sql)
      const namn = r.deduplicatedColumnNames()
      for (;;) {
        const block = await r.fetchChunk()
        if (!block || block.rowCount === 0) return
        const kolumner = block.getColumns()
        for (let i = 0; i < block.rowCount; i++) {
          const rad: Record<string, Cell> = {}
          for (let k = 0; k < namn.length; k++) rad[namn[k]!] = cell(kolumner[k]![i]!)
          yield rad
        }
      }
    },
    kolumner: async (sql) => {
      const r = await anslutning.stream(sql)
      const namn = r.deduplicatedColumnNames()
      let plats = 2048
      let kolumner = namn.map(() => new Float64Array(plats))
      let antal = 0
      for (;;) {
        const block = await r.fetchChunk()
        if (!block || block.rowCount === 0) break
        while (antal + block.rowCount > plats) {
          plats *= 2
          kolumner = kolumner.map((k) => {
            const storre = new Float64Array(plats)
            storre.set(k)
            return storre
          })
        }
        block.getColumns().forEach((v, k) => {
          for (let i = 0; i < block.rowCount; i++) kolumner[k]![antal + i] = tal(v[i]!)
        })
        antal += block.rowCount
      }
      return { antal, kolumn: Object.fromEntries(namn.map((n, k) => [n, kolumner[k]!.subarray(0, antal)])) }
    },
    stang: () => {
      anslutning.closeSync()
      instans.closeSync()
    },
  }
}

/** Text as an SQL literal. */
export const sqlText = (t: string): string => `'${t.replaceAll("'", "''")}'`
export const sqlNamn = (n: string): string => `"${n.replaceAll('"', '""')}"`
export const sqlLista = (l: readonly (string | number)[]): string =>
  `(${l.map((x) => (typeof x === 'number' ? x : sqlText(x))).join(', ')})`
