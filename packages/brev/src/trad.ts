import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Arbetardata } from './bud.ts'

/** Where the thread's own file and the templates lie. */
export interface Resurser {
  /** `arbetare.ts` made runnable: in a bundle `arbetare.js` */
  readonly arbetare: URL
  /** folder with `brev.typ` */
  readonly mallar: URL
}

/** Beside the source, or beside the bundle when one is made. Node that reads TypeScript by itself needs no starter. */
export function standardresurser(): Resurser {
  if (!import.meta.url.endsWith('.ts'))
    return { arbetare: new URL('./arbetare.js', import.meta.url), mallar: new URL('./mallar/', import.meta.url) }
  const lasSjalv = 'typescript' in process.features && process.features.typescript !== false
  return {
    arbetare: new URL(lasSjalv ? './arbetare.ts' : './arbetarstart.mjs', import.meta.url),
    mallar: new URL('../mallar/', import.meta.url),
  }
}

export function startaTrad({ arbetare, mallar }: Resurser): Worker {
  const workerData: Arbetardata = { mallar: fileURLToPath(mallar).replace(/[\\/]$/, '') }
  return new Worker(arbetare, { name: 'brev', workerData, execArgv: [] })
}
