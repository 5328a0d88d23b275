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

/** A fraction on the way to a result that safe integers cannot hold. */
export interface Stort {
  readonly t: bigint
  readonly n: bigint
}

/** What the arithmetic works on. It leaves the safe integers only when it must, and comes back when it can. */
export type Exakt = Tal | Stort

export class TalRymsInte extends Error {
  constructor() {
    super('Talet är för stort för att räknas exakt.')
    this.name = 'TalRymsInte'
  }
}

const saker = Number.isSafeInteger
const arLitet = (a: Exakt): a is Tal => typeof a.t === 'number'

/** Greatest common divisor; 1 when both are 0, so that it can always be divided by. */
function sgd(a: number, b: number): number {
  let x = Math.abs(a)
  let y = b
  while (y > 0x7fff_ffff) [x, y] = [y, x % y]
  if (x > 0x7fff_ffff) [x, y] = y === 0 ? [x, 0] : [y, x % y]
  // Both now fit 32 bits, where the remainder is many times cheaper.
  while (y !== 0) {
    const rest = (x | 0) % (y | 0)
    x = y
    y = rest
  }
  return x || 1
}

function forkorta(t: number, n: number): Tal {
  if (n === 1) return { t, n }
  const d = sgd(t, n)
  return d === 1 ? { t, n } : { t: t / d, n: n / d }
}

function storSgd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x || 1n
}

/** The long way: in integers without limit, back to safe ones when the result fits. `n` must not be 0. */
function utanGrans(t: bigint, n: bigint): Exakt {
  const d = n < 0n ? -storSgd(t, -n) : storSgd(t, n)
  const [kt, kn] = [t / d, n / d]
  const [lt, ln] = [Number(kt), Number(kn)]
  return saker(lt) && saker(ln) ? { t: lt, n: ln } : { t: kt, n: kn }
}

/** A whole number, or a decimal written as text with comma or point: `tal('0,97')`. */
export function tal(varde: number | string): Tal {
  if (typeof varde === 'number') {
    if (!saker(varde)) throw new TalRymsInte()
    return { t: varde + 0, n: 1 }
  }
  const kant = lasta.get(varde)
  if (kant) return kant
  const m = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(varde)
  if (!m) throw new Error(`”${varde}” är inget tal.`)
  const decimaler = m[3] ?? ''
  const siffror = m[2]! + decimaler
  const a =
    siffror.length <= SAKRA_SIFFROR
      ? forkorta(Number(m[1] + siffror) + 0, 10 ** decimaler.length)
      : somTal(utanGrans(BigInt(m[1] + siffror), 10n ** BigInt(decimaler.length)))
  if (lasta.size < LASTA_HOGST) lasta.set(varde, a)
  return a
}

/** So many digits are a safe integer, whichever they are. */
const SAKRA_SIFFROR = 15
/** Texts already read: the same few shares and levels come again and again. */
const lasta = new Map<string, Tal>()
const LASTA_HOGST = 4096

export const NOLL: Tal = { t: 0, n: 1 }
export const ETT: Tal = { t: 1, n: 1 }

/** A number from elsewhere in lowest terms. @throws {TalRymsInte} when its parts are no safe integers, or it divides by nothing. */
export function ettTal(a: Tal): Tal {
  if (a.n === 1 && saker(a.t)) return a
  if (!saker(a.t) || !saker(a.n) || a.n < 1) throw new TalRymsInte()
  return forkorta(a.t, a.n)
}

/** The number as safe integers. @throws {TalRymsInte} when it is larger than that. */
export function somTal(a: Exakt): Tal {
  if (!arLitet(a)) throw new TalRymsInte()
  return a
}

export function plus(a: Exakt, b: Exakt): Exakt {
  if (arLitet(a) && arLitet(b)) {
    if (a.n === b.n) {
      const t = a.t + b.t
      if (saker(t)) return forkorta(t, a.n)
    } else {
      const [x, y, n] = [a.t * b.n, b.t * a.n, a.n * b.n]
      if (saker(x) && saker(y) && saker(x + y) && saker(n)) return forkorta(x + y, n)
    }
  }
  return utanGrans(BigInt(a.t) * BigInt(b.n) + BigInt(b.t) * BigInt(a.n), BigInt(a.n) * BigInt(b.n))
}

export const negativ = (a: Exakt): Exakt => (arLitet(a) ? { t: 0 - a.t, n: a.n } : { t: -a.t, n: a.n })
export const minus = (a: Exakt, b: Exakt): Exakt => plus(a, negativ(b))

export function ganger(a: Exakt, b: Exakt): Exakt {
  if (arLitet(a) && arLitet(b)) {
    const [t, n] = [a.t * b.t, a.n * b.n]
    if (saker(t) && saker(n)) return forkorta(t + 0, n)
  }
  return utanGrans(BigInt(a.t) * BigInt(b.t), BigInt(a.n) * BigInt(b.n))
}

