import { chi2Grans, Z_95, type Intervall } from './fordelning.ts'
import { delmatris, faktorisera, nollmatris, oberoende, spegla, type Faktor, type Symmetrisk } from './matris.ts'

/** Cases alike counted together: how many, and of how many it was decided so. */
export interface Blandaddata {
  readonly antal: ArrayLike<number>
  readonly utfall: ArrayLike<number>
  /** known properties as codes, 0 being what the others are set against */
  readonly faktorer: readonly { readonly namn: string; readonly nivaer: readonly string[]; readonly kod: ArrayLike<number> }[]
  /** few groups, such as areas; every case in one */
  readonly grupp: { readonly antal: number; readonly kod: ArrayLike<number> }
  /** many groups, such as officers, which may work in several of the others; every case in one */
  readonly inom?: { readonly antal: number; readonly kod: ArrayLike<number> }
}

export interface Gruppeffekt {
  /** log odds ratio against the middle, drawn towards it by what chance explains */
  readonly varde: number
  readonly medelfel: number
}
export interface Spridningsmatt {
  /** standard deviation of log odds between groups */
  readonly tau: number
  /** profile likelihood */
  readonly intervall: Intervall
}
export interface Blandadsvar {
  readonly koefficienter: readonly { readonly namn: string; readonly varde: number; readonly medelfel: number }[]
  readonly grupp: Spridningsmatt & { readonly effekter: readonly Gruppeffekt[] }
  readonly inom: (Spridningsmatt & { readonly effekter: readonly Gruppeffekt[] }) | null
  /** log odds of each row of data without its groups */
  readonly fast: Float64Array
  readonly kriterium: number
  readonly bortvalda: readonly string[]
}

/** Widest and narrowest standard deviation of log odds that is looked for: odds 1.01 and 20 times apart. */
const MINST_TAU = 0.005
const STORST_TAU = 3
const VARV = 50
const NOG = 1e-8

interface Lage {
  beta: Float64Array
  u: Float64Array
  v: Float64Array
}
/** Rows as places in the dense part: constant, levels of the factors, group. */
interface Upplagg {
  readonly n: number
  readonly p: number
  readonly qa: number
  readonly qo: number
  readonly platser: Int32Array
  readonly perRad: number
  readonly d: Blandaddata
  readonly namn: readonly string[]
}

function upplagg(d: Blandaddata): Upplagg {
  const n = d.antal.length
  let p = 1
  const namn = ['konstant']
  const borjan = d.faktorer.map((f) => {
    const fran = p - 1
    f.nivaer.slice(1).forEach((x) => namn.push(`${f.namn}: ${x}`))
    p += f.nivaer.length - 1
    return fran
  })
  const perRad = d.faktorer.length + 2
  const platser = new Int32Array(n * perRad).fill(-1)
  for (let i = 0; i < n; i++) {
    platser[i * perRad] = 0
    d.faktorer.forEach((f, k) => {
      if (f.kod[i]! > 0) platser[i * perRad + 1 + k] = borjan[k]! + f.kod[i]!
    })
    platser[i * perRad + perRad - 1] = p + d.grupp.kod[i]!
  }
  return utanDubbletter({ n, p, qa: d.grupp.antal, qo: d.inom?.antal ?? 0, platser, perRad, d, namn })
}

/** Levels that follow from others (a treatment and the evidence for it) are left out. */
function utanDubbletter(o: Upplagg): Upplagg {
  const kors = nollmatris(o.p)
  for (let i = 0; i < o.n; i++)
    overPar(o, i, (a, b) => (a < o.p && b < o.p ? (kors.a[a * o.p + b] = kors.a[a * o.p + b]! + o.d.antal[i]!) : 0))
  spegla(kors)
  const kvar = oberoende(kors)
  if (kvar.length === o.p) return o
  const ny = new Int32Array(o.p).fill(-1)
  kvar.forEach((k, i) => (ny[k] = i))
  return {
    ...o,
    p: kvar.length,
    namn: kvar.map((k) => o.namn[k]!),
    platser: o.platser.map((x) => (x < 0 ? x : x < o.p ? ny[x]! : x - o.p + kvar.length)),
  }
}

