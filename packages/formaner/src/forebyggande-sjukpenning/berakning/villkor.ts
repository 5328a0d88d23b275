import type { Datum } from '@atergang/kalender'
import type { Karens, Kalla, Niva } from '@atergang/regelverk'

/** Kronor a year by kind of income (25 kap. 4 § SFB). */
export interface Inkomstdelar {
  readonly anstallning: number
  readonly annat: number
}

/** The SGI as it is known: decided; a yearly income that floor and ceiling of the day are laid on; or none that can be fixed (25 kap. 3 § SFB). */
export type Sgigrund =
  | (Inkomstdelar & { readonly slag: 'faststalld' | 'arsinkomst'; readonly kalla?: Kalla })
  | { readonly slag: 'ingen'; readonly kalla?: Kalla }

/** What the amount of one day rests on besides the treatment. */
export interface Dagvillkor {
  readonly sgi: Sgigrund
  readonly niva: Niva
  /** always reckoned by the calendar (28 kap. 6 §), on the time the person would have sought work */
  readonly arbetslos: boolean
  /** hours a year in the employment (25 kap. 26, 29 §§); needed where employment is reckoned by working time (28 kap. 13 §) */
  readonly arsarbetstid?: number
  /** the day lies in a karenstid of 14–90 days: nothing is paid for the income of other work (27 kap. 30 §) */
  readonly karenstid?: Karens
}

export type Villkorspa = (dag: Datum) => Dagvillkor
