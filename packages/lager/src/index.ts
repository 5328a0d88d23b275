export { Arendelager } from './arendelager.ts'
export * from './beslutslista.ts'
export { innehallssumma, sparaBrev } from './brevlada.ts'
export { bulkladda, reserveraNummer, skrivBulkrader, type Bulkladdat, type Bulkval } from './bulk.ts'
export { bulkrad, PROJEKTIONER, type Bulkarende, type Bulkrad } from './bulkrad.ts'
export { oppnaDatabas, type Databas } from './databas.ts'
export type { Dokumentbytes, Uppladdat } from './dokumentbytes.ts'
export * from './enkat/deltagare.ts'
export * from './enkat/enkater.ts'
export * from './enkat/intervjuer.ts'
export type { Enkatutkastrad } from './enkat/tabeller.ts'
export * from './forebyggande/evidensregister.ts'
export * from './forebyggande/forslag.ts'
export * from './forebyggande/kandidater.ts'
export * from './forebyggande/vardgivare.ts'
export * from './forebyggande/overlamningar.ts'
export * from './forebyggande/poster.ts'
export * from './forebyggande/stodordningar.ts'
export * from './forebyggande/utlatandelank.ts'
export * from './forvar.ts'
export { startaInbaddad, type InbaddadDatabas } from './inbaddad.ts'
export { provaKedja, type Kedjefel } from './kedja.ts'
export type { Inledning, InlettArende, Kommandobegaran, Kommandosvar, Nu } from './kommandobegaran.ts'
export { Ko, UTSKICK, utanKo, utskickAv, VACKNING, type Utskicksjobb, type Utskicksko } from './ko.ts'
export * from './kunskap/fragebank.ts'
export {
  foraInVagledning,
  registreraAtgard,
  rekommendationsatgarder,
  vagledningarna,
  type NyVagledning,
  type Rekommendationsatgard,
  type Vagledningsrad,
} from './kunskap/register.ts'
export * from './lasning.ts'
export * from './information/insatser.ts'
export * from './listor.ts'
export * from './mottaget.ts'
export {
  LISTOR,
  loggaAtkomst,
  loggaAtkomstOm,
  loggaLista,
  loggaPersonlista,
  loggaTraffar,
  som,
  somPerson,
  somSystemet,
  type Fraga,
  type Visad,
} from './sammanhang.ts'
export { aterstallKopia, type Aterstallt } from './sakerhetskopia/aterstall.ts'
export type { Kedjebrott, Kedjeprov } from './sakerhetskopia/kedjor.ts'
export { provaKopia, type Manifest } from './sakerhetskopia/manifest.ts'
export { skapaKopia, type Kopia } from './sakerhetskopia/skapa.ts'
export * from './session.ts'
export { valjNasta } from './tilldelning.ts'
export { uppgifterUr, Uppgiftslogg, vacktid, type Loggad } from './uppgiftslogg.ts'
export * from './uppdrag.ts'
export { utredningAv } from './utredning.ts'
