import type { Forman } from '@atergang/arende'
import { faktadefinitioner, type Aprfakta } from './fakta.ts'
import { aprflode } from './flode.ts'
import { fragor } from './fragor.ts'
import { kommandon } from './kommandon/index.ts'
import { FLODESVERSION } from './versioner.ts'

/** Arbetsplatsinriktat rehabiliteringsstöd (förordning 2014:67), an employer's year of costs. It is no benefit under the code. */
export const apr: Forman<Record<string, unknown> & Aprfakta> = {
  namn: 'apr',
  rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd',
  nummerprefix: 'AP',
  ettArende: true,
  flodesversion: FLODESVERSION,
  flode: () => aprflode,
  dagnummer: () => 0,
  fragor,
  fakta: faktadefinitioner,
  kommandon,
}
