export { andelsintervall, horvitzThompson, skattaTotal, tIntervall, type Intervall, type Observerat, type Skattning } from './estimator.ts'
export { KONTROLLFYND, type Kontrollfynd, type Kontrollfyndkod } from './kontrollfynd.ts'
export {
  dra,
  dragningsnyckel,
  fordela,
  MINST_PER_STRATUM,
  planera,
  populationsavtryck,
  type Draget,
  type Plan,
  type Stratumplan,
  type Urval,
  type Urvalsval,
} from './plan.ts'
export { lasPopulation, type Halvar, type Kontrollenhet, type Population } from './population.ts'
export {
  lasKontrollresultat,
  skatta,
  skattatMedSannolikheter,
  type Kontrollresultat,
  type Kontrollskattning,
  type Skattat,
} from './skatta.ts'
export { STRATAVARIABLER, stratifiera, VANLIG_INDELNING, type Stratavariabel, type Stratum } from './strata.ts'
