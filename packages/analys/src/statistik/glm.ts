import { delmatris, faktorisera, nollmatris, oberoende, smorgas, spegla, type Symmetrisk } from './matris.ts'

export type Familj = 'binomial' | 'poisson' | 'normal'

/** Rows, or rows alike counted together. A constant is always added first. */
export interface Glmdata {
  /** `binomial`: how many of the weight; `poisson`: count; `normal`: value, or mean of as many as the weight */
  readonly y: ArrayLike<number>
  readonly vikt?: ArrayLike<number>
  /** known part of the linear predictor: the logarithm of how many, or how long */
  readonly offset?: ArrayLike<number>
  readonly kolumner: readonly Kolumn[]
  /** rows of the same number are not independent of each other */
  readonly kluster?: ArrayLike<number>
}
export interface Kolumn {
  readonly namn: string
  readonly x: ArrayLike<number>
}

export interface Glmsvar {
  readonly namn: readonly string[]
  readonly beta: Float64Array
  /** inverse of the information; of `normal` times the residual variance */
  readonly kov: Symmetrisk
  /** by the sandwich: over clusters when given, else over rows (HC1) */
  readonly kovRobust: Symmetrisk
  readonly antalKluster: number
  readonly devians: number
  readonly rader: number
  readonly konvergerade: boolean
  /** columns that follow from the others, or never vary */
  readonly bortvalda: readonly string[]
}

export const KONSTANT = 'konstant'
const FLEST_VARV = 60
const NOG = 1e-10
/** Beyond this a share or a count is 0, 1 or endless to every digit; a level without events drifts there. */
const UTANFOR = 30

/** A fit in the making: rows and the columns kept, `x(k, i)` being column k of row i. */
interface Modell {
  readonly f: Familj
  readonly n: number
  readonly p: number
  readonly x: (k: number, i: number) => number
  readonly vikt: (i: number) => number
  readonly offset: (i: number) => number
  /** the observed mean of a row */
  readonly y: (i: number) => number
}

function medel(f: Familj, eta: number): number {
  if (f === 'normal') return eta
  const e = Math.min(UTANFOR, Math.max(-UTANFOR, eta))
  return f === 'binomial' ? 1 / (1 + Math.exp(-e)) : Math.exp(e)
}
const varians = (f: Familj, my: number): number => (f === 'binomial' ? my * (1 - my) : f === 'poisson' ? my : 1)
const xlogx = (x: number, m: number): number => (x > 0 ? x * Math.log(x / m) : 0)

/** Twice the lost log likelihood of a row against a perfect fit. */
function radens(f: Familj, y: number, my: number, v: number): number {
  if (f === 'normal') return v * (y - my) ** 2
  return 2 * v * (f === 'poisson' ? xlogx(y, my) - (y - my) : xlogx(y, my) + xlogx(1 - y, 1 - my))
}

function modellens(f: Familj, d: Glmdata, platser: readonly number[]): Modell {
  const kolumner = platser.map((k) => (k === 0 ? null : d.kolumner[k - 1]!.x))
  const vikt = (i: number): number => (d.vikt ? d.vikt[i]! : 1)
  return {
    f,
    n: d.y.length,
    p: platser.length,
    vikt,
    x: (k, i) => kolumner[k]?.[i] ?? 1,
    offset: (i) => (d.offset ? d.offset[i]! : 0),
    y: (i) => (f !== 'binomial' ? d.y[i]! : vikt(i) > 0 ? d.y[i]! / vikt(i) : 0),
  }
}

const prediktor = (m: Modell, beta: Float64Array, i: number): number => {
  let s = m.offset(i)
  for (let k = 0; k < m.p; k++) s += beta[k]! * m.x(k, i)
  return s
}
function devians(m: Modell, beta: Float64Array): number {
  let s = 0
  for (let i = 0; i < m.n; i++) s += radens(m.f, m.y(i), medel(m.f, prediktor(m, beta, i)), m.vikt(i))
  return s
}

/** Adds `w` times the products of a row's columns, upper half. */
function laggTill(till: Symmetrisk, m: Modell, i: number, w: number): void {
  const { p, x } = m
  for (let a = 0; a < p; a++) {
    const xa = x(a, i) * w
    if (xa !== 0) for (let b = a; b < p; b++) till.a[a * p + b] = till.a[a * p + b]! + xa * x(b, i)
  }
}

