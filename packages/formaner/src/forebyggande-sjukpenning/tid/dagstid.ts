import type { Datum } from '@atergang/kalender'
import { forebyggandeNiva, forklara, type Forklaring, type Svar, type Tal } from '@atergang/regelverk'
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

/** The working time that the occasions of one date take. */
export interface Dagsminuter {
  readonly datum: Datum
  readonly arbetsdag: Arbetsdag
  /** in time order */
  readonly tillfallen: readonly Tillfalle[]
  /** the minutes of the working day that an occasion takes, each counted once */
  readonly hindrad: readonly Spann[]
  readonly hindradeMinuter: number
}

/** How far the occasions of one date hinder work (27 kap. 7 § SFB). */
export interface Dagstid extends Dagsminuter {
  readonly andel: Andel
  readonly niva: Forklaring
}

/** Minutes as exact hours. */
export const iTimmar = (minuter: number): Tal => ({ t: minuter, n: 60 })

/** One row for each date that has an occasion, in date order, also where nothing is hindered. */
export function dagsminuter(tillfallen: readonly Tillfalle[], arbetsdagPa: (dag: Datum) => Arbetsdag): Dagsminuter[] {
  const perDatum = new Map<Datum, Tillfalle[]>()
  for (const t of [...tillfallen].sort(iTidsordning)) {
    const dagens = perDatum.get(t.datum)
    if (dagens) dagens.push(t)
    else perDatum.set(t.datum, [t])
  }
  return [...perDatum].map(([datum, dagens]) => dagensMinuter(datum, dagens, arbetsdagPa(datum)))
}

function dagensMinuter(datum: Datum, tillfallen: readonly Tillfalle[], arbetsdag: Arbetsdag): Dagsminuter {
  const hindrad = snittAv(tillfallen.map(upptagetIDygnet), arbetsdag.pass)
  return { datum, arbetsdag, tillfallen, hindrad, hindradeMinuter: minuterI(hindrad) }
}

/** The level that the minutes reach; not known for a date before the code, whose law is not in the sources. */
export const dagsniva = (d: Dagsminuter): Svar =>
  forklara(forebyggandeNiva, { hindradTid: iTimmar(d.hindradeMinuter), ordinarieArbetstid: iTimmar(d.arbetsdag.minuter) }, d.datum)

/** With its level as a number, whose quarters are exact; null where the level is not known. */
export function medAndel(d: Dagsminuter, niva: Svar): Dagstid | null {
  const t = niva.varde as Tal | null
  return t === null ? null : { ...d, andel: (t.t / t.n) as Andel, niva: niva.forklaring }
}

/** Each date with its level. @throws for a date before the code: whoever reads dates in says so first. */
export function dagstider(tillfallen: readonly Tillfalle[], arbetsdagPa: (dag: Datum) => Arbetsdag): Dagstid[] {
  return dagsminuter(tillfallen, arbetsdagPa).map((d) => {
    const tid = medAndel(d, dagsniva(d))
    if (!tid) throw new Error(`Förmånsnivån kan inte räknas ${d.datum}: lagen den dagen är inte känd.`)
    return tid
  })
}
