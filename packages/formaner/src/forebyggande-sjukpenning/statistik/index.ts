export { FONSTER, type Fonster, type Fonsternamn } from '../../gemensamt/fonster.ts'
export { historikandel, historikgrupp, type Historikandel } from './historik.ts'
export { insatsfonster, insatsmatt, type Insatsfonster, type Insatsmatt } from './insatsmatt.ts'
export { ersattningBeviljad, likaFall, likhetsgrupp, planGodkand, type Likafall, type Likagrupp, type Omradesskillnad } from './likafall.ts'
export { nettodagar, nettodagarAv, type Nettodagsrad } from './nettodagar.ts'
export {
  arendeutfall,
  aterkommandeSokande,
  forstaOchAterkommande,
  GRUPPER,
  inflode,
  kompletteringar,
  konsultationer,
  konsultationstakt,
  korstabell,
  ledtider,
  startForeBeslut,
  utfall,
  type Arendeutfall,
} from './oversikt.ts'
export {
  ersattaDagar,
  postbrister,
  type Behandlingspost,
  type Ersattningspost,
  type Forebyggandepost,
  type Kompletteringspost,
  type Planbeslut,
} from './post.ts'
export { annatIPosterna, evidensanvandning, planMotUtfall, tidigareArenden, type Planutfall, type Tidigarearende } from './uppfoljning.ts'
export {
  STODORDNINGAR,
  stodjamforelse,
  stodordningDen,
  STODSLAG,
  type Stodjamforelse,
  type Stodordning,
  type Stodordningsslag,
  type Stodslag,
} from './stodordning.ts'
export { utanCovid } from './urval.ts'