/** Every pair of places of a row, the lower first. */
function overPar(o: Upplagg, i: number, gor: (a: number, b: number) => void): void {
  const fran = i * o.perRad
  for (let s = 0; s < o.perRad; s++) {
    const a = o.platser[fran + s]!
    if (a < 0) continue
    for (let t = s; t < o.perRad; t++) if (o.platser[fran + t]! >= 0) gor(a, o.platser[fran + t]!)
  }
}

const langd = (o: Upplagg): number => o.p + o.qa

function eta(o: Upplagg, l: Lage, i: number): number {
  const fran = i * o.perRad
  let e = o.d.inom ? l.v[o.d.inom.kod[i]!]! : 0
  for (let s = 0; s < o.perRad; s++) {
    const a = o.platser[fran + s]!
    if (a >= 0) e += a < o.p ? l.beta[a]! : l.u[a - o.p]!
  }
  return e
}

const logEttPlus = (e: number): number => (e > 30 ? e : Math.log1p(Math.exp(e)))
const kvadrat = (v: Float64Array): number => v.reduce((s, x) => s + x * x, 0)

/** Twice minus the log likelihood given the groups, plus what the groups cost. */
function straffad(o: Upplagg, l: Lage, ta: number, to: number): number {
  let s = 0
  for (let i = 0; i < o.n; i++) {
    const e = eta(o, l, i)
    s += 2 * (o.d.antal[i]! * logEttPlus(e) - o.d.utfall[i]! * e)
  }
  return s + kvadrat(l.u) / (ta * ta) + (o.qo ? kvadrat(l.v) / (to * to) : 0)
}

interface System {
  readonly tat: Symmetrisk
  readonly hogerled: Float64Array
  /** the many groups: their diagonal, what couples them to the dense part, and their slopes */
  readonly diag: Float64Array
  readonly koppling: Float64Array
  readonly lutning: Float64Array
  /** the dense part when the many groups have been taken out of it */
  readonly schur: Symmetrisk
}

function systemet(o: Upplagg, l: Lage, ta: number, to: number): System {
  const m = langd(o)
  const tat = nollmatris(m)
  const g = new Float64Array(m)
  const diag = new Float64Array(o.qo)
  const lutning = new Float64Array(o.qo)
  const koppling = new Float64Array(o.qo * m)
  for (let i = 0; i < o.n; i++) {
    const my = 1 / (1 + Math.exp(-eta(o, l, i)))
    const w = o.d.antal[i]! * my * (1 - my)
    const r = o.d.utfall[i]! - o.d.antal[i]! * my
    overPar(o, i, (a, b) => {
      tat.a[a * m + b] = tat.a[a * m + b]! + w
    })
    const h = o.d.inom ? o.d.inom.kod[i]! : -1
    for (let s = 0; s < o.perRad; s++) {
      const a = o.platser[i * o.perRad + s]!
      if (a < 0) continue
      g[a] = g[a]! + r
      if (h >= 0) koppling[h * m + a] = koppling[h * m + a]! + w
    }
    if (h >= 0) {
      diag[h] = diag[h]! + w
      lutning[h] = lutning[h]! + r
    }
  }
  for (let a = 0; a < o.qa; a++) {
    tat.a[(o.p + a) * m + o.p + a] = tat.a[(o.p + a) * m + o.p + a]! + 1 / (ta * ta)
    g[o.p + a] = g[o.p + a]! - l.u[a]! / (ta * ta)
  }
  for (let h = 0; h < o.qo; h++) {
    diag[h] = diag[h]! + 1 / (to * to)
    lutning[h] = lutning[h]! - l.v[h]! / (to * to)
  }
  const schur = { n: m, a: Float64Array.from(tat.a) }
  for (let h = 0; h < o.qo; h++) {
    for (let a = 0; a < m; a++) {
      const k = koppling[h * m + a]!
      if (k === 0) continue
      g[a] = g[a]! - (k * lutning[h]!) / diag[h]!
      for (let b = a; b < m; b++) schur.a[a * m + b] = schur.a[a * m + b]! - (k * koppling[h * m + b]!) / diag[h]!
    }
  }
  spegla(schur)
  // A level without events drifts off and leaves no information.
  for (let a = 0; a < o.p; a++) schur.a[a * m + a] = schur.a[a * m + a]! + 1e-9
  return { tat, hogerled: g, diag, koppling, lutning, schur }
}

