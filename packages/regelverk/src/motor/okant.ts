import { Brakraknare, type Brak } from './brak.ts'
import type { Graf, Villkor } from './graf.ts'

/**
 * A number that may be unknown on some rows, as the two ends of what it can be (the same meaning
 * as `spann.ts` has for one person). `harLo` and `harHi` say whether there is an end at all on the
 * row. A number that is known on every row has one and the same node at both ends, and then
 * everything here comes down to the plain arithmetic.
 */
export interface Mellan {
  readonly lo: Brak
  readonly hi: Brak
  readonly harLo: Villkor
  readonly harHi: Villkor
}

/** Yes/no that may be unknown: certainly yes, certainly no, or neither. */
export interface Kanske {
  readonly ja: Villkor
  readonly nej: Villkor
}

/** The arithmetic of unknowns, done once when the rule is compiled: engines see whole numbers and yes/no only. */
export class Okantraknare {
  readonly g: Graf
  readonly b: Brakraknare
  constructor(g: Graf) {
    this.g = g
    this.b = new Brakraknare(g)
  }

  kant = (v: Brak): Mellan => ({ lo: v, hi: v, harLo: this.g.ja, harHi: this.g.ja })
  okant = (): Mellan => ({ ...this.kant(this.b.konst(0)), harLo: this.g.nej, harHi: this.g.nej })
  visst = (v: Villkor): Kanske => ({ ja: v, nej: this.g.inte(v) })

  /** The number is known on every row. */
  private arKant(a: Mellan): boolean {
    return a.lo.t === a.hi.t && a.lo.n === a.hi.n && a.harLo === this.g.ja && a.harHi === this.g.ja
  }

  private bada = (f: (x: Brak, y: Brak) => Brak, a: Mellan, b: Mellan): Mellan | null =>
    this.arKant(a) && this.arKant(b) ? this.kant(f(a.lo, b.lo)) : null

  plus(a: Mellan, b: Mellan): Mellan {
    return (
      this.bada((x, y) => this.b.plus(x, y), a, b) ?? {
        lo: this.b.plus(a.lo, b.lo),
        hi: this.b.plus(a.hi, b.hi),
        harLo: this.g.och(a.harLo, b.harLo),
        harHi: this.g.och(a.harHi, b.harHi),
      }
    )
  }

  minus(a: Mellan, b: Mellan): Mellan {
    return (
      this.bada((x, y) => this.b.minus(x, y), a, b) ?? {
        lo: this.b.minus(a.lo, b.hi),
        hi: this.b.minus(a.hi, b.lo),
        harLo: this.g.och(a.harLo, b.harHi),
        harHi: this.g.och(a.harHi, b.harLo),
      }
    )
  }

  minsta(a: Mellan, b: Mellan): Mellan {
    const { g } = this
    return (
      this.bada((x, y) => this.b.minsta(x, y), a, b) ?? {
        lo: this.b.minsta(a.lo, b.lo),
        harLo: g.och(a.harLo, b.harLo),
        hi: this.denSomHar(a.harHi, a.hi, b.harHi, b.hi, (x, y) => this.b.minsta(x, y)),
        harHi: g.eller(a.harHi, b.harHi),
      }
    )
  }

  storsta(a: Mellan, b: Mellan): Mellan {
    const { g } = this
    return (
      this.bada((x, y) => this.b.storsta(x, y), a, b) ?? {
        lo: this.denSomHar(a.harLo, a.lo, b.harLo, b.lo, (x, y) => this.b.storsta(x, y)),
        harLo: g.eller(a.harLo, b.harLo),
        hi: this.b.storsta(a.hi, b.hi),
        harHi: g.och(a.harHi, b.harHi),
      }
    )
  }

  /** Of two ends: both together when there are two, else the one there is. */
  private denSomHar(harA: Villkor, a: Brak, harB: Villkor, b: Brak, f: (x: Brak, y: Brak) => Brak): Brak {
    const ensam = this.b.valj(harA, a, b)
    const bada = this.g.och(harA, harB)
    return bada === this.g.nej ? ensam : this.b.valj(bada, f(a, b), ensam)
  }

  avrunda(a: Mellan, hur: 'narmaste' | 'ned', jamnt: number): Mellan {
    const avrundad = (x: Brak) => this.b.avrunda(x, hur, jamnt)
    return this.arKant(a) ? this.kant(avrundad(a.lo)) : { ...a, lo: avrundad(a.lo), hi: avrundad(a.hi) }
  }

