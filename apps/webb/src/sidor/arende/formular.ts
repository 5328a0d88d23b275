import type { Begaran, Beslutsrad, Kommunicering, Motivering, Omprovningsbegaran, Overklagande, Utbetalningsrad } from '@atergang/arende'
import type { Planbeslutsrad, Utlatande } from '@atergang/formaner'
import type { Datum, Period } from '@atergang/kalender'
import type { Fraga } from './arende.ts'
import type { Behandlingsrad, Diagnosrad } from './fragor/forebyggande/underlag.ts'

/** What each kind of question hands to its form. As `formular` in packages/formaner/src/sjukpenning/steg. */
export interface Bedomningsunderlag {
  readonly rader: readonly {
    readonly from: Datum
    readonly tom: Datum
    readonly yrkadGrad: number
    readonly intygadGrad: number | null
    readonly kedjedagFran: number
    readonly kedjedagTill: number
    readonly annanErsattning?: boolean
  }[]
  readonly provas: readonly string[]
  readonly undantag: readonly string[]
  readonly grundtext: string
  readonly sysselsattning: string
  readonly intyg: readonly {
    readonly id: string
    readonly handlingId: string
    readonly lakare: string
    readonly signerat: string | null
    readonly forlaggningForsamrar: boolean | null
  }[]
  readonly lamnatProgram: boolean
  readonly harArbetsgivare: boolean
  /** what 27 kap. 53 § says to look away from */
  readonly annanErsattning: readonly { readonly text: string; readonly period: string; readonly kalla: string }[]
  readonly tidigare: Bedomningssvar | null
}

export interface Bedomningssvar {
  readonly sjukdom: boolean
  readonly formaga: Readonly<Record<string, string>>
  readonly yrkesgrupp?: string
  readonly vilketArbete?: string
  readonly undantag?: { readonly vilket: string; readonly skal: string }
  readonly ingetUndantag?: string
  readonly annanErsattning?: { readonly andel: number; readonly darutover: boolean; readonly skal: string }
  readonly efterAtgard: { readonly behov: boolean; readonly formagaEfter: string }
  readonly rader: readonly { readonly from: Datum; readonly tom: Datum; readonly grad: number }[]
  readonly forlaggning?: string
  readonly beviskrav: string
  readonly bevisvardering: string
  readonly skal: string
  readonly kallor: readonly string[]
  readonly utanObjektivaFynd?: boolean
}

export interface Rehabiliteringssvar {
  readonly behov: string
  readonly vag: string
  readonly atgard: string
  readonly personensSyn: string
  readonly skal: string
  readonly foljUpp?: string
}

export interface Sgisvar {
  readonly anstallning: number
  readonly annat: number
  readonly gallerFran: Datum
  readonly andring?: {
    readonly slag: 'andrad' | 'felFranBorjan'
    readonly uppkom?: Datum
    readonly kannedom?: Datum
    readonly ersattningsperiodFran?: Datum
    readonly undantag?: string
  }
  readonly grund: string
  readonly forsakradForArbete: boolean
  readonly minstSexManader: boolean
  readonly skal: string
}
export interface Sgiunderlag {
  readonly forslag: {
    readonly anstallning: number | null
    readonly annat: number | null
    readonly gallerFran: Datum
    readonly grund: string
  } | null
  readonly tidigare: Sgisvar | null
  /** what is proposed of a change; null the first time */
  readonly andring: { readonly kannedom: Datum | null; readonly ersattningsperiodFran: Datum; readonly sjukperiodFran: Datum } | null
}

