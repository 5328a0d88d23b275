import { dagmangd, dagnummer, datumFranDagnummer, perioderna, plusDagar, type Datum, type Period } from '@atergang/kalender'
import { endaVardet } from '../parameter.ts'
import { sammanlaggsUnderDagar } from '../parametrar/index.ts'
import { dagMedNummer, forstaSomRaknas, nastaAv } from './karna/kedja.mjs'

/** Sick periods join when fewer than 90 days have passed between them (27 kap. 51 § SFB). */
export const KEDJAGLAPP = endaVardet(sammanlaggsUnderDagar) - 1
/** Certificates join over at most five free days: a count of its own, no rule of the statute. */
export const INTYGSGLAPP = 5
/** First day of each ground of assessment (27 kap. 47, 48, 49 §§). */
export const KEDJEGRANSER = [91, 181, 366] as const
export type Kedjegrans = (typeof KEDJEGRANSER)[number]
export type Dagintervall = '1-90' | '91-180' | '181-365' | '366-'

export interface Dagrakning {
  /** days counted, up to and including the day asked for */
  readonly dagar: number
  /** the stretches counted, in order; overlaps once, free days never */
  readonly perioder: readonly Period[]
  /** true when the day itself is a sick day */
  readonly pagar: boolean
}

/**
 * Counts the days of the periods up to and including `dag`, back to the latest gap of more than
 * `hogstaGlapp` free days. On a free day the count stands while the gap so far is not longer than
 * that; then it is 0. Any order, overlaps allowed: a date counts once.
 */
export function raknaDagar(perioder: readonly Period[], dag: Datum, hogstaGlapp: number): Dagrakning {
  const m = dagmangd(perioder)
  const d = dagnummer(dag)
  const forsta = forstaSomRaknas(m, d, hogstaGlapp)
  if (forsta < 0) return { dagar: 0, perioder: [], pagar: false }
  const sista = m.senaste(d)
  const pagar = m.tom[sista]! >= d
  if (pagar) m.tom[sista] = d
  return { dagar: m.dagar(m.from[forsta]!, d), perioder: perioderna(m, forsta, sista + 1), pagar }
}

/** Days in the rehabilitation chain (27 kap. 46–51 §§). Periods are sick periods of 26 §, directly preceding sick-pay days included. */
export const kedjedagar = (sjukperioder: readonly Period[], dag: Datum): Dagrakning => raknaDagar(sjukperioder, dag, KEDJAGLAPP)

/** Days certified by doctors, joined over at most five free days. */
export const intygsdagar = (intygsperioder: readonly Period[], dag: Datum): Dagrakning => raknaDagar(intygsperioder, dag, INTYGSGLAPP)

/** The stretches between the limits, first and last day of each. */
export const DAGINTERVALL: readonly { readonly namn: Dagintervall; readonly fran: number; readonly till: number }[] = [
  1,
  ...KEDJEGRANSER,
].map((fran, i) => {
  const till = (KEDJEGRANSER[i] ?? Number.POSITIVE_INFINITY) - 1
  return { namn: `${fran}-${Number.isFinite(till) ? till : ''}` as Dagintervall, fran, till }
})

export const dagintervall = (kedjedag: number): Dagintervall => DAGINTERVALL.find((d) => kedjedag <= d.till)!.namn

/** The next day at which the ground changes, if the person stays ill every day from `dag` on. */
export function nastaGrans(kedjedag: number, dag: Datum): { dag: Kedjegrans; datum: Datum } | null {
  const grans = nastaAv(KEDJEGRANSER, kedjedag)
  return grans ? { dag: grans as Kedjegrans, datum: plusDagar(dag, grans - kedjedag) } : null
}

export interface Rehabkedja {
  readonly kedjedagar: number
  readonly intygsdagar: number
  readonly bedomningsgrund: Dagintervall | null
  readonly nastaGrans: { readonly dag: Kedjegrans; readonly datum: Datum } | null
}

/** Both counters and the ground of assessment on a day. Ground and next limit are null on a day in no period. */
export function rehabkedja(perioder: readonly Period[], dag: Datum): Rehabkedja {
  const kedja = kedjedagar(perioder, dag)
  return {
    kedjedagar: kedja.dagar,
    intygsdagar: intygsdagar(perioder, dag).dagar,
    bedomningsgrund: kedja.pagar ? dagintervall(kedja.dagar) : null,
    nastaGrans: kedja.pagar ? nastaGrans(kedja.dagar, dag) : null,
  }
}

/**
 * The date of chain day `n` in the spell that holds `dag`: looked up among the sick days where it
 * has passed, else reckoned as if the last period went on. Null when `dag` is in no chain.
 */
export function datumForKedjedag(perioder: readonly Period[], dag: Datum, n: number): Datum | null {
  const d = dagMedNummer(dagmangd(perioder), dagnummer(dag), n, KEDJAGLAPP)
  return d === undefined ? null : datumFranDagnummer(d)
}
