/**
 * Writes docs/lagtackning.md: every paragraph of the covered chapters, what rests on it or why nothing does.
 *
 *   npm run lagtackning                    writes the page
 *   npm run lagtackning -- --kontrollera   exit 1 when the page is not up to date
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tackning, Tackningsfel } from './lag/tackning.ts'
import { tackningstext } from './lag/tackningstext.ts'

const SIDA = 'docs/lagtackning.md'

try {
  const text = tackningstext(tackning())
  if (!process.argv.includes('--kontrollera')) writeFileSync(SIDA, text)
  else if (readFileSync(SIDA, 'utf8') !== text) throw new Tackningsfel([`${SIDA} är inte aktuell. Kör npm run lagtackning.`])
} catch (e) {
  if (!(e instanceof Tackningsfel)) throw e
  process.stderr.write(`${e.message}\n`)
  process.exitCode = 1
}
