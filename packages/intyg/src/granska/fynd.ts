import { kortLagrum } from '@atergang/regelverk'
import type { Rasvar } from '../modell.ts'

/**
 * How much a finding matters:
 * `fel` — an answer the case cannot be handled on is missing or contradicts itself;
 * `varning` — it can be used, but should be looked at or asked about;
 * `upplysning` — good to know.
 * None of them is a reason to refuse anything.
 */
export type Allvar = 'fel' | 'varning' | 'upplysning'

/** Every code `granska` can give. Stable. */
export const FYNDKODER = [
  // the head
  'typHanterasInte',
  'typkodsystemAvviker',
  'personIdRotAvviker',
  'signeringstidSaknas',
  'signeradIFramtiden',
  'relationOkand',
  'overlapparTidigareIntyg',
  // any question
  'svarSaknas',
  'svarUpprepat',
  'forMangaSvar',
  'instansSaknas',
  'okantSvar',
  'okantDelsvar',
  'delsvarUpprepat',
  'delsvarSaknas',
  'svarUtanInnehall',
  'olasligtSvar',
  'okandKod',
  'feltKodsystem',
  'kodUpprepad',
  'forLangText',
  'svarUtanForutsattning',
  // 1 basis
  'ingenUndersokning',
  'grundEfterSignering',
  // 6 diagnosis
  'diagnoskodSaknas',
  'diagnoskodOgiltig',
  'diagnostextSaknas',
  'diagnoskodsystemOkant',
  'diagnoskodsystemOlika',
  'bidiagnosIFelOrdning',
  // 26, 27
  'kontaktOnskas',
  'smittskydd',
  // 32 periods
  'gradUpprepad',
  'periodOlaslig',
  'periodOmvand',
  'perioderOverlappar',
  'periodForeFodelse',
  'periodLangtFram',
  'periodBakatUtanSkal',
  // 33, 39, 40, 44
  'arbetstidsforlaggningSaknas',
  'arbetstidsforlaggningMotsagelse',
  'prognostidOgiltig',
  'prognosMotsagelse',
  'atgarderMotsagelse',
] as const

export type Fyndkod = (typeof FYNDKODER)[number]

export interface Fynd {
  readonly kod: Fyndkod
  readonly allvar: Allvar
  /** The question, as `32`; for the head its field: `typ`, `person-id`, `signeringstidpunkt`, `relation`. */
  readonly svarId: string
  /** The part of the question, as `32.2`. */
  readonly delsvarId?: string
  readonly instans?: number
  /** What was found, for the officer. */
  readonly text: string
  /** A ready completion question to the doctor; null when there is nothing to ask the doctor. */
  readonly fraga: string | null
  /** Short form, as `27:46 st 3`. */
  readonly lagrum?: string
}

/** The short form again, so that a citation is checked by `lagrum` and carried as text. */
export const hanvisning = kortLagrum

interface Fyndinnehall {
  readonly text: string
  readonly fraga?: string | null
  readonly delsvarId?: string
  /** The answer the finding is about, for its instance number. */
  readonly svar?: Rasvar
  readonly lagrum?: string
}

export function fynd(kod: Fyndkod, allvar: Allvar, svarId: string, { text, fraga, delsvarId, svar, lagrum }: Fyndinnehall): Fynd {
  return {
    kod,
    allvar,
    svarId,
    ...(delsvarId ? { delsvarId } : {}),
    ...(svar?.instans !== undefined ? { instans: svar.instans } : {}),
    text,
    fraga: fraga ?? null,
    ...(lagrum ? { lagrum } : {}),
  }
}
