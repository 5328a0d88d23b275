import { readFileSync } from 'node:fs'
import { parse, type Info } from 'csv-parse/sync'
import {
  bedomningsfragor,
  iOrdning,
  lydelser,
  paragrafnyckel,
  parametrar,
  regler,
  riksinstallningar,
  SLAGEN,
  tidslinjefunktioner,
  tidsregler,
  type Lagrum,
  type Slag,
  type Stod,
  type Tackningsdel,
} from '@atergang/regelverk'
import { lasForordningen } from './aterberattat.ts'
import { citeringar, type Citering } from './citeringar.ts'
import { lasLagtextfil } from './lagtextfil.ts'
import { TACKTA_KAPITEL } from './tacktaKapitel.ts'

export class Tackningsfel extends Error {
  readonly fel: readonly string[]
  constructor(fel: readonly string[]) {
    super(`Täckningen stämmer inte:\n${fel.join('\n')}`)
    this.name = 'Tackningsfel'
    this.fel = fel
  }
}

const SKALFIL = 'packages/regelverk/lagtext/inte-infort.csv'

interface Skalrad {
  readonly rad: number
  readonly nycklar: readonly string[]
  readonly skal: string
}

/** ”26:28–31” and ”36:18 b–18 d” among the keys that exist, in the order of the statute. */
function nycklarna(uttryck: string, alla: readonly string[]): string[] {
  const m = /^(.*[: ])(\d+(?: [a-z])?)–(\d+(?: [a-z])?)$/.exec(uttryck)
  if (!m) return [uttryck]
  const [fran, till] = [`${m[1]}${m[2]}`, `${m[1]}${m[3]}`]
  return alla.filter((n) => iOrdning(fran, n) <= 0 && iOrdning(n, till) <= 0 && n.startsWith(m[1]!.trim()))
}

function lasSkal(text: string, alla: readonly string[]): Skalrad[] {
  const rader = parse(text, { delimiter: ';', comment: '#', info: true, trim: true }) as unknown as { record: string[]; info: Info }[]
  return rader
    .slice(1)
    .map((r) => ({ rad: r.info.lines, nycklar: r.record[0]!.split(',').flatMap((u) => nycklarna(u.trim(), alla)), skal: r.record[1]! }))
}

/** Tells people what the law says (guidance, benefits to inform of, invented questions): nothing is decided by it, and so nothing rests on what it cites. */
const BERATTAR = /^(packages\/formaner\/src\/(kunskap\/|riktad-information\/rollbeskrivning\.ts$)|apps\/server\/src\/demo\/kunskap\.ts$)/
const REGELVERK = /^packages\/regelverk\//
const namnPa = (c: Citering): string =>
  c.fil
    .replace(/^(?:packages|apps)\//, '')
    .replace('/src/', '/')
    .replace(/\.(?:ts|vue)$/, '')

/** What rests on each paragraph: the rules by name, the rest of the house by file. */
function stoden(): ReadonlyMap<string, readonly Stod[]> {
  const ut = new Map<string, Map<string, Stod>>()
  const lagg = (nyckel: string, s: Stod): void =>
    void (ut.get(nyckel) ?? ut.set(nyckel, new Map()).get(nyckel)!).set(`${s.slag}:${s.namn}`, s)
  const alla = (slag: Slag, xs: readonly { namn: string; lagrum: readonly Lagrum[] }[]): void =>
    xs.forEach((x) => x.lagrum.forEach((l) => lagg(paragrafnyckel(l), { slag, namn: x.namn })))
  alla('regel', [...regler, ...tidsregler])
  alla('parameter', [...parametrar, ...lydelser])
  alla('riksinställning', riksinstallningar)
  alla('tidslinje', tidslinjefunktioner)
  alla('fråga', bedomningsfragor)
  for (const c of citeringar())
    if (!REGELVERK.test(c.fil) && !BERATTAR.test(c.fil)) lagg(c.nyckel, { slag: 'handläggning', namn: namnPa(c) })
  return new Map(
    [...ut].map(([k, v]) => [
      k,
      [...v.values()].sort((a, b) => SLAGEN.indexOf(a.slag) - SLAGEN.indexOf(b.slag) || (a.namn < b.namn ? -1 : 1)),
    ]),
  )
}

function delarna(): { namn: string; nycklar: { nyckel: string; rubrik: string }[] }[] {
  const l = lasLagtextfil()
  const nycklar = Object.entries(l.paragrafer).map(([nyckel, p]) => ({ nyckel, rubrik: p.rubrik }))
  const f = lasForordningen()
  return [
    ...TACKTA_KAPITEL.map((k) => ({ namn: `${k} kap. ${l.kapitel[k]!}`, nycklar: nycklar.filter((n) => n.nyckel.startsWith(`${k}:`)) })),
    { namn: 'Förvaltningslagen (2017:900)', nycklar: nycklar.filter((n) => n.nyckel.startsWith('FL ')) },
    {
      namn: 'Förordningen (2014:67), så långt rapporterna återger den',
      nycklar: Object.entries(f.paragrafer).map(([p, v]) => ({ nyckel: `förordning (2014:67) ${p}`, rubrik: v.aterger })),
    },
  ]
}

/** Every paragraph of the covered chapters with what rests on it or why nothing does. @throws {Tackningsfel} naming each that has neither, both, or two reasons. */
export function tackning(skaltext: string = readFileSync(SKALFIL, 'utf8')): Tackningsdel[] {
  const delar = delarna()
  const alla = delar.flatMap((d) => d.nycklar.map((n) => n.nyckel))
  const stod = stoden()
  const skal = new Map<string, string>()
  const fel: string[] = []
  for (const r of lasSkal(skaltext, alla)) {
    if (r.skal.length < 20) fel.push(`${SKALFIL} rad ${r.rad}: skälet säger för lite.`)
    for (const n of r.nycklar) {
      if (!alla.includes(n)) fel.push(`${SKALFIL} rad ${r.rad}: ${n} finns inte bland de täckta paragraferna.`)
      else if (stod.has(n))
        fel.push(
          `${SKALFIL} rad ${r.rad}: ${n} är införd (${stod
            .get(n)!
            .map((s) => s.namn)
            .join(', ')}). Ta bort den härifrån.`,
        )
      else if (skal.has(n)) fel.push(`${SKALFIL} rad ${r.rad}: ${n} har redan ett skäl.`)
      skal.set(n, r.skal)
    }
  }
  for (const n of alla) if (!stod.has(n) && !skal.has(n)) fel.push(`${n} är varken införd eller har ett skäl i ${SKALFIL}.`)
  if (fel.length) throw new Tackningsfel(fel)
  return delar.map((d) => ({
    namn: d.namn,
    rader: d.nycklar.map(({ nyckel, rubrik }) => ({
      nyckel,
      rubrik,
      stod: stod.get(nyckel) ?? [],
      ...(skal.has(nyckel) ? { skal: skal.get(nyckel)! } : {}),
    })),
  }))
}
