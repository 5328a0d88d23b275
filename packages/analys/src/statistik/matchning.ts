import { frihetsgraderUr } from './fordelning.ts'

/** Rows to be matched: who got it, what must be the same, and a score by which the nearest is found. */
export interface Matchunderlag {
  readonly behandlad: ArrayLike<number>
  /** a number of what must be exactly the same */
  readonly exakt: ArrayLike<number>
  /** log odds of getting it */
  readonly poang: ArrayLike<number>
}
export interface Matchval {
  readonly perBehandlad: number
  /** farthest apart, in standard deviations of the score */
  readonly kaliper: number
}
/** A treated row with those it is compared with. */
export interface Par {
  readonly behandlad: number
  readonly kontroller: readonly number[]
}
export interface Matchning {
  readonly par: readonly Par[]
  /** treated without anyone near enough */
  readonly utan: readonly number[]
  readonly kaliper: number
}

/** Austin (2011): 0.2 standard deviations of the log odds leaves little bias. */
export const KALIPER = 0.2

/** The nearest free place to the left and right of a place, found through those already taken. */
class Lediga {
  readonly #v: Int32Array
  readonly #h: Int32Array
  constructor(n: number) {
    this.#v = Int32Array.from({ length: n + 2 }, (_, i) => i)
    this.#h = Int32Array.from({ length: n + 2 }, (_, i) => i)
  }
  static #rot(v: Int32Array, i: number): number {
    let r = i
    while (v[r] !== r) r = v[r]!
    while (v[i] !== r) {
      const nasta = v[i]!
      v[i] = r
      i = nasta
    }
    return r
  }
  /** −1 when there is none */
  vanster(i: number): number {
    return Lediga.#rot(this.#v, i + 1) - 1
  }
  /** the length when there is none */
  hoger(i: number): number {
    return Lediga.#rot(this.#h, i)
  }
  ta(i: number): void {
    this.#v[i + 1] = i
    this.#h[i] = i + 1
  }
}

/**
 * Nearest neighbours within what is exactly the same, each control used once. Those hardest to match choose first; everyone gets a first before
 * anyone a second (Rosenbaum & Rubin 1985).
 */
export function matcha(u: Matchunderlag, v: Matchval): Matchning {
  const n = u.behandlad.length
  const kaliper = v.kaliper * sd(u.poang)
  const strata = new Map<number, { behandlade: number[]; kontroller: number[] }>()
  for (let i = 0; i < n; i++) {
    let s = strata.get(u.exakt[i]!)
    if (!s) strata.set(u.exakt[i]!, (s = { behandlade: [], kontroller: [] }))
    ;(u.behandlad[i] ? s.behandlade : s.kontroller).push(i)
  }
  const par: Par[] = []
  const utan: number[] = []
  for (const s of strata.values()) {
    if (s.behandlade.length === 0) continue
    s.behandlade.sort((a, b) => u.poang[b]! - u.poang[a]! || a - b)
    s.kontroller.sort((a, b) => u.poang[a]! - u.poang[b]! || a - b)
    const lediga = new Lediga(s.kontroller.length)
    const tagna = s.behandlade.map((): number[] => [])
    for (let varv = 0; varv < v.perBehandlad; varv++) {
      s.behandlade.forEach((b, i) => {
        const k = narmast(u.poang[b]!, s.kontroller, u.poang, lediga, kaliper)
        if (k === null) return
        lediga.ta(k)
        tagna[i]!.push(s.kontroller[k]!)
      })
    }
    s.behandlade.forEach((b, i) => (tagna[i]!.length ? par.push({ behandlad: b, kontroller: tagna[i]! }) : utan.push(b)))
  }
  return { par, utan, kaliper }
}

function narmast(mal: number, kontroller: readonly number[], poang: ArrayLike<number>, lediga: Lediga, kaliper: number): number | null {
  let [lag, hog] = [0, kontroller.length]
  while (lag < hog) {
    const mitt = (lag + hog) >> 1
    if (poang[kontroller[mitt]!]! < mal) lag = mitt + 1
    else hog = mitt
  }
  const [v, h] = [lediga.vanster(lag - 1), lediga.hoger(lag)]
  const avstand = (i: number): number =>
    i < 0 || i >= kontroller.length ? Number.POSITIVE_INFINITY : Math.abs(poang[kontroller[i]!]! - mal)
  const bast = avstand(v) <= avstand(h) ? v : h
  return avstand(bast) <= kaliper ? bast : null
}

function sd(v: ArrayLike<number>): number {
  let [m, q] = [0, 0]
  for (let i = 0; i < v.length; i++) m += v[i]!
  m /= v.length
  for (let i = 0; i < v.length; i++) q += (v[i]! - m) ** 2
  return Math.sqrt(q / Math.max(1, v.length - 1))
}

export interface Balansrad {
  readonly namn: string
  readonly behandlade: number
  readonly fore: number
  readonly efter: number
  /** difference of means in standard deviations, before matching and after it */
  readonly skillnadFore: number
  readonly skillnadEfter: number
}

/** Above this a difference is too large to be left (Austin 2009; Normand et al. 2001). */
export const STORSTA_SKILLNAD = 0.1

/**
 * Standardised differences of each column, before and after. Weights after: 1 for a matched treated row, 1/k for each of its k controls. The
 * spread is that of both groups before matching, so that the scale is the same.
 */
