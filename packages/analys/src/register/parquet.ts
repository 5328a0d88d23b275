import { DuckDBDataChunk, INTEGER, VARCHAR, type DuckDBAppender } from '@duckdb/node-api'
import { SAKNAS, type Kolumner, type Kolumnslag, type Registerbit } from '@atergang/syntet/land'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sqlLista, sqlNamn, sqlText, type Motor } from '../duckdb.ts'
import { registermapp, type Registeruppgift } from './datamapp.ts'

/** Rows kept in memory before a file is written. */
const RADER_PER_FIL = 500_000
const BLOCK = 2048

/** What a gathered column becomes in the file: numbers until then, words and dates from here on. */
function uttryck(namn: string, slag: Kolumnslag): string {
  const n = sqlNamn(namn)
  const v = `nullif(${n}, ${SAKNAS})`
  switch (slag.typ) {
    case 'heltal':
      return `${v} AS ${n}`
    case 'dag':
      return `DATE '1970-01-01' + ${v} AS ${n}`
    case 'hundradel':
      return `CAST(CAST(${v} AS DECIMAL(18,2)) / 100 AS DECIMAL(9,2)) AS ${n}`
    case 'sant':
      return `${v} = 1 AS ${n}`
    case 'kod':
      return `[${sqlLista(slag.koder).slice(1, -1)}][${v} + 1] AS ${n}`
    case 'text':
      return `nullif(${n}, '') AS ${n}`
  }
}

interface Oppet {
  readonly kolumner: Kolumner
  appender: DuckDBAppender
  vantar: number
  filer: number
  rader: number
}

/** Takes pieces of registers and writes them as Parquet, a file at a time, so that memory stays the same however many rows come. */
export class Parquetskrivare {
  readonly #motor: Motor
  readonly #mapp: string
  readonly #oppna = new Map<string, Oppet>()

  constructor(motor: Motor, mapp: string) {
    this.#motor = motor
    this.#mapp = mapp
  }

  async skriv(bit: Registerbit): Promise<void> {
    const o = this.#oppna.get(bit.register) ?? (await this.#oppna1(bit))
    const namn = Object.keys(bit.kolumner)
    for (let fran = 0; fran < bit.antal; fran += BLOCK) {
      const antal = Math.min(BLOCK, bit.antal - fran)
      const block = DuckDBDataChunk.create(
        namn.map((n) => (bit.kolumner[n]!.typ === 'text' ? VARCHAR : INTEGER)),
        antal,
      )
      // A typed array reads like the list of values the engine's interface asks for.
      namn.forEach((n, i) => block.setColumnValues(i, bit.varden[n]!.slice(fran, fran + antal) as unknown as readonly number[]))
      o.appender.appendDataChunk(block)
    }
    o.vantar += bit.antal
    o.rader += bit.antal
    if (o.vantar >= RADER_PER_FIL) await this.#tom(bit.register, o)
  }

  async #oppna1(bit: Registerbit): Promise<Oppet> {
    const kolumner = Object.entries(bit.kolumner).map(([n, k]) => `${sqlNamn(n)} ${k.typ === 'text' ? 'VARCHAR' : 'INTEGER'}`)
    await this.#motor.kor(`CREATE TABLE ${tabellen(bit.register)} (${kolumner.join(', ')})`)
    mkdirSync(registermapp(this.#mapp, bit.register), { recursive: true })
    const o: Oppet = {
      kolumner: bit.kolumner,
      appender: await this.#motor.anslutning.createAppender(`_in_${bit.register}`),
      vantar: 0,
      filer: 0,
      rader: 0,
    }
    this.#oppna.set(bit.register, o)
    return o
  }

  async #tom(register: string, o: Oppet): Promise<void> {
    o.appender.closeSync()
    const fil = join(registermapp(this.#mapp, register), `del-${String(++o.filer).padStart(5, '0')}.parquet`)
    const val = Object.entries(o.kolumner)
      .map(([n, k]) => uttryck(n, k))
      .join(', ')
    await this.#motor.kor(`COPY (SELECT ${val} FROM ${tabellen(register)}) TO ${sqlText(fil)} (FORMAT parquet, COMPRESSION zstd)`)
    await this.#motor.kor(`TRUNCATE ${tabellen(register)}`)
    o.appender = await this.#motor.anslutning.createAppender(`_in_${register}`)
    o.vantar = 0
  }

  /** Writes what is left, and says what was written. */
  async klar(): Promise<Record<string, Registeruppgift>> {
    const ut: Record<string, Registeruppgift> = {}
    for (const [register, o] of this.#oppna) {
      if (o.vantar > 0 || o.filer === 0) await this.#tom(register, o)
      o.appender.closeSync()
      await this.#motor.kor(`DROP TABLE ${tabellen(register)}`)
      ut[register] = { rader: o.rader, avtryck: await avtryck(this.#motor, this.#mapp, register) }
    }
    return ut
  }
}

const tabellen = (register: string): string => sqlNamn(`_in_${register}`)

/** Equal for the same rows in any order and in any number of files. */
export async function avtryck(m: Motor, mapp: string, register: string): Promise<string> {
  const rader = await m.rader(
    `SELECT lower(to_hex(CAST(sum(CAST(hash(*COLUMNS(*)) AS HUGEINT)) % 18446744073709551616 AS UBIGINT))) AS h FROM read_parquet(${sqlText(join(registermapp(mapp, register), '*.parquet'))})`,
  )
  return String(rader[0]!.h ?? '0')
}
