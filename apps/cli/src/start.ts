import { kor } from './main.ts'

const ord = process.argv.slice(2)
const somJson = ord.includes('--json') || (!ord.includes('--text') && !process.stdout.isTTY)
const { ut, kod } = kor(ord, somJson)
process.stdout.write(`${ut}\n`)
process.exitCode = kod
