import { frihetsgraderUr } from './fordelning.ts'
import { faktorisera, nollmatris, oberoende, smorgas, spegla, type Symmetrisk } from './matris.ts'
import type { Kolumn } from './glm.ts'

/** Times to an end, from `start` (0 when left out) to `stopp`; who ended has `handelse` 1. Who enters late, or changes value, has a start after 0. */
export interface Coxdata {
  readonly start?: ArrayLike<number>
  readonly stopp: ArrayLike<number>
  readonly handelse: ArrayLike<number>
  readonly kolumner: readonly Kolumn[]
  /** compared only with each other */
  readonly strata?: ArrayLike<number>
  /** rows of the same number are not independent */
  readonly kluster?: ArrayLike<number>
}

export interface Coxsvar {
  readonly namn: readonly string[]
  readonly beta: Float64Array
  readonly kov: Symmetrisk
  /** Lin & Wei (1989), over clusters when given, else over rows */
  readonly kovRobust: Symmetrisk
  /** of the robust variance of each coefficient: its intervals are Student's by these */
  readonly frihetsgrader: Float64Array
  readonly antalKluster: number
  readonly rader: number
  readonly handelser: number
  readonly loglik: number
  readonly konvergerade: boolean
  readonly bortvalda: readonly string[]
}

const FLEST_VARV = 40
const NOG = 1e-9

interface Ordnad {
  readonly n: number
  readonly p: number
  readonly x: readonly ArrayLike<number>[]
  /** places of rows by stratum and falling stop, and by stratum and falling start */
  readonly efterStopp: Uint32Array
  readonly efterStart: Uint32Array
  readonly d: Coxdata
}

const strat = (d: Coxdata, i: number): number => (d.strata ? d.strata[i]! : 0)
const borjan = (d: Coxdata, i: number): number => (d.start ? d.start[i]! : 0)

function ordna(d: Coxdata, platser: readonly number[]): Ordnad {
  const n = d.stopp.length
  const efterStopp = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => strat(d, a) - strat(d, b) || d.stopp[b]! - d.stopp[a]!)
  const efterStart = d.start
    ? Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => strat(d, a) - strat(d, b) || borjan(d, b) - borjan(d, a))
    : efterStopp
  return { n, p: platser.length, x: platser.map((k) => d.kolumner[k]!.x), efterStopp, efterStart, d }
}

/** What is kept of every time with an end, for the residuals: hazard added and mean of the columns there. */
interface Tidpunkt {
  readonly stratum: number
  readonly tid: number
  readonly dh: number
  readonly medel: Float64Array
}
interface Varv {
  readonly loglik: number
  readonly poang: Float64Array
  readonly info: Symmetrisk
  readonly tider: Tidpunkt[]
}

/** Log partial likelihood with its slopes, ends on the same day by Efron (1977). One pass from the latest day to the first. */
function varv(o: Ordnad, beta: Float64Array, tider: boolean): Varv {
  const { n, p, x, d } = o
  const eta = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let k = 0; k < p; k++) eta[i] = eta[i]! + beta[k]! * x[k]![i]!
  const s = new Summor(p)
  const dod = new Summor(p)
  const ut: { loglik: number; poang: Float64Array; info: Symmetrisk; tider: Tidpunkt[] } = {
    loglik: 0,
    poang: new Float64Array(p),
    info: nollmatris(p),
    tider: [],
  }
  let ute = 0
  for (let a = 0; a < n;) {
    const forsta = o.efterStopp[a]!
    const [stratum, tid] = [strat(d, forsta), d.stopp[forsta]!]
    if (a === 0 || strat(d, o.efterStopp[a - 1]!) !== stratum) {
      s.nolla()
      // Rows of strata before this one have been taken out with them.
      while (ute < n && strat(d, o.efterStart[ute]!) < stratum) ute++
    }
    dod.nolla()
    let antal = 0
    for (; a < n; a++) {
      const i = o.efterStopp[a]!
      if (strat(d, i) !== stratum || d.stopp[i]! !== tid) break
      const r = Math.exp(eta[i]!)
      s.lagg(x, i, r)
      if (d.handelse[i] !== 1) continue
      antal++
      dod.lagg(x, i, r)
      ut.loglik += eta[i]!
      for (let k = 0; k < p; k++) ut.poang[k] = ut.poang[k]! + x[k]![i]!
    }
    // Who enters on this day or later was not at risk at it.
    if (d.start)
      for (; ute < n && strat(d, o.efterStart[ute]!) === stratum && borjan(d, o.efterStart[ute]!) >= tid; ute++)
        s.lagg(x, o.efterStart[ute]!, -Math.exp(eta[o.efterStart[ute]!]!))
    if (antal > 0) dagen(ut, s, dod, antal, p, tider ? { stratum, tid } : null)
  }
  spegla(ut.info)
  return ut
}

