import type { Datum } from '@atergang/kalender'
import { forebyggandeNiva, forklara, type Forklaring, type Tal } from '@atergang/regelverk'
import type { Arbetsdag } from './arbetsdag.ts'
import { minuterI, snittAv, type Spann } from './spann.ts'
import { iTidsordning, upptagetIDygnet, type Tillfalle } from './tillfalle.ts'

/** Share of a whole day's benefit (27 kap. 45 § SFB). */
export type Andel = 0 | 0.25 | 0.5 | 0.75 | 1

export const ANDELSNAMN: Record<Andel, string> = {
  0: 'ingen del',
  0.25: 'en fjärdedel',
  0.5: 'hälften',
  0.75: 'tre fjärdedelar',
  1: 'hela dagen',
}

/** How far the occasions of one date hinder work (27 kap. 7 § SFB). */
export interface Dagstid {
  readonly datum: Datum
  readonly arbetsdag: Arbetsdag
  /** in time order */
  readonly tillfallen: readonly Tillfalle[]
  /** the minutes of the working day that an occasion takes, each counted once */
  readonly hindrad: readonly Spann[]
  readonly hindradeMinuter: number
  readonly andel: Andel
  readonly niva: Forklaring
}

/** Minutes as exact hours. */
export const iTimmar = (minuter: number): Tal => ({ t: minuter, n: 60 })

/** One row for each date that has an occasion, in date order, also where nothing is hindered. */
export function dagstider(tillfallen: readonly Tillfalle[], arbetsdagPa: (dag: Datum) => Arbetsdag): Dagstid[] {
  const perDatum = new Map<Datum, Tillfalle[]>()
  for (const t of [...tillfallen].sort(iTidsordning)) {
    const dagens = perDatum.get(t.datum)
    if (dagens) dagens.push(t)
    else perDatum.set(t.datum, [t])
  }
  return [...perDatum].map(([datum, dagens]) => dagstid(datum, dagens, arbetsdagPa(datum)))
}

function dagstid(datum: Datum, tillfallen: readonly Tillfalle[], arbetsdag: Arbetsdag): Dagstid {
  const hindrad = snittAv(tillfallen.map(upptagetIDygnet), arbetsdag.pass)
  const hindradeMinuter = minuterI(hindrad)
  const niva = forklara(forebyggandeNiva, { hindradTid: iTimmar(hindradeMinuter), ordinarieArbetstid: iTimmar(arbetsdag.minuter) }, datum)
  return { datum, arbetsdag, tillfallen, hindrad, hindradeMinuter, andel: somAndel(niva.varde as Tal | null, datum), niva: niva.forklaring }
}

/** The level as a number; quarters are exact. @throws for a date before the code: its law is not in the sources, and whoever reads dates in says so first. */
function somAndel(t: Tal | null, datum: Datum): Andel {
  if (t === null) throw new Error(`Förmånsnivån kan inte räknas ${datum}: lagen den dagen är inte känd.`)
  return (t.t / t.n) as Andel
}
