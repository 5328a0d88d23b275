// A typesetting thread that fails on order, for tests. Files in the template folder and words in the letter steer it.
import { appendFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const fil = (namn) => join(workerData.mallar, namn)
appendFileSync(fil('starter'), 'x')

function dorKanske({ data }) {
  if (data.includes('KRASCHA-ALLTID')) process.exit(3)
  if (data.includes('KRASCHA-NYSS') && existsSync(fil('en-gang'))) {
    rmSync(fil('en-gang'))
    throw new Error('avsiktlig krasch')
  }
}

// Listening here as well would start the port before the real thread listens, and the first letter would be lost.
const lyssna = parentPort.on.bind(parentPort)
parentPort.on = (handelse, gor) =>
  lyssna(handelse, (bud) => {
    dorKanske(bud)
    gor(bud)
  })

if (existsSync(fil('svarar-inte'))) setInterval(() => undefined, 1_000)
else await import('../arbetarstart.mjs')
