/**
 * Writes docs/lagtackning.md, and the same as data for the web: every paragraph of the covered chapters, what rests on it or why nothing does.
 *
 *   npm run lagtackning                    writes the page
 *   npm run lagtackning -- --kontrollera   exit 1 when the page is not up to date
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tackning, Tackningsfel } from './lag/tackning.ts'
import { tackningsdata, tackningstext } from './lag/tackningstext.ts'

const SIDA = 'docs/lagtackning.md'
const DATA = 'packages/regelverk/lagtext/tackning.json'

try {
  const delar = tackning()
  for (const [fil, text] of [
    [SIDA, tackningstext(delar)],
    [DATA, tackningsdata(delar)],
  ] as const) {
    if (!process.argv.includes('--kontrollera')) writeFileSync(fil, text)
    else if (readFileSync(fil, 'utf8') !== text) throw new Tackningsfel([`${fil} är inte aktuell. Kör npm run lagtackning.`])
  }
} catch (e) {
  if (!(e instanceof Tackningsfel)) throw e
  process.stderr.write(`${e.message}\n`)
  process.exitCode = 1
}
