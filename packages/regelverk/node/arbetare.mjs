// A worker of `arbetslag.ts`: keeps compiled loops, and runs them over the stretches of rows it takes from the common counter.
import { parentPort } from 'node:worker_threads'
import { varv } from '../src/motor/wasm/varv.mjs'
import { Arbetsyta, raknaLagen } from '../src/tidslinjer/karna/lage.mjs'

/** @type {Map<number, WebAssembly.Exports>} */
const instanser = new Map()

parentPort.on('message', (m) => {
  try {
    if (m.typ === 'karna') instanser.set(m.nr, new WebAssembly.Instance(m.modul, { e: { m: m.minne } }).exports)
    else if (m.typ === 'glom') instanser.delete(m.nr)
    else {
      if (m.typ === 'tidslinjer') {
        const yta = new Arbetsyta()
        styckvis(m, (fran, till) => raknaLagen(m.befolkning, fran, till, m.dag, m.lag, m.svar, yta))
      } else {
        const exports = instanser.get(m.nr)
        const delar = m.delar.map((d) => ({ slinga: exports[d.namn], platser: d.platser }))
        styckvis(m, (fran, till) => varv(delar, fran, till, m.perVarv))
      }
      parentPort.postMessage({ jobb: m.jobb })
    }
  } catch (fel) {
    parentPort.postMessage({ jobb: m.jobb ?? -1, fel: String(fel) })
  }
})

/** Takes stretches of rows from the counter until none is left. */
function styckvis(m, gor) {
  const raknare = new Int32Array(m.raknare)
  for (let fran = Atomics.add(raknare, 0, 1) * m.styck; fran < m.antal; fran = Atomics.add(raknare, 0, 1) * m.styck)
    gor(fran, Math.min(fran + m.styck, m.antal))
}