export interface Forslagssvar {
  readonly motivering: Motivering
  readonly information: readonly string[]
}
export interface Kvalitetssvar {
  readonly utfall: 'godkand' | 'aterlamnad'
  readonly omdomen: readonly { readonly nyckel: string; readonly underlag: string; readonly tillampning: string }[]
  readonly koder: readonly string[]
  readonly kommentar: string
}
/** A judgement as officer and specialist read it. */
export interface Bedomd {
  readonly id: string
  readonly nyckel: string
  readonly kod: string
  readonly av: string
  readonly dag: Datum
  readonly svar: unknown
}
interface Forslagsrader {
  readonly utfall: string
  readonly rader: readonly Beslutsrad[]
  readonly summa: number
}
export interface Forslagsunderlag {
  readonly forslag: Forslagsrader & { readonly utbetalning: readonly Utbetalningsrad[] }
  readonly tillNackdel: boolean
  readonly kvalitetsskal: readonly string[]
  readonly informationsamnen: Readonly<Record<string, string>>
  readonly bedomningar: readonly Bedomd[]
  readonly tidigare: Forslagssvar | null
  readonly aterlamning: Kvalitetssvar | null
}
export interface Kvalitetsunderlag {
  readonly forslag: Forslagsrader
  readonly motivering: Motivering
  readonly bedomningar: readonly Bedomd[]
  readonly provningsnamn: Readonly<Record<string, string>>
  /** what the proposal may be sent back with, for this benefit */
  readonly koder: readonly string[]
  readonly grupper?: readonly (Period & {
    readonly nyckel: string
    readonly grundtext: string
    readonly undantag: readonly string[]
    readonly svar: Bedomningssvar | null
  })[]
  readonly tidigareRundor: readonly { readonly av: string; readonly dag: Datum; readonly svar: Kvalitetssvar }[]
  readonly tidigareMotiveringar: readonly { readonly dag: Datum; readonly svar: Forslagssvar }[]
}
export interface Yttrandeunderlag {
  readonly yttranden: Kommunicering['yttranden']
  readonly bedomningar: readonly Bedomd[]
}
export interface Beslutsunderlag extends Forslagsrader {
  readonly utbetalning: readonly Utbetalningsrad[]
  readonly motivering: Motivering
}
export interface Omprovningsunderlag {
  readonly begaran: Omprovningsbegaran
  readonly beslut: {
    readonly id: string
    readonly dag: Datum
    readonly rader: readonly Beslutsrad[]
    readonly motivering: Motivering
    readonly innehall?: { readonly slag: string; readonly behandlingar?: readonly Planbeslutsrad[] }
  }
  readonly fickDel: Datum | null
  readonly senast: Datum | null
  readonly forSent: boolean | null
  readonly period: string
}
export interface Overklagandeunderlag {
  readonly overklagande: Overklagande
  readonly beslut: {
    readonly id: string
    readonly dag: Datum
    readonly typ: string
    readonly utfall: string
    readonly motivering: Motivering
  }
  readonly fickDel: Datum | null
  readonly senast: Datum | null
  readonly forSent: boolean | null
  readonly period: string
}
export interface Loneuppgift {
  readonly perManad: number
  readonly lonIArbetePerManad: number
  readonly franvaro?: number
  readonly overTakPerManad?: number
  readonly gruppsjukforsakringPerManad?: number
}
export interface Loneunderlag {
  readonly uppgift: Partial<Loneuppgift>
  readonly period: Period
  readonly takPerManad: number | null
}
export interface Lonesvar {
  readonly val: 'minska' | 'ingen'
  readonly lon?: Loneuppgift
  readonly skal: string
}
export interface Antagandesvar {
  readonly perioder: readonly (Period & { readonly arbete: boolean; readonly timmarPerVecka?: number })[]
  readonly skal: string
}
export interface Andringsunderlag {
  readonly beslut: string
  readonly dag: Datum
  readonly skillnad: { readonly kronor: number }
  readonly lage: {
    readonly rader: readonly (Period & { readonly fore: number; readonly efter: number; readonly forfallen: boolean })[]
    readonly mer: number
    readonly mindre: number
    readonly sparrat: number
  }
  readonly tvaArGick: Datum | null
  readonly kommunicerat: {
    readonly skickad: Datum
    readonly yttranden: Yttrandeunderlag['yttranden']
    readonly svar: { readonly grund: string; readonly skal: string; readonly efterTvaAr?: string; readonly efterTvaArSkal?: string }
  } | null
}
export interface Fynd {
  readonly kod: string
  readonly allvar: 'fel' | 'varning' | 'upplysning'
  readonly svarId: string
  readonly text: string
  readonly fraga: string | null
}
export interface Intygsunderlag {
  readonly intyg: string
  readonly handlingId: string
  readonly fynd: readonly Fynd[]
}
export interface Konsultationsunderlag {
  readonly begaran: Begaran
  /** of a case of förebyggande sjukpenning: the statement and the plan in place of certificates */
  readonly utlatande?: Utlatande | null
  readonly behandlingar?: readonly Behandlingsrad[]
  readonly diagnoser?: readonly Diagnosrad[]
  readonly registret?: readonly { readonly behandling: string; readonly text: string }[]
  readonly intyg?: readonly {
    readonly handlingId: string
    readonly lakare: string
    readonly diagnoser: readonly { readonly kod: string; readonly text: string }[]
    readonly funktionsnedsattning: string
    readonly aktivitetsbegransning: string
    readonly behandling: string
    readonly perioder: readonly (Period & { readonly grad: number })[]
  }[]
}

/** The form's part of a question, in the shape its kind has. */
export const underlagFor = <U>(f: Fraga): U => f.formular as U
