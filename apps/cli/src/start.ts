import { kor } from './main.ts'

const ord = process.argv.slice(2)
const somJson = ord.includes('--json') || (!ord.includes('--text') && !process.stdout.isTTY)
const { ut, kod } = await kor(ord, somJson)
// Said outright: the embedded database would else end the process with a code of its own.
process.stdout.write(ut === '' ? '' : `${ut}\n`, () => process.exit(kod))
