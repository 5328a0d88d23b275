import type { Slump } from '../slump.ts'
import { ANSTALLD, ARBETSLOS, type Invanare } from './person.ts'
import { DIAGNOSKODER, dragenDiagnos, langd } from './langd.ts'
import { exponential } from './fordelning.ts'
import { aretFor } from './tid.ts'

/** One certified case over 14 days. Day numbers; the last day may lie after the registers end. */
export interface Fall {
  readonly fran: number
  readonly tom: number
  readonly diagnos: number
  /** degree in quarters, and the day it becomes `senareGrad` */
  readonly grad: number
  readonly bytesdag: number
  readonly senareGrad: number
  /** share of the diagnosis's cases that it outlives at the ordinary pace */
  readonly kvar: number
}

/** What makes a case end sooner (above 1) or later: the hazard of return, by its first day. */
export type Aterganstakt = (fran: number) => number
/** What makes cases rarer (below 1) or commoner at a time. */
export type Insjuknandetakt = (dag: number) => number

/** Cases a year and insured person without one in the last two years. */
const GRUNDTAKT = 0.058
/** How much likelier a new case is within two years of the last. What is behind is on record, nothing hidden: like cases can be found. */
const AR_EFTER = 3.2
const EFTERDAGAR = 730
const DAGAR_PER_AR = 365.25
const KVINNOTAKT = 1.3
const ALDERSTAKT = (alder: number): number => 0.6 + 0.016 * Math.max(0, alder - 19)
const ARBETSLOSTAKT = 1.4
/** The country's level by year: down to 2010, up to 2016, down again. */
const ARSTAKT: Readonly<Record<number, number>> = {
  2010: 0.8,
  2011: 0.84,
  2012: 0.9,
  2013: 0.97,
  2014: 1.04,
  2015: 1.1,
  2016: 1.12,
  2017: 1.06,
  2018: 1.03,
  2019: 1,
  2020: 1.02,
}

export const YNGSTA_ALDER = 19
export const AVGANGSALDER = 67
/** No hazard is above this times the person's level. */
const HOGSTA_TAKT = AR_EFTER * ALDERSTAKT(AVGANGSALDER) * Math.max(...Object.values(ARSTAKT))

/** The level of the person's hazard of a new case, a day, before time and history. */
export const grundtakt = (p: Invanare, lansniva: number): number =>
  (GRUNDTAKT / DAGAR_PER_AR) * lansniva * (p.kvinna ? KVINNOTAKT : 2 - KVINNOTAKT) * (p.sysselsattning === ARBETSLOS ? ARBETSLOSTAKT : 1)

const HELT = 4
const HALVT = 2
/** Degrees as they are first certified, of 100: whole, three quarters, half, a quarter. */
const startgrad = (u: number): number => (u < 0.7 ? HELT : u < 0.75 ? 3 : u < 0.95 ? HALVT : 1)
const TRAPPA_FRAN = 45

/**
 * A case from its first day. `kvar` is the share of its diagnosis that it outlives at the ordinary pace, `takt` how much faster than that it
 * ends; `gradlott` and `stegar` are two more draws, for the degrees.
 */
export function nyttFall(fran: number, diagnos: number, kvar: number, takt: number, gradlott: number, stegar: number): Fall {
  const dagar = langd(diagnos, takt === 1 ? kvar : kvar ** (1 / takt))
  const grad = startgrad(gradlott)
  const byter = grad === HELT && dagar > TRAPPA_FRAN && stegar < 0.4
  return {
    fran,
    tom: fran + dagar - 1,
    diagnos,
    grad,
    bytesdag: byter ? fran + Math.floor(dagar * 0.6) : fran + dagar,
    senareGrad: HALVT,
    kvar,
  }
}

export interface Livsval {
  readonly lansniva: number
  readonly aterga: Aterganstakt
  /** at most 1 */
  readonly insjukna?: Insjuknandetakt
  /** a case that does not fit the person's story is not begun */
  readonly tillat?: (f: Fall) => boolean
  /** last day of a case before `fran` */
  readonly senasteTom?: number
}

/**
 * The cases that begin from `fran` up to but not `till`. Days on which one could begin come from the stream alone, each with the same number
 * of draws: the same life lived with and without a treatment differs only by what the treatment does.
 */
export function sjukliv(s: Slump, p: Invanare, fran: number, till: number, v: Livsval): Fall[] {
  const grund = grundtakt(p, v.lansniva)
  const hogst = grund * HOGSTA_TAKT
  const ut: Fall[] = []
  let senast = v.senasteTom ?? Number.NEGATIVE_INFINITY
  let dag = fran
  for (;;) {
    dag += Math.max(1, Math.round(exponential(s, 1 / hogst)))
    if (dag >= till) return ut
    const u = s.tal()
    const lott = [s.tal(), 1 - s.tal(), s.tal(), s.tal()] as const
    if (dag <= senast) continue
    const ar = aretFor(dag)
    const alder = ar - p.fodelsear
    if (alder < YNGSTA_ALDER || alder > AVGANGSALDER) continue
    const takt =
      grund * ALDERSTAKT(alder) * (ARSTAKT[ar] ?? 1) * (dag - senast <= EFTERDAGAR ? AR_EFTER : 1) * (v.insjukna ? v.insjukna(dag) : 1)
    if (u >= takt / hogst) continue
    const f = nyttFall(dag, dragenDiagnos(lott[0], p.kvinna), lott[1], v.aterga(dag), lott[2], lott[3])
    if (v.tillat && !v.tillat(f)) continue
    ut.push(f)
    senast = f.tom
  }
}

export const harSjuklon = (p: Invanare): boolean => p.sysselsattning === ANSTALLD
export const kapitel = (diagnos: number): string => DIAGNOSKODER[diagnos]![0]!
