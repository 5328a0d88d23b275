export { APRFALT, faltI, registerfalt, SKEDEN, type Aprfalt, type Skede } from './falt.ts'
export { INNEHALL, INNEHALLSGRUND, INNEHALLSKODER, type Innehall } from './innehall.ts'
export {
  EJ_BEHANDLING,
  INSATSTYPER,
  INSATSTYPSKODER,
  lasInsatstyp,
  MILJOER,
  motfragor,
  SYFTEN,
  type Insatstyp,
  type Miljo,
  type Motfraga,
  type Syfte,
} from './typer.ts'