function dagen(
  ut: { loglik: number; poang: Float64Array; info: Symmetrisk; tider: Tidpunkt[] },
  s: Summor,
  dod: Summor,
  antal: number,
  p: number,
  spara: { stratum: number; tid: number } | null,
): void {
  const medel = new Float64Array(p)
  const overAlla = new Float64Array(p)
  let dh = 0
  for (let l = 0; l < antal; l++) {
    const f = l / antal
    const s0 = s.s0 - f * dod.s0
    ut.loglik -= Math.log(s0)
    dh += 1 / s0
    for (let k = 0; k < p; k++) {
      medel[k] = (s.s1[k]! - f * dod.s1[k]!) / s0
      ut.poang[k] = ut.poang[k]! - medel[k]!
      overAlla[k] = overAlla[k]! + medel[k]! / s0
    }
    for (let a = 0; a < p; a++)
      for (let b = a; b < p; b++)
        ut.info.a[a * p + b] = ut.info.a[a * p + b]! + (s.s2[a * p + b]! - f * dod.s2[a * p + b]!) / s0 - medel[a]! * medel[b]!
  }
  if (spara) ut.tider.push({ ...spara, dh, medel: overAlla.map((v) => v / dh) })
}

/** Sums over those at risk of risk, risk × columns and risk × products of columns. */
class Summor {
  s0 = 0
  readonly s1: Float64Array
  readonly s2: Float64Array
  readonly #p: number
  constructor(p: number) {
    this.#p = p
    this.s1 = new Float64Array(p)
    this.s2 = new Float64Array(p * p)
  }
  nolla(): void {
    this.s0 = 0
    this.s1.fill(0)
    this.s2.fill(0)
  }
  lagg(x: readonly ArrayLike<number>[], i: number, r: number): void {
    const p = this.#p
    this.s0 += r
    for (let a = 0; a < p; a++) {
      const xa = x[a]![i]! * r
      if (xa === 0) continue
      this.s1[a] = this.s1[a]! + xa
      for (let b = a; b < p; b++) this.s2[a * p + b] = this.s2[a * p + b]! + xa * x[b]![i]!
    }
  }
}

/**
 * Cox's regression (1972): how many times faster ends come, given the columns, over strata. Tested against Gehan's leukaemia data.
 * Columns should be near nought (centre years and ages): the sums are of exponentials of them.
 */
export function cox(d: Coxdata): Coxsvar {
  const kors = nollmatris(d.kolumner.length)
  for (let i = 0; i < d.stopp.length; i++)
    for (let a = 0; a < kors.n; a++)
      for (let b = a; b < kors.n; b++) kors.a[a * kors.n + b] = kors.a[a * kors.n + b]! + d.kolumner[a]!.x[i]! * d.kolumner[b]!.x[i]!
  spegla(kors)
  let platser = oberoende(kors)
  let o = ordna(d, platser)
  let nu = varv(o, new Float64Array(o.p), false)
  // A column that never varies among those at risk says nothing.
  const utan = platser.filter((_, k) => nu.info.a[k * o.p + k]! > NOG)
  if (utan.length < platser.length) {
    platser = utan
    o = ordna(d, platser)
    nu = varv(o, new Float64Array(o.p), false)
  }
  let beta: Float64Array = new Float64Array(o.p)
  let konvergerade = o.p === 0
  for (let i = 0; i < FLEST_VARV && !konvergerade; i++) {
    const steg = faktorisera(nu.info).los(nu.poang)
    let [ny, nasta] = [beta, nu]
    for (let del = 1; del > 1e-4; del /= 2) {
      ny = beta.map((b, k) => b + del * steg[k]!)
      nasta = varv(o, ny, false)
      if (nasta.loglik >= nu.loglik - NOG * Math.abs(nu.loglik)) break
    }
    konvergerade = Math.abs(nasta.loglik - nu.loglik) <= NOG * (Math.abs(nasta.loglik) + 0.1)
    beta = ny
    nu = nasta
  }
  const sist = varv(o, beta, true)
  const kov = o.p ? faktorisera(sist.info).invers() : nollmatris(0)
  const { palagg, summor } = residualer(o, beta, sist.tider)
  let handelser = 0
  for (let i = 0; i < o.n; i++) if (d.handelse[i] === 1) handelser++
  return {
    namn: platser.map((k) => d.kolumner[k]!.namn),
    beta,
    kov,
    kovRobust: o.p ? smorgas(kov, palagg) : kov,
    frihetsgrader: frihetsgrader(kov, summor),
    antalKluster: summor.length,
    rader: o.n,
    handelser,
    loglik: sist.loglik,
    konvergerade,
    bortvalda: d.kolumner.flatMap((k, i) => (platser.includes(i) ? [] : [k.namn])),
  }
}

