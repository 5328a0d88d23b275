export { ERSATTNINGAR, ersattningOm, type Ersattning, type Ersattningsdel, type Ersattningsnamn } from './ersattningar.ts'
export {
  ateranvandningstext,
  FRAGEFORMANER,
  FRAGEKATEGORIER,
  lasLagrumslista,
  UTAN_PERSON,
  utanPersonnummer,
  type Ateranvandning,
  type Frageforman,
  type Fragekategori,
  type Kunskapsfel,
} from './fraga.ts'
export { harMetodstod, METODSTOD, type Metodfraga, type Metodsteg } from './metodstod.ts'
export { avslagsskalen, exempel, perDiagnos, rakna, type Praxisfall, type Praxisrakning } from './praxis.ts'
export { vagledningarFranBorjan, vagledningsnamn, type Vagledning } from './vagledningar.ts'
