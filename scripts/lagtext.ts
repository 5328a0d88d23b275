/**
 * Takes the paragraphs that the code cites out of consolidated law texts and keeps them, with a
 * checksum each, beside the rules: the officer reads the paragraph in place, and a test finds a
 * citation of something that does not exist.
 *
 *   node --import tsx scripts/lagtext.ts SFB.md FL.md
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lagrum, paragrafnyckel } from '../packages/regelverk/src/lagrum.ts'

interface Stycke {
  text: string
  punkter: string[]
}
export interface Paragraf {
  stycken: Stycke[]
  sha256: string
}

const utanLankar = (t: string): string => t.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ').trim()
const PUNKT = /^(?:(\d+)\.|[-–])\s+(.*)$/

/** Paragraph blocks into stycken: numbered and dashed lines belong to the stycke before them. */
function stycken(block: readonly string[]): Stycke[] {
  const ut: Stycke[] = []
  for (const b of block.map(utanLankar).filter(Boolean)) {
    const p = PUNKT.exec(b)
    if (p && ut.length) ut.at(-1)!.punkter.push(p[2]!)
    else ut.push({ text: b, punkter: [] })
  }
  return ut
}

/** Some paragraphs run on inside the one before, told only by a link to themselves (”… nämnda paragraf. [11 §](#kap113.11) Det som …”): they get a heading of their own. */
function medEgnaRubriker(md: string): string {
  let [kapitel, nummer] = ['', 0]
  return md
    .split('\n')
    .map((rad) => {
      kapitel = /^## (\d+(?: [a-z])?) kap\./.exec(rad)?.[1] ?? kapitel
      nummer = Number(/^#{2,4} .*?(\d+)(?: [a-z])? §\s*$/.exec(rad)?.[1] ?? nummer)
      return rad.replace(/([.:]|^) ?\[(\d+) §\]\(#kap(\d+)\.(\d+)\) (?=[A-ZÅÄÖ])/g, (hela: string, fore: string, n: string, kap: string, lank: string) => {
        if (kap !== kapitel || n !== lank || Number(n) !== nummer + 1) return hela
        nummer = Number(n)
        return `${fore}\n\n#### ${n} §\n\n`
      })
    })
    .join('\n')
}

function paragrafer(md: string, medKapitel: boolean): Map<string, Paragraf> {
  const ut = new Map<string, Paragraf>()
  let kapitel = ''
  let nyckel = ''
  let block: string[] = []
  const spara = () => {
    if (!nyckel || block.length === 0) return
    const s = stycken(block)
    ut.set(nyckel, { stycken: s, sha256: createHash('sha256').update(JSON.stringify(s)).digest('hex') })
  }
  for (const rad of medEgnaRubriker(md).split('\n')) {
    const k = /^## (\d+(?: [a-z])?) kap\./.exec(rad)
    const p = /^#{2,4} .*?(\d+(?: [a-z])?) §\s*$/.exec(rad)
    if (k) {
      spara()
      ;[kapitel, nyckel, block] = [k[1]!, '', []]
    } else if (p) {
      spara()
      nyckel = medKapitel ? `${kapitel}:${p[1]}` : `FL ${p[1]}`
      block = []
    } else if (rad.startsWith('#')) {
      spara()
      nyckel = ''
    } else block.push(rad)
  }
  spara()
  return ut
}

/** Every citation in the source, written in the short form inside quotes. */
function citerade(mapp: string): Set<string> {
  const ut = new Set<string>()
  const ta = (vag: string) => {
    if (statSync(vag).isDirectory()) {
      for (const n of readdirSync(vag)) if (n !== 'node_modules' && n !== 'dist') ta(join(vag, n))
    } else if (/\.(ts|vue)$/.test(vag) && !vag.endsWith('.test.ts') && !vag.endsWith('.gen.ts')) {
      for (const m of readFileSync(vag, 'utf8').matchAll(/'((?:FL )?(?:\d+(?: [a-z])?:)?\d+(?: [a-z])?(?: st \d+)?(?: p \d+)?)'/g)) {
        if (/^FL |:/.test(m[1]!)) ut.add(paragrafnyckel(lagrum(m[1]!)))
      }
    }
  }
  for (const r of ['packages', 'apps']) ta(join(mapp, r))
  return ut
}

const [sfb, fl] = process.argv.slice(2)
if (!sfb || !fl) throw new Error('Ange balkens och förvaltningslagens text: scripts/lagtext.ts SFB.md FL.md')
const alla = new Map([...paragrafer(readFileSync(sfb, 'utf8'), true), ...paragrafer(readFileSync(fl, 'utf8'), false)])
const onskade = [...citerade('.')].sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
const saknas = onskade.filter((n) => !alla.has(n))
if (saknas.length) throw new Error(`Citerade paragrafer finns inte i lagtexten: ${saknas.join(', ')}`)
writeFileSync('packages/regelverk/lagtext/lagtext.json', `${JSON.stringify({ kalla: 'SFB (2010:110) och förvaltningslagen (2017:900), konsoliderade september 2025', paragrafer: Object.fromEntries(onskade.map((n) => [n, alla.get(n)])) }, null, 1)}\n`)
process.stdout.write(`${onskade.length} paragrafer\n`)
