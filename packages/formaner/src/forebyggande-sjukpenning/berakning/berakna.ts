import type { Datum, Period } from '@atergang/kalender'
import type { Forklaring } from '@atergang/regelverk'
import type { Arbetsdag } from '../tid/arbetsdag.ts'
import { dagstider, type Andel } from '../tid/dagstid.ts'
import type { Tillfalle } from '../tid/tillfalle.ts'
import { dagsbelopp } from './belopp.ts'
import { dagforklaring } from './forklaring.ts'
import type { Villkorspa } from './villkor.ts'

/** One date with an occasion. */
export interface Forebyggandedag {
  readonly datum: Datum
  /** minutes of the working day that the occasions take, each counted once */
  readonly hindradeMinuter: number
  readonly andel: Andel
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
  const tider = dagstider(u.tillfallen, u.arbetsdagPa)
  const belopp = dagsbelopp(tider, u.villkorPa, u.sjukdagar)
  const dagar = tider.map((d, i): Forebyggandedag => {
    const b = belopp[i]!
    return {
      datum: d.datum,
      hindradeMinuter: d.hindradeMinuter,
      andel: d.andel,
      belopp: b.belopp,
      forklaring: dagforklaring(d, b, u.villkorPa(d.datum)),
    }
  })
  const saknas = [...new Set(belopp.flatMap((b) => b.saknas))]
  const okant = dagar.some((d) => d.belopp === null)
  return { dagar, summa: okant ? null : dagar.reduce((n, d) => n + d.belopp!, 0), ...(okant ? { saknas } : {}) }
}
