export { Analysfel, type Analysfalt } from './fel.ts'
export { Datakalla, type Sqlmotor, type Mattvarden } from './datakalla.ts'
export { skrivLand, type Framsteg, type Skrivetland } from './land.ts'
export {
  arUppslag,
  fonster,
  fonstertext,
  kalenderar,
  nyckel,
  villkorSql,
  type Begaran,
  type Fonster,
  type Uppslag,
  type Uppslagsmatt,
  type Matt,
  type Villkor,
} from './matt/matt.ts'
export {
  FIGURER,
  kontrolleraOmraden,
  raknaAllt,
  raknaFigur,
  raknaRatt,
  raknaTabell,
  TABELLER,
  tarUrval,
  type Figurnummer,
  type Tabellnummer,
  type Urval,
} from './tabeller/alla.ts'
export { helaAr, PERIODFORM, tolkaPeriod } from './matt/period.ts'
export { lansvariabler } from './tabeller/variabler.ts'
export { raknaMattabell } from './tabeller/mattabell.ts'
export type { Anmarkning, Kolumndefinition, Ratabell, Svarscell, Svarskolumn, Svarsrad, Tabellsvar } from './tabeller/svar.ts'
export { skydda, MINST_VISADE, type Skyddsunderlag } from './skydd/skydd.ts'
export { skyddaTabeller, type Skyddadetabeller, type Skyddslogg } from './skydd/tillampa.ts'
export { celltext, definitionstext, medskickat } from './utdata/celler.ts'
export { FILANDELSE, FORMAT, skrivTabell, type Format } from './utdata/format.ts'
export { jsonStat } from './utdata/jsonstat.ts'
export {
  avvikare,
  pearson,
  samband,
  spearman,
  stjarnor,
  VARNING_OMRADEN,
  type Korrelation,
  type Sambandsanalys,
} from './statistik/korrelation.ts'
export { kalibrera, kalibreringstext, skrivKalibrering, type Kalibrering, type Kalibreringspost } from './kalibrering.ts'
export { jamforSamband, tryckskillnader, type Jamfortsamband, type Tryckskillnad } from './publicerat.ts'
export * from './enkat/index.ts'
export { REGISTER } from './register/register.ts'
export type { Kolumn, Register } from './register/kolumn.ts'
export { lasManifest, type Manifest } from './register/datamapp.ts'
export { KALLOR, type Kalla } from './kallor/kallor.ts'
export { importera, type Importerat, type Importfil } from './import/importera.ts'
export { KODNINGAR, type Kodning } from './import/kodning.ts'
export { sambandUrFil, type Filsamband, type Sambandsval } from './import/sambandsfil.ts'
export {
  DIMENSIONER,
  DIMENSIONSNAMN,
  raknaReform,
  reformdiagram,
  reformMarkdown,
  reformtext,
  type Dimension,
  type Reformdel,
  type Reformgrupp,
  type Reformsvar,
  type Reformval,
  type Tradar,
} from './reform/index.ts'
export {
  fardiga,
  URVALSVARNING,
  type Diagram,
  type Fardigt,
  type Kontroll,
  type Metodresultat,
  type Raresultat,
  type Skattning,
} from './resultat/resultat.ts'
export { resultattext, skattningstext } from './resultat/text.ts'
export { MARKEN, markenI, markestext, type Periodmarke } from './marken/marken.ts'
export { UTVARDERINGAR, utvardera, type Utvardering, type Utvarderingsnamn, type Utvarderingsval } from './utvardering/index.ts'
export { HISTORIKFONSTER } from './utvardering/historik.ts'
export { FALSK_ANDEL, likformighet, spridningslarm, type Likformighetsval } from './jamforelse/likformighet.ts'
export { likaFall, likafalltext, type Granne, type Likafall, type Likafallsvar } from './jamforelse/likafall.ts'
export { LIKHETSVARIABLER, likaLan, STORSTADSLAN, type Likalanval } from './jamforelse/likalan.ts'
export { SLAG, type Beslutsslag } from './jamforelse/slag.ts'
export type { Omradesniva } from './jamforelse/fall.ts'
export { aterfinn, lasFacit, type Aterfunnen } from './facit/aterfinn.ts'
export { MALEN, malenDen, type Mal } from './indikatorer/mal.ts'
export { indikatorer, indikatorrader, motMalet, referenstext, type Indikatorrad, type Indikatorval } from './indikatorer/indikatorer.ts'
export { INDIKATORER, type Indikator } from './indikatorer/register.ts'
export { PASTAENDEN, pastaenden, type Pastaende } from './indikatorer/pastaenden.ts'
export { aterrapport, arsrapport, rekommendationsrapport } from './rapport/rapporter.ts'
export type { Rapportval } from './rapport/block.ts'
export { INGA_UPPGIFTER, lasUppgifter, UPPGIFTSEXEMPEL, type Atgard, type Rapportuppgifter } from './rapport/uppgifter.ts'
export { nastaRedovisning, UPPDRAG, uppdragDen, type Uppdrag } from './rapport/uppdrag.ts'
export { DELFRAGOR, REGERINGENS_SVAR, REKOMMENDATIONER, type Rekommendation } from './rapport/rekommendationer.ts'
