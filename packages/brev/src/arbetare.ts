/** The typesetting thread: one letter at a time, so the server's own thread stays free for those who wait. */
import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import type { Arbetardata, Svar, Uppdrag } from './bud.ts'
import { Sattningsfel, skapaSattare } from './sattare.ts'

const GLOM_EFTER = 20

/**
 * typst's documents live outside V8's heap, and V8 does not know how big they are, so it never hurries to collect them.
 * Collecting by hand halves the process's memory (README). V8 gives the function only to a context made after the flag.
 */
function skrapsamlare(): () => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  return typeof gc === 'function' ? () => void gc() : () => undefined
}

const { mallar } = workerData as Arbetardata
const sattare = skapaSattare(mallar)
const samla = skrapsamlare()
let brev = 0

function utfor({ id, data }: Uppdrag): Svar {
  try {
    const { pdf, sidor } = sattare.satt(data)
    return { id, utfall: 'klart', pdf, sidor, sha256: createHash('sha256').update(pdf).digest('hex') }
  } catch (fel) {
    if (fel instanceof Sattningsfel) return { id, utfall: 'fel', meddelanden: fel.meddelanden }
    throw fel
  }
}

parentPort?.on('message', (uppdrag: Uppdrag) => {
  const svar = utfor(uppdrag)
  parentPort?.postMessage(svar, svar.utfall === 'klart' ? [svar.pdf.buffer as ArrayBuffer] : [])
  if (++brev % GLOM_EFTER === 0) {
    sattare.glom()
    setImmediate(samla)
  }
})
