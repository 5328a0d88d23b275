import { arKonst, type Graf, type Heltal, type Villkor } from './graf.ts'

/** A fraction whose numerator and denominator are whole numbers of the row. The denominator is at least 1. */
export interface Brak {
  readonly t: Heltal
  readonly n: Heltal
}

const sgd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Arithmetic of fractions in a graph: exact, and without division until something is rounded. */
export class Brakraknare {
  private readonly g: Graf
  constructor(g: Graf) {
    this.g = g
  }

  konst(t: bigint | number, n: bigint | number = 1n): Brak {
    return this.forkorta(this.g.konst(BigInt(t)), this.g.konst(BigInt(n)))
  }

  /** Takes out what is common to numerator and denominator as far as it shows in constants: keeps the numbers small. */
  forkorta(t: Heltal, n: Heltal): Brak {
    if (!arKonst(n) || n.lo === 1n) return { t, n }
    const d = gemensam(t, n.lo)
    return d === 1n ? { t, n } : { t: this.dela(t, d), n: this.g.konst(n.lo / d) }
  }

  /** The numerator divided by what `gemensam` found in it. */
  private dela(t: Heltal, d: bigint, djup = 0): Heltal {
    if (d === 1n) return t
    const [a, b, c] = t.delar as readonly Heltal[]
    switch (t.slag) {
      case 'konst':
        return this.g.konst(t.lo! / d)
      case 'plus':
        return this.g.plus(this.dela(a!, d, djup + 1), this.dela(b!, d, djup + 1))
      case 'ganger': {
        const iB = gemensam(b!, d, djup + 1)
        return this.g.ganger(this.dela(a!, d / iB, djup + 1), this.dela(b!, iB, djup + 1))
      }
      case 'minsta':
      case 'storsta':
        return this.g[t.slag](this.dela(a!, d, djup + 1), this.dela(b!, d, djup + 1))
      case 'valj':
        return this.g.valj(t.delar[0] as Villkor, this.dela(b!, d, djup + 1), this.dela(c!, d, djup + 1))
      default:
        return t
    }
  }

  /** The same two numbers with one denominator. */
  private likna(a: Brak, b: Brak): { a: Heltal; b: Heltal; n: Heltal } {
    const { g } = this
    if (a.n === b.n) return { a: a.t, b: b.t, n: a.n }
    if (!arKonst(a.n) || !arKonst(b.n)) return { a: g.ganger(a.t, b.n), b: g.ganger(b.t, a.n), n: g.ganger(a.n, b.n) }
    const d = sgd(a.n.lo, b.n.lo)
    return { a: g.ganger(a.t, g.konst(b.n.lo / d)), b: g.ganger(b.t, g.konst(a.n.lo / d)), n: g.konst((a.n.lo / d) * b.n.lo) }
  }

  plus(a: Brak, b: Brak): Brak {
    const x = this.likna(a, b)
    return this.forkorta(this.g.plus(x.a, x.b), x.n)
  }

  minus(a: Brak, b: Brak): Brak {
    const x = this.likna(a, b)
    return this.forkorta(this.g.minus(x.a, x.b), x.n)
  }

  ganger(a: Brak, b: Brak): Brak {
    // Across first: what one numerator shares with the other's denominator never gets multiplied.
    const x = this.forkorta(a.t, b.n)
    const y = this.forkorta(b.t, a.n)
    return { t: this.g.ganger(x.t, y.t), n: this.g.ganger(x.n, y.n) }
  }

  /** 1 through `a`, where `a` is known not to be 0; where it is, some number that must not be used. */
  invers(a: Brak): Brak {
    const { g } = this
    const [ett, noll] = [g.konst(1n), g.konst(0n)]
    const negativ = g.mindre(a.t, noll)
    const storlek = g.storsta(g.storsta(a.t, g.minus(noll, a.t)), ett)
    return this.forkorta(g.valj(negativ, g.minus(noll, a.n), a.n), storlek)
  }

  minsta(a: Brak, b: Brak): Brak {
    const x = this.likna(a, b)
    if (arKonst(x.n)) return this.forkorta(this.g.minsta(x.a, x.b), x.n)
    return this.valj(this.g.mindre(x.b, x.a), b, a)
  }

  storsta(a: Brak, b: Brak): Brak {
    const x = this.likna(a, b)
    if (arKonst(x.n)) return this.forkorta(this.g.storsta(x.a, x.b), x.n)
    return this.valj(this.g.mindre(x.a, x.b), b, a)
  }

  valj(v: Villkor, a: Brak, b: Brak): Brak {
    const { g } = this
    if (!arKonst(a.n) || !arKonst(b.n)) return { t: g.valj(v, a.t, b.t), n: g.valj(v, a.n, b.n) }
    const x = this.likna(a, b)
    return { t: g.valj(v, x.a, x.b), n: x.n }
  }

  mindre(a: Brak, b: Brak): Villkor {
    const x = this.likna(a, b)
    return this.g.mindre(x.a, x.b)
  }

  lika(a: Brak, b: Brak): Villkor {
    const x = this.likna(a, b)
    return this.g.lika(x.a, x.b)
  }

  /** The one rounding: to a whole multiple of `jamnt`, halves up or all down. */
  avrunda(a: Brak, hur: 'narmaste' | 'ned', jamnt: number): Brak {
    const { g } = this
    const j = g.konst(BigInt(jamnt))
    const x = hur === 'ned' ? this.forkorta(a.t, g.ganger(a.n, j)) : this.plus({ t: a.t, n: g.ganger(a.n, j) }, this.konst(1, 2))
    return { t: g.ganger(g.golv(x.t, x.n), j), n: g.konst(1n) }
  }
}

/** How far into a sum a common divisor is looked for: what the law's constants need, and no more work than that. */
const DJUP = 5

/** The largest divisor of `n` that every value of `t` is seen to have. */
function gemensam(t: Heltal, n: bigint, djup = 0): bigint {
  if (n === 1n) return 1n
  if (t.slag === 'konst') return sgd(t.lo!, n)
  if (djup === DJUP) return 1n
  const [a, b, c] = t.delar as readonly Heltal[]
  switch (t.slag) {
    case 'plus':
    case 'minsta':
    case 'storsta':
      return gemensam(a!, gemensam(b!, n, djup + 1), djup + 1)
    case 'ganger': {
      const iB = gemensam(b!, n, djup + 1)
      return iB * gemensam(a!, n / iB, djup + 1)
    }
    case 'valj':
      return gemensam(b!, gemensam(c!, n, djup + 1), djup + 1)
    default:
      return 1n
  }
}