export function balans(
  kolumner: readonly { readonly namn: string; readonly x: ArrayLike<number> }[],
  behandlad: ArrayLike<number>,
  vikt: ArrayLike<number>,
): Balansrad[] {
  return kolumner.map(({ namn, x }) => {
    const alla = (i: number): number => (Number.isFinite(i) ? 1 : 0)
    const [bf, kf] = [matt(x, behandlad, 1, alla), matt(x, behandlad, 0, alla)]
    const [be, ke] = [matt(x, behandlad, 1, (i) => vikt[i]!), matt(x, behandlad, 0, (i) => vikt[i]!)]
    const skala = Math.sqrt((bf.varians + kf.varians) / 2)
    const std = (a: number, b: number): number => (skala > 0 ? (a - b) / skala : 0)
    return {
      namn,
      behandlade: be.medel,
      fore: kf.medel,
      efter: ke.medel,
      skillnadFore: std(bf.medel, kf.medel),
      skillnadEfter: std(be.medel, ke.medel),
    }
  })
}

function matt(
  x: ArrayLike<number>,
  behandlad: ArrayLike<number>,
  grupp: 0 | 1,
  vikt: (i: number) => number,
): { medel: number; varians: number } {
  let [w, s, q] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    if ((behandlad[i] ? 1 : 0) !== grupp) continue
    const v = vikt(i)
    w += v
    s += v * x[i]!
    q += v * x[i]! * x[i]!
  }
  const medel = w > 0 ? s / w : 0
  return { medel, varians: w > 0 ? Math.max(0, q / w - medel * medel) : 0 }
}

/** Weights of a matching, for `balans`. */
export function matchvikter(n: number, m: Matchning): Float64Array {
  const ut = new Float64Array(n)
  for (const p of m.par) {
    ut[p.behandlad] = 1
    for (const k of p.kontroller) ut[k] = 1 / p.kontroller.length
  }
  return ut
}

/** Mean of each treated row's difference to the mean of its controls, with the standard error over rows. Each control is used once, so the rows are independent. */
export function parskillnad(
  m: Matchning,
  y: ArrayLike<number>,
): { readonly varde: number; readonly medelfel: number; readonly frihetsgrader: number; readonly n: number } {
  const d = m.par.map((p) => y[p.behandlad]! - p.kontroller.reduce((s, k) => s + y[k]!, 0) / p.kontroller.length)
  const n = d.length
  const varde = d.reduce((a, b) => a + b, 0) / n
  const kvadrater = d.map((x) => (x - varde) ** 2)
  return { varde, medelfel: Math.sqrt(kvadrater.reduce((a, b) => a + b, 0) / (n - 1) / n), frihetsgrader: frihetsgraderUr(kvadrater), n }
}

export interface Exaktskillnad {
  readonly varde: number
  readonly medelfel: number
  readonly frihetsgrader: number
  /** treated in strata that have controls */
  readonly n: number
  readonly kontroller: number
  readonly strata: number
}

/**
 * Exact matching: means compared within strata of the same values and weighed by the treated (Iacus, King & Porro 2012). The variance is Abadie & Imbens'
 * (2006, theorem 7): how each treated row's difference to its controls spreads, and what treated rows that share controls have in common. The spread
 * of controls is that of their own stratum where it has at least two: sick days vary much more among those who have been sick, and a spread common to
 * all strata would make the interval too narrow.
 */
export function exaktSkillnad(exakt: ArrayLike<number>, behandlad: ArrayLike<number>, y: ArrayLike<number>): Exaktskillnad {
  const strata = new Map<number, { fatt: number[]; nk: number; yk: number; qk: number }>()
  for (let i = 0; i < y.length; i++) {
    let s = strata.get(exakt[i]!)
    if (!s) strata.set(exakt[i]!, (s = { fatt: [], nk: 0, yk: 0, qk: 0 }))
    if (behandlad[i]) s.fatt.push(y[i]!)
    else {
      s.nk++
      s.yk += y[i]!
      s.qk += y[i]! ** 2
    }
  }
  const med = [...strata.values()].filter((s) => s.fatt.length > 0 && s.nk > 0)
  const kv = (s: (typeof med)[number]): number => Math.max(0, s.qk - (s.yk * s.yk) / s.nk)
  const fler = med.filter((s) => s.nk > 1)
  const gemensam = fler.length ? fler.reduce((a, s) => a + kv(s), 0) / fler.reduce((a, s) => a + s.nk - 1, 0) : 0
  const n = med.reduce((a, s) => a + s.fatt.length, 0)
  const skillnader = med.flatMap((s) => s.fatt.map((x) => x - s.yk / s.nk))
  const varde = skillnader.reduce((a, b) => a + b, 0) / n
  // A stratum is a unit: those in it share their controls. Its part is the squares of its treated and what the shared mean adds between them.
  const delar = med.map((s) => {
    const b = s.fatt.length
    return (
      s.fatt.reduce((a, x) => a + (x - s.yk / s.nk - varde) ** 2, 0) + (b * (b - 1) * (s.nk > 1 ? kv(s) / (s.nk - 1) : gemensam)) / s.nk
    )
  })
  return {
    varde,
    medelfel: Math.sqrt(delar.reduce((a, b) => a + b, 0)) / n,
    frihetsgrader: frihetsgraderUr(delar),
    n,
    kontroller: med.reduce((a, s) => a + s.nk, 0),
    strata: med.length,
  }
}
