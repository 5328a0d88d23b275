import type { Minne, Utrymme } from '../minne.ts'
import { I, modul, OP, type Funktion } from './bytes.ts'
import { BREDD, type Lagring } from './lagring.ts'

/** Bytes a turn; what is left over is looked at in JavaScript. */
const STEG = 16

const STORLEKSOP: Readonly<Record<Exclude<Lagring, 'f64'>, readonly [number, number]>> = {
  u8: [OP.u8min, OP.u8max],
  i8: [OP.i8min, OP.i8max],
  u16: [OP.u16min, OP.u16max],
  i16: [OP.i16min, OP.i16max],
  i32: [OP.i32min, OP.i32max],
}

/** `(bytes, adress, ut)`: the smallest and the largest of interleaved series, a vector of each, left at `ut` and after it. */
function minstOchStorst([minstop, storstop]: readonly [number, number]): Funktion {
  const [bytes, adress, ut, gjorda, minst, storst, varde] = [0, 1, 2, 3, 4, 5, 6]
  const ta = (lokal: number, op: number): number[] => [...I.hamta(lokal), ...I.hamta(varde), ...I.op(op), ...I.satt(lokal)]
  const kod = [
    ...I.hamta(adress),
    ...I.minne(OP.load, 0),
    ...I.sattOchBehall(minst),
    ...I.satt(storst),
    ...I.loop,
    ...I.hamta(adress),
    ...I.hamta(gjorda),
    ...I.i32plus,
    ...I.minne(OP.load, 0),
    ...I.satt(varde),
    ...ta(minst, minstop),
    ...ta(storst, storstop),
    ...I.hamta(gjorda),
    ...I.i32konst(STEG),
    ...I.i32plus,
    ...I.sattOchBehall(gjorda),
    ...I.hamta(bytes),
    ...I.i32mindreU,
    ...I.brIf(0),
    ...I.end,
    ...I.hamta(ut),
    ...I.hamta(minst),
    ...I.minne(OP.store, 0),
    ...I.hamta(ut),
    ...I.hamta(storst),
    ...I.minne(OP.store, STEG),
  ]
  return { namn: 'granser', parametrar: 3, i32: 1, v128: 3, kod }
}

type Sokning = (bytes: number, adress: number, ut: number) => void
const sokningar = new WeakMap<Minne, Map<Lagring, Sokning>>()

function sokningen(minne: Minne, lagring: Exclude<Lagring, 'f64'>): Sokning {
  const alla = sokningar.get(minne) ?? new Map<Lagring, Sokning>()
  sokningar.set(minne, alla)
  const bytes = () => modul([minstOchStorst(STORLEKSOP[lagring])], minne.delat)
  const f =
    alla.get(lagring) ?? (new WebAssembly.Instance(new WebAssembly.Module(bytes()), { e: { m: minne.wasm } }).exports.granser as Sokning)
  alla.set(lagring, f)
  return f
}

/** The smallest and largest of a column of whole numbers in the memory, sixteen bytes at a time. `antal` is at least 1. */
export function granserIMinne(minne: Minne, u: Utrymme & { readonly lagring: Exclude<Lagring, 'f64'> }): readonly [number, number] {
  const perSteg = STEG / BREDD[u.lagring]
  const hela = u.antal - (u.antal % perSteg)
  const v = minne.vy(u)
  let [lo, hi] = [v[0]!, v[0]!]
  if (hela > 0) {
    const ut = minne.reservera(u.lagring, 2 * perSteg)
    sokningen(minne, u.lagring)(hela * BREDD[u.lagring], u.adress, ut.adress)
    const svar = minne.vy(ut)
    lo = Math.min(...svar.subarray(0, perSteg))
    hi = Math.max(...svar.subarray(perSteg, 2 * perSteg))
    minne.slapp(ut)
  }
  for (let i = hela; i < u.antal; i++) {
    lo = Math.min(lo, v[i]!)
    hi = Math.max(hi, v[i]!)
  }
  return [lo, hi]
}
