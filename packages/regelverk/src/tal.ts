/**
 * Exact numbers: a fraction of two safe integers in lowest terms. Money, shares and quotients are
 * computed with these; nothing in a result has passed a floating-point number.
 */
export interface Tal {
  /** numerator */
  readonly t: number
  /** denominator, always > 0 */
  readonly n: number
}

export class TalRymsInte extends Error {
  constructor() {
    super('Talet är för stort för att räknas exakt.')
    this.name = 'TalRymsInte'
  }
}

const sgd = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function tal2(t: number, n: number): Tal {
  if (!Number.isSafeInteger(t) || !Number.isSafeInteger(n)) throw new TalRymsInte()
  if (n === 1) return { t, n }
  const d = sgd(t, n) || 1
  return n < 0 ? { t: -t / d, n: -n / d } : { t: t / d, n: n / d }
}

/** A whole number, or a decimal written as text with comma or point: `tal('0,97')`. */
export function tal(varde: number | string): Tal {
  if (typeof varde === 'number') {
    if (!Number.isSafeInteger(varde)) throw new TalRymsInte()
    return { t: varde, n: 1 }
  }
  const m = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(varde)
  if (!m) throw new Error(`”${varde}” är inget tal.`)
  const decimaler = m[3] ?? ''
  return tal2(Number(`${m[1]}${m[2]}${decimaler}`), 10 ** decimaler.length)
}

export const plus = (a: Tal, b: Tal): Tal => (a.n === b.n ? tal2(a.t + b.t, a.n) : tal2(a.t * b.n + b.t * a.n, a.n * b.n))
export const negativ = (a: Tal): Tal => ({ t: -a.t, n: a.n })
export const minus = (a: Tal, b: Tal): Tal => plus(a, negativ(b))

export function ganger(a: Tal, b: Tal): Tal {
  // Reduce crosswise first, so that products stay small.
  const d1 = sgd(a.t, b.n) || 1
  const d2 = sgd(b.t, a.n) || 1
  return tal2((a.t / d1) * (b.t / d2), (a.n / d2) * (b.n / d1))
}

/** @throws {RangeError} on division by zero. */
export function delat(a: Tal, b: Tal): Tal {
  if (b.t === 0) throw new RangeError('Division med noll.')
  return ganger(a, b.t < 0 ? { t: -b.n, n: -b.t } : { t: b.n, n: b.t })
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export const jamfor = (a: Tal, b: Tal): number => {
  const d = minus(a, b)
  return d.t
}

export type Avrundning = 'narmaste' | 'ned'

/**
 * Rounds to a whole multiple of `jamnt`: `narmaste` puts halves up (28 kap. 10 § SFB: 50 öre
 * upwards), `ned` goes to the next lower (25 kap. 5 §: whole hundreds).
 */
export function avrunda(a: Tal, hur: Avrundning, jamnt = 1): Tal {
  const q = delat(a, tal(jamnt))
  const heltal = hur === 'ned' ? golv(q) : golv(plus(q, { t: 1, n: 2 }))
  return tal(heltal * jamnt)
}

const golv = (a: Tal): number => (a.n === 1 ? a.t : (a.t - (((a.t % a.n) + a.n) % a.n)) / a.n)

/** The whole number itself. @throws when a fraction is left: results are rounded by a paragraph, never by us. */
export function heltal(a: Tal): number {
  if (a.n !== 1) throw new Error(`${skrivTal(a)} är inget heltal.`)
  return a.t
}

/** ”1 250”, ”0,97”; long fractions with at most `decimaler` digits and an ellipsis-free cut: for reading, never for reckoning. */
export function skrivTal(a: Tal, decimaler = 2): string {
  const teckenforst = a.t < 0 ? '−' : ''
  const abs = { t: Math.abs(a.t), n: a.n }
  const hela = golv(abs)
  let rest = minus(abs, tal(hela))
  let siffror = ''
  while (rest.t !== 0 && siffror.length < decimaler) {
    rest = ganger(rest, tal(10))
    const d = golv(rest)
    siffror += d
    rest = minus(rest, tal(d))
  }
  const grupper = String(hela).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
  return `${teckenforst}${grupper}${siffror ? `,${siffror}` : ''}`
}
