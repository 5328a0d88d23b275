export { beraknaForebyggande, type Forebyggandedag, type Forebyggandesvar, type Forebyggandeunderlag } from './berakning/berakna.ts'
export { dagsbelopp, type Dagsbelopp } from './berakning/belopp.ts'
export { lasForebyggandefil } from './berakning/fil.ts'
export type { Dagvillkor, Sgigrund, Villkorspa } from './berakning/villkor.ts'
export { lasDiagnosomrade, kapitlet } from './evidens/diagnos.ts'
export { evidensFranBorjan } from './evidens/franBorjan.ts'
export { liknandeFall, type Jamforfall, type Liknande, type TidigareFall } from './evidens/liknande.ts'
export {
  arMotStallningen,
  evidensFor,
  granskaPost,
  INSTALLNINGAR,
  medPost,
  STALLNINGAR,
  type Evidensfall,
  type Evidenspost,
  type Evidenssvar,
  type Installningsnamn,
  type Registerfel,
  type Stallning,
} from './evidens/register.ts'
export { annatAttGranska, annatnyckel, type Annatanvandning, type Annatgranskning, type Annatgrupp } from './koder/annat.ts'
export { ANNAT, BEHANDLINGAR, behandlingsfel, behandlingsnamn, type Behandling } from './koder/behandlingar.ts'
export {
  FORMANSKODER,
  INITIATIVTAGARE,
  KOMPLETTERINGSFALT,
  SYFTEN,
  UTFORANDEFORMER,
  VARDGIVARTYPER,
  type Formanskod,
  type Initiativ,
  type Kompletteringsfalt,
  type Syfte,
  type Utforandeform,
  type Vardgivartyp,
} from './koder/koder.ts'
export { ERSATTNINGSSKAL, PLANSKAL, type Ersattningsskal, type Planskal } from './koder/skal.ts'
export {
  vardgivareAttGranska,
  vardgivarnyckel,
  vardgivarslagning,
  type Vardgivare,
  type Vardgivargrupp,
  type Vardgivarnamn,
} from './koder/vardgivare.ts'
export { RUTINER, type Rutin } from './koder/steghistorik.ts'
export { forhandskoll, type Forhandskoll, type Planuppgifter } from './plan/forhandskoll.ts'
export { bekraftadSgi, forhandskollFore, forhandsuppgifterSchema, type Forhandsuppgifter, type Kantfore } from './plan/fore.ts'
export type { Dagsgrupp, Dagsutfall, Planeraddag } from './plan/planeraddag.ts'
export {
  besokSchema,
  planbehandlingSchema,
  planeradeTillfallen,
  type Besok,
  type Planbehandling,
  type PlaneratTillfalle,
} from './plan/plan.ts'
export type { Sgilage, Upplysning } from './plan/texter.ts'
/** The figures of the overview and what they are reckoned from. */
export * as forebyggandestatistik from './statistik/index.ts'
export type { Forebyggandepost } from './statistik/post.ts'
export {
  STODORDNINGAR,
  STODSLAG,
  type Stodjamforelse,
  type Stodordning,
  type Stodordningsslag,
  type Stodslag,
} from './statistik/stodordning.ts'
export {
  arbetsdagen,
  arbetspass,
  sokschema,
  VECKODAGAR,
  VECKODAGSNAMN,
  type Arbetsdag,
  type Arbetsschema,
  type Veckodag,
} from './tid/arbetsdag.ts'
export { ANDELSNAMN, dagstider, type Andel, type Dagstid } from './tid/dagstid.ts'
export { granskaTillfallen, tidsatgang, type Tillfalle, type Tillfallesfel } from './tid/tillfalle.ts'
export { minForebyggande, type MinForebyggande, type MinUppgift } from './vy/minasidor.ts'
export type { Ersattningsvy, Forebyggandevy, Planvy } from './vy/index.ts'
export { forebyggandeSjukpenning } from './forman.ts'
export { forebyggandepost } from './post.ts'
export { fasen, FASNAMN, type Fas } from './efter/lage.ts'
export {
  ansokanErsattningSchema,
  ansokanPlanSchema,
  diagnosSchema,
  FULLFOLJD,
  fullfoljdSchema,
  utforandeSchema,
  vardgivartypSchema,
  arbetsschemaSchema,
  arsarbetstidSchema,
  arbetssokandeSchema,
  utlatandeSchema,
  yrkatTillfalleSchema,
  type AnsokanErsattning,
  type AnsokanPlan,
  type Flage,
  type Forebyggandefakta,
  type Schemauppgift,
  type Utlatande,
} from './fakta.ts'
export { saknasIErsattningen } from './ersattning/ersattningslage.ts'
export { RISKGRUNDER } from './plan/bedomning.ts'
export { saknasIPlanen, saknasIUtlatandet } from './plan/saknas.ts'
export {
  godkandaBehandlingar,
  planAttProva,
  namnPaBehandling,
  planerna,
  utlatandena,
  behandlingarna,
  type Planinnehall,
  type Planbeslutsrad,
} from './plan/planlage.ts'
export { dosen, evidensfallet } from './plan/uppgifter.ts'
export { dagensArbetstid, somSchema } from './uppgifter.ts'
export { FORMULAR } from './versioner.ts'
export {
  gallrasEfter,
  gallrasFore,
  granskaKandidatsteg,
  granskaSignal,
  KANDIDATKALLOR,
  kandidatKlar,
  KANDIDATSTATUS,
  nastaKandidatstatus,
  type Kandidatkalla,
  type Kandidatstatus,
  type Kandidatsteg,
} from './kandidat.ts'
export { papperSchema, type Papper } from './papper.ts'
