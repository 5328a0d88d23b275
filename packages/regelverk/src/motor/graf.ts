/**
 * What every engine runs: whole numbers and yes/no, nothing else. A rule becomes this when its
 * fractions have been brought to whole numerators and denominators and its unknowns to bounds
 * (`sank.ts`). Each node carries the range its value is proven to lie in, so that an engine knows
 * which machine number holds it without loss. Equal nodes are one node.
 */
export type Talslag = 'konst' | 'kolumn' | 'plus' | 'minus' | 'ganger' | 'minsta' | 'storsta' | 'golv' | 'sgd' | 'valj'
export type Sanningsslag = 'ja' | 'nej' | 'finns' | 'sann' | 'mindre' | 'lika' | 'och' | 'eller' | 'inte'

interface Grund {
  /** children have lower numbers than their parents: order of number is order of working out */
  readonly nr: number
  /** a rule's name, where a reader of generated code is helped by one */
  namn?: string
}

/** A whole number. `lo` and `hi` are proven bounds; null where nothing is promised. */
export interface Heltal extends Grund {
  readonly typ: 'heltal'
  readonly slag: Talslag
  readonly delar: readonly Nod[]
  readonly lo: bigint | null
  readonly hi: bigint | null
  /** slag `kolumn`: which */
  readonly kolumn: string | null
}

export interface Villkor extends Grund {
  readonly typ: 'villkor'
  readonly slag: Sanningsslag
  readonly delar: readonly Nod[]
  /** slag `finns` (the column has a value on the row) and `sann` (its yes/no) */
  readonly kolumn: string | null
}

export type Nod = Heltal | Villkor

type Grans = bigint | null

const minst = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const hogst = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const bada = (a: Grans, b: Grans, f: (a: bigint, b: bigint) => bigint): Grans => (a === null || b === null ? null : f(a, b))
/** Division of whole numbers towards minus infinity. */
export const golvdela = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b

export class Graf {
  private readonly kanda = new Map<string, Nod>()
  private antal = 0
  readonly ja = this.villkor('ja', [])
  readonly nej = this.villkor('nej', [])

  private heltal(slag: Talslag, delar: readonly Nod[], lo: Grans, hi: Grans, kolumn: string | null = null): Heltal {
    if (lo !== null && lo === hi && slag !== 'konst') return this.konst(lo)
    const nyckel = `${slag} ${kolumn ?? ''}${slag === 'konst' ? lo : ''} ${delar.map((d) => d.nr).join(' ')}`
    const redan = this.kanda.get(nyckel)
    if (redan) return redan as Heltal
    const ny: Heltal = { typ: 'heltal', nr: this.antal++, slag, delar, lo, hi, kolumn }
    this.kanda.set(nyckel, ny)
    return ny
  }

  private villkor(slag: Sanningsslag, delar: readonly Nod[], kolumn: string | null = null): Villkor {
    const nyckel = `${slag} ${kolumn ?? ''} ${delar.map((d) => d.nr).join(' ')}`
    const redan = this.kanda.get(nyckel)
    if (redan) return redan as Villkor
    const ny: Villkor = { typ: 'villkor', nr: this.antal++, slag, delar, kolumn }
    this.kanda.set(nyckel, ny)
    return ny
  }

  konst = (v: bigint): Heltal => this.heltal('konst', [], v, v)
  kolumn = (namn: string, lo: Grans, hi: Grans): Heltal => this.heltal('kolumn', [], lo, hi, namn)
  sann = (kolumn: string): Villkor => this.villkor('sann', [], kolumn)
  finns = (kolumn: string): Villkor => this.villkor('finns', [], kolumn)

  plus(a: Heltal, b: Heltal): Heltal {
    if (arKonst(a)) return arKonst(b) ? this.konst(a.lo + b.lo) : this.plus(b, a)
    if (arKonst(b)) {
      if (b.lo === 0n) return a
      const inre = a.slag === 'plus' ? (a.delar[1] as Heltal) : null
      if (inre && arKonst(inre)) return this.plus(a.delar[0] as Heltal, this.konst(inre.lo + b.lo))
    }
    return this.heltal(
      'plus',
      arKonst(b) || a.nr < b.nr ? [a, b] : [b, a],
      bada(a.lo, b.lo, (x, y) => x + y),
      bada(a.hi, b.hi, (x, y) => x + y),
    )
  }

  minus(a: Heltal, b: Heltal): Heltal {
    if (arKonst(b)) return this.plus(a, this.konst(-b.lo))
    if (a === b) return this.konst(0n)
    return this.heltal(
      'minus',
      [a, b],
      bada(a.lo, b.hi, (x, y) => x - y),
      bada(a.hi, b.lo, (x, y) => x - y),
    )
  }

