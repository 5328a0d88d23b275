import type { Datum } from '@atergang/kalender'
import type { Grad, Intygstyp, Modell, Relationstyp } from './kodverk.ts'
import type { PersonId } from './personid.ts'

export interface IntygsId {
  readonly root: string
  readonly extension: string
}

/** The value of a part answer as it came. `text` is verbatim, with line breaks and spaces kept. */
export type Ravarde =
  | { readonly typ: 'text'; readonly text: string }
  | { readonly typ: 'kod'; readonly kod: string; readonly kodsystem: string; readonly visning?: string }
  | { readonly typ: 'period'; readonly start: string; readonly slut: string }
  | { readonly typ: 'mangd'; readonly varde: string; readonly enhet: string }
  | { readonly typ: 'deldatum'; readonly format: string; readonly varde: string }
  | { readonly typ: 'annat'; readonly element: string; readonly text: string }

export interface Radelsvar {
  /** As `32.1`. */
  readonly id: string
  readonly varde: Ravarde
}

/** One answer as it came: everything is kept, known or not. */
export interface Rasvar {
  /** As `32`. */
  readonly id: string
  readonly instans?: number
  readonly delsvar: readonly Radelsvar[]
}

/** A text that may begin with chosen ICF titles; the titles travel as text, never as codes. */
export interface Beskrivning {
  /** The whole text as it came. */
  readonly ratext: string
  readonly text: string
  readonly icf: readonly string[]
}

export interface Sjukskrivningsperiod {
  readonly grad: Grad
  readonly from: Datum
  readonly tom: Datum
}

export interface Diagnos {
  /** Upper case, no dot. May be a code that does not exist: `granska` says so. */
  readonly kod: string
  readonly text?: string
  /** ICD-10-SE always under its current identifier; an unknown system as it came. */
  readonly kodsystem: string
}

export interface Skapare {
  readonly personalId: string
  /** Empty when the doctor has protected identity. */
  readonly namn: string
  readonly befattning?: string
  readonly enhet: {
    readonly id: string
    readonly namn: string
    readonly postadress?: string
    readonly postnummer?: string
    readonly postort?: string
    readonly telefon?: string
    readonly epost?: string
  }
  readonly vardgivare?: { readonly id: string; readonly namn: string }
}

export interface Relation {
  readonly typ: Relationstyp | (string & {})
  readonly intygsId: IntygsId
}

/** What every certificate has, whatever its type. */
export interface Intygshuvud {
  readonly intygsId: IntygsId
  readonly typ: Intygstyp
  readonly typkodsystem: string
  readonly version: string
  /** `YYYY-MM-DDThh:mm:ss` as it came; left out when missing or unreadable. */
  readonly signerat?: string
  readonly skickat?: string
  readonly patient: { readonly personId: PersonId; readonly fornamn?: string; readonly efternamn?: string }
  readonly skapadAv: Skapare
  readonly relationer: readonly Relation[]
  /** The message of ours that this certificate answers. */
  readonly svarPa?: { readonly meddelandeId: string; readonly referensId?: string }
}

/** The answers of a läkarintyg för sjukpenning, as far as they could be read. */
export interface Intygssvar {
  readonly smittskydd?: boolean
  readonly grund: readonly { readonly kod: string; readonly datum?: Datum; readonly text?: string }[]
  readonly sysselsattning: readonly { readonly kod: string }[]
  readonly arbete?: string
  readonly diagnoser: readonly Diagnos[]
  readonly funktionsnedsattning?: Beskrivning
  readonly aktivitetsbegransning?: Beskrivning
  readonly behandling: { readonly pagaende?: string; readonly planerad?: string }
  /** Only those with a known degree and two dates in order; the rest is in `svar`. */
  readonly perioder: readonly Sjukskrivningsperiod[]
  readonly arbetstidsforlaggning?: { readonly forsamrar: boolean; readonly motivering?: string }
  readonly arbetsresor?: boolean
  readonly langreAnRekommenderat?: string
  readonly prognos?: { readonly kod: string; readonly dagar?: number; readonly manader?: number; readonly motivering?: string }
  readonly atgarder: readonly { readonly kod: string }[]
  readonly atgarderText?: string
  readonly ovrigt?: string
  readonly kontakt?: { readonly onskas: boolean; readonly skal?: string }
}

/** A certificate. `modell` is null for a type that is stored but not read further: all its answers are in `svar`. */
export interface Intyg extends Intygshuvud, Intygssvar {
  readonly modell: Modell | null
  readonly svar: readonly Rasvar[]
}

/** One text per certificate, the same for the same certificate id however often it comes. */
export const intygsnyckel = (intyg: { readonly intygsId: IntygsId }): string =>
  `${encodeURIComponent(intyg.intygsId.root)}/${encodeURIComponent(intyg.intygsId.extension)}`
