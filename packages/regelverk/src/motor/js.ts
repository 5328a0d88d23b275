import { arKonst, type Heltal, type Nod } from './graf.ts'
import type { Delkarna } from './delkarna.ts'
import { inversRacker, rymsI32 } from './ryms.ts'

/** A column of whole numbers, or of yes/no as 0 and 1. */
export type Vektor = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Float64Array

/** Works out rows `fran` to and including `till - 1`. `lasta` and `lamnade` stand in the order of the stretch. */
export type Slinga = (fran: number, till: number, lasta: readonly Vektor[], lamnade: readonly Vektor[]) => void

/** Numbers of the loop: floating-point ones proven to hold every value exactly, or integers without limit. */
export type Talsort = 'f64' | 'stort'

/**
 * The stretch as one JavaScript loop. Made with `new Function` from our own numbers and letters only: nothing that
 * a person has written is in it.
 */
export function slinga(d: Delkarna, sort: Talsort): Slinga {
  return new Function('fran', 'till', 'lasta', 'lamnade', `"use strict";\n${slingtext(d, sort)}`) as Slinga
}

export function slingtext(d: Delkarna, sort: Talsort): string {
  const s = new Skrivare(d, sort)
  const rader = s.rader()
  return [
    ...d.lasta.map((_, i) => `const k${i} = lasta[${i}];`),
    ...d.lamnade.map((_, i) => `const u${i} = lamnade[${i}];`),
    ...(sort === 'stort' ? [STORT] : []),
    'for (let i = fran; i < till; i++) {',
    ...rader.map((r) => `  ${r}`),
    '}',
  ].join('\n')
}

/** Helpers of the loop in integers without limit: division down, what two numbers share, and the way back to a column. */
const STORT = `const golv = (a, b) => { const r = a % b; return (a - (r < 0n ? r + b : r)) / b; };
const sgd = (a, b) => { let x = a < 0n ? -a : a, y = b; while (y !== 0n) [x, y] = [y, x % y]; return x; };
const ut = (a) => { const n = Number(a); if (!Number.isSafeInteger(n)) throw new RangeError('TalRymsInte'); return n; };`

/** Longer expressions than this get a name of their own. */
const DJUP = 12

class Skrivare {
  private readonly d: Delkarna
  private readonly sort: Talsort
  private readonly ganger = new Map<Nod, number>()
  private readonly namn = new Map<Nod, string>()
  private readonly djup = new Map<Nod, number>()
  private readonly ut: string[] = []

  constructor(d: Delkarna, sort: Talsort) {
    this.d = d
    this.sort = sort
    for (const n of d.noder) for (const x of n.delar) this.ganger.set(x, (this.ganger.get(x) ?? 0) + 1)
  }

  rader(): readonly string[] {
    this.d.lasta.forEach((n, i) => {
      if ((this.ganger.get(n) ?? 0) > 1) this.satt(n, this.last(n, i))
      else this.namn.set(n, this.last(n, i))
    })
    for (const n of this.d.noder) {
      const text = this.uttryck(n)
      const djup = 1 + Math.max(0, ...n.delar.map((x) => this.djup.get(x) ?? 0))
      if ((this.ganger.get(n) ?? 0) > 1 || this.d.lamnade.includes(n) || djup > DJUP) this.satt(n, text)
      else {
        this.namn.set(n, text)
        this.djup.set(n, djup)
      }
    }
    this.d.lamnade.forEach((n, i) =>
      this.ut.push(
        `u${i}[i] = ${n.typ === 'villkor' ? `${this.av(n)} ? 1 : 0` : this.sort === 'stort' ? `ut(${this.av(n)})` : this.av(n)};`,
      ),
    )
    return this.ut
  }

  private satt(n: Nod, text: string): void {
    const namn = `${n.namn ? n.namn.replace(/[^A-Za-z]/g, '') : 'v'}${n.nr}`
    this.ut.push(`const ${namn} = ${text};`)
    this.namn.set(n, namn)
  }

  private last(n: Nod, i: number): string {
    const varde = `k${i}[i]`
    if (n.typ === 'villkor') return n.slag === 'finns' ? `(${varde} === 0)` : `(${varde} !== 0)`
    return this.sort === 'stort' ? `BigInt(${varde})` : varde
  }

  private av(n: Nod): string {
    if (arKonst(n)) return this.sort === 'stort' ? `(${n.lo}n)` : n.lo < 0n ? `(${n.lo})` : `${n.lo}`
    if (n.slag === 'ja' || n.slag === 'nej') return `${n.slag === 'ja'}`
    return this.namn.get(n)!
  }

  private uttryck(n: Nod): string {
    const [a, b, c] = n.delar.map((x) => this.av(x))
    switch (n.slag) {
      case 'plus':
        return `(${a} + ${b})`
      case 'minus':
        return `(${a} - ${b})`
      case 'ganger':
        return `(${a} * ${b})`
      case 'minsta':
      case 'storsta':
        return this.sort === 'stort'
          ? `(${a} ${n.slag === 'minsta' ? '<' : '>'} ${b} ? ${a} : ${b})`
          : `Math.${n.slag === 'minsta' ? 'min' : 'max'}(${a}, ${b})`
      case 'golv':
        return this.golv(n as Heltal, a!, b!)
      case 'sgd':
        return `sgd(${a}, ${b})`
      case 'valj':
        return `(${a} ? ${b} : ${c})`
      case 'mindre':
        return `(${a} < ${b})`
      case 'lika':
        return `(${a} === ${b})`
      case 'och':
        return `(${a} && ${b})`
      case 'eller':
        return `(${a} || ${b})`
      case 'inte':
        return `!${a}`
      default:
        throw new Error(`${n.slag} är ingen räkning`)
    }
  }

  private golv(n: Heltal, a: string, b: string): string {
    if (this.sort === 'stort') return `golv(${a}, ${b})`
    const [taljare, namnare] = n.delar as readonly Heltal[]
    if (!arKonst(namnare!) || !inversRacker(taljare!, namnare.lo, 'f64')) return `Math.floor(${a} / ${b})`
    const produkt = `(${a} + 0.5) * ${1 / Number(namnare.lo)}`
    return rymsI32(n) && n.lo! >= 0n ? `(${produkt} | 0)` : `Math.floor(${produkt})`
  }
}