  ganger(a: Heltal, b: Heltal): Heltal {
    if (arKonst(a)) return arKonst(b) ? this.konst(a.lo * b.lo) : this.ganger(b, a)
    if (arKonst(b)) {
      if (b.lo === 1n) return a
      if (b.lo === 0n) return b
      const inre = a.slag === 'ganger' ? (a.delar[1] as Heltal) : null
      if (inre && arKonst(inre)) return this.ganger(a.delar[0] as Heltal, this.konst(inre.lo * b.lo))
    }
    // A constant goes into a choice between constants: one multiplication less.
    if (arKonstval(a) && arKonst(b))
      return this.valj(a.delar[0] as Villkor, this.ganger(a.delar[1] as Heltal, b), this.ganger(a.delar[2] as Heltal, b))
    if (arKonstval(b) && a.slag === 'ganger' && arKonst(a.delar[1]!)) return this.ganger(a.delar[0] as Heltal, this.ganger(b, a.delar[1]))
    const [lo, hi] = produktgranser(a, b)
    return this.heltal('ganger', arKonst(b) || a.nr < b.nr ? [a, b] : [b, a], lo, hi)
  }

  minsta(a: Heltal, b: Heltal): Heltal {
    if (a === b || under(a, b)) return a
    if (under(b, a)) return b
    const hi = a.hi === null ? b.hi : b.hi === null ? a.hi : minst(a.hi, b.hi)
    return this.heltal('minsta', [a, b], bada(a.lo, b.lo, minst), hi)
  }

  storsta(a: Heltal, b: Heltal): Heltal {
    if (a === b || under(b, a)) return a
    if (under(a, b)) return b
    const lo = a.lo === null ? b.lo : b.lo === null ? a.lo : hogst(a.lo, b.lo)
    return this.heltal('storsta', [a, b], lo, bada(a.hi, b.hi, hogst))
  }

  /** `a` divided by `b` down to a whole number. `b` must be proven to be at least 1. */
  golv(a: Heltal, b: Heltal): Heltal {
    if (b.lo === null || b.lo < 1n) throw new Error('Nämnaren är inte visad större än noll.')
    if (arKonst(b) && b.lo === 1n) return a
    if (arKonst(a) && arKonst(b)) return this.konst(golvdela(a.lo, b.lo))
    const lagst = a.lo === null ? null : a.lo >= 0n ? (b.hi === null ? 0n : golvdela(a.lo, b.hi)) : golvdela(a.lo, b.lo)
    const storst = a.hi === null ? null : a.hi >= 0n ? golvdela(a.hi, b.lo) : b.hi === null ? -1n : golvdela(a.hi, b.hi)
    return this.heltal('golv', [a, b], lagst, storst)
  }

  /** Greatest common divisor of `a` and a `b` that is at least 1. Only integers without limit work it out. */
  sgd = (a: Heltal, b: Heltal): Heltal => this.heltal('sgd', [a, b], 1n, b.hi)

  valj(v: Villkor, a: Heltal, b: Heltal): Heltal {
    if (v === this.ja || a === b) return a
    if (v === this.nej) return b
    if (v.slag === 'inte') return this.valj(v.delar[0] as Villkor, b, a)
    const [nar, annars] = [granserNar(a, v, true), granserNar(b, v, false)]
    // A constant goes in under a division that is then of smaller numbers.
    if (arKonst(a) && b.slag === 'golv' && arKonst(b.delar[1]!) && arSnavare(b.delar[0] as Heltal, v)) {
      return this.golv(this.valj(v, this.konst(a.lo * b.delar[1].lo), b.delar[0] as Heltal), b.delar[1])
    }
    const tak = this.valtTak(v, a, b)
    if (tak) return tak
    return this.heltal('valj', [v, a, b], bada(nar.lo, annars.lo, minst), bada(nar.hi, annars.hi, hogst))
  }

  /**
   * ”At most c where the condition holds” is the lower of the number and a chosen ceiling: c there, elsewhere one so
   * high that it never bites. High ceilings are rounded up, so that several such choices are one.
   */
  private valtTak(v: Villkor, a: Heltal, b: Heltal): Heltal | null {
    const under = (x: Heltal, helt: Heltal): Heltal | null =>
      x.slag === 'minsta' && !arKonst(helt) && x.delar.includes(helt)
        ? ((x.delar.find((d) => arKonst(d)) as Heltal | undefined) ?? null)
        : null
    const hogt = (x: Heltal): Heltal => this.konst(2n ** BigInt(x.hi!.toString(2).length) - 1n)
    const [iA, iB] = [under(a, b), under(b, a)]
    if (iA && b.hi !== null && b.hi > 0n) return this.minsta(b, this.valj(v, iA, hogt(b)))
    if (iB && a.hi !== null && a.hi > 0n) return this.minsta(a, this.valj(v, hogt(a), iB))
    return null
  }

  mindre(a: Heltal, b: Heltal): Villkor {
    if (a.hi !== null && b.lo !== null && a.hi < b.lo) return this.ja
    if (a === b || (a.lo !== null && b.hi !== null && a.lo >= b.hi)) return this.nej
    return this.villkor('mindre', [a, b])
  }

  lika(a: Heltal, b: Heltal): Villkor {
    if (a === b) return this.ja
    if (this.mindre(a, b) === this.ja || this.mindre(b, a) === this.ja) return this.nej
    return a.nr < b.nr ? this.villkor('lika', [a, b]) : this.villkor('lika', [b, a])
  }

