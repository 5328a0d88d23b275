export { RIKTLINJE, type Riktlinje } from './brev/riktlinje.ts'
export { ATERLAMNINGSKODER } from './beslut/schema.ts'
export { FOLJDA_AMNEN, INFORMATIONSAMNEN, type Informationsamne } from './information.ts'
export { nycklar } from './kodval.ts'
export { skalskontroll } from './skalskontroll.ts'
export { bruttot, dagForDag, manadsdelar, NIVANAMN, perManad, skillnad, totalt, type Manadssumma } from './utbetalning.ts'
export type {
  Beslutsvy,
  Faktarad,
  Grundvy,
  Raknare,
  Rubrikuppgift,
  Tidslinjeband,
  Tidslinjevy,
  Tidsmarke,
  Uppmarksamma,
} from './vy/arendevy.ts'
export type { Historikrad } from './vy/historik.ts'
export { handlingSchema } from './handling.ts'
export { median } from './median.ts'
export { harPersonnummer, pekarUtNagon } from './personnummer.ts'
export { beslutsfoljd, SAMMA_DEL, SKILLNADEN, type Overlamningsforman } from './overlamning.ts'
export type { AnnatArende } from './fakta.ts'
export type { MinaSidorGrund, MinBeslut } from './vy/minasidor.ts'
