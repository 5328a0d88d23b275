import { pChi2, Z_95, type Intervall } from './fordelning.ts'
import { faktorisera, delmatris, oberoende, type Symmetrisk } from './matris.ts'

/** Times alike counted together: `antal` with this time, that ended (`handelse`) or were still going on. */
export interface Tid {
  readonly tid: number
  readonly handelse: boolean
  readonly antal: number
}

export interface Steg {
  readonly tid: number
  /** at risk just before */
  readonly underRisk: number
  readonly handelser: number
  readonly kvar: number
  readonly intervall: Intervall
}
export interface Overlevnad {
  readonly steg: readonly Steg[]
  readonly n: number
  readonly handelser: number
  readonly median: number | null
  readonly medianIntervall: readonly [number | null, number | null]
}

/**
 * Kaplan and Meier (1958): share still going on after each time, with Greenwood's variance and the log-minus-log interval (Kalbfleisch & Prentice),
 * which stays within 0–1. Median with Brookmeyer and Crowley's interval. Who is censored at a time is at risk at it.
 */
export function kaplanMeier(tider: readonly Tid[]): Overlevnad {
  const ordnade = samla(tider)
  const n = ordnade.reduce((s, t) => s + t.handelser + t.censurerade, 0)
  const steg: Steg[] = []
  let [risk, kvar, summa] = [n, 1, 0]
  for (const t of ordnade) {
    if (t.handelser > 0) {
      kvar *= 1 - t.handelser / risk
      summa += risk > t.handelser ? t.handelser / (risk * (risk - t.handelser)) : Number.POSITIVE_INFINITY
      steg.push({ tid: t.tid, underRisk: risk, handelser: t.handelser, kvar, intervall: loglog(kvar, summa) })
    }
    risk -= t.handelser + t.censurerade
  }
  return {
    steg,
    n,
    handelser: steg.reduce((s, x) => s + x.handelser, 0),
    median: passerar(steg, (x) => x.kvar),
    medianIntervall: [passerar(steg, (x) => x.intervall[0]), passerar(steg, (x) => x.intervall[1])],
  }
}

/** Times by group (none below nought), those alike counted together: half a million rows become a few hundred. */
export function tiderPerGrupp(
  dagar: ArrayLike<number>,
  slutade: ArrayLike<number>,
  grupp: (i: number) => number,
): ReadonlyMap<number, readonly Tid[]> {
  const per = new Map<number, Map<number, { tid: number; handelse: boolean; antal: number }>>()
  for (let i = 0; i < dagar.length; i++) {
    const g = grupp(i)
    if (g < 0) continue
    let tider = per.get(g)
    if (!tider) per.set(g, (tider = new Map()))
    const nyckel = dagar[i]! * 2 + slutade[i]!
    const t = tider.get(nyckel)
    if (t) t.antal++
    else tider.set(nyckel, { tid: dagar[i]!, handelse: slutade[i] === 1, antal: 1 })
  }
  return new Map([...per].map(([g, t]) => [g, [...t.values()]]))
}

function samla(tider: readonly Tid[]): { tid: number; handelser: number; censurerade: number }[] {
  const per = new Map<number, { tid: number; handelser: number; censurerade: number }>()
  for (const t of tider) {
    const x = per.get(t.tid) ?? { tid: t.tid, handelser: 0, censurerade: 0 }
    if (t.handelse) x.handelser += t.antal
    else x.censurerade += t.antal
    per.set(t.tid, x)
  }
  return [...per.values()].sort((a, b) => a.tid - b.tid)
}

function loglog(s: number, varians: number): Intervall {
  if (s <= 0 || s >= 1 || !Number.isFinite(varians)) return [s, s]
  const bredd = (Z_95 * Math.sqrt(varians)) / Math.abs(Math.log(s))
  return [s ** Math.exp(bredd), s ** Math.exp(-bredd)]
}

const passerar = (steg: readonly Steg[], av: (s: Steg) => number): number | null => steg.find((s) => av(s) <= 0.5 + 1e-12)?.tid ?? null

