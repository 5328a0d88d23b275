import type { Regel } from '../definition.ts'
import { sgiAnnat, sgiAnstallning, sgiSumma } from './sgi.ts'
import { hogstaSgi, lonOverTaket, minskningForLon, minskningOverTaket, minskningUnderTaket } from './lon.ts'
import { arbetstidsberaknadPerDag, badaSlagenPerDag, kalenderdag, kalenderdagAnnat, kalenderdagAvInkomst, karensavdragArbetstid, karensavdragKalenderdag, sjukpenningPerVecka, timkvot } from './sjukpenning.ts'

export * from './lon.ts'
export * from './sgi.ts'
export * from './sjukpenning.ts'

/** Every rule written as an expression, by name. */
export const regler: readonly Regel[] = [
  sgiAnstallning, sgiAnnat, sgiSumma,
  ...Object.values(kalenderdag), ...Object.values(kalenderdagAvInkomst), ...Object.values(kalenderdagAnnat),
  timkvot, arbetstidsberaknadPerDag, karensavdragKalenderdag, sjukpenningPerVecka, karensavdragArbetstid, badaSlagenPerDag,
  hogstaSgi, lonOverTaket, minskningUnderTaket, minskningOverTaket, minskningForLon,
]
