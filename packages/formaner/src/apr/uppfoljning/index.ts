export { budgetandel, budgetlage, KANDA_BUDGETAR, type Budget, type Budgetlage } from './budget.ts'
export { avslag, ledtider, percentil, type Avslagsoversikt, type Ledtid, type Ledtider } from './handlaggning.ts'
export { HISTORIKKOLUMNER, lasHistorikblad, type Historikblad } from './historikblad.ts'
export { fonstertext, historikandel, overlapp, type Aprfonster, type Historikandel, type Individ, type Overlapp } from './individer.ts'
export {
  bemanning,
  manadsinflode,
  prognos,
  traffsakerhet,
  type Arsinflode,
  type Manadsprognos,
  type Prognos,
  type Traffsakerhet,
} from './inflode.ts'
export { rackvidd, type Arbetsgivarbestand, type Rackvidd, type Storleksrackvidd } from './rackvidd.ts'
export {
  arsredovisning,
  fordjupning,
  MINSTA_CELL,
  registerposter,
  utvarderingsexport,
  type Arsredovisning,
  type Fordelning,
  type Fordelningsrad,
  type Registerpost,
  type Utvarderingsrad,
} from './redovisning.ts'
export { KANALER, type Andel, type Bidragsrad, type Kanal } from './underlag.ts'
