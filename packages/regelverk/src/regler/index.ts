import type { Regel } from '../definition.ts'
import { aprBelopp, aprEfterAnstalldtak, aprHalva } from './apr.ts'
import { sgiAnnat, sgiAnstallning, sgiSumma } from './sgi.ts'
import { arbetstidsberaknadPerDag, kalenderdag, kalenderdagAvInkomst, karensavdragArbetstid, karensavdragKalenderdag, minskningForLon, sjukpenningPerVecka, timkvot } from './sjukpenning.ts'

export * from './apr.ts'
export * from './sgi.ts'
export * from './sjukpenning.ts'

/** Every rule written as an expression, by name. */
export const regler: readonly Regel[] = [
  sgiAnstallning, sgiAnnat, sgiSumma,
  ...Object.values(kalenderdag), ...Object.values(kalenderdagAvInkomst),
  timkvot, arbetstidsberaknadPerDag, karensavdragKalenderdag, sjukpenningPerVecka, karensavdragArbetstid, minskningForLon,
  aprHalva, aprEfterAnstalldtak, aprBelopp,
]
