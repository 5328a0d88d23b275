/**
 * Law watch: compares a newer consolidated text with the one the rules were written on, and lists what to look at again.
 *
 *   npm run lagvakt -- FIL [FIL ...] [--json]
 *
 * Exit 0: nothing has changed. 1: something has changed or is new. 2: a file is not a law text that can be read, or the
 * command is wrong. 3: a paragraph that the code cites is gone.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beroenden } from './lag/beroenden.ts'
import { citeringar } from './lag/citeringar.ts'
import { InteLagtext, lasLag } from './lag/lasLag.ts'
import { lasLagtextfil } from './lag/lagtextfil.ts'
import { utgangskod, vakta, vakttext, type Vaktsvar } from './lag/vakt.ts'

const ANVANDNING = 'Användning: npm run lagvakt -- FIL [FIL ...] [--json]\nFIL är en konsoliderad lagtext: socialförsäkringsbalken (2010:110) eller förvaltningslagen (2017:900).\n'

const filer = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const flaggor = process.argv.slice(2).filter((a) => a.startsWith('--'))
const okand = flaggor.find((f) => f !== '--json')

function lasFil(fil: string): string {
  try {
    // File names are the caller's: npm runs this at the root of the house.
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), fil), 'utf8')
  } catch (e) {
    throw new InteLagtext(fil, (e as NodeJS.ErrnoException).code === 'ENOENT' ? 'filen finns inte.' : `filen går inte att läsa (${(e as Error).message}).`)
  }
}

function avbryt(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 2
}

if (okand || filer.length === 0) avbryt(`${okand ? `Känner inte till ${okand}.` : 'Ange minst en fil.'}\n${ANVANDNING}`)
else {
  try {
    const lagar = filer.map((f) => lasLag(lasFil(f), f))
    const underlag = { sparad: lasLagtextfil(), citeringar: citeringar(), beroende: beroenden() }
    const svar = lagar.map((l) => vakta(l, underlag)).reduce((a: Vaktsvar, b: Vaktsvar) => ({ lagar: [...a.lagar, ...b.lagar], oforandrade: a.oforandrade + b.oforandrade, andringar: [...a.andringar, ...b.andringar] }))
    process.stdout.write(`${flaggor.includes('--json') ? JSON.stringify(svar) : vakttext(svar)}\n`)
    process.exitCode = utgangskod(svar)
  } catch (e) {
    if (!(e instanceof InteLagtext)) throw e
    avbryt(e.message)
  }
}
