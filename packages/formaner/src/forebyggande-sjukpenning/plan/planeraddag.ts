import type { Datum } from '@atergang/kalender'
import type { Veckodag } from '../tid/arbetsdag.ts'
import type { Andel } from '../tid/dagstid.ts'

export type Dagsutfall = 'nar' | 'narInteUpp' | 'utanforArbetstiden' | 'ingenArbetstid' | 'hemma' | 'arbetstidOkand' | 'krock'

export interface Planeraddag {
  readonly datum: Datum
  readonly utfall: Dagsutfall
  readonly hindradeMinuter: number
  readonly arbetsminuter: number
  readonly andel: Andel
  /** minutes that a quarter of the working day is */
  readonly kravs: number
  /** whole kronor; null when it cannot be told or the day does not reach a quarter */
  readonly ungefarKronor: number | null
}

/** Planned days alike in everything but the date. */
export interface Dagsgrupp extends Omit<Planeraddag, 'datum'> {
  readonly veckodag: Veckodag
  readonly dagar: readonly Datum[]
  readonly text: string
}
