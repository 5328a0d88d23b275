// The three kinds of case of the workplace support, as server and web use them.
export { anordnarstod, type Anordnarvy } from './anordnararende/vy.ts'
export { anordnaruppgiftSchema, kompetensSchema, type Anordnaruppgift, type Kompetensfaktum, type Nlage } from './anordnararende/fakta.ts'
export {
  arbetsgivaruppgiftSchema,
  kontrollunderlagSchema,
  radSchema,
  sistaArbetsgivaruppgift,
  type Alage,
  type Arbetsgivaruppgift,
  type Ansokanfaktum,
  type Fakturatraff,
  type Godkannandelage,
  type Rad,
} from './arende/fakta.ts'
export { ansokanMed as ansokanMedId, ansokningar, type Ansokan as Apransokan } from './arende/ansokningar.ts'
export {
  attSlaUpp,
  beslutetOm,
  anordnarnyckel,
  kvarAvArbetsgivarens,
  type AprInnehall,
  type Aprbeslut,
  type Beloppsrad,
} from './arende/rakning.ts'
export { ansokanvyer, aterkravsvyer, kontrollvyer, type Ansokanvy, type Aprvy, type Kontrollvy } from './arende/vy.ts'
export { personnyckel } from './arende/projektion.ts'
export { APRSKAL, SKALKORT } from './arende/skal.ts'
export { JANUARI, januaribrev } from './arende/brev/januari.ts'
export { kontrolleradeRader } from './arende/steg/efter.ts'
export { forklaraBeloppsrad } from './arende/forklaring.ts'
export {
  dragning,
  planen,
  planfaktum,
  RISKSIGNALER,
  urvalet,
  uttagna,
  type Planfaktum,
  type Risksignal,
  type Rlage,
} from './kontrollarende/fakta.ts'
export type { Rondvy } from './kontrollarende/vy.ts'
