import { delar, type Datum } from '@atergang/kalender'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** Applications of a year by month, January first. A year that is not over has fewer than twelve. */
export interface Arsinflode {
  readonly ar: number
  readonly manader: readonly number[]
}

/** Counts applications by the month they came in, every year whole from the first to the last; the last year up to and including `tomManad`. */
export function manadsinflode(inkomna: readonly Datum[], tom: { readonly ar: number; readonly manad: number }): readonly Arsinflode[] {
  if (inkomna.length === 0) return []
  const forsta = Math.min(...inkomna.map((d) => delar(d).ar))
  const antal = new Map<string, number>()
  for (const d of inkomna) antal.set(d.slice(0, 7), (antal.get(d.slice(0, 7)) ?? 0) + 1)
  return Array.from({ length: Math.max(0, tom.ar - forsta + 1) }, (_, i) => {
    const ar = forsta + i
    return {
      ar,
      manader: Array.from({ length: ar === tom.ar ? tom.manad : 12 }, (_x, m) => antal.get(`${ar}-${String(m + 1).padStart(2, '0')}`) ?? 0),
    }
  })
}

export interface Manadsprognos {
  readonly manad: number
  /** what came in, when the month is over */
  readonly utfall: number | null
  readonly prognos: number
  /** null with fewer than three years to learn from */
  readonly intervall: { readonly fran: number; readonly till: number } | null
}

export interface Prognos {
  readonly ar: number
  readonly niva: number
  readonly manader: readonly Manadsprognos[]
  readonly helar: number
  readonly topp: { readonly manad: number; readonly antal: number }
  readonly larAr: readonly number[]
  readonly metod: string
}

const MINST_AR = 2
const MINST_FOR_INTERVALL = 3
const summa = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0)
/** Half a case is added, so that a month with none has a logarithm. */
const HALV = 0.5

/** What a month is measured against: what had come in so far that year, or, before anything has, the whole year before. */
interface Bas {
  readonly ar: number
  readonly bas: number
  readonly manader: readonly number[]
}

function baser(hela: readonly Arsinflode[], k: number): Bas[] {
  return hela.flatMap((a) => {
    if (k > 0) return [{ ar: a.ar, bas: summa(a.manader.slice(0, k)), manader: a.manader }]
    const forra = hela.find((x) => x.ar === a.ar - 1)
    return forra ? [{ ar: a.ar, bas: summa(forra.manader), manader: a.manader }] : []
  })
}

function enManad(b: readonly Bas[], basNu: number, m: number, niva: number): Manadsprognos {
  const logkvoter = b.map((x) => Math.log((x.manader[m]! + HALV) / (x.bas + HALV)))
  const n = logkvoter.length
  const mitt = summa(logkvoter) / n
  const antal = (log: number): number => Math.max(0, Math.exp(log) * (basNu + HALV) - HALV)
  if (n < MINST_FOR_INTERVALL) return { manad: m + 1, utfall: null, prognos: antal(mitt), intervall: null }
  const s = Math.sqrt(summa(logkvoter.map((x) => (x - mitt) ** 2)) / (n - 1))
  const halva = tQuantile(1 - (1 - niva) / 2, n - 1) * s * Math.sqrt(1 + 1 / n)
  return { manad: m + 1, utfall: null, prognos: antal(mitt), intervall: { fran: antal(mitt - halva), till: antal(mitt + halva) } }
}

/**
 * Forecast of the months that remain of a year (C025). Each earlier whole year says how large the month was beside what had come in by
 * the same time; the geometric mean of those ratios, times what has come in now, is the forecast. The interval is the prediction interval
 * of one more year by the t distribution on the logarithms: it holds if the years differ by chance alone, with a season that stays.
 * @throws {RangeError} with fewer than two whole years before.
 */
export function prognos(historik: readonly Arsinflode[], nu: Arsinflode, niva = 0.8): Prognos {
  const hela = historik.filter((a) => a.manader.length === 12 && a.ar < nu.ar)
  const k = nu.manader.length
  const b = baser(hela, k)
  if (hela.length < MINST_AR || b.length === 0) throw new RangeError(`Prognosen behöver minst ${MINST_AR} hela tidigare år.`)
  const forra = hela.find((a) => a.ar === nu.ar - 1)
  if (k === 0 && !forra) throw new RangeError('Innan årets första månad är slut behövs hela året före.')
  const basNu = k > 0 ? summa(nu.manader) : summa(forra!.manader)
  const manader = Array.from({ length: 12 }, (_, m): Manadsprognos =>
    m < k ? { manad: m + 1, utfall: nu.manader[m]!, prognos: nu.manader[m]!, intervall: null } : enManad(b, basNu, m, niva),
  )
  const topp = manader.reduce((a, x) => (x.prognos > a.prognos ? x : a))
  return {
    ar: nu.ar,
    niva,
    manader,
    helar: summa(manader.map((m) => m.prognos)),
    topp: { manad: topp.manad, antal: topp.prognos },
    larAr: b.map((x) => x.ar),
    metod: `Månadens storlek i förhållande till ${k > 0 ? `inflödet januari–månad ${k}` : 'hela året före'}, geometriskt medelvärde av ${b.length} år; prediktionsintervall med t-fördelning på logaritmen. Antar att säsongen är densamma.`,
  }
}

/** Officers a month asks for when each handles so many: the whole number above. */
export const bemanning = (
  p: Prognos,
  perHandlaggareOchManad: number,
): readonly { readonly manad: number; readonly prognos: number; readonly ovre: number | null }[] =>
  p.manader
    .filter((m) => m.utfall === null)
    .map((m) => ({
      manad: m.manad,
      prognos: Math.ceil(m.prognos / perHandlaggareOchManad),
      ovre: m.intervall ? Math.ceil(m.intervall.till / perHandlaggareOchManad) : null,
    }))

export interface Traffsakerhet {
  readonly provade: number
  readonly inomIntervall: number
  /** mean absolute error in cases, of the forecast and of ”the same as the same month last year” */
  readonly medelfel: number
  readonly medelfelSomForra: number
}

/** How well the method would have done: every later year forecast from those before it, after month `k`. */
export function traffsakerhet(historik: readonly Arsinflode[], k: number, niva = 0.8): Traffsakerhet {
  const hela = historik.filter((a) => a.manader.length === 12).sort((a, b) => a.ar - b.ar)
  const prov = hela.slice(MINST_FOR_INTERVALL + (k === 0 ? 1 : 0)).flatMap((a) => {
    const fore = hela.filter((x) => x.ar < a.ar)
    const p = prognos(fore, { ar: a.ar, manader: a.manader.slice(0, k) }, niva)
    return p.manader.slice(k).map((m, i) => ({ sant: a.manader[k + i]!, m, forra: fore.at(-1)!.manader[k + i]! }))
  })
  const medel = (v: readonly number[]): number => (v.length ? summa(v) / v.length : 0)
  return {
    provade: prov.length,
    inomIntervall: prov.filter((x) => x.m.intervall && x.m.intervall.fran <= x.sant && x.sant <= x.m.intervall.till).length,
    medelfel: medel(prov.map((x) => Math.abs(x.m.prognos - x.sant))),
    medelfelSomForra: medel(prov.map((x) => Math.abs(x.forra - x.sant))),
  }
}
