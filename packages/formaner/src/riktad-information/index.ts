export { informationsinsatsSchema, LANSNAMNEN, lasInformationsinsats, type Informationsinsats, type Informationsuppgift } from './insats.ts'
export {
  harLakare,
  INFORMATIONSTEMAN,
  INFORMATIONSLAGEN,
  INFORMATIONSLAGESKODER,
  INFORMATIONSTYPER,
  INFORMATIONSTYPKODER,
  MALGRUPPER,
  MALGRUPPSKODER,
  TEMAKODER,
  type Informationstema,
  type Informationslage,
  type Informationstyp,
  type Malgrupp,
} from './koder.ts'
export { ROLLBESKRIVNINGAR, rollbeskrivningarFor, type Rollbeskrivning } from './rollbeskrivning.ts'
export { informationstackning, type Informationstackning, type Tackningstal } from './tackning.ts'
