/**
 * Runs the law cases of packages/regelverk/lagfall, or of the tables given, and tells file, row and column of each that is
 * not as it says. The same as the test, for who writes rows.
 *
 *   npm run lagfall [-- FIL.csv ...]      exit 0: all as they say; 1: something is not
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { felrad, forklaramotor, lagfallsmotorer, lasLagfall, provaLagfall } from '@atergang/regelverk/prov'

const MAPP = 'packages/regelverk/lagfall'
const givna = process.argv.slice(2).map((f) => resolve(process.env.INIT_CWD ?? process.cwd(), f))
const filer = givna.length
  ? givna
  : readdirSync(MAPP)
      .filter((f) => f.endsWith('.csv'))
      .map((f) => `${MAPP}/${f}`)

let antal = 0
const fel: string[] = []
for (const fil of filer) {
  const tabell = lasLagfall(readFileSync(fil, 'utf8'), basename(fil))
  fel.push(...tabell.fel.map(felrad))
  for (const f of tabell.fall) {
    antal++
    for (const m of f.sort === 'regel' ? lagfallsmotorer : [forklaramotor]) fel.push(...(await provaLagfall(f, m)).map(felrad))
  }
}
for (const f of fel) process.stdout.write(`${f}\n`)
process.stdout.write(
  `${antal} lagfall i ${filer.length} tabeller, ${fel.length} fel. Motorer: ${lagfallsmotorer.map((m) => m.namn).join(', ')}.\n`,
)
process.exitCode = fel.length ? 1 : 0