  ganger(a: Mellan, b: Mellan): Mellan {
    const kand = this.bada((x, y) => this.b.ganger(x, y), a, b)
    if (kand) return kand
    if (this.arKant(a)) return this.ganger(b, a)
    return this.arKant(b) && b.lo.t.lo !== null && b.lo.t.lo >= 0n ? this.gangerPositivt(a, b.lo) : this.gangerAllmant(a, b)
  }

  /** Times a known number that is never negative: end by end. Times nothing, both ends are nothing. */
  private gangerPositivt(a: Mellan, b: Brak): Mellan {
    const { g } = this
    const noll = g.inte(g.mindre(g.konst(0n), b.t))
    return {
      lo: this.b.ganger(a.lo, this.b.valj(a.harLo, b, this.b.konst(0))),
      hi: this.b.ganger(a.hi, this.b.valj(a.harHi, b, this.b.konst(0))),
      harLo: g.eller(a.harLo, noll),
      harHi: g.eller(a.harHi, noll),
    }
  }

  /** The four corners. A side without end gives a product without end, unless the other side has nothing to multiply it by. */
  private gangerAllmant(a: Mellan, b: Mellan): Mellan {
    const { g } = this
    const [aHornet, bHornet] = [this.horn(a), this.horn(b)]
    const utanLo = [
      g.och(aHornet.utanLo, bHornet.over),
      g.och(aHornet.utanHi, bHornet.under),
      g.och(bHornet.utanLo, aHornet.over),
      g.och(bHornet.utanHi, aHornet.under),
    ].reduce((x, y) => g.eller(x, y))
    const utanHi = [
      g.och(aHornet.utanLo, bHornet.under),
      g.och(aHornet.utanHi, bHornet.over),
      g.och(bHornet.utanLo, aHornet.under),
      g.och(bHornet.utanHi, aHornet.over),
    ].reduce((x, y) => g.eller(x, y))
    const hornen = [
      this.hornprodukt(aHornet.lo, a.harLo, bHornet.lo, b.harLo),
      this.hornprodukt(aHornet.lo, a.harLo, bHornet.hi, b.harHi),
      this.hornprodukt(aHornet.hi, a.harHi, bHornet.lo, b.harLo),
      this.hornprodukt(aHornet.hi, a.harHi, bHornet.hi, b.harHi),
    ]
    const av = (f: (x: Brak, y: Brak) => Brak): Brak =>
      hornen.reduce((x, y) => ({ v: this.denSomHar(x.har, x.v, y.har, y.v, f), har: g.eller(x.har, y.har) })).v
    return { lo: av((x, y) => this.b.minsta(x, y)), hi: av((x, y) => this.b.storsta(x, y)), harLo: g.inte(utanLo), harHi: g.inte(utanHi) }
  }

  /** The ends with 0 where there is none, and whether the number can lie above or below 0. */
  private horn(a: Mellan): { lo: Brak; hi: Brak; utanLo: Villkor; utanHi: Villkor; over: Villkor; under: Villkor } {
    const { g } = this
    const noll = g.konst(0n)
    const [utanLo, utanHi] = [g.inte(a.harLo), g.inte(a.harHi)]
    return {
      lo: this.b.valj(a.harLo, a.lo, this.b.konst(0)),
      hi: this.b.valj(a.harHi, a.hi, this.b.konst(0)),
      utanLo,
      utanHi,
      over: g.eller(utanHi, g.mindre(noll, a.hi.t)),
      under: g.eller(utanLo, g.mindre(a.lo.t, noll)),
    }
  }

  private hornprodukt(x: Brak, harX: Villkor, y: Brak, harY: Villkor): { v: Brak; har: Villkor } {
    const { g } = this
    const noll = (b: Brak) => g.lika(b.t, g.konst(0n))
    return { v: this.b.ganger(x, y), har: g.eller(g.och(harX, harY), g.eller(g.och(harX, noll(x)), g.och(harY, noll(y)))) }
  }

