import { Domanfel } from '@atergang/arende'
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Config } from '../config.ts'
import type { Analysval, Fraganamn, Fragor, Meddelande } from './fragor.ts'

const ARBETARE = fileURLToPath(new URL('./arbetare.ts', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** How long the process has to stop by itself. */
const STOPP_MS = 2000

/** The invented country that the demo has. Named by what it is made of: another choice is another folder. */
export const DEMOLAND = { fro: 'demo', personer: 500_000, fran: 2010, till: 2020 } as const
const demolandsmapp = (data: string, land: NonNullable<Analysval['land']>): string =>
  join(data, 'analys', `land-2-${land.fro}-${land.personer}`)

/** The named folder of registers; without one the demo has a country of its own, and else a folder that registers may be imported to. */
export function analysval(c: Pick<Config, 'analysdata' | 'data' | 'demo'>): Analysval {
  if (c.analysdata) return { mapp: c.analysdata, land: null }
  return c.demo ? { mapp: demolandsmapp(c.data, DEMOLAND), land: DEMOLAND } : { mapp: join(c.data, 'analys', 'register'), land: null }
}

export type Analyslage =
  | { readonly tillstand: 'redo' | 'vilar' | 'saknas' }
  | { readonly tillstand: 'skapas'; readonly andel: number }
  | { readonly tillstand: 'fel'; readonly text: string }

interface Vantande {
  readonly klar: (svar: unknown) => void
  readonly fel: (fel: Error) => void
}

/**
 * The analysis as the server sees it: questions in, answers out. What counts is a process of its own, started when first needed or when told to,
 * and started anew if it ends.
 */
export class Analysverk {
  readonly #val: Analysval
  readonly #vantande = new Map<number, Vantande>()
  #barn: ChildProcess | null = null
  #lage: Analyslage
  #nasta = 0
  #stangt = false

  constructor(val: Analysval) {
    this.#val = val
    this.#lage = { tillstand: val.land || this.#finns() ? 'vilar' : 'saknas' }
  }

  #finns(): boolean {
    return existsSync(join(this.#val.mapp, 'manifest.json'))
  }

  /** of the process that counts, while it runs */
  get pid(): number | undefined {
    return this.#barn?.pid
  }

  lage(): Analyslage {
    // A folder imported after the start is found.
    return this.#lage.tillstand === 'saknas' && this.#finns() ? { tillstand: 'vilar' } : this.#lage
  }

  /** Starts the process; an invented country that is to be is made in it. Does nothing when it runs. */
  starta(): void {
    if (this.#barn || this.#stangt || this.lage().tillstand === 'saknas') return
    const barn = fork(ARBETARE, [JSON.stringify(this.#val)], {
      execArgv: ['--no-warnings', '--import', TSX],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#barn = barn
    this.#lage = this.#finns() ? { tillstand: 'redo' } : { tillstand: 'skapas', andel: 0 }
    barn.on('message', (m: Meddelande) => this.#ta(m))
    barn.on('exit', (kod, signal) => this.#slut(barn, kod, signal))
    barn.on('error', () => this.#slut(barn, null, null))
  }

  /** @throws {Domanfel} what the analysis refuses, or when there is nothing to count on. Waits while the country is made. */
  fraga<N extends Fraganamn>(namn: N, fraga: Fragor[N][0]): Promise<Fragor[N][1]> {
    this.starta()
    const { tillstand } = this.lage()
    if (tillstand === 'saknas')
      return Promise.reject(
        new Domanfel('saknas', 'ingenDatamapp', 'Det finns inga data att räkna på. Be den som sköter driften läsa in registren.'),
      )
    if (this.#lage.tillstand === 'fel') return Promise.reject(new Error(this.#lage.text))
    const id = this.#nasta++
    return new Promise((klar, fel) => {
      this.#vantande.set(id, { klar: klar as Vantande['klar'], fel })
      this.#barn!.send({ id, namn, fraga })
    })
  }

  async stang(): Promise<void> {
    this.#stangt = true
    const barn = this.#barn
    if (!barn) return
    const slut = new Promise<void>((klar) => barn.once('exit', () => klar()))
    if (barn.connected) barn.disconnect()
    const tvinga = setTimeout(() => barn.kill('SIGKILL'), STOPP_MS)
    await slut
    clearTimeout(tvinga)
  }

  #ta(m: Meddelande): void {
    if (m.typ === 'skapas') this.#lage = { tillstand: 'skapas', andel: m.klara / m.av }
    else if (m.typ === 'redo') this.#lage = { tillstand: 'redo' }
    else if (m.typ === 'kanInte') this.#lage = { tillstand: 'fel', text: m.fel.text }
    else {
      const v = this.#vantande.get(m.id)
      this.#vantande.delete(m.id)
      if (m.typ === 'svar') v?.klar(m.svar)
      else v?.fel(m.fel ? new Domanfel('indata', m.fel.kod, m.fel.text, m.fel.falt) : new Error(m.text))
    }
  }

  #slut(barn: ChildProcess, kod: number | null, signal: string | null): void {
    if (this.#barn !== barn) return
    this.#barn = null
    if (this.#lage.tillstand !== 'fel') this.#lage = { tillstand: 'vilar' }
    for (const v of this.#vantande.values()) v.fel(new Error(`Analysen avbröts (${signal ?? kod ?? 'kunde inte startas'}).`))
    this.#vantande.clear()
  }
}
