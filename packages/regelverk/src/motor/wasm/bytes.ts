/** The few parts of the WebAssembly binary format that a loop over columns needs (webassembly.github.io/spec, 5 and SIMD). */

export type Bytes = readonly number[]

/** Unsigned whole number in groups of seven bits, lowest first. */
export function leb(n: number): number[] {
  const ut: number[] = []
  for (let kvar = n; ; kvar >>>= 7) {
    if (kvar < 0x80) return [...ut, kvar]
    ut.push((kvar & 0x7f) | 0x80)
  }
}

/** As `leb`, with sign (32 bits). */
export function sleb(n: number): number[] {
  const ut: number[] = []
  for (let kvar = n | 0; ; kvar >>= 7) {
    const grupp = kvar & 0x7f
    if ((kvar === grupp && grupp < 0x40) || kvar >> 6 === -1) return [...ut, grupp]
    ut.push(grupp | 0x80)
  }
}

export const TYP = { i32: 0x7f, v128: 0x7b } as const

const sektion = (nr: number, innehall: Bytes): number[] => [nr, ...leb(innehall.length), ...innehall]
const lista = (delar: readonly Bytes[]): number[] => [...leb(delar.length), ...delar.flat()]
const namn = (text: string): number[] => [...leb(text.length), ...[...text].map((t) => t.charCodeAt(0))]

export interface Funktion {
  readonly namn: string
  /** number of i32 parameters; the functions return nothing */
  readonly parametrar: number
  /** locals after the parameters: how many of i32, then of v128 */
  readonly i32: number
  readonly v128: number
  readonly kod: Bytes
}

/** A module that works in a memory it is given (`import "e" "m"`), shared between threads or not. */
export function modul(funktioner: readonly Funktion[], delat: boolean): Uint8Array<ArrayBuffer> {
  const STORST = 65_536
  const kroppar = funktioner.map((f) => {
    const lokala = [...(f.i32 ? [[...leb(f.i32), TYP.i32]] : []), ...(f.v128 ? [[...leb(f.v128), TYP.v128]] : [])]
    const kropp = [...lista(lokala), ...f.kod, 0x0b]
    return [...leb(kropp.length), ...kropp]
  })
  return new Uint8Array([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...sektion(1, lista(funktioner.map((f) => [0x60, ...leb(f.parametrar), ...Array<number>(f.parametrar).fill(TYP.i32), 0x00]))),
    ...sektion(2, lista([[...namn('e'), ...namn('m'), 0x02, ...(delat ? [0x03, ...leb(1), ...leb(STORST)] : [0x00, ...leb(1)])]])),
    ...sektion(3, lista(funktioner.map((_, i) => leb(i)))),
    ...sektion(7, lista(funktioner.map((f, i) => [...namn(f.namn), 0x00, ...leb(i)]))),
    ...sektion(10, lista(kroppar)),
  ])
}

const simd = (nr: number) => [0xfd, ...leb(nr)]

/** Instructions by the names of the specification. */
export const I = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
  brIf: (djup: number) => [0x0d, ...leb(djup)],
  hamta: (lokal: number) => [0x20, ...leb(lokal)],
  satt: (lokal: number) => [0x21, ...leb(lokal)],
  sattOchBehall: (lokal: number) => [0x22, ...leb(lokal)],
  i32konst: (v: number) => [0x41, ...sleb(v)],
  i32plus: [0x6a],
  i32mindreU: [0x49],
  i32eqz: [0x45],
  /** alignment is a hint; offset in bytes */
  minne: (nr: number, offset: number) => [...simd(nr), 0x00, ...leb(offset)],
  v128konst: (bytes: Bytes) => [...simd(0x0c), ...bytes],
  blanda: (banor: Bytes) => [...simd(0x0d), ...banor],
  lagra32: (offset: number, bana: number) => [...simd(0x5a), 0x00, ...leb(offset), bana],
  op: simd,
} as const

/** SIMD instruction numbers. */
export const OP = {
  load: 0x00,
  load8x8S: 0x01,
  load8x8U: 0x02,
  load16x4S: 0x03,
  load16x4U: 0x04,
  store: 0x0b,
  load32Zero: 0x5c,
  inte: 0x4d,
  och: 0x4e,
  ochInte: 0x4f,
  eller: 0x50,
  valj: 0x52,
  smalna16S: 0x85,
  smalna8S: 0x65,
  vidga16S: 0x87,
  vidga16U: 0x89,
  vidga32S: 0xa7,
  vidga32SHog: 0xa8,
  vidga32U: 0xa9,
  vidga32UHog: 0xaa,
  vidga64Lag: 0xc7,
  vidga64Hog: 0xc8,
  i32eq: 0x37,
  i32lt: 0x39,
  i32gt: 0x3b,
  i32plus: 0xae,
  i32minus: 0xb1,
  i32ganger: 0xb5,
  i32min: 0xb6,
  i32max: 0xb8,
  u8min: 0x77,
  u8max: 0x79,
  i8min: 0x76,
  i8max: 0x78,
  u16min: 0x97,
  u16max: 0x99,
  i16min: 0x96,
  i16max: 0x98,
  f32avI32: 0xfa,
  f32plus: 0xe4,
  f32ganger: 0xe6,
  f64eq: 0x47,
  f64lt: 0x49,
  f64golv: 0x75,
  f64plus: 0xf0,
  f64minus: 0xf1,
  f64ganger: 0xf2,
  f64delat: 0xf3,
  f64min: 0xf6,
  f64max: 0xf7,
  f64avI32: 0xfe,
} as const

const buffert = new DataView(new ArrayBuffer(8))
const f64bytes = (v: number): number[] => {
  buffert.setFloat64(0, v, true)
  return Array.from({ length: 8 }, (_, i) => buffert.getUint8(i))
}
const i32bytes = (v: number): number[] => {
  buffert.setInt32(0, v, true)
  return Array.from({ length: 4 }, (_, i) => buffert.getUint8(i))
}

/** The same number in every lane. */
export const i32x4 = (v: number): number[] => I.v128konst([0, 1, 2, 3].flatMap(() => i32bytes(v)))
/** The same number, rounded to 32 bits, in every lane. */
export const f32x4 = (v: number): number[] => {
  buffert.setFloat32(0, v, true)
  return i32x4(buffert.getInt32(0, true))
}
export const f64x2 = (v: number): number[] => I.v128konst([0, 1].flatMap(() => f64bytes(v)))