  delat(a: Mellan, b: Mellan): Mellan {
    const { g } = this
    const noll = g.konst(0n)
    const positiv = g.och(b.harLo, g.mindre(noll, b.lo.t))
    const negativ = g.och(b.harHi, g.mindre(b.hi.t, noll))
    const gar = g.eller(positiv, negativ)
    if (gar === g.nej) return this.okant()
    const invers = this.arKant(b)
      ? this.kant(this.b.invers(b.lo))
      : {
          lo: this.b.valj(b.harHi, this.b.invers(b.hi), this.b.konst(0)),
          hi: this.b.valj(b.harLo, this.b.invers(b.lo), this.b.konst(0)),
          harLo: g.ja,
          harHi: g.ja,
        }
    const kvot = this.ganger(a, invers)
    return gar === g.ja ? kvot : { ...kvot, harLo: g.och(gar, kvot.harLo), harHi: g.och(gar, kvot.harHi) }
  }

  // --- yes and no --------------------------------------------------------------------------------

  mindre(a: Mellan, b: Mellan): Kanske {
    const { g } = this
    if (this.arKant(a) && this.arKant(b)) return this.visst(this.b.mindre(a.lo, b.lo))
    return {
      ja: g.och(g.och(a.harHi, b.harLo), this.b.mindre(a.hi, b.lo)),
      nej: g.och(g.och(a.harLo, b.harHi), g.inte(this.b.mindre(a.lo, b.hi))),
    }
  }

  lika(a: Mellan, b: Mellan): Kanske {
    const { g } = this
    if (this.arKant(a) && this.arKant(b)) return this.visst(this.b.lika(a.lo, b.lo))
    return {
      ja: g.och(g.och(this.kandaRader(a), this.kandaRader(b)), this.b.lika(a.lo, b.lo)),
      nej: g.eller(this.mindre(a, b).ja, this.mindre(b, a).ja),
    }
  }

  private arVisst = (a: Kanske): boolean => this.g.inte(a.ja) === a.nej

  likaSanning(a: Kanske, b: Kanske): Kanske {
    const { g } = this
    const ja = g.eller(g.och(a.ja, b.ja), g.och(a.nej, b.nej))
    return this.arVisst(a) && this.arVisst(b) ? this.visst(ja) : { ja, nej: g.eller(g.och(a.ja, b.nej), g.och(a.nej, b.ja)) }
  }

  inte = (a: Kanske): Kanske => ({ ja: a.nej, nej: a.ja })

  och(a: Kanske, b: Kanske): Kanske {
    const ja = this.g.och(a.ja, b.ja)
    return this.arVisst(a) && this.arVisst(b) ? this.visst(ja) : { ja, nej: this.g.eller(a.nej, b.nej) }
  }

  eller = (a: Kanske, b: Kanske): Kanske => this.inte(this.och(this.inte(a), this.inte(b)))

  // --- conditions --------------------------------------------------------------------------------

  om(v: Kanske, a: Mellan, b: Mellan): Mellan {
    if (this.arVisst(v) && this.arKant(a) && this.arKant(b)) return this.kant(this.b.valj(v.ja, a.lo, b.lo))
    const val = (x: Brak, y: Brak, badas: (x: Brak, y: Brak) => Brak): Brak => {
      const ellerBada = this.arVisst(v) ? y : this.b.valj(v.nej, y, badas(x, y))
      return this.b.valj(v.ja, x, ellerBada)
    }
    return {
      lo: val(a.lo, b.lo, (x, y) => this.b.minsta(x, y)),
      harLo: this.valj(v, a.harLo, b.harLo),
      hi: val(a.hi, b.hi, (x, y) => this.b.storsta(x, y)),
      harHi: this.valj(v, a.harHi, b.harHi),
    }
  }

  omSanning(v: Kanske, a: Kanske, b: Kanske): Kanske {
    const ja = this.valj(v, a.ja, b.ja)
    return [v, a, b].every(this.arVisst) ? this.visst(ja) : { ja, nej: this.valj(v, a.nej, b.nej) }
  }

  /** What holds on the way that is taken; on both ways while it is not known which. */
  private valj(v: Kanske, a: Villkor, b: Villkor): Villkor {
    const { g } = this
    return this.arVisst(v) ? g.valjVillkor(v.ja, a, b) : g.valjVillkor(v.ja, a, g.valjVillkor(v.nej, b, g.och(a, b)))
  }

  /** On which rows the number is known: its two ends meet. */
  kandaRader(a: Mellan): Villkor {
    const { g } = this
    return this.arKant(a) ? g.ja : g.och(g.och(a.harLo, a.harHi), this.b.lika(a.lo, a.hi))
  }
}