/** Share still going on after a time. */
export const kvarVid = (o: Overlevnad, tid: number): Steg | null => o.steg.findLast((s) => s.tid <= tid) ?? null

/** Mean time within so many days: the area under the curve, with its standard error (Irwin 1949). */
export function medeltid(o: Overlevnad, inom: number): { readonly varde: number; readonly medelfel: number } {
  const steg = o.steg.filter((s) => s.tid < inom)
  let [forra, kvar, yta] = [0, 1, 0]
  const ytor: number[] = []
  for (const s of [...steg, { tid: inom, kvar: 0 }]) {
    ytor.push(kvar * (s.tid - forra))
    yta += kvar * (s.tid - forra)
    forra = s.tid
    kvar = s.kvar
  }
  // Area to the right of each time, squared, weighs its term of Greenwood's sum.
  let hoger = yta
  let varians = 0
  steg.forEach((s, i) => {
    hoger -= ytor[i]!
    if (s.underRisk > s.handelser) varians += (hoger * hoger * s.handelser) / (s.underRisk * (s.underRisk - s.handelser))
  })
  return { varde: yta, medelfel: Math.sqrt(varians) }
}

export interface Logrank {
  readonly chi2: number
  readonly frihetsgrader: number
  readonly p: number
  readonly grupper: readonly { readonly observerade: number; readonly forvantade: number }[]
}

/** Log-rank test (Mantel 1966; Peto & Peto 1972) of whether groups end alike, over strata when given: a list of strata, each with the groups in the same order. */
export function logrank(strata: readonly (readonly (readonly Tid[])[])[]): Logrank {
  const g = strata[0]!.length
  const o = new Float64Array(g)
  const e = new Float64Array(g)
  const v: Symmetrisk = { n: g, a: new Float64Array(g * g) }
  for (const grupper of strata) stratat(grupper, o, e, v)
  const kvar = oberoende(v)
  const d = kvar.map((k) => o[k]! - e[k]!)
  const l = kvar.length ? faktorisera(delmatris(v, kvar)).los(d) : []
  const chi2 = d.reduce((s, x, i) => s + x * l[i]!, 0)
  return {
    chi2,
    frihetsgrader: kvar.length,
    p: kvar.length ? pChi2(chi2, kvar.length) : 1,
    grupper: Array.from(o, (x, i) => ({ observerade: x, forvantade: e[i]! })),
  }
}

function stratat(grupper: readonly (readonly Tid[])[], o: Float64Array, e: Float64Array, v: Symmetrisk): void {
  const g = grupper.length
  const ordnade = grupper.map(samla)
  const risk = ordnade.map((t) => t.reduce((s, x) => s + x.handelser + x.censurerade, 0))
  const plats = new Array<number>(g).fill(0)
  for (const tid of [...new Set(ordnade.flatMap((t) => t.map((x) => x.tid)))].sort((a, b) => a - b)) {
    const nu = ordnade.map((t, i) => (t[plats[i]!]?.tid === tid ? t[plats[i]!]! : null))
    const d = nu.reduce((s, x) => s + (x?.handelser ?? 0), 0)
    const n = risk.reduce((a, b) => a + b, 0)
    if (d > 0) {
      const faktor = n > 1 ? (d * (n - d)) / (n - 1) : 0
      for (let i = 0; i < g; i++) {
        o[i] = o[i]! + (nu[i]?.handelser ?? 0)
        e[i] = e[i]! + (d * risk[i]!) / n
        for (let j = 0; j < g; j++)
          v.a[i * g + j] = v.a[i * g + j]! + faktor * ((i === j ? risk[i]! / n : 0) - (risk[i]! * risk[j]!) / (n * n))
      }
    }
    nu.forEach((x, i) => {
      if (!x) return
      risk[i] = risk[i]! - x.handelser - x.censurerade
      plats[i] = plats[i]! + 1
    })
  }
}
