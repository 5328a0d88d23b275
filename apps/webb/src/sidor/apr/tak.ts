import { parameterdag } from '@atergang/formaner/apr'
import { aprTakArbetsgivare, aprTakArbetstagare, heltal, vardetDen } from '@atergang/regelverk'
import type { Tak } from './rakning.ts'

/** The ceilings of a calendar year, in whole kronor. */
export const takenFor = (kostnadsar: number): Tak => ({
  anstalld: heltal(vardetDen(aprTakArbetstagare, parameterdag(kostnadsar))),
  arbetsgivare: heltal(vardetDen(aprTakArbetsgivare, parameterdag(kostnadsar))),
})
