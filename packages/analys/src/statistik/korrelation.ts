import cdf from '@stdlib/stats-base-dists-t-cdf'
import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics'
import { Analysfel } from '../fel.ts'

export type Stjarnor = '' | '*' | '**' | '***'

/** A correlation with what it rests on. Nothing is rounded. */
export interface Korrelation {
  readonly r: number
  readonly n: number
  /** two-sided, from the t-distribution with n − 2 degrees of freedom */
  readonly p: number
  readonly stjarnor: Stjarnor
  /** 95 per cent by Fisher's z; null below four pairs */
  readonly intervall: readonly [number, number] | null
}

/** 97.5th percentile of the normal distribution. */
const Z_95 = 1.959_963_984_540_054

/** The audit's marks: *** p < 0.01, ** p < 0.05, * p < 0.1 (004R tables 2, 8, 9). */
export const stjarnor = (p: number): Stjarnor => (p < 0.01 ? '***' : p < 0.05 ? '**' : p < 0.1 ? '*' : '')

/** Two-sided p of a correlation coefficient under no correlation. */
export function pVarde(r: number, n: number): number {
  if (Math.abs(r) >= 1) return 0
  return 2 * cdf(-Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r)), n - 2)
}

export function fisherIntervall(r: number, n: number): readonly [number, number] | null {
  if (n < 4) return null
  if (Math.abs(r) >= 1) return [r, r]
  const bredd = Z_95 / Math.sqrt(n - 3)
  return [Math.tanh(Math.atanh(r) - bredd), Math.tanh(Math.atanh(r) + bredd)]
}

const medDetSom = (r: number, n: number): Korrelation => {
  const p = pVarde(r, n)
  return { r, n, p, stjarnor: stjarnor(p), intervall: fisherIntervall(r, n) }
}

/** @throws {Analysfel} when there are too few pairs or one side does not vary */
function krav(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) throw new Analysfel('olikaLangd', 'De två raderna av tal är olika långa.')
  if (x.length < 3)
    throw new Analysfel('forFa', `Det behövs minst tre par av tal; här finns ${x.length}.`, [
      { falt: 'fil', text: 'Ta med fler rader, eller utelämna färre.' },
    ])
  for (const [namn, v] of [
    ['x', x],
    ['y', y],
  ] as const)
    if (v.every((t) => t === v[0]))
      throw new Analysfel('varierarInte', 'Alla tal är lika, så ett samband kan inte räknas.', [
        { falt: namn, text: 'Välj en kolumn vars tal skiljer sig.' },
      ])
}

export function pearson(x: readonly number[], y: readonly number[]): Korrelation {
  krav(x, y)
  return medDetSom(Math.max(-1, Math.min(1, sampleCorrelation([...x], [...y]))), x.length)
}

/** Rank correlation; p and interval are approximations that hold from about ten pairs. */
export function spearman(x: readonly number[], y: readonly number[]): Korrelation {
  krav(x, y)
  return medDetSom(Math.max(-1, Math.min(1, sampleRankCorrelation([...x], [...y]))), x.length)
}

/** How an outlier is told (J036): so far out that Tukey calls it ”far out”. Of table 1 it takes Jämtland in column 8, as the audit does, and nothing else. */
export const AVVIKARREGEL = 'mer än tre kvartilavstånd under undre eller över övre kvartilen'
const KVARTILAVSTAND = 3

/** Places of the values that are outliers by the rule. */
export function avvikare(v: readonly number[]): number[] {
  if (v.length < 4) return []
  const ordnade = [...v].sort((a, b) => a - b)
  // Quartiles by linear interpolation between ordered values, as spreadsheets have them.
  const kvartil = (q: number): number => {
    const h = (ordnade.length - 1) * q
    const i = Math.floor(h)
    return ordnade[i]! + (h - i) * ((ordnade[i + 1] ?? ordnade[i]!) - ordnade[i]!)
  }
  const [undre, ovre] = [kvartil(0.25), kvartil(0.75)]
  const bredd = (ovre - undre) * KVARTILAVSTAND
  return v.flatMap((x, i) => (x < undre - bredd || x > ovre + bredd ? [i] : []))
}

export const VARNING_OMRADEN = 'Talen är för områden, inte personer. Ett samband mellan områden säger inget säkert om enskilda personer.'

export interface Sambandsanalys {
  readonly alla: Korrelation
  readonly spearman: Korrelation
  /** names of the rows that are outliers in either variable, and the correlation without them; null when there are none or too few are left */
  readonly avvikare: readonly string[]
  readonly utanAvvikare: Korrelation | null
  readonly avvikarregel: string
  readonly varning: string
}

/** Correlation of two columns over named rows, with and without outliers, and with the warning that areas are not persons (J037). */
export function samband(namn: readonly string[], x: readonly number[], y: readonly number[]): Sambandsanalys {
  const ut = [...new Set([...avvikare(x), ...avvikare(y)])].sort((a, b) => a - b)
  const kvar = (v: readonly number[]): number[] => v.filter((_, i) => !ut.includes(i))
  const racker = ut.length > 0 && x.length - ut.length >= 3
  return {
    alla: pearson(x, y),
    spearman: spearman(x, y),
    avvikare: ut.map((i) => namn[i]!),
    utanAvvikare: racker ? pearson(kvar(x), kvar(y)) : null,
    avvikarregel: AVVIKARREGEL,
    varning: VARNING_OMRADEN,
  }
}
