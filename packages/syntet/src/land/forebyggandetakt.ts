import type { Slump } from '../slump.ts'
import { lansmal } from '../forlaga.ts'
import { EFFEKTER, FBSJP_FONSTER, type Lottning } from './effekter.ts'
import { los, summor } from './fordelning.ts'
import { LAN } from './geografi.ts'
import { aretI, manad, manadenFor, type Manad } from './tid.ts'
import type { Landval } from './val.ts'

/** Quarters of a day in a course: at least one, at most this many. */
const FLEST_KVARTAR = 1920
const KVARTAR_PER_MANAD = 40
export const FLEST_MANADER = 24

/** Calendar months a course of so many quarter days is spread over. */
export const kursManader = (kvartar: number): number => Math.min(FLEST_MANADER, 1 + Math.floor(kvartar / KVARTAR_PER_MANAD))
/** Quarters that fall in month `k` of `n`. */
export const kvartarI = (kvartar: number, n: number, k: number): number =>
  Math.floor(((k + 1) * kvartar) / n) - Math.floor((k * kvartar) / n)
/** A course's length from an exponential draw with mean 1. */
export const kvartar = (dragen: number, medeldagar: number): number =>
  Math.min(FLEST_KVARTAR, Math.max(1, Math.round(dragen * medeldagar * 4)))

/** Yearly unevenness: Gävleborg and Blekinge fluctuate, Kalmar and Södermanland lie still (report 004 §3.2). */
const OJAMNHET: Readonly<Record<string, number>> = { Gävleborg: 0.28, Blekinge: 0.28, Kalmar: 0.04, Södermanland: 0.04 }
const VANLIG_OJAMNHET = 0.12

export interface Forebyggandetakt {
  readonly forstaManad: Manad
  /** running sum of paid courses begun by month, an insured inhabitant */
  readonly summa: Float64Array
  readonly medeldagar: number
  readonly kronorPerDag: number
}

/** How courses of a mean length fill the audit's months: reach (unique recipients) and days, for one course begun a month. */
function fyllnad(medeldagar: number, vikt: (m: Manad) => number): { nar: number; dagar: number } {
  const w0 = manadenFor(FBSJP_FONSTER.fran)
  const w1 = manadenFor(FBSJP_FONSTER.tom)
  const per = medeldagar * 4
  const kvar = new Float64Array(FLEST_MANADER)
  const dagar = new Float64Array(FLEST_MANADER)
  for (let q = 1; q <= FLEST_KVARTAR; q++) {
    const over = q === 1 ? 1 : Math.exp(-(q - 0.5) / per)
    const p = over - (q === FLEST_KVARTAR ? 0 : Math.exp(-(q + 0.5) / per))
    if (p < 1e-15) break
    const n = kursManader(q)
    for (let k = 0; k < n; k++) {
      kvar[k]! += p
      dagar[k]! += (p * kvartarI(q, n, k)) / 4
    }
  }
  let nar = 0
  let summaDagar = 0
  for (let m = w0 - FLEST_MANADER + 1; m <= w1; m++) {
    const g = vikt(m)
    nar += g * (m >= w0 ? 1 : kvar[w0 - m]!)
    for (let k = 0; k < FLEST_MANADER; k++) if (m + k >= w0 && m + k <= w1) summaDagar += g * dagar[k]!
  }
  return { nar, dagar: summaDagar }
}

/**
 * The rate of paid courses and their mean length in each county, so that columns 3–6 of table 1 are what is expected in the audit's months:
 * a share p of the inhabitants 18–64 receives, and a recipient gets m net days. `forsakrade` is the share of those inhabitants who can receive.
 */
export function forebyggandetakter(rot: Slump, v: Landval, lottning: Lottning, forsakrade: number): readonly Forebyggandetakt[] {
  return lansmal().map((mal, lan) => {
    const arsvikt = new Map<number, number>()
    const ojamnhet = OJAMNHET[LAN[lan]!.namn] ?? VANLIG_OJAMNHET
    const aret = (ar: number): number => {
      if (!arsvikt.has(ar)) arsvikt.set(ar, 1 + ojamnhet * (2 * rot.gren(`bruk${lan}/${ar}`).tal() - 1) * 1.7)
      return arsvikt.get(ar)!
    }
    // The application comes in the month before the course begins.
    const insats = lottning.informerade.has(lan) ? manadenFor(EFFEKTER.informationsinsats.fran) : Number.POSITIVE_INFINITY
    const vikt = (m: Manad): number => aret(aretI(m)) * (m - 1 >= insats ? EFFEKTER.informationsinsats.kvotAnsokningar : 1)
    const p = mal.mottagarePer1000 / 1000 / forsakrade
    const takt = -Math.log(1 - p)
    const kvot = (mal.nettodagarPerMottagare * p) / takt
    const medeldagar = los(
      (x) => {
        const f = fyllnad(x, vikt)
        return f.dagar / f.nar
      },
      kvot,
      1,
      400,
    )
    const rho = takt / fyllnad(medeldagar, vikt).nar
    const forstaManad = manad(v.fran, 1) - FLEST_MANADER
    const manader = Array.from({ length: manad(v.till + 1, 1) - forstaManad }, (_, i) => rho * vikt(forstaManad + i))
    return { forstaManad, summa: summor(manader), medeldagar, kronorPerDag: mal.beloppPerMottagare / mal.nettodagarPerMottagare }
  })
}
