import { kor } from './main.ts'

const ord = process.argv.slice(2)
const somJson = ord.includes('--json') || (!ord.includes('--text') && !process.stdout.isTTY)
const { ut, kod } = await kor(ord, somJson)
if (ut !== '') process.stdout.write(`${ut}\n`)
process.exitCode = kod