  inte(a: Villkor): Villkor {
    return a === this.ja ? this.nej : a === this.nej ? this.ja : a.slag === 'inte' ? (a.delar[0] as Villkor) : this.villkor('inte', [a])
  }

  och(a: Villkor, b: Villkor): Villkor {
    if (a === this.nej || b === this.ja || a === b) return a
    if (b === this.nej || a === this.ja) return b
    if (this.inte(a) === b) return this.nej
    return a.nr < b.nr ? this.villkor('och', [a, b]) : this.villkor('och', [b, a])
  }

  eller(a: Villkor, b: Villkor): Villkor {
    if (a === this.ja || b === this.nej || a === b) return a
    if (b === this.ja || a === this.nej) return b
    if (this.inte(a) === b) return this.ja
    return a.nr < b.nr ? this.villkor('eller', [a, b]) : this.villkor('eller', [b, a])
  }

  /** A choice between yes/no. */
  valjVillkor(v: Villkor, a: Villkor, b: Villkor): Villkor {
    if (v === this.ja || a === b) return a
    if (v === this.nej) return b
    return this.eller(this.och(v, a), this.och(this.inte(v), b))
  }
}

export const arKonst = (a: Nod): a is Heltal & { readonly lo: bigint; readonly hi: bigint } => a.slag === 'konst'

const arKonstval = (a: Heltal): boolean => a.slag === 'valj' && arKonst(a.delar[1]!) && arKonst(a.delar[2]!)

/** Never above: the lower of the two is known beforehand. */
const under = (a: Heltal, b: Heltal): boolean => a.hi !== null && b.lo !== null && a.hi <= b.lo

interface Granser {
  readonly lo: Grans
  readonly hi: Grans
}

/** How far into an expression the narrower bounds of a branch are followed. */
const DJUP = 4

/** The bounds of `n` on the rows where the condition holds, or does not: there, what it compares is on one side of a constant. */
function granserNar(n: Heltal, v: Villkor, galler: boolean): Granser {
  if (v.slag !== 'mindre') return n
  const [a, b] = v.delar as readonly [Heltal, Heltal]
  if (arKonst(b)) return granserMed(n, a, galler ? { lo: null, hi: b.lo - 1n } : { lo: b.lo, hi: null }, DJUP)
  if (arKonst(a)) return granserMed(n, b, galler ? { lo: a.lo + 1n, hi: null } : { lo: null, hi: a.lo }, DJUP)
  return n
}

const arSnavare = (n: Heltal, v: Villkor): boolean => {
  const g = granserNar(n, v, false)
  return g.lo !== n.lo || g.hi !== n.hi
}

/** The bounds of `n` where `x` is known to lie within `g`. */
function granserMed(n: Heltal, x: Heltal, g: Granser, djup: number): Granser {
  if (n === x) return { lo: storre(n.lo, g.lo), hi: mindre(n.hi, g.hi) }
  if (djup === 0) return n
  const i = (d: Nod): Granser => granserMed(d as Heltal, x, g, djup - 1)
  const [a, b] = n.delar
  switch (n.slag) {
    case 'plus': {
      const [p, q] = [i(a!), i(b!)]
      return { lo: bada(p.lo, q.lo, (s, t) => s + t), hi: bada(p.hi, q.hi, (s, t) => s + t) }
    }
    case 'minsta': {
      const [p, q] = [i(a!), i(b!)]
      return { lo: bada(p.lo, q.lo, minst), hi: mindre(p.hi, q.hi) }
    }
    case 'storsta': {
      const [p, q] = [i(a!), i(b!)]
      return { lo: storre(p.lo, q.lo), hi: bada(p.hi, q.hi, hogst) }
    }
    case 'ganger': {
      const [lo, hi] = produktgranser(i(a!), i(b!))
      return { lo, hi }
    }
    default:
      return n
  }
}

const storre = (a: Grans, b: Grans): Grans => (a === null ? b : b === null ? a : hogst(a, b))
const mindre = (a: Grans, b: Grans): Grans => (a === null ? b : b === null ? a : minst(a, b))

function produktgranser(a: Granser, b: Granser): [Grans, Grans] {
  if (a.lo !== null && a.hi !== null && b.lo !== null && b.hi !== null) {
    const p = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]
    return [p.reduce(minst), p.reduce(hogst)]
  }
  const barande = a.lo !== null && a.lo >= 0n && b.lo !== null && b.lo >= 0n
  return barande ? [a.lo * b.lo, null] : [null, null]
}

/** Every node the given ones rest on, and themselves, in order of working out. */
export function ordning(mal: readonly Nod[]): readonly Nod[] {
  const sedda = new Set<Nod>()
  const vag: Nod[] = [...mal]
  for (let n = vag.pop(); n; n = vag.pop()) {
    if (sedda.has(n)) continue
    sedda.add(n)
    vag.push(...n.delar)
  }
  return [...sedda].sort((a, b) => a.nr - b.nr)
}