/** The most likely coefficients and groups for given spreads, from where `l` is. */
function anpassa(o: Upplagg, l: Lage, ta: number, to: number): { lage: Lage; varde: number } {
  const m = langd(o)
  let nu = l
  let varde = straffad(o, nu, ta, to)
  for (let varv = 0; varv < VARV; varv++) {
    const s = systemet(o, nu, ta, to)
    const steg = faktorisera(s.schur).los(s.hogerled)
    const stegV = new Float64Array(o.qo)
    for (let h = 0; h < o.qo; h++) {
      let b = s.lutning[h]!
      for (let a = 0; a < m; a++) b -= s.koppling[h * m + a]! * steg[a]!
      stegV[h] = b / s.diag[h]!
    }
    let [nasta, nytt] = [nu, varde]
    for (let del = 1; del > 1e-4; del /= 2) {
      nasta = {
        beta: nu.beta.map((x, k) => x + del * steg[k]!),
        u: nu.u.map((x, k) => x + del * steg[o.p + k]!),
        v: nu.v.map((x, k) => x + del * stegV[k]!),
      }
      nytt = straffad(o, nasta, ta, to)
      if (nytt <= varde + NOG) break
    }
    const klar = Math.abs(varde - nytt) < NOG * (1 + Math.abs(nytt))
    nu = nasta
    varde = nytt
    if (klar) break
  }
  return { lage: nu, varde }
}

/** Laplace's approximation of twice minus the log likelihood of the spreads; the coefficients are integrated out too unless `ml`. */
function kriterium(o: Upplagg, fran: Lage, ta: number, to: number, ml: boolean): { lage: Lage; varde: number } {
  const { lage, varde } = anpassa(o, fran, ta, to)
  const s = systemet(o, lage, ta, to)
  let logdet = faktorisera(
    ml
      ? delmatris(
          s.schur,
          Array.from({ length: o.qa }, (_, a) => o.p + a),
        )
      : s.schur,
  ).logdet
  for (let h = 0; h < o.qo; h++) logdet += Math.log(s.diag[h]!)
  return { lage, varde: varde + logdet + 2 * o.qa * Math.log(ta) + (o.qo ? 2 * o.qo * Math.log(to) : 0) }
}

const GULD = (Math.sqrt(5) - 1) / 2
/** How far the other spread is sought, in its logarithm, and in how many steps. */
const PROFILBREDD = 1.2
const PROFILSTEG = 7

