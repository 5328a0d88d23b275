import type { Datum, Period } from '@atergang/kalender'
import { allaSaknade, type Forklaring } from '@atergang/regelverk'
import type { Arbetsdag } from '../tid/arbetsdag.ts'
import { dagsminuter, dagsniva, medAndel, type Andel } from '../tid/dagstid.ts'
import type { Tillfalle } from '../tid/tillfalle.ts'
import { dagsbelopp } from './belopp.ts'
import { dagforklaring, okandDag } from './forklaring.ts'
import type { Villkorspa } from './villkor.ts'

/** One date with an occasion. */
export interface Forebyggandedag {
  readonly datum: Datum
  /** minutes of the working day that the occasions take, each counted once */
  readonly hindradeMinuter: number
  /** null when the law of the date is not known */
  readonly andel: Andel | null
  /** whole kronor; null when something that matters is not known */
  readonly belopp: number | null
  readonly forklaring: Forklaring
}

export interface Forebyggandesvar {
  readonly dagar: readonly Forebyggandedag[]
  /** whole kronor; null when the amount of a day is not known */
  readonly summa: number | null
  /** what was not known, when `summa` is null */
  readonly saknas?: readonly string[]
}

export interface Forebyggandeunderlag {
  readonly tillfallen: readonly Tillfalle[]
  readonly arbetsdagPa: (dag: Datum) => Arbetsdag
  readonly villkorPa: Villkorspa
  /** other days of the person's sick periods (27 kap. 26 § SFB), when known */
  readonly sjukdagar?: readonly Period[]
}

/**
 * The claim of step 2 reckoned day by day: hindered working time, level and amount (27 kap. 6–7, 45 §§, 28 kap. SFB). The occasions are
 * such that `granskaTillfallen` finds nothing wrong in.
 */
export function beraknaForebyggande(u: Forebyggandeunderlag): Forebyggandesvar {
  const alla = dagsminuter(u.tillfallen, u.arbetsdagPa).map((minuter) => {
    const niva = dagsniva(minuter)
    return { minuter, niva: niva.forklaring, tid: medAndel(minuter, niva) }
  })
  const tider = alla.flatMap((d) => d.tid ?? [])
  const belopp = new Map(dagsbelopp(tider, u.villkorPa, u.sjukdagar).map((b) => [b.datum, b]))
  const dagar = alla.map(({ minuter, niva, tid }): Forebyggandedag => {
    const { datum, hindradeMinuter } = minuter
    const villkor = u.villkorPa(datum)
    if (!tid) return { datum, hindradeMinuter, andel: null, belopp: null, forklaring: okandDag(minuter, niva, villkor) }
    const b = belopp.get(datum)!
    return { datum, hindradeMinuter, andel: tid.andel, belopp: b.belopp, forklaring: dagforklaring(tid, b, villkor) }
  })
  const saknas = [...new Set(alla.flatMap((d) => (d.tid ? belopp.get(d.minuter.datum)!.saknas : allaSaknade(d.niva).map((s) => s.text))))]
  const okant = dagar.some((d) => d.belopp === null)
  return { dagar, summa: okant ? null : dagar.reduce((n, d) => n + d.belopp!, 0), ...(okant ? { saknas } : {}) }
}
