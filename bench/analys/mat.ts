import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Matning {
  readonly namn: string
  /** wall time of tables 1–11 from nothing counted */
  readonly sekunder: number
  /** processor time of this process; null where another process did the work */
  readonly cpu: number | null
  /** highest resident memory of the process, or of the server's processes together */
  readonly minneMB: number
  readonly laddning: number | null
  readonly lika: boolean
}

export interface Barnsvar {
  readonly sekunder: number
  readonly cpu: number | null
  readonly minneMB: number
  readonly laddning: number | null
  /** every figure of every table, rounded to what floating sums can hold */
  readonly svar: string
}

export interface Mattval {
  readonly mapp: string
  readonly rot: string
  readonly postgres: boolean
  readonly radvis: boolean
}

/** One way in a process of its own, so that its memory is its own. */
function iBarn(vad: string, o: Mattval): Promise<Barnsvar> {
  return new Promise((klar, fel) => {
    const barn = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--max-old-space-size=6000',
        '--import',
        'tsx',
        fileURLToPath(new URL('barn.ts', import.meta.url)),
        vad,
        o.mapp,
        o.rot,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let ut = ''
    barn.stdout.on('data', (d: Buffer) => (ut += d.toString()))
    barn.on('error', fel)
    barn.on('close', (kod) => (kod === 0 ? klar(JSON.parse(ut) as Barnsvar) : fel(new Error(`${vad} slutade med kod ${kod}.`))))
  })
}

export async function mat(o: Mattval, sag: (t: string) => void): Promise<Matning[]> {
  const satt = [
    ['DuckDB över Parquet', 'duckdb'],
    ...(o.postgres ? [['PostgreSQL, samma SQL', 'postgres']] : []),
    ...(o.radvis ? [['en rad i taget', 'radvis']] : []),
  ] as const
  const ut: Matning[] = []
  let facit: string | null = null
  for (const [namn, vad] of satt) {
    sag(`Räknar: ${namn}`)
    const { svar, ...m } = await iBarn(vad!, o)
    facit ??= svar
    ut.push({ namn: namn!, ...m, lika: svar === facit })
  }
  return ut
}
