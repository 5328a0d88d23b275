import { arFast, arLov, type Delkarna } from '../delkarna.ts'
import { arKonst, type Heltal, type Nod, type Villkor } from '../graf.ts'
import { inversRacker, rymsI32 } from '../ryms.ts'
import { f32x4, f64x2, I, i32x4, OP, type Bytes } from './bytes.ts'
import { BREDD, lagringAv, type Lagring } from './lagring.ts'

/**
 * The forms a value of four rows is worked out in: `i` four 32-bit numbers; `f0` and `f1` the
 * same as 64-bit numbers, two and two; `y0` and `y1` those plus MAGI; `m` yes/no as a mask of four
 * lanes; `m0` and `m1` as masks of two.
 */
type Talform = 'i' | 'f0' | 'f1' | 'y0' | 'y1'
type Form = Talform | 'm' | 'm0' | 'm1'

/** 2⁵² + 2⁵¹: adding it rounds to a whole number, which then lies in the lowest bits of the sum. */
const MAGI = 6_755_399_441_055_744
/** The same for 32-bit numbers: 2²³ + 2²². */
const MAGI32 = 12_582_912
/** The low halves of the four 64-bit lanes of two vectors. */
const LAGA_HALVOR: Bytes = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]
/** The upper half of a vector, moved down. */
const OVRE: Bytes = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]

const TALOP = {
  plus: { i: OP.i32plus, f: OP.f64plus },
  minus: { i: OP.i32minus, f: OP.f64minus },
  ganger: { i: OP.i32ganger, f: OP.f64ganger },
  minsta: { i: OP.i32min, f: OP.f64min },
  storsta: { i: OP.i32max, f: OP.f64max },
} as const
const JAMFOROP = { mindre: { i: OP.i32lt, f: OP.f64lt }, lika: { i: OP.i32eq, f: OP.f64eq } } as const

/** `f1` → `1`. */
const halva = (f: Form): '0' | '1' => (f.endsWith('1') ? '1' : '0')

/**
 * Writes four rows of a stretch. A node is written in the forms its users ask for, where the first
 * of them stands; what is asked for again is kept in a local. A first round only counts the asking.
 */
export class Skrivare {
  private readonly lagring: (n: Nod) => Lagring
  private readonly pekare: (n: Nod) => number
  private readonly forstaLokal: number
  private readonly egna: ReadonlySet<Nod>
  private readonly antal = new Map<string, number>()
  private readonly banor = new Map<Nod, 'i' | 'f'>()
  private readonly lokala = new Map<string, number>()
  /** columns of bytes, read eight rows at a time into a local that lasts over both steps */
  private readonly atta = new Map<Nod, number>()
  private readonly bytekolumner: number
  private readonly dubbelt: boolean
  private raknar = true
  private rad = 0
  /** locals of v128 that have been used */
  antalLokala: number

  /**
   * @param pekare the local that holds where the column begins
   * @param steg steps of four rows a turn: 1 or 2
   */
  constructor(d: Delkarna, lagring: (n: Nod) => Lagring, pekare: (n: Nod) => number, forstaLokal: number, steg: number) {
    this.lagring = lagring
    this.pekare = pekare
    this.forstaLokal = forstaLokal
    this.dubbelt = steg === 2
    this.antalLokala = this.bytekolumner = d.lasta.filter((n) => BREDD[lagring(n)] === 1).length
    this.egna = new Set(d.noder)
    d.lamnade.forEach((n) => this.lagra(n, 0, lagringAv(n)))
    this.raknar = false
  }

  /** Four new rows, `rad` rows after where the pointers stand. */
  nyttSteg(rad: number): void {
    this.rad = rad
    this.lokala.clear()
  }

