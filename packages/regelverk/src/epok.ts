import { plusDagar, type Datum, type Period } from '@atergang/kalender'
import type { Regel } from './definition.ts'
import { underliggande } from './genomgang.ts'

/** A stretch of time in which nothing the rule rests on changes. Open at the ends when null. */
export interface Epok {
  readonly nr: number
  readonly from: Datum | null
  readonly tom: Datum | null
}

const kanda = new WeakMap<Regel, readonly Epok[]>()

/** The epochs of a rule, in order, from before its first day to after its last. */
export function epoker(mal: Regel): readonly Epok[] {
  const redan = kanda.get(mal)
  if (redan) return redan
  const granser = brytdagar(mal)
  const ut = [null, ...granser].map((from, nr) => ({ nr, from, tom: granser[nr] === undefined ? null : plusDagar(granser[nr], -1) }))
  kanda.set(mal, ut)
  return ut
}

/** Every day on which a value or a wording the rule rests on begins, or has just ended. */
export function brytdagar(mal: Regel): readonly Datum[] {
  const { regler, parametrar } = underliggande(mal)
  const daterade = [...regler.flatMap((r) => r.versioner), ...parametrar.flatMap((p) => p.varden)]
  return [...new Set(daterade.flatMap((d) => (d.tom === undefined ? [d.from] : [d.from, plusDagar(d.tom, 1)])))].sort()
}

export function epokPa(mal: Regel, dag: Datum): Epok {
  const alla = epoker(mal)
  let [lag, hog] = [0, alla.length - 1]
  while (lag < hog) {
    const mitt = (lag + hog + 1) >> 1
    if (alla[mitt]!.from! <= dag) lag = mitt
    else hog = mitt - 1
  }
  return alla[lag]!
}

/** A day in the epoch: what holds on it holds in all of it. */
export const dagI = (e: Epok): Datum => e.from ?? e.tom ?? ('2000-01-01' as Datum)

/** The period cut where anything the rule rests on changes; each part has one law. */
export const perEpok = (mal: Regel, p: Period): readonly (Period & { readonly epok: Epok })[] =>
  epoker(mal).flatMap((epok) => {
    const from = epok.from !== null && epok.from > p.from ? epok.from : p.from
    const tom = epok.tom !== null && epok.tom < p.tom ? epok.tom : p.tom
    return from <= tom ? [{ from, tom, epok }] : []
  })
