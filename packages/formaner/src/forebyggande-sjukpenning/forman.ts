import type { Forman } from '@atergang/arende'
import { efterRiktalderfraga } from '../gemensamt/alder.ts'
import { andringsfraga } from '../gemensamt/beslut/andring.ts'
import { ankomstdagsfraga } from '../gemensamt/ansokan/ankomstdag.ts'
import { ansokansgranskningsfraga } from '../gemensamt/ansokan/granskning.ts'
import { beslutsvagensFragor } from '../gemensamt/beslut/fragor.ts'
import { omprovningsfraga } from '../gemensamt/beslut/omprovning.ts'
import { overklagandefraga } from '../gemensamt/beslut/overklagande.ts'
import { samtalsfraga } from '../gemensamt/beslut/samtal.ts'
import { fmrSvarsfraga } from '../gemensamt/konsultation.ts'
import { kontaktfraga } from '../gemensamt/kontakt.ts'
import { obesvaratfraga } from '../gemensamt/obesvarat.ts'
import { sgifraga } from '../gemensamt/sgi.ts'
import { BEGARANSORD, FORMANSNAMN } from './brev/ord.ts'
import { avslutsfraga } from './efter/steg.ts'
import { ersattningsfragor } from './ersattning/fragor.ts'
import { lonen } from './ersattning/lon.ts'
import { ersattningsvag } from './ersattning/vag.ts'
import type { Forebyggandefakta } from './fakta.ts'
import { faktaMedFoljder } from './faktafoljder.ts'
import { forebyggandeflode } from './flode.ts'
import { kommandon } from './kommandon.ts'
import { andringsvag, omprovningsvag } from './omprovning.ts'
import { planfragor } from './plan/fragor.ts'
import { planvag } from './plan/vag.ts'
import { FLODESVERSION, VERSIONER } from './versioner.ts'

export const VAGAR = [planvag, ersattningsvag] as const

/** Förebyggande sjukpenning (27 kap. 6–7 §§ SFB) as a benefit of the case core: one case is one plan, with the claims on it. */
export const forebyggandeSjukpenning: Forman<Forebyggandefakta> = {
  namn: 'forebyggande-sjukpenning',
  rubrik: FORMANSNAMN[0]!.toUpperCase() + FORMANSNAMN.slice(1),
  nummerprefix: 'FP',
  flodesversion: FLODESVERSION,
  flode: () => forebyggandeflode,
  // The benefit counts no days of its own: where the case is stands in its phase.
  dagnummer: () => 0,
  fragor: {
    ansokansgranskning: ansokansgranskningsfraga<Forebyggandefakta>(BEGARANSORD, VERSIONER),
    inkomst: ankomstdagsfraga<Forebyggandefakta>('inkomst'),
    ...planfragor,
    ...ersattningsfragor,
    sgi: sgifraga,
    efterRiktalder: efterRiktalderfraga,
    lonUnderSjukdom: lonen.fraga,
    fmrSvar: fmrSvarsfraga,
    kontakt: kontaktfraga,
    obesvarat: obesvaratfraga,
    avslut: avslutsfraga,
    ...beslutsvagensFragor<Forebyggandefakta>(VAGAR),
    samtal: samtalsfraga,
    andring: andringsfraga(andringsvag),
    omprovning: omprovningsfraga(omprovningsvag),
    overklagande: overklagandefraga(VERSIONER),
  },
  fakta: faktaMedFoljder,
  kommandon,
}
