import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { delarAv, type Daterat, type Parameter, type Regel, type Uttryck } from './definition.ts'
import { kortLagrum } from './lagrum.ts'
import type { Regelverk } from './regelverk.ts'
import type { Tal } from './tal.ts'

/**
 * What a decision or a population run stores of the rules it used. The same sums come out wherever
 * and whenever the same rules and values are put together; any change of a rule, a wording, a
 * value, a date or a source gives others.
 */
export interface Kvitto {
  readonly namn: string
  /** `sha256:` and 64 hexadecimal digits, over all rules */
  readonly summa: string
  /** of each rule with everything it rests on */
  readonly regler: Readonly<Record<string, string>>
}

const klara = new WeakMap<Regel, string>()

/** The receipt of a set of rules. */
export function kvitto(rv: Regelverk): Kvitto {
  const regler = Object.fromEntries([...rv.regler].sort((a, b) => (a.namn < b.namn ? -1 : 1)).map((r) => [r.namn, regelkvitto(r)]))
  return { namn: rv.namn, summa: summan(['regelverk', ...Object.entries(regler)]), regler }
}

/** The sum of one rule with everything it rests on. */
export function regelkvitto(r: Regel): string {
  const redan = klara.get(r)
  if (redan) return redan
  const uttryckt = new Map<Uttryck, string>()
  const summa = summan([
    'regel',
    r.namn,
    r.rubrik,
    r.enhet,
    r.lagrum.map(kortLagrum),
    r.versioner.map((v) => [...tid(v), uttryckssumma(v.varde, uttryckt)]),
  ])
  klara.set(r, summa)
  return summa
}

const tid = (d: Daterat<unknown>): readonly (string | null)[] => [d.from, d.tom ?? null, d.kalla]
const talet = (t: Tal | boolean | undefined): string | null => (t === undefined ? null : typeof t === 'boolean' ? `${t}` : `${t.t}/${t.n}`)

function uttryckssumma(u: Uttryck, klara: Map<Uttryck, string>): string {
  const redan = klara.get(u)
  if (redan) return redan
  const summa = summan(['uttryck', u.sort, u.enhet, egetFor(u), delarAv(u).map((d) => uttryckssumma(d, klara))])
  klara.set(u, summa)
  return summa
}

function egetFor(u: Uttryck): unknown {
  switch (u.sort) {
    case 'tal':
      return talet(u.varde)
    case 'indata':
      return [u.namn, u.rubrik, talet(u.minst), talet(u.hogst)]
    case 'parameter':
      return parametern(u)
    case 'regel':
      return regelkvitto(u.regel)
    case 'andel':
      return u.av
    case 'avrunda':
      return [u.hur, u.jamnt]
    default:
      return null
  }
}

const parametern = (p: Parameter): unknown => [
  p.namn,
  p.rubrik,
  p.enhet,
  p.lagrum.map(kortLagrum),
  p.varden.map((v) => [...tid(v), talet(v.varde)]),
]

const summan = (x: unknown): string => `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(x))))}`
