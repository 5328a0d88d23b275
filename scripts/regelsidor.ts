/**
 * Writes docs/regler/*.md from the rule catalogue.
 *
 *   npm run regelsidor                    writes the pages
 *   npm run regelsidor -- --kontrollera   exit 1 when they are not up to date
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { regelkatalog } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import { regelsidor } from './lag/regelsidor.ts'

const MAPP = 'docs/regler'
const sidor = regelsidor(regelkatalog(paragraftext))
const finns = existsSync(MAPP) ? readdirSync(MAPP) : []
if (process.argv.includes('--kontrollera')) {
  const gamla = [
    ...finns.filter((f) => !sidor.has(f)),
    ...[...sidor].filter(([f, text]) => !finns.includes(f) || readFileSync(`${MAPP}/${f}`, 'utf8') !== text).map(([f]) => f),
  ]
  if (gamla.length) {
    process.stderr.write(`Inte aktuella: ${gamla.join(', ')}. Kör npm run regelsidor.\n`)
    process.exitCode = 1
  }
} else {
  mkdirSync(MAPP, { recursive: true })
  for (const f of finns) if (!sidor.has(f)) rmSync(`${MAPP}/${f}`)
  for (const [f, text] of sidor) writeFileSync(`${MAPP}/${f}`, text)
}
