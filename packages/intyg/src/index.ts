export { EXEMPELSKAPARE, exempelintyg, pahittatPersonId } from './exempel/exempel.ts'
export type { Delfraga, Fraga, Kand } from './fragor/fraga.ts'
export { FRAGOR, fragorI } from './fragor/index.ts'
export { FYNDKODER, type Allvar, type Fynd, type Fyndkod } from './granska/fynd.ts'
export { granska } from './granska/granska.ts'
export { ICD10SE, INTYGSTYPER, KSH97P, LISJP, OID, type Grad, type Intygstyp, type Modell, type Relationstyp } from './kodverk.ts'
export { dagAv } from './las/huvud.ts'
export { lasIntyg } from './las/las.ts'
export { skrivKompletteringsfraga, type Komplettering, type Kompletteringsfraga } from './meddelande/fraga.ts'
export { lasSvarFranVarden, skrivSvarFranVarden, type SvarFranVarden } from './meddelande/svar.ts'
export {
  intygsnyckel,
  type Beskrivning,
  type Diagnos,
  type Intyg,
  type Intygshuvud,
  type IntygsId,
  type Intygssvar,
  type Radelsvar,
  type Rasvar,
  type Ravarde,
  type Relation,
  type Sjukskrivningsperiod,
  type Skapare,
} from './modell.ts'
export { fodelsedag, personidfel, personidtyp, rotFor, typAvNummer, type PersonId, type Personidfel, type Personidtyp } from './personid.ts'
export { Intygsproblem, type Plats, type Problemkod, type Problemobjekt } from './problem.ts'
export { intygsrapport, type Intygsrapport } from './rapport.ts'
export { skrivIntyg, type Intygsdata } from './skriv/intyg.ts'
export { svarAv, type Lisjpdata } from './skriv/svar.ts'
export { STORSTA_FIL } from './xml/avkoda.ts'
