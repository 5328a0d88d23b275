import type { Mattvarden } from '../datakalla.ts'
import { fonstertext, nyckel, type Begaran, type Fonster, type Nagotmatt } from '../matt/matt.ts'

/** How a column's figure comes of counted ones. */
export type Uttryck =
  | { readonly typ: 'antal'; readonly av: Begaran }
  /** numerator / denominator × scale; `del` when the numerator's people are some of the denominator's */
  | { readonly typ: 'kvot'; readonly taljare: Begaran; readonly namnare: Begaran; readonly skala: number; readonly del?: true }
  | { readonly typ: 'differens'; readonly senare: Uttryck; readonly tidigare: Uttryck }
  /** mean of the yearly changes, per cent */
  | { readonly typ: 'medelforandring'; readonly led: readonly Begaran[] }

export const av = (matt: Nagotmatt, fonster: Fonster): Begaran => ({ matt, fonster })
export const antalet = (b: Begaran): Uttryck => ({ typ: 'antal', av: b })
export const kvot = (taljare: Begaran, namnare: Begaran, skala = 1): Uttryck => ({ typ: 'kvot', taljare, namnare, skala })
export const andel = (taljare: Begaran, namnare: Begaran, skala = 100): Uttryck => ({ typ: 'kvot', taljare, namnare, skala, del: true })

export function begarda(u: Uttryck): readonly Begaran[] {
  switch (u.typ) {
    case 'antal':
      return [u.av]
    case 'kvot':
      return [u.taljare, u.namnare]
    case 'differens':
      return [...begarda(u.senare), ...begarda(u.tidigare)]
    case 'medelforandring':
      return u.led
  }
}

export type Varden = ReadonlyMap<string, Mattvarden>
/** One county's figure, or with null the figure for all of them. */
export const vardet = (v: Varden, b: Begaran, lan: string | null): number => {
  const m = v.get(nyckel(b))!
  return lan === null ? m.alla : (m.perLan.get(lan) ?? 0)
}

/** The figure, or null where it would be a division by nought. */
export function rakna(u: Uttryck, v: Varden, lan: string | null): number | null {
  switch (u.typ) {
    case 'antal':
      return vardet(v, u.av, lan)
    case 'kvot': {
      const n = vardet(v, u.namnare, lan)
      return n === 0 ? null : (vardet(v, u.taljare, lan) / n) * u.skala
    }
    case 'differens': {
      const [a, b] = [rakna(u.senare, v, lan), rakna(u.tidigare, v, lan)]
      return a === null || b === null ? null : a - b
    }
    case 'medelforandring': {
      const led = u.led.map((b) => vardet(v, b, lan))
      if (led.length < 2 || led.slice(0, -1).some((x) => x === 0)) return null
      return (led.slice(1).reduce((s, x, i) => s + x / led[i]! - 1, 0) / (led.length - 1)) * 100
    }
  }
}

const i = (b: Begaran): string => `${b.matt.namn} ${fonstertext(b.fonster)}`
const ganger = (n: number): string => (n === 1 ? '' : ` × ${n.toLocaleString('sv-SE')}`)

/** Numerator, denominator and windows in words. */
export function beskriv(u: Uttryck): { taljare: string; namnare: string | null; fonster: string } {
  switch (u.typ) {
    case 'antal':
      return { taljare: i(u.av), namnare: null, fonster: fonstertext(u.av.fonster) }
    case 'kvot':
      return { taljare: `${i(u.taljare)}${ganger(u.skala)}`, namnare: i(u.namnare), fonster: fonstertext(u.taljare.fonster) }
    case 'differens': {
      const [s, t] = [beskriv(u.senare), beskriv(u.tidigare)]
      return {
        taljare: `(${s.taljare}${s.namnare ? ` / ${s.namnare}` : ''}) − (${t.taljare}${t.namnare ? ` / ${t.namnare}` : ''})`,
        namnare: null,
        fonster: `${t.fonster} till ${s.fonster}`,
      }
    }
    case 'medelforandring':
      return {
        taljare: `medelvärdet av årliga förändringar i procent av ${u.led[0]!.matt.namn}`,
        namnare: null,
        fonster: `${fonstertext(u.led[0]!.fonster)}–${fonstertext(u.led.at(-1)!.fonster)}`,
      }
  }
}

/** Sources of the figures, each once. */
export const kallor = (u: Uttryck, registerkalla: (register: string) => string): string =>
  [...new Set(begarda(u).map((b) => registerkalla(b.matt.register)))].join('; ')