function poangOchInformation(m: Modell, beta: Float64Array): { poang: Float64Array; info: Symmetrisk } {
  const info = nollmatris(m.p)
  const poang = new Float64Array(m.p)
  for (let i = 0; i < m.n; i++) {
    const my = medel(m.f, prediktor(m, beta, i))
    const r = m.vikt(i) * (m.y(i) - my)
    for (let a = 0; a < m.p; a++) poang[a] = poang[a]! + m.x(a, i) * r
    laggTill(info, m, i, m.vikt(i) * varians(m.f, my))
  }
  spegla(info)
  // A level without events has no information left when it has drifted far; what is added is nothing elsewhere.
  let storst = 0
  for (let i = 0; i < m.p; i++) storst = Math.max(storst, info.a[i * m.p + i]!)
  for (let i = 0; i < m.p; i++) info.a[i * m.p + i] = info.a[i * m.p + i]! + 1e-12 * storst + 1e-300
  return { poang, info }
}

/**
 * Generalised linear model with the canonical link, by iteratively reweighted least squares (McCullagh & Nelder 1989, 2.5). Columns that follow
 * from those before them are left out and named. Tested against Bliss's beetles and Dobson's counts.
 */
export function glm(familj: Familj, d: Glmdata): Glmsvar {
  const namn = [KONSTANT, ...d.kolumner.map((k) => k.namn)]
  const full = modellens(
    familj,
    d,
    namn.map((_, k) => k),
  )
  const kors = nollmatris(full.p)
  for (let i = 0; i < full.n; i++) laggTill(kors, full, i, full.vikt(i))
  spegla(kors)
  const kvar = oberoende(kors)
  const m = modellens(familj, d, kvar)
  let beta = startvarde(m)
  let dev = devians(m, beta)
  let konvergerade = false
  for (let varv = 0; varv < FLEST_VARV && !konvergerade; varv++) {
    const { poang, info } = poangOchInformation(m, beta)
    const steg = faktorisera(info).los(poang)
    let [ny, nyDev] = [beta, dev]
    // Half steps while the fit gets worse.
    for (let del = 1; del > 1e-4; del /= 2) {
      ny = beta.map((b, k) => b + del * steg[k]!)
      nyDev = devians(m, ny)
      if (nyDev <= dev + NOG * (Math.abs(dev) + 0.1)) break
    }
    konvergerade = Math.abs(nyDev - dev) <= NOG * (Math.abs(nyDev) + 0.1)
    beta = ny
    dev = nyDev
  }
  const brod = faktorisera(poangOchInformation(m, beta).info).invers()
  const rest = familj === 'normal' ? dev / Math.max(1, m.n - m.p) : 1
  const { palagg, antal } = spridning(m, beta, d.kluster)
  return {
    namn: kvar.map((k) => namn[k]!),
    beta,
    kov: { n: m.p, a: brod.a.map((v) => v * rest) },
    kovRobust: smorgas(brod, palagg),
    antalKluster: antal,
    devians: dev,
    rader: m.n,
    konvergerade,
    bortvalda: namn.filter((_, k) => !kvar.includes(k)),
  }
}

function startvarde(m: Modell): Float64Array {
  const beta = new Float64Array(m.p)
  let [y, v] = [0, 0]
  for (let i = 0; i < m.n; i++) {
    y += m.vikt(i) * m.y(i)
    v += m.vikt(i) * (m.f === 'poisson' ? Math.exp(m.offset(i)) : 1)
  }
  const mitt = v > 0 ? y / v : 0
  if (m.f === 'binomial') beta[0] = Math.log((mitt + 1e-6) / (1 - mitt + 1e-6))
  else if (m.f === 'poisson') beta[0] = Math.log(mitt + 1e-9)
  return beta
}

/** Scores summed by cluster, squared: the middle of the sandwich, with the usual correction for few. */
function spridning(m: Modell, beta: Float64Array, kluster: ArrayLike<number> | undefined): { palagg: Symmetrisk; antal: number } {
  const { n, p } = m
  const summor = new Map<number, Float64Array>()
  for (let i = 0; i < n; i++) {
    const g = kluster ? kluster[i]! : i
    let s = summor.get(g)
    if (!s) summor.set(g, (s = new Float64Array(p)))
    const r = m.vikt(i) * (m.y(i) - medel(m.f, prediktor(m, beta, i)))
    for (let k = 0; k < p; k++) s[k] = s[k]! + m.x(k, i) * r
  }
  const palagg = nollmatris(p)
  for (const s of summor.values())
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) palagg.a[a * p + b] = palagg.a[a * p + b]! + s[a]! * s[b]!
  const g = summor.size
  const faktor = kluster ? (g / Math.max(1, g - 1)) * (m.f === 'normal' ? (n - 1) / Math.max(1, n - p) : 1) : n / Math.max(1, n - p)
  for (let i = 0; i < palagg.a.length; i++) palagg.a[i] = palagg.a[i]! * faktor
  return { palagg, antal: g }
}

