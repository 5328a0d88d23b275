import type { Delkarna } from '../delkarna.ts'
import type { Nod } from '../graf.ts'
import { I, type Funktion } from './bytes.ts'
import { BREDD, lagringAv, type Lagring } from './lagring.ts'
import { Skrivare } from './skrivare.ts'

/** Rows of one step. */
const STEG = 4
/** Small loops do two steps a turn, so that counting costs less. */
const UTRULLAD_TILL = 200
/** Every column must have room for its rows made up to a multiple of this. */
export const RADER_PER_VARV = 2 * STEG

/**
 * The stretch as a WebAssembly function `(rader, adress, adress, …)`: where each column read and
 * left begins, in the order of the stretch. Whole turns are done: up to seven rows past the last are written too.
 * @param lagring how each column read is stored
 */
export function slingfunktion(d: Delkarna, namn: string, lagring: (n: Nod) => Lagring): Funktion {
  const steg = d.noder.length <= UTRULLAD_TILL ? 2 : 1
  const lasta = new Map(d.lasta.map((n, i) => [n, i + 1] as const))
  const lamnad = (i: number): number => 1 + d.lasta.length + i
  const rad = lamnad(d.lamnade.length)
  const s = new Skrivare(d, lagring, (n) => lasta.get(n)!, rad + 1, steg)

  const kropp: number[] = []
  for (let i = 0; i < steg; i++) {
    s.nyttSteg(i * STEG)
    d.lamnade.forEach((n, j) => kropp.push(...s.lagra(n, lamnad(j), lagringAv(n))))
  }
  const flytta = [
    ...d.lasta.map((n, i) => [i + 1, lagring(n)] as const),
    ...d.lamnade.map((n, j) => [lamnad(j), lagringAv(n)] as const),
  ].flatMap(([p, l]) => [...I.hamta(p), ...I.i32konst(BREDD[l] * STEG * steg), ...I.i32plus, ...I.satt(p)])
  const omKvar = [
    ...I.hamta(rad),
    ...I.i32konst(STEG * steg),
    ...I.i32plus,
    ...I.sattOchBehall(rad),
    ...I.hamta(0),
    ...I.i32mindreU,
    ...I.brIf(0),
  ]
  const kod = [...I.block, ...I.hamta(0), ...I.i32eqz, ...I.brIf(0), ...I.loop, ...kropp, ...flytta, ...omKvar, ...I.end, ...I.end]
  return { namn, parametrar: rad, i32: 1, v128: s.antalLokala, kod }
}
