/**
 * Keeps the text of the law beside the rules, with a checksum each paragraph: the chapters that the house covers, and
 * what the code cites besides. The officer reads the paragraph in place, the coverage lists each, and `lagvakt` sees what
 * a new consolidated text has changed.
 *
 *   npm run lagtext -- SFB.md FL.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { citeringar } from './lag/citeringar.ts'
import { LAGTEXTFIL, type Lagtextfil } from './lag/lagtextfil.ts'
import { iOrdning } from '@atergang/regelverk'
import { LAGAR, lasLag } from './lag/lasLag.ts'
import { TACKTA_KAPITEL } from './lag/tacktaKapitel.ts'

const filer = process.argv.slice(2).map((f) => resolve(process.env.INIT_CWD ?? process.cwd(), f))
if (filer.length === 0) throw new Error('Ange lagarnas texter: npm run lagtext -- SFB.md FL.md')
const lagar = filer.map((f) => lasLag(readFileSync(f, 'utf8'), f))
const alla = new Map(lagar.flatMap((l) => [...l.paragrafer]))
const kapitel = new Map(lagar.flatMap((l) => [...l.kapitel]))
const tackt = (nyckel: string): boolean => nyckel.startsWith('FL ') || TACKTA_KAPITEL.includes(nyckel.split(':')[0]!)

const citerade = new Set(
  citeringar()
    .map((c) => c.nyckel)
    .filter((n) => /^(?:FL |\d)/.test(n)),
)
const saknas = [...citerade].filter((n) => !alla.has(n))
if (saknas.length) throw new Error(`Citerade paragrafer finns inte i lagtexten: ${saknas.sort(iOrdning).join(', ')}`)

const onskade = [...alla.keys()].filter((n) => tackt(n) || citerade.has(n)).sort(iOrdning)
const kapitlen = [...new Set(onskade.filter((n) => n.includes(':')).map((n) => n.split(':')[0]!))]
const ut: Lagtextfil = {
  kalla: `${lagar.map((l) => `${LAGAR[l.beteckning]!.namn} (${l.beteckning})`).join(' och ')}, konsoliderade september 2025`,
  lagar: Object.fromEntries(lagar.map((l) => [l.beteckning, { rubrik: l.rubrik, publicerad: l.publicerad }])),
  kapitel: Object.fromEntries(kapitlen.map((k) => [k, kapitel.get(k)!])),
  paragrafer: Object.fromEntries(onskade.map((n) => [n, alla.get(n)!])),
}
writeFileSync(LAGTEXTFIL, `${JSON.stringify(ut, null, 1)}\n`)
process.stdout.write(`${onskade.length} paragrafer, varav ${citerade.size} citeras\n`)
