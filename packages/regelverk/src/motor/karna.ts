import { arFast, arLov, delkarnor, type Delkarna } from './delkarna.ts'
import { arKonst, ordning, type Heltal, type Nod } from './graf.ts'
import { slinga, type Slinga } from './js.ts'
import { ryms } from './ryms.ts'
import type { Sankt } from './sank.ts'
import { TalRymsInte } from '../tal.ts'
import { modul } from './wasm/bytes.ts'
import { lagringAv, type Lagring } from './wasm/lagring.ts'
import { slingfunktion } from './wasm/slinga.ts'

/** What runs the rows: WebAssembly, JavaScript, or JavaScript in integers without limit. */
export type Motor = 'wasm' | 'js' | 'stort'

/** Something a loop reads or leaves. */
export type Vad =
  | { readonly typ: 'kolumn' | 'saknas'; readonly namn: string }
  /** a result: number in `resultat` */
  | { readonly typ: 'resultat'; readonly nr: number }
  /** what one loop leaves for a later one: number in `mellan` */
  | { readonly typ: 'mellan'; readonly nr: number }

/** One part of an answer: the same on all rows, or a column of results. */
export type Svarsdel = { readonly typ: 'fast'; readonly varde: number } | { readonly typ: 'resultat'; readonly nr: number }

/** A compiled rule, or several: loops over columns, with what each reads and leaves. */
export interface Karna {
  readonly motor: Motor
  /** how many operations a row takes */
  readonly operationer: number
  readonly delar: readonly { readonly lasta: readonly Vad[]; readonly lamnade: readonly Vad[]; readonly namn: string }[]
  /** one for each rule asked for, in order */
  readonly svar: readonly { readonly t: Svarsdel; readonly n: Svarsdel; readonly kant: Svarsdel }[]
  readonly resultat: readonly Lagring[]
  readonly mellan: readonly Lagring[]
  /** columns that are read, and those of them whose missing rows are asked for */
  readonly kolumner: readonly string[]
  readonly medSaknas: readonly string[]
  /** motor js and stort */
  readonly slingor: readonly Slinga[]
  /** motor wasm: the module for a memory shared between threads, and for one that is not */
  readonly bytes: (delat: boolean) => Uint8Array<ArrayBuffer>
}

/** A number on the way that is not proven to fit, where a motor was asked for that needs the proof. */
export class RymsInte extends Error {
  readonly nod: Heltal
  constructor(nod: Heltal) {
    super(
      `Ett tal på vägen (${nod.namn ?? nod.slag}) kan bli från ${nod.lo ?? 'hur litet som helst'} till ${nod.hi ?? 'hur stort som helst'}. Det ryms inte säkert i 53 bitar.`,
    )
    this.name = 'RymsInte'
    this.nod = nod
  }
}

/**
 * Operations a loop. V8 leaves functions over some 60 kB of bytecode unoptimised; a WebAssembly function of any size is
 * optimised, but in more than proportion slowly. Integers without limit cannot be left in a column, so they stay in one loop.
 */
const HOGST: Readonly<Record<Motor, number>> = { wasm: 1500, js: 1500, stort: Infinity }

/**
 * Compiles answers that share a graph.
 * @param lagring how each column is stored
 * @throws {RymsInte} when the motor counts in 53 bits and a number is not proven to fit them
 */
export function kompilera(svar: readonly Sankt[], lagring: Readonly<Record<string, Lagring>>, motor: Motor): Karna {
  const mal = [...new Set(svar.flatMap((s) => [s.t, s.n, s.kant]))]
  const forStort = motor === 'stort' ? null : ryms(ordning(mal))
  if (forStort) throw new RymsInte(forStort)

  const stycken = delkarnor(mal, HOGST[motor])
  const resultat = mal.filter((n) => !arFast(n))
  const mellan = stycken.flatMap((d) => d.lamnade).filter((n) => !resultat.includes(n))
  const nrAv = (lista: readonly Nod[]) => new Map(lista.map((n, i) => [n, i] as const))
  const [resultatnr, mellannr] = [nrAv(resultat), nrAv(mellan)]
  const lamnad = (n: Nod): Vad =>
    resultatnr.has(n) ? { typ: 'resultat', nr: resultatnr.get(n)! } : { typ: 'mellan', nr: mellannr.get(n)! }
  const last = (n: Nod): Vad =>
    n.slag === 'finns' ? { typ: 'saknas', namn: n.kolumn! } : arLov(n) ? { typ: 'kolumn', namn: n.kolumn! } : lamnad(n)
  const somSvar = (n: Nod): Svarsdel => (arFast(n) ? { typ: 'fast', varde: fastVarde(n) } : { typ: 'resultat', nr: resultatnr.get(n)! })
  const blad = ordning(mal).filter((n) => arLov(n) && !arFast(n))
  const unika = (ns: readonly Nod[]) => [...new Set(ns.map((n) => n.kolumn!))]

  return {
    motor,
    operationer: stycken.reduce((n, d) => n + d.noder.length, 0),
    delar: stycken.map((d, i) => ({ lasta: d.lasta.map(last), lamnade: d.lamnade.map(lamnad), namn: `s${i}` })),
    svar: svar.map((s) => ({ t: somSvar(s.t), n: somSvar(s.n), kant: somSvar(s.kant) })),
    resultat: resultat.map(lagringAv),
    mellan: mellan.map(lagringAv),
    kolumner: unika(blad.filter((n) => n.slag !== 'finns')),
    medSaknas: unika(blad.filter((n) => n.slag === 'finns')),
    slingor: motor === 'wasm' ? [] : stycken.map((d) => slinga(d, motor === 'js' ? 'f64' : 'stort')),
    bytes: (delat) => wasmmodul(stycken, lagring, delat),
  }
}

function fastVarde(n: Nod): number {
  if (!arKonst(n)) return Number(n.slag === 'ja')
  if (!Number.isSafeInteger(Number(n.lo))) throw new TalRymsInte()
  return Number(n.lo)
}

function wasmmodul(stycken: readonly Delkarna[], lagring: Readonly<Record<string, Lagring>>, delat: boolean): Uint8Array<ArrayBuffer> {
  const lagrad = (n: Nod): Lagring => (n.slag === 'finns' ? 'u8' : arLov(n) ? lagring[n.kolumn!]! : lagringAv(n))
  return modul(
    stycken.map((d, i) => slingfunktion(d, `s${i}`, lagrad)),
    delat,
  )
}
