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

const ANVANDNING =
  'Användning: npm run lagvakt -- FIL [FIL ...] [--json]. FIL är en konsoliderad lagtext: socialförsäkringsbalken (2010:110) eller förvaltningslagen (2017:900).'

const filer = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const flaggor = process.argv.slice(2).filter((a) => a.startsWith('--'))
const okand = flaggor.find((f) => f !== '--json')

function lasFil(fil: string): string {
  try {
    // File names are the caller's: npm runs this at the root of the house.
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), fil), 'utf8')
  } catch (e) {
    throw new InteLagtext(
      fil,
      (e as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'filen finns inte.'
        : (e as NodeJS.ErrnoException).code === 'EISDIR'
          ? 'det är en mapp.'
          : 'filen får inte läsas.',
    )
  }
}

/** The same shape of problem as the command line gives, when JSON is asked for. */
function avbryt(kod: string, falt: string, detail: string, hjalp: string): void {
  if (flaggor.includes('--json'))
    process.stdout.write(
      `${JSON.stringify({ type: `urn:atergang:problem:${kod}`, title: 'Uppgifter behöver ändras', status: 422, detail, kod, falt: [{ falt, text: hjalp }] })}\n`,
    )
  else process.stderr.write(`${detail}\n${hjalp}\n`)
  process.exitCode = 2
}

if (okand !== undefined) avbryt('okantVal', okand.replace(/^-+/, ''), `Valet ${okand} finns inte.`, ANVANDNING)
else if (filer.length === 0) avbryt('saknarFil', 'fil', 'Ange minst en fil.', ANVANDNING)
else {
  try {
    const lagar = filer.map((f) => lasLag(lasFil(f), f))
    const underlag = { sparad: lasLagtextfil(), citeringar: citeringar(), beroende: beroenden() }
    const svar = lagar
      .map((l) => vakta(l, underlag))
      .reduce((a: Vaktsvar, b: Vaktsvar) => ({
        lagar: [...a.lagar, ...b.lagar],
        oforandrade: a.oforandrade + b.oforandrade,
        andringar: [...a.andringar, ...b.andringar],
      }))
    process.stdout.write(`${flaggor.includes('--json') ? JSON.stringify(svar) : vakttext(svar)}\n`)
    process.exitCode = utgangskod(svar)
  } catch (e) {
    if (!(e instanceof InteLagtext)) throw e
    avbryt('inteLagtext', 'fil', e.message, 'Ange en annan fil.')
  }
}