  lagra(n: Nod, pekare: number, l: Lagring): number[] {
    const p = I.hamta(pekare)
    const offset = this.rad * BREDD[l]
    if (n.typ === 'villkor') {
      const bytes = [
        ...this.begar(n, 'm'),
        ...i32x4(0),
        ...I.op(OP.smalna16S),
        ...i32x4(0),
        ...I.op(OP.smalna8S),
        ...i32x4(0x0101_0101),
        ...I.op(OP.och),
      ]
      return [...p, ...bytes, ...I.lagra32(offset, 0)]
    }
    if (l === 'i32') return [...p, ...this.begar(n, 'i'), ...I.minne(OP.store, offset)]
    return [...p, ...this.begar(n, 'f0'), ...I.minne(OP.store, offset), ...p, ...this.begar(n, 'f1'), ...I.minne(OP.store, offset + 16)]
  }

  /** Code that leaves the node on the stack in the form asked for. */
  private begar(n: Nod, f: Form): number[] {
    const nyckel = `${n.nr}${f}`
    if (this.raknar) {
      const forr = this.antal.get(nyckel) ?? 0
      this.antal.set(nyckel, forr + 1)
      if (forr === 0) this.skriv(n, f)
      return []
    }
    const redan = this.lokala.get(nyckel)
    if (redan !== undefined) return I.hamta(redan)
    const kod = this.skriv(n, f)
    if (arFast(n) || this.antal.get(nyckel)! < 2) return kod
    const lokal = this.forstaLokal + this.bytekolumner + this.lokala.size
    this.lokala.set(nyckel, lokal)
    this.antalLokala = Math.max(this.antalLokala, this.bytekolumner + this.lokala.size)
    return [...kod, ...I.sattOchBehall(lokal)]
  }

  private skriv(n: Nod, f: Form): number[] {
    if (n.typ === 'villkor') return this.villkor(n, f)
    if (arKonst(n) && f !== 'y0' && f !== 'y1') return f === 'i' ? i32x4(Number(n.lo)) : f64x2(Number(n.lo))
    if (n.slag === 'golv' && this.egna.has(n)) return this.golv(n, f as Talform)
    const bana = this.bana(n)
    const del = halva(f)
    if (f === 'y0' || f === 'y1') return this.somY(n, f)
    if (bana === 'f' && f === 'i') return [...this.begar(n, 'y0'), ...this.begar(n, 'y1'), ...I.blanda(LAGA_HALVOR)]
    if (bana === 'i' && f !== 'i') return this.vidgatTal(n, f)
    if (!this.egna.has(n)) return this.last(n, del)
    if (n.slag === 'valj') return this.valj(n, f)
    const [x, y] = n.delar
    return [...this.begar(x!, f), ...this.begar(y!, f), ...I.op(TALOP[n.slag as keyof typeof TALOP][bana])]
  }

  /** One of two by a mask; cheaper where one of them is nothing, or both are constants. Code is asked for in the order it stands. */
  private valj(n: Heltal, f: Form): number[] {
    const [v, x, y] = n.delar as readonly [Villkor, Heltal, Heltal]
    const m = f === 'i' ? 'm' : (`m${halva(f)}` as const)
    if (arKonst(y) && y.lo === 0n) return [...this.begar(x, f), ...this.begar(v, m), ...I.op(OP.och)]
    if (arKonst(x) && x.lo === 0n) return [...this.begar(y, f), ...this.begar(v, m), ...I.op(OP.ochInte)]
    if (f === 'i' && arKonst(x) && arKonst(y)) {
      // A mask is -1 where it holds.
      const skillnad = Number(x.lo - y.lo)
      return [
        ...this.begar(v, m),
        ...(skillnad === -1 ? [] : [...i32x4(skillnad), ...I.op(OP.och)]),
        ...i32x4(Number(y.lo)),
        ...I.op(OP.i32plus),
      ]
    }
    return [...this.begar(x, f), ...this.begar(y, f), ...this.begar(v, m), ...I.op(OP.valj)]
  }