/** Score residuals summed by cluster and squared. */
function residualer(o: Ordnad, beta: Float64Array, tider: Tidpunkt[]): { palagg: Symmetrisk; summor: readonly Float64Array[] } {
  const { n, p, x, d } = o
  const perStratum = new Map<number, { tid: Float64Array; h: Float64Array; m: Float64Array[]; medel: Float64Array[] }>()
  for (const [stratum, t] of gruppera(tider)) {
    const ordnade = t.reverse()
    let h = 0
    const m = new Float64Array(p)
    perStratum.set(stratum, {
      tid: Float64Array.from(ordnade, (u) => u.tid),
      h: Float64Array.from(ordnade, (u) => (h += u.dh)),
      medel: ordnade.map((u) => u.medel),
      m: ordnade.map((u) => {
        for (let k = 0; k < p; k++) m[k] = m[k]! + u.medel[k]! * u.dh
        return Float64Array.from(m)
      }),
    })
  }
  const summor = new Map<number, Float64Array>()
  for (let i = 0; i < n; i++) {
    const s = perStratum.get(strat(d, i))
    const g = d.kluster ? d.kluster[i]! : i
    let u = summor.get(g)
    if (!u) summor.set(g, (u = new Float64Array(p)))
    if (!s) continue
    let e = 0
    for (let k = 0; k < p; k++) e += beta[k]! * x[k]![i]!
    const r = Math.exp(e)
    const [till, fran] = [hogst(s.tid, d.stopp[i]!), d.start ? hogst(s.tid, d.start[i]!) : -1]
    const h = (till < 0 ? 0 : s.h[till]!) - (fran < 0 ? 0 : s.h[fran]!)
    for (let k = 0; k < p; k++) {
      const m = (till < 0 ? 0 : s.m[till]![k]!) - (fran < 0 ? 0 : s.m[fran]![k]!)
      u[k] = u[k]! + (d.handelse[i] === 1 ? x[k]![i]! - s.medel[till]![k]! : 0) - r * (x[k]![i]! * h - m)
    }
  }
  const palagg = nollmatris(p)
  for (const s of summor.values())
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) palagg.a[a * p + b] = palagg.a[a * p + b]! + s[a]! * s[b]!
  return { palagg, summor: [...summor.values()] }
}

/** Each cluster's square in the sandwich of a coefficient, and how few of them carry it. */
function frihetsgrader(kov: Symmetrisk, summor: readonly Float64Array[]): Float64Array {
  const { n: p, a } = kov
  return Float64Array.from({ length: p }, (_, k) =>
    frihetsgraderUr(
      Float64Array.from(summor, (u) => {
        let d = 0
        for (let j = 0; j < p; j++) d += a[k * p + j]! * u[j]!
        return d * d
      }),
    ),
  )
}

function gruppera(tider: Tidpunkt[]): Map<number, Tidpunkt[]> {
  const ut = new Map<number, Tidpunkt[]>()
  for (const t of tider) {
    const g = ut.get(t.stratum)
    if (g) g.push(t)
    else ut.set(t.stratum, [t])
  }
  return ut
}

/** Place of the last time not after `t`, or −1. */
function hogst(tider: Float64Array, t: number): number {
  let [lag, hog] = [0, tider.length]
  while (lag < hog) {
    const mitt = (lag + hog) >> 1
    if (tider[mitt]! <= t) lag = mitt + 1
    else hog = mitt
  }
  return lag - 1
}
