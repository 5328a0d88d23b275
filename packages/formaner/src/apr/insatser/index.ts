export { APRFALT, SKEDEN, type Aprfalt, type Skede } from './falt.ts'
export { INNEHALL, INNEHALLSKODER, type Innehall } from './innehall.ts'
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