  /** A column or an intermediate result, as it lies in memory. */
  private last(n: Nod, del: '0' | '1'): number[] {
    const l = this.lagring(n)
    const p = I.hamta(this.pekare(n))
    const offset = this.rad * BREDD[l]
    switch (l) {
      case 'f64':
        return [...p, ...I.minne(OP.load, offset + (del === '1' ? 16 : 0))]
      case 'i32':
        return [...p, ...I.minne(OP.load, offset)]
      case 'i16':
      case 'u16':
        return [...p, ...I.minne(l === 'i16' ? OP.load16x4S : OP.load16x4U, offset)]
      default:
        return this.lastByte(n, p, l === 'u8')
    }
  }

  /** Four bytes. Where a turn takes eight rows all eight are read at once, and the second step takes the upper half. */
  private lastByte(n: Nod, p: number[], u: boolean): number[] {
    if (!this.dubbelt)
      return [...p, ...I.minne(OP.load32Zero, this.rad), ...I.op(u ? OP.vidga16U : OP.vidga16S), ...I.op(u ? OP.vidga32U : OP.vidga32S)]
    const redan = this.atta.get(n)
    if (redan !== undefined && this.rad > 0) return [...I.hamta(redan), ...I.op(u ? OP.vidga32UHog : OP.vidga32SHog)]
    const lokal = redan ?? this.forstaLokal + this.atta.size
    if (!this.raknar) this.atta.set(n, lokal)
    return [...p, ...I.minne(u ? OP.load8x8U : OP.load8x8S, 0), ...I.sattOchBehall(lokal), ...I.op(u ? OP.vidga32U : OP.vidga32S)]
  }

  /** Whether a number is worked out in four 32-bit lanes or in two times two 64-bit ones. */
  private bana(n: Nod): 'i' | 'f' {
    const redan = this.banor.get(n)
    if (redan) return redan
    const ny = this.nyBana(n as Heltal)
    this.banor.set(n, ny)
    return ny
  }

  private nyBana(n: Heltal): 'i' | 'f' {
    if (!rymsI32(n)) return 'f'
    if (arKonst(n)) return 'i'
    if (arLov(n) || !this.egna.has(n)) return this.lagring(n) === 'f64' ? 'f' : 'i'
    return n.slag === 'golv' || n.delar.every((x) => x.typ === 'villkor' || this.bana(x) === 'i') ? 'i' : 'f'
  }

  /**
   * A quotient down to a whole number. With a constant below and numbers small enough: nearest
   * whole number to (a + ½ − d/2) · (1/d), which MAGI takes out (`ryms.ts` has the proof); four at
   * a time when they are smaller still.
   */
  private golv(n: Heltal, f: Talform): number[] {
    const [a, b] = n.delar as readonly [Heltal, Heltal]
    const del = halva(f)
    if (this.iF32(n)) return f === 'i' ? this.golvI32(a, b.lo!) : f === 'y0' || f === 'y1' ? this.somY(n, f) : this.vidgatTal(n, f)
    if (f === 'i') return [...this.begar(n, 'y0'), ...this.begar(n, 'y1'), ...I.blanda(LAGA_HALVOR)]
    if (!arKonst(b) || !inversRacker(a, b.lo, 'f64')) {
      return f === 'f0' || f === 'f1'
        ? [...this.begar(a, f), ...this.begar(b, f), ...I.op(OP.f64delat), ...I.op(OP.f64golv)]
        : this.somY(n, f)
    }
    if (f === 'f0' || f === 'f1') return [...this.begar(n, `y${del}`), ...f64x2(MAGI), ...I.op(OP.f64minus)]
    const { x, tillagg } = this.tillagget(a, b.lo, 'f64')
    return [
      ...this.begar(x, `f${del}`),
      ...(tillagg === 0 ? [] : [...f64x2(tillagg), ...I.op(OP.f64plus)]),
      ...f64x2(1 / Number(b.lo)),
      ...I.op(OP.f64ganger),
      ...f64x2(MAGI),
      ...I.op(OP.f64plus),
    ]
  }

