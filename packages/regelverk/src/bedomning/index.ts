import { iNamnordning } from '../lista.ts'
import type { Bedomningsfraga } from './bedomningsfraga.ts'
import * as handlaggning from './handlaggning.ts'
import * as inkomst from './inkomst.ts'
import * as ovrigaFormaner from './ovrigaFormaner.ts'
import * as sjukpenning from './sjukpenning.ts'

export * from './bedomningsfraga.ts'
export * from './handlaggning.ts'
export * from './inkomst.ts'
export * from './ovrigaFormaner.ts'
export * from './sjukpenning.ts'

/** Every question that the law leaves to a human, in the order of the chapters. */
export const bedomningsfragor: readonly Bedomningsfraga[] = [inkomst, sjukpenning, ovrigaFormaner, handlaggning].flatMap(
  (m) => iNamnordning(m) as Bedomningsfraga[],
)
