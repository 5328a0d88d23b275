import { arNoll, avrunda, delat, ganger, jamfor, minus, NOLL, plus, tecken, type Avrundning, type Exakt } from './tal.ts'

/**
 * A number that is not known, and how much is known of it all the same: it lies between `lo` and
 * `hi`, both included; null is no bound. A number whose bounds meet is known.
 */
export class Spann {
  readonly lo: Exakt | null
  readonly hi: Exakt | null
  constructor(lo: Exakt | null, hi: Exakt | null) {
    this.lo = lo
    this.hi = hi
  }
}

/** A known number, or the span it lies in. */
export type Varde = Exakt | Spann
/** Yes, no, or not known. */
export type Sanning = boolean | null

export const OKANT = new Spann(null, null)

export const arSpann = (a: Varde): a is Spann => a instanceof Spann

const lo = (a: Varde): Exakt | null => (a instanceof Spann ? a.lo : a)
const hi = (a: Varde): Exakt | null => (a instanceof Spann ? a.hi : a)
const mellan = (l: Exakt | null, h: Exakt | null): Varde => (l !== null && h !== null && jamfor(l, h) === 0 ? l : new Spann(l, h))

const bada = (f: (a: Exakt, b: Exakt) => Exakt, a: Exakt | null, b: Exakt | null): Exakt | null =>
  a === null || b === null ? null : f(a, b)
const mindreAv = (a: Exakt, b: Exakt): Exakt => (jamfor(a, b) <= 0 ? a : b)
const storreAv = (a: Exakt, b: Exakt): Exakt => (jamfor(a, b) >= 0 ? a : b)

export const plusV = (a: Varde, b: Varde): Varde =>
  a instanceof Spann || b instanceof Spann ? mellan(bada(plus, lo(a), lo(b)), bada(plus, hi(a), hi(b))) : plus(a, b)

export const minusV = (a: Varde, b: Varde): Varde =>
  a instanceof Spann || b instanceof Spann ? mellan(bada(minus, lo(a), hi(b)), bada(minus, hi(a), lo(b))) : minus(a, b)

/** The lower is known to be at most what one of them is at most, also when the other has no bound. */
export const minstaV = (a: Varde, b: Varde): Varde =>
  a instanceof Spann || b instanceof Spann
    ? mellan(bada(mindreAv, lo(a), lo(b)), bada(mindreAv, hi(a), hi(b)) ?? hi(a) ?? hi(b))
    : mindreAv(a, b)

export const storstaV = (a: Varde, b: Varde): Varde =>
  a instanceof Spann || b instanceof Spann
    ? mellan(bada(storreAv, lo(a), lo(b)) ?? lo(a) ?? lo(b), bada(storreAv, hi(a), hi(b)))
    : storreAv(a, b)

/** Rounding keeps order, so a span rounds at its ends. */
export const avrundaV = (a: Varde, hur: Avrundning, jamnt: number): Varde =>
  a instanceof Spann ? mellan(a.lo && avrunda(a.lo, hur, jamnt), a.hi && avrunda(a.hi, hur, jamnt)) : avrunda(a, hur, jamnt)

export const gangerV = (a: Varde, b: Varde): Varde => (a instanceof Spann || b instanceof Spann ? produkt(a, b) : ganger(a, b))

/**
 * Nothing divided by: not known, whatever else is. So is a quotient by something that may be 0.
 */
export function delatV(a: Varde, b: Varde): Varde {
  if (!(b instanceof Spann)) return arNoll(b) ? OKANT : a instanceof Spann ? produkt(a, delat({ t: 1, n: 1 }, b)) : delat(a, b)
  const skildFranNoll = (b.lo !== null && tecken(b.lo) > 0) || (b.hi !== null && tecken(b.hi) < 0)
  return skildFranNoll ? produkt(a, mellan(invers(b.hi), invers(b.lo))) : OKANT
}

/** One divided by what has no bound comes down to nothing. */
const invers = (a: Exakt | null): Exakt => (a === null ? NOLL : delat({ t: 1, n: 1 }, a))

/** An end of a span in a product: a number, or beyond every number on one side. */
type Ande = Exakt | '-' | '+'

const ANDRA_SIDAN = { '-': '+', '+': '-' } as const

function andprodukt(a: Ande, b: Ande): Ande {
  if (typeof a !== 'string') return typeof b !== 'string' ? ganger(a, b) : andprodukt(b, a)
  const t = typeof b === 'string' ? (b === '+' ? 1 : -1) : tecken(b)
  return t === 0 ? NOLL : t > 0 ? a : ANDRA_SIDAN[a]
}

/** Nothing times anything is nothing, also when the other is not known at all. */
function produkt(a: Varde, b: Varde): Varde {
  const [al, ah]: readonly [Ande, Ande] = [lo(a) ?? '-', hi(a) ?? '+']
  const [bl, bh]: readonly [Ande, Ande] = [lo(b) ?? '-', hi(b) ?? '+']
  const hornen = [andprodukt(al, bl), andprodukt(al, bh), andprodukt(ah, bl), andprodukt(ah, bh)]
  const tal = hornen.filter((x): x is Exakt => typeof x !== 'string')
  return mellan(hornen.includes('-') ? null : tal.reduce(mindreAv), hornen.includes('+') ? null : tal.reduce(storreAv))
}

/** Everything that either can be: the answer when it is not known which of two ways holds. */
export const holjeV = (a: Varde, b: Varde): Varde => mellan(bada(mindreAv, lo(a), lo(b)), bada(storreAv, hi(a), hi(b)))

export function mindreV(a: Varde, b: Varde): Sanning {
  if (!(a instanceof Spann) && !(b instanceof Spann)) return jamfor(a, b) < 0
  const [al, ah, bl, bh] = [lo(a), hi(a), lo(b), hi(b)]
  if (ah !== null && bl !== null && jamfor(ah, bl) < 0) return true
  return al !== null && bh !== null && jamfor(al, bh) >= 0 ? false : null
}

export function likaV(a: Varde, b: Varde): Sanning {
  if (!(a instanceof Spann) && !(b instanceof Spann)) return jamfor(a, b) === 0
  return mindreV(a, b) === true || mindreV(b, a) === true ? false : null
}
