export { ARBETSGIVARE, arbetsgivaren, type Arbetsgivare } from './arbetsgivare.ts'
export { befolkning, type Befolkningsval, type PahittadPerson, type Sysselsattning } from './befolkning.ts'
export { diagnosen, DIAGNOSER, type Diagnos } from './diagnoser/index.ts'
export type { Grad, Gradperiod, Intygsbrist, Intygsplan } from './intygskedja.ts'
export { pahittatNamn } from './namn.ts'
export { kontrollsiffra, pahittatId, pahittatOrgnr, pahittatPersonnummer } from './nummer.ts'
export {
  DAGMARKEN,
  sjukdagar,
  sjukfall,
  type Ansokningsplan,
  type Monster,
  type Sjukfall,
  type Sjukplan,
  type Sjukval,
} from './sjukfall.ts'
export { Slump, type Viktad } from './slump.ts'
export { lakareI, type Lakare } from './vard.ts'
export { YRKEN, yrket, type Bransch, type Yrke } from './yrken.ts'
