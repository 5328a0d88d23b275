import { okand, skattning, type Skattning } from '../../resultat/resultat.ts'
import { cox } from '../../statistik/cox.ts'
import { intervall, pT } from '../../statistik/fordelning.ts'
import type { Kolumn } from '../../statistik/glm.ts'
import { type Matchning } from '../../statistik/matchning.ts'
import type { Foljda } from '../foljda.ts'
import { avbildad, hopslagna, LANGST } from '../grund.ts'

/** Days to a new case, or to the end of the follow-up, or to an own course. */
function tider(c: Foljda['kolumn'], i: number): { stopp: number; handelse: number } {
  const nasta = Number.isFinite(c.nasta![i]!) ? c.nasta![i]! + 1 : Number.POSITIVE_INFINITY
  const slut = Math.min(LANGST, Number.isFinite(c.egen![i]!) ? c.egen![i]! : LANGST)
  return nasta <= slut ? { stopp: nasta, handelse: 1 } : { stopp: slut, handelse: 0 }
}

export interface Risk {
  readonly n: number
  readonly handelser: number
  readonly logkvot: number | null
  readonly medelfel: number
  readonly frihetsgrader: number
}

/** Cox within sex and history, with what is left of age, county and work, and the matched belonging together. */
export function riskkvot(d: Foljda, m: Matchning): Risk {
  const rader = m.par.flatMap((p, g) => [p.behandlad, ...p.kontroller].map((i) => ({ i, g })))
  const c = d.kolumn
  const ur = (v: ArrayLike<number>): Float64Array => Float64Array.from(rader, (r) => v[r.i]!)
  return medCox(
    d,
    rader.map((r) => r.i),
    hopslagna(ur(c.kon!), ur(c.historik!)),
    Float64Array.from(rader, (r) => r.g),
    [
      { namn: 'ålder', x: avbildad(ur(c.alder!), (x) => (x - 45) / 10) },
      { namn: 'arbetslös', x: avbildad(ur(c.sysselsattning!), (x) => (x === 3 ? 1 : 0)) },
    ],
  )
}

export function medCox(
  d: Foljda,
  rader: readonly number[],
  strata: ArrayLike<number>,
  kluster: ArrayLike<number>,
  mer: readonly Kolumn[],
): Risk {
  const t = rader.map((i) => tider(d.kolumn, i))
  const behandlad = Float64Array.from(rader, (i) => d.kolumn.behandlad![i]!)
  const handelser = t.reduce((s, x, j) => s + (behandlad[j] ? x.handelse : 0), 0)
  const n = behandlad.reduce((a, b) => a + b, 0)
  if (handelser === 0 || n < 2) return { n, handelser, logkvot: null, medelfel: 0, frihetsgrader: 1 }
  const s = cox({
    stopp: t.map((x) => x.stopp),
    handelse: t.map((x) => x.handelse),
    strata,
    kluster,
    kolumner: [{ namn: 'kurs', x: behandlad }, ...mer],
  })
  if (s.namn[0] !== 'kurs') return { n, handelser, logkvot: null, medelfel: 0, frihetsgrader: 1 }
  return { n, handelser, logkvot: s.beta[0]!, medelfel: Math.sqrt(s.kovRobust.a[0]!), frihetsgrader: s.frihetsgrader[0]! }
}

export const somKvot = (id: string, vad: string, r: Risk): Skattning => {
  if (r.logkvot === null || r.handelser < 5) return okand(id, vad, 'gånger', r.n, 'För få nya sjukfall.')
  const [a, b] = intervall(r.logkvot, r.medelfel, r.frihetsgrader)
  return {
    ...skattning(
      id,
      vad,
      'gånger',
      Math.exp(r.logkvot),
      r.medelfel,
      [Math.exp(a), Math.exp(b)],
      pT(r.logkvot / r.medelfel, r.frihetsgrader),
      r.n,
      r.handelser,
    ),
  }
}
