import { Worker } from 'node:worker_threads'
import { modul } from '../../packages/regelverk/src/motor/wasm/bytes.ts'
import type { Tavlande } from './matning.ts'

const SIDA = 65_536

/**
 * Copies as many bytes as the rule moves: half of them are read, half written. With one thread
 * here, with several in workers that share the memory, as our own loops do.
 */
export class Kopia {
  private readonly minne: WebAssembly.Memory
  private readonly kopiera: (bytes: number, till: number, fran: number) => void
  private readonly arbetare: readonly Worker[]
  private readonly bytes: number

  /** @param flyttade bytes read and written a person */
  constructor(antal: number, flyttade: number, tradar: number) {
    this.bytes = Math.ceil((antal * flyttade) / 2 / SIDA) * SIDA
    this.minne = new WebAssembly.Memory({ initial: (2 * this.bytes) / SIDA, maximum: SIDA, shared: true })
    // memory.copy: (bytes, till, fran) in the order that the other loops have: how much first, then where.
    const bytes = modul(
      [{ namn: 'kopiera', parametrar: 3, i32: 0, v128: 0, kod: [0x20, 1, 0x20, 2, 0x20, 0, 0xfc, 0x0a, 0x00, 0x00] }],
      true,
    )
    const m = new WebAssembly.Module(bytes)
    this.kopiera = new WebAssembly.Instance(m, { e: { m: this.minne } }).exports.kopiera as Kopia['kopiera']
    this.arbetare = Array.from({ length: tradar }, () => new Worker(new URL('./kopia.mjs', import.meta.url), { execArgv: [] }))
    for (const w of this.arbetare) w.postMessage({ modul: m, minne: this.minne })
  }

  enTrad = (antal: number): Tavlande => ({ namn: 'minneskopia, 1 tråd', antal, kor: () => (this.kopiera(this.bytes, this.bytes, 0), null) })

  fleraTradar(antal: number): Tavlande {
    const del = this.bytes / this.arbetare.length
    return {
      namn: `minneskopia, ${this.arbetare.length} trådar`,
      antal,
      kor: async () => {
        await Promise.all(
          this.arbetare.map(
            (w, i) =>
              new Promise((klar) => {
                w.once('message', klar)
                w.postMessage({ bytes: del, fran: i * del, till: this.bytes + i * del })
              }),
          ),
        )
        return null
      },
    }
  }

  stang = async (): Promise<void> => void (await Promise.all(this.arbetare.map((w) => w.terminate())))
}
