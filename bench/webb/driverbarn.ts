// Bare work through the same driver and as many connections as the server has: what the ratios are against.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sidaVidSida, svara } from './barn.ts'

const pool = new pg.Pool({ connectionString: process.argv[2]!, max: 20 })
const TEXT = 'x'.repeat(200)

svara(
  async (m: { slag: 'las' | 'skriv'; jobb: string[][]; paus: number }) => {
    const fore = process.cpuUsage()
    const matt = await sidaVidSida(
      m.jobb,
      m.paus,
      m.slag === 'las'
        ? (id) => pool.query({ name: 'las', text: 'select * from bench.rad where id = $1', values: [id] })
        : () => pool.query({ name: 'skriv', text: 'insert into bench.rad (id, text) values ($1, $2)', values: [randomUUID(), TEXT] }),
    )
    const cpu = process.cpuUsage(fore)
    return { ...matt, cpuMs: (cpu.user + cpu.system) / 1000 }
  },
  () => pool.end(),
)