/** Lowest point of a function with one valley, in so many steps. */
function lagsta(f: (x: number) => number, lag: number, hog: number, steg: number): number {
  let [a, b] = [lag, hog]
  let [c, d] = [b - GULD * (b - a), a + GULD * (b - a)]
  let [fc, fd] = [f(c), f(d)]
  for (let i = 0; i < steg; i++) {
    if (fc < fd) {
      ;[b, d, fd] = [d, c, fc]
      c = b - GULD * (b - a)
      fc = f(c)
    } else {
      ;[a, c, fc] = [c, d, fd]
      d = a + GULD * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}

/** Where a rising function passes nought; the end when it does not. */
function passage(f: (x: number) => number, fran: number, till: number): number {
  if (f(till) < 0) return till
  let [a, b] = [fran, till]
  for (let i = 0; i < 14; i++) {
    const mitt = (a + b) / 2
    if (f(mitt) < 0) a = mitt
    else b = mitt
  }
  return (a + b) / 2
}

/**
 * Logistic regression with spread between groups (generalised linear mixed model), by penalised least squares and Laplace's approximation, the
 * coefficients integrated out as in restricted likelihood (`ml` leaves that out, to compare with what is published). The many groups are taken
 * out of the equations first, so thousands of officers cost little. Tested against the cbpp data of lme4 (Bates et al. 2015).
 */
export function blandad(d: Blandaddata, ml = false): Blandadsvar {
  const o = upplagg(d)
  let lage: Lage = { beta: new Float64Array(o.p), u: new Float64Array(o.qa), v: new Float64Array(o.qo) }
  const summa = (v: ArrayLike<number>): number => Array.from(v).reduce((a, b) => a + b, 0)
  const m = summa(d.utfall) / summa(d.antal)
  lage.beta[0] = Math.log((m + 1e-6) / (1 - m + 1e-6))
  const f = (lta: number, lto: number): number => {
    const k = kriterium(o, lage, Math.exp(lta), Math.exp(lto), ml)
    lage = k.lage
    return k.varde
  }
  const [lag, hog] = [Math.log(MINST_TAU), Math.log(STORST_TAU)]
  let [lta, lto] = [Math.log(0.3), Math.log(0.3)]
  // The spreads hardly lean on each other: one at a time, closer each round.
  for (let varv = 0; varv < (o.qo ? 3 : 1); varv++) {
    const bredd = varv === 0 ? Number.POSITIVE_INFINITY : 1 / varv
    lta = lagsta((x) => f(x, lto), Math.max(lag, lta - bredd), Math.min(hog, lta + bredd), varv === 0 ? 16 : 10)
    if (o.qo) lto = lagsta((x) => f(lta, x), Math.max(lag, lto - bredd), Math.min(hog, lto + bredd), varv === 0 ? 16 : 10)
  }
  const bast = f(lta, lto)
  const grans = chi2Grans(0.95, 1)
  const iv = (g: (x: number) => number, mitt: number): Intervall => {
    const ned = passage((x) => g(-x) - bast - grans, -mitt, -lag)
    const upp = passage((x) => g(x) - bast - grans, mitt, hog)
    return [ned >= -lag - 1e-9 ? 0 : Math.exp(-ned), Math.exp(upp)]
  }
  const [ta, to] = [Math.exp(lta), Math.exp(lto)]
  // Of one spread, the other is found anew at each point (profile likelihood, Venzon & Moolgavkar 1988): with few officers in each area what is not the one's is the
  // other's, and held still the other would make the interval too narrow.
  const omkring = (g: (y: number) => number, mitt: number): number =>
    g(lagsta(g, Math.max(lag, mitt - PROFILBREDD), Math.min(hog, mitt + PROFILBREDD), PROFILSTEG))
  const gruppintervall = iv((x) => (o.qo ? omkring((y) => f(x, y), lto) : f(x, lto)), lta)
  const inomintervall = o.qo ? iv((y) => omkring((x) => f(x, y), lta), lto) : null
  lage = kriterium(o, lage, ta, to, ml).lage
  return svaret(o, lage, ta, to, bast, gruppintervall, inomintervall)
}

function svaret(o: Upplagg, l: Lage, ta: number, to: number, bast: number, gi: Intervall, ii: Intervall | null): Blandadsvar {
  const m = langd(o)
  const s = systemet(o, l, ta, to)
  const kov = (faktorisera(s.schur) as Faktor).invers()
  const varians = (h: number): number => {
    let v = 1 / s.diag[h]!
    for (let a = 0; a < m; a++) {
      const k = s.koppling[h * m + a]!
      if (k !== 0) for (let b = 0; b < m; b++) v += (k * kov.a[a * m + b]! * s.koppling[h * m + b]!) / (s.diag[h]! * s.diag[h]!)
    }
    return v
  }
  const bara: Lage = { beta: l.beta, u: new Float64Array(o.qa), v: new Float64Array(o.qo) }
  return {
    koefficienter: o.namn.map((namn, k) => ({ namn, varde: l.beta[k]!, medelfel: Math.sqrt(kov.a[k * m + k]!) })),
    grupp: {
      tau: ta,
      intervall: gi,
      effekter: Array.from(l.u, (varde, a) => ({ varde, medelfel: Math.sqrt(kov.a[(o.p + a) * m + o.p + a]!) })),
    },
    inom: ii ? { tau: to, intervall: ii, effekter: Array.from(l.v, (varde, h) => ({ varde, medelfel: Math.sqrt(varians(h)) })) } : null,
    fast: Float64Array.from({ length: o.n }, (_, i) => eta(o, bara, i)),
    kriterium: bast,
    bortvalda: upplaggsnamn(o.d).filter((x) => !o.namn.includes(x)),
  }
}

const upplaggsnamn = (d: Blandaddata): string[] => [
  'konstant',
  ...d.faktorer.flatMap((f) => f.nivaer.slice(1).map((x) => `${f.namn}: ${x}`)),
]

/** A group's interval of log odds. */
export const gruppintervall = (g: Gruppeffekt): Intervall => [g.varde - Z_95 * g.medelfel, g.varde + Z_95 * g.medelfel]
