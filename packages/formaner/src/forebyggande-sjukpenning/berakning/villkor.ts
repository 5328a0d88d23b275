import type { Datum } from '@atergang/kalender'
import type { Kalla, Niva } from '@atergang/regelverk'

/** The SGI as it is known: decided; a yearly income that floor and ceiling of the day are laid on; or none that can be fixed (25 kap. 3 § SFB). */
export type Sgigrund =
  | { readonly slag: 'faststalld'; readonly kronor: number; readonly kalla?: Kalla }
  | { readonly slag: 'arsinkomst'; readonly kronor: number; readonly kalla?: Kalla }
  | { readonly slag: 'ingen'; readonly kalla?: Kalla }

/** What the amount of one day rests on besides the treatment. */
export interface Dagvillkor {
  readonly sgi: Sgigrund
  readonly niva: Niva
  /** an employee is reckoned by working time the first fourteen days of the sick period, the others always by the calendar (28 kap. 5–6 §§) */
  readonly sysselsattning: 'anstalld' | 'arbetslos' | 'egenforetagare'
  /** whole hours a year; needed for an employee (28 kap. 13 §) */
  readonly arsarbetstid?: number
}

export type Villkorspa = (dag: Datum) => Dagvillkor
