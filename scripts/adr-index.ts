import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** docs/adr/README.md: a line for each decision, and the numbers that stand for none. A test holds that it is as this writes it. */
const MAPP = 'docs/adr'
const nummer = (fil: string): number => Number(fil.slice(0, 4))

export function adrIndex(mapp = MAPP): string {
  const filer = readdirSync(mapp)
    .filter((f) => /^\d{4}-.*\.md$/.test(f))
    .sort()
  const finns = new Set(filer.map(nummer))
  const oanvanda = Array.from({ length: Math.max(...finns) }, (_, i) => i + 1)
    .filter((n) => !finns.has(n))
    .map((n) => String(n).padStart(4, '0'))
  const rad = (fil: string): string => {
    const rubrik = /^# (\d{4}) (.+)$/m.exec(readFileSync(`${mapp}/${fil}`, 'utf8'))
    if (!rubrik || nummer(fil) !== Number(rubrik[1])) throw new Error(`${mapp}/${fil}: första raden ska vara ”# ${fil.slice(0, 4)} …”.`)
    return `- [${rubrik[1]}](${fil}) ${rubrik[2]}`
  }
  return `# Decisions

Decisions about the house and readings of the law, each with its reason. Written by \`npm run adr-index\`; do not edit by hand.

${filer.map(rad).join('\n')}

Not used: ${oanvanda.join(', ') || 'none'}. Works that go on at the same time are given numbers in ranges, and a work that needs fewer leaves the rest; a number is never given twice.
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${MAPP}/README.md`, adrIndex())