  private iF32 = (n: Heltal): boolean => {
    const [a, b] = n.delar as readonly [Heltal, Heltal]
    return n.slag === 'golv' && arKonst(b) && inversRacker(a, b.lo, 'f32') && this.bana(a) === 'i'
  }

  /** The bits of a sum with MAGI32, less those of MAGI32, are the whole number. */
  private golvI32(a: Heltal, d: bigint): number[] {
    const { x, tillagg } = this.tillagget(a, d, 'f32')
    const magibitar = new Int32Array(Float32Array.of(MAGI32).buffer)[0]!
    return [
      ...this.begar(x, 'i'),
      ...I.op(OP.f32avI32),
      ...f32x4(tillagg),
      ...I.op(OP.f32plus),
      ...f32x4(1 / Number(d)),
      ...I.op(OP.f32ganger),
      ...f32x4(MAGI32),
      ...I.op(OP.f32plus),
      ...i32x4(magibitar),
      ...I.op(OP.i32minus),
    ]
  }

  /** A constant added above goes into the same addition as the half, where what it is added to is as small. */
  private tillagget(a: Heltal, d: bigint, i: 'f64' | 'f32'): { x: Nod; tillagg: number } {
    const [x, k] = a.delar as readonly [Heltal, Heltal]
    const ihop = a.slag === 'plus' && this.egna.has(a) && arKonst(k) && inversRacker(x, d, i) && (i === 'f64' || this.bana(x) === 'i')
    return { x: ihop ? x : a, tillagg: (ihop ? Number(k.lo) : 0) + 0.5 - Number(d) / 2 }
  }

  private somY = (n: Nod, f: 'y0' | 'y1'): number[] => [...this.begar(n, `f${halva(f)}`), ...f64x2(MAGI), ...I.op(OP.f64plus)]
  /** Four 32-bit numbers as 64-bit ones, two and two. */
  private vidgatTal = (n: Nod, f: Form): number[] =>
    f === 'f0'
      ? [...this.begar(n, 'i'), ...I.op(OP.f64avI32)]
      : [...this.begar(n, 'i'), ...this.begar(n, 'i'), ...I.blanda(OVRE), ...I.op(OP.f64avI32)]

  private villkor(n: Villkor, f: Form): number[] {
    if (arFast(n)) return i32x4(n.slag === 'ja' ? -1 : 0)
    if (!this.egna.has(n))
      return f === 'm' ? [...this.last(n, '0'), ...i32x4(0), ...I.op(n.slag === 'finns' ? OP.i32eq : OP.i32gt)] : this.vidgad(n, f)
    const [a, b] = n.delar
    switch (n.slag) {
      case 'inte':
        return [...this.begar(a!, f), ...I.op(OP.inte)]
      case 'och':
      case 'eller':
        return [...this.begar(a!, f), ...this.begar(b!, f), ...I.op(n.slag === 'och' ? OP.och : OP.eller)]
      case 'mindre':
      case 'lika': {
        const bana = this.bana(a!) === 'i' && this.bana(b!) === 'i' ? 'i' : 'f'
        if (bana === 'i' ? f !== 'm' : f === 'm')
          return bana === 'i' ? this.vidgad(n, f) : [...this.begar(n, 'm0'), ...this.begar(n, 'm1'), ...I.blanda(LAGA_HALVOR)]
        const form = bana === 'i' ? 'i' : (`f${halva(f)}` as const)
        return [...this.begar(a!, form), ...this.begar(b!, form), ...I.op(JAMFOROP[n.slag][bana])]
      }
      default:
        throw new Error(`${n.slag} är ingen räkning`)
    }
  }

  private vidgad = (n: Nod, f: Form): number[] => [...this.begar(n, 'm'), ...I.op(f === 'm0' ? OP.vidga64Lag : OP.vidga64Hog)]
}