/** @throws {RangeError} on division by zero. */
export function delat(a: Exakt, b: Exakt): Exakt {
  if (arNoll(b)) throw new RangeError('Division med noll.')
  if (!arLitet(b)) return utanGrans(BigInt(a.t) * b.n, BigInt(a.n) * b.t)
  return ganger(a, b.t < 0 ? { t: -b.n, n: -b.t } : { t: b.n, n: b.t })
}

export const arNoll = (a: Exakt): boolean => a.t === 0
/** Negative, zero or positive as the number is. */
export const tecken = (a: Exakt): number => (a.t > 0 ? 1 : a.t < 0 ? -1 : 0)

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function jamfor(a: Exakt, b: Exakt): number {
  if (arLitet(a) && arLitet(b)) {
    if (a.n === b.n) return a.t - b.t
    const [x, y] = [a.t * b.n, b.t * a.n]
    if (saker(x) && saker(y)) return x - y
  }
  const d = BigInt(a.t) * BigInt(b.n) - BigInt(b.t) * BigInt(a.n)
  return d > 0n ? 1 : d < 0n ? -1 : 0
}

export type Avrundning = 'narmaste' | 'ned'

/**
 * Rounds to a whole multiple of `jamnt`: `narmaste` puts halves up (28 kap. 10 § SFB: 50 öre
 * upwards), `ned` goes to the next lower (25 kap. 5 §: whole hundreds).
 */
export function avrunda(a: Exakt, hur: Avrundning, jamnt = 1): Exakt {
  const q = jamnt === 1 ? a : delat(a, { t: jamnt, n: 1 })
  const hela = golv(hur === 'ned' ? q : plus(q, HALV))
  return jamnt === 1 ? hela : ganger(hela, { t: jamnt, n: 1 })
}

const HALV: Tal = { t: 1, n: 2 }

/** The largest whole number not above `a`. */
export function golv(a: Exakt): Exakt {
  if (a.n === 1) return a
  // The quotient of two safe integers, correctly rounded, never reaches the next integer: floor is exact.
  if (arLitet(a)) return { t: Math.floor(a.t / a.n) + 0, n: 1 }
  const rest = a.t % a.n
  return utanGrans((a.t - (rest < 0n ? rest + a.n : rest)) / a.n, 1n)
}

/** The whole number itself. @throws when a fraction is left: results are rounded by a paragraph, never by us. */
export function heltal(a: Tal): number {
  if (a.n !== 1) throw new Error(`${skrivTal(a)} är inget heltal.`)
  return a.t
}

/** ”1 250”, ”0,97”; long fractions with at most `decimaler` digits and an ellipsis-free cut: for reading, never for reckoning. */
export function skrivTal(a: Exakt, decimaler = 2): string {
  const tecknet = a.t < 0 ? '−' : ''
  if (arLitet(a)) {
    const t = Math.abs(a.t)
    if (a.n === 1) return tecknet + grupperat(t)
    if (a.n < RYMS_GANGER_TIOTUSEN && decimaler <= 4) return tecknet + skrivLitet(t, a.n, decimaler)
  }
  return tecknet + skrivStort(BigInt(a.t < 0 ? -a.t : a.t), BigInt(a.n), decimaler)
}

const RYMS_GANGER_TIOTUSEN = 2 ** 53 / 1e4

/** Zeros at the end are left out where the digits are the whole number, and stand where there is more after them. */
function skrivLitet(t: number, n: number, decimaler: number): string {
  const heltal = Math.floor(t / n)
  const delar = (t - heltal * n) * 10 ** decimaler
  let siffror = Math.floor(delar / n)
  let antal = decimaler
  if (delar === siffror * n) for (; antal > 0 && siffror % 10 === 0; siffror /= 10) antal--
  const hela = grupperat(heltal)
  return antal ? `${hela},${utfyllt(siffror, antal)}` : hela
}

function skrivStort(t: bigint, n: bigint, decimaler: number): string {
  const skala = 10n ** BigInt(decimaler)
  const rest = t % n
  const siffror = String((rest * skala) / n).padStart(decimaler, '0')
  const kvar = (rest * skala) % n === 0n ? siffror.replace(/0+$/, '') : siffror
  const hela = String(t / n).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return kvar ? `${hela},${kvar}` : hela
}

/** Three digits each, with the zeros before: explanations are mostly numbers, and these are their parts. */
const TRESIFFRIGA = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'))

function grupperat(n: number): string {
  if (n < 1000) return String(n)
  const tusental = Math.floor(n / 1000)
  return `${grupperat(tusental)}\u00a0${TRESIFFRIGA[n - tusental * 1000]!}`
}

/** At most four digits, with the zeros before. */
const utfyllt = (siffror: number, antal: number): string =>
  antal === 4 ? String(siffror + 10_000).slice(1) : TRESIFFRIGA[siffror]!.slice(3 - antal)
