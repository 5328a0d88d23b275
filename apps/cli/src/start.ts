import { problemtext } from './lasbart.ts'
import { kor, type Utskrift } from './main.ts'
import { internt } from './problem.ts'

const ord = process.argv.slice(2)
const somJson = ord.includes('--json') || (!ord.includes('--text') && !process.stdout.isTTY)
const { ut, kod, noter } = await kor(ord, somJson).catch((fel: unknown): Utskrift => {
  process.stderr.write(`${fel instanceof Error ? (fel.stack ?? fel.message) : String(fel)}\n`)
  return { ut: somJson ? JSON.stringify(internt(fel)) : problemtext(internt(fel)), kod: 1 }
})
for (const not of noter ?? []) process.stderr.write(`${not}\n`)
// Said outright: the embedded database would else end the process with a code of its own.
process.stdout.write(ut === '' ? '' : `${ut}\n`, () => process.exit(kod))
