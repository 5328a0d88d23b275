import type { Utbetalningsrad } from '@atergang/arende'
import { dagarI, type Datum } from '@atergang/kalender'

export interface Dagrad {
  readonly dag: Datum
  readonly grad: number
  readonly niva: string
  readonly kronor: number
}

/** The payment basis day by day, made when somebody asks for it. */
export const dagForDag = (rader: readonly Utbetalningsrad[]): Dagrad[] => rader.flatMap((r) => dagarI(r).map((dag) => ({ dag, grad: r.grad, niva: r.niva, kronor: r.kronorPerDag })))

export const NIVA: Readonly<Record<string, string>> = { normal: 'normalnivå', fortsattning: 'fortsättningsnivå' }