export interface Koefficient {
  readonly varde: number
  readonly medelfel: number
}
/** A coefficient with its standard error; null when the column was left out. */
export function koefficient(s: Glmsvar, namn: string, kov: 'modell' | 'robust' = 'robust'): Koefficient | null {
  const k = s.namn.indexOf(namn)
  if (k < 0) return null
  const m = kov === 'modell' ? s.kov : s.kovRobust
  return { varde: s.beta[k]!, medelfel: Math.sqrt(m.a[k * m.n + k]!) }
}

/** Wald's test that several coefficients are all nought. */
export function wald(beta: readonly number[], kov: Symmetrisk): { chi2: number; frihetsgrader: number } {
  const kvar = oberoende(kov)
  const b = kvar.map((k) => beta[k]!)
  const l = faktorisera(delmatris(kov, kvar)).los(b)
  return { chi2: b.reduce((s, v, i) => s + v * l[i]!, 0), frihetsgrader: kvar.length }
}

/**
 * The coefficient of a column beside those of `d`, in ordinary regression, for one new column after the other: what the others tell is reckoned once
 * (Frisch & Waugh 1933). Null when the column follows from them.
 */
export function bredvid(d: Glmdata): (x: ArrayLike<number>) => number | null {
  const namn = [KONSTANT, ...d.kolumner.map((k) => k.namn)]
  const full = modellens(
    'normal',
    d,
    namn.map((_, k) => k),
  )
  const kors = nollmatris(full.p)
  for (let i = 0; i < full.n; i++) laggTill(kors, full, i, full.vikt(i))
  spegla(kors)
  const kvar = oberoende(kors)
  const m = modellens('normal', d, kvar)
  const faktor = faktorisera(delmatris(kors, kvar))
  const mot = (v: (i: number) => number): Float64Array => {
    const ut = new Float64Array(m.p)
    for (let i = 0; i < m.n; i++) for (let k = 0; k < m.p; k++) ut[k] = ut[k]! + m.x(k, i) * v(i) * m.vikt(i)
    return ut
  }
  const losY = faktor.los(mot(m.y))
  return (x) => {
    const zx = mot((i) => x[i]!)
    const losX = faktor.los(zx)
    let [xy, xx] = [0, 0]
    for (let i = 0; i < m.n; i++) {
      xy += m.vikt(i) * x[i]! * m.y(i)
      xx += m.vikt(i) * x[i]! * x[i]!
    }
    const kvarX = xx - zx.reduce((s, v, k) => s + v * losX[k]!, 0)
    return kvarX > 1e-9 * xx ? (xy - zx.reduce((s, v, k) => s + v * losY[k]!, 0)) / kvarX : null
  }
}

export interface Knivsvar {
  readonly beta: readonly number[]
  readonly kov: Symmetrisk
  /** clusters − 1 */
  readonly frihetsgrader: number
}

/**
 * Coefficients with a covariance from leaving out one cluster at a time (CV3; MacKinnon, Nielsen & Webb 2023, "Fast and reliable jackknife and
 * bootstrap methods for cluster-robust inference"): with few clusters, and fewer treated, it does not promise more than the sandwich can keep.
 * Student's t with clusters − 1. @throws {RangeError} without clusters, or when a named column cannot be told from the others
 */
export function kniv(familj: Familj, d: Glmdata, namn: readonly string[]): Knivsvar {
  const kluster = d.kluster
  if (!kluster) throw new RangeError('Kluster saknas.')
  const valj = (s: Glmsvar): number[] =>
    namn.map((x) => {
      const k = s.namn.indexOf(x)
      if (k < 0) throw new RangeError(`Kolumnen ${x} kan inte skiljas från de andra.`)
      return s.beta[k]!
    })
  const hela = valj(glm(familj, d))
  const grupper = [...new Set(Array.from(kluster))]
  const p = namn.length
  const kov = nollmatris(p)
  for (const g of grupper) {
    const rader = Array.from(kluster).flatMap((k, i) => (k === g ? [] : [i]))
    const b = valj(glm(familj, delrader(d, rader)))
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) kov.a[i * p + j] = kov.a[i * p + j]! + (b[i]! - hela[i]!) * (b[j]! - hela[j]!)
  }
  const G = grupper.length
  for (let i = 0; i < kov.a.length; i++) kov.a[i] = kov.a[i]! * ((G - 1) / G)
  return { beta: hela, kov, frihetsgrader: G - 1 }
}

function delrader(d: Glmdata, rader: readonly number[]): Glmdata {
  const ur = (v: ArrayLike<number>): Float64Array => Float64Array.from(rader, (i) => v[i]!)
  return {
    y: ur(d.y),
    kolumner: d.kolumner.map((k) => ({ namn: k.namn, x: ur(k.x) })),
    ...(d.vikt ? { vikt: ur(d.vikt) } : {}),
    ...(d.offset ? { offset: ur(d.offset) } : {}),
    ...(d.kluster ? { kluster: ur(d.kluster) } : {}),
  }
}
