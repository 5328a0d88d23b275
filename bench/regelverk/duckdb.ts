import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { kalenderdagAvInkomst, sql } from '@atergang/regelverk'
import { DAG, somSql } from './befolkning.ts'
import type { Tavlande } from './matning.ts'

/** The generated query over the same population in DuckDB; the answers are added up there, so none is brought over. */
export class Duckdb {
  private readonly instans: DuckDBInstance
  private readonly k: DuckDBConnection
  private constructor(instans: DuckDBInstance, k: DuckDBConnection) {
    this.instans = instans
    this.k = k
  }

  static async oppna(antal: number): Promise<Duckdb> {
    const instans = await DuckDBInstance.create(':memory:')
    const k = await instans.connect()
    await k.run(somSql(antal))
    return new Duckdb(instans, k)
  }

  tavlande(antal: number, tradar: number): Tavlande {
    const kolumner = {
      inkomstAnstallning: { nullbar: false, hogst: 700_000 },
      inkomstAnnat: { nullbar: false, hogst: 1 },
      fortsattningsniva: { nullbar: false },
      arbetslos: { nullbar: false },
      omfattning: { skala: 4, nullbar: false, hogst: 4 },
    }
    const fraga = `SELECT sum(taljare) FROM (${sql(kalenderdagAvInkomst.sjukpenningPerDag, { dialekt: 'duckdb', tabell: 'befolkning', datum: DAG, kolumner })})`
    return {
      namn: `DuckDB, genererad fråga, ${tradar} ${tradar === 1 ? 'tråd' : 'trådar'}`,
      antal,
      kor: async () => {
        await this.k.run(`SET threads = ${tradar}`)
        const [[summa]] = (await this.k.runAndReadAll(fraga)).getRowsJS() as [[bigint]]
        return Number(summa)
      },
    }
  }

  stang(): void {
    this.k.closeSync()
    this.instans.closeSync()
  }
}
