// A worker that copies memory: the limit that no loop over columns can pass.
import { parentPort } from 'node:worker_threads'

let kopiera
parentPort.on('message', (m) => {
  if (m.modul) kopiera = new WebAssembly.Instance(m.modul, { e: { m: m.minne } }).exports.kopiera
  else {
    kopiera(m.bytes, m.till, m.fran)
    parentPort.postMessage(null)
  }
})
