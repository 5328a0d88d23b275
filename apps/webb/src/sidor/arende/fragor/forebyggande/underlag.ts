import type { Evidenssvar, Planbeslutsrad, Utlatande } from '@atergang/formaner'
import type { Datum, Period } from '@atergang/kalender'
import type { Tidsatgang } from './tider.ts'

/** What each question of förebyggande sjukpenning hands to its form. As `formular` in packages/formaner/src/forebyggande-sjukpenning. */
type Ordlista = Readonly<Record<string, { readonly namn: string }>>

export interface Behandlingsrad {
  readonly id: string
  readonly behandling: string
  readonly namn: string
  readonly beskrivning: string
  readonly utforande: string
  readonly vardgivare: string
  readonly period: Period | null
  readonly tillfallen: number
  readonly timmarPerVecka: number
}
export interface Diagnosrad {
  readonly kod: string
  readonly text: string
}
export interface Kompletteringsrad {
  readonly falt: string
  readonly text: string
  readonly skal: string
}
export interface Utlatandeunderlag {
  readonly utlatande: Utlatande | null
  readonly handlingId: string | null
  readonly saknas: readonly Kompletteringsrad[]
  readonly uppfoljningAttFraga: boolean
  readonly behandlingar: readonly Behandlingsrad[]
  readonly falt: Ordlista
}
export interface Ordinationsunderlag {
  readonly ordineradAv: { readonly namn: string; readonly vardenhet: string } | null
  readonly utlatande: Utlatande | null
  readonly falt: Ordlista
}
export interface Riskunderlag {
  readonly utlatande: Utlatande | null
  readonly diagnoser: readonly Diagnosrad[]
  readonly grunder: Readonly<Record<string, string>>
  readonly falt: Ordlista
}
export interface Tidigareplan {
  readonly nummer: string
  readonly inkom: Datum
  readonly utfall: string
  readonly nettodagar: number
  readonly fullfoljd: string
  readonly uppfoljning: string
}
export interface Evidensunderlag {
  readonly behandling: Behandlingsrad
  readonly diagnoser: readonly Diagnosrad[]
  readonly register: Evidenssvar | null
  readonly kraverFmr: boolean
  readonly lakarensSkal: { readonly hurMinskarRisken: string; readonly stod: string } | null
  readonly konsultationer: readonly {
    readonly id: string
    readonly fraga: string
    readonly svar: string
    readonly av: string
    readonly dag: Datum
  }[]
  readonly tidigare: readonly Tidigareplan[]
  readonly falt: Ordlista
}
export interface Evidenssvaret {
  readonly stodForProblemet: string
  readonly upplaggetPassar: string
  readonly skal: string
}
export interface Planunderlag {
  readonly syfte: string | null
  readonly syften: Ordlista
  readonly planskal: Ordlista
  readonly ordinerad: string
  readonly risk: { readonly visad: string; readonly skal: string }
  readonly behandlingar: readonly (Behandlingsrad & { readonly evidens: Evidenssvaret; readonly stallning: string | null })[]
}
export interface Yrkat {
  readonly id: string
  readonly datum: Datum
  readonly start: string
  readonly namn: string
  readonly behandlingMin: number
}
export interface Avvikelseunderlag {
  readonly tillfallen: readonly (Yrkat & { readonly traff: string; readonly text: string })[]
  readonly ovriga: readonly (Yrkat & { readonly traff: string; readonly text: string })[]
  readonly plan: readonly {
    readonly id: string
    readonly namn: string
    readonly from: Datum
    readonly tom: Datum
    readonly hogst: number
  }[]
}
export interface Genomforandeunderlag {
  readonly tillfallen: readonly (Yrkat & { readonly varfor: string })[]
  readonly avbruten: readonly { readonly dag: Datum; readonly skal: string; readonly av: string }[]
  readonly narvaro: readonly { readonly datum: readonly Datum[]; readonly text: string }[]
}
export interface Arbetsschemaunderlag {
  readonly dagar: readonly Datum[]
  readonly arsarbetstid: boolean
  readonly arbetslos: boolean
  readonly arbetsgivare: { readonly namn: string } | null
}
export interface Arbetssokandeunderlag {
  readonly dagar: readonly Datum[]
  readonly uppgift: { readonly anmald: boolean; readonly beredd: boolean; readonly timmarPerDag?: number } | null
}
export interface Nodvandigunderlag {
  readonly tillfallen: readonly (Omit<Yrkat, 'namn'> & { readonly atgang: Tidsatgang })[]
  readonly grans: number
}
export interface Annanunderlag {
  readonly dagar: readonly { readonly datum: Datum; readonly grad: number; readonly nummer: string; readonly hogstForslag: number }[]
}
export interface Avslutsunderlag {
  readonly brister: readonly { readonly falt: string; readonly text: string }[]
  readonly utanAnsokan: boolean
  readonly fullfoljd: Readonly<Record<string, string>>
}
/** What the forms on the way to a decision hold besides the common parts: a plan, or days. */
export interface Forebyggandeforslag {
  readonly plan?: readonly (Planbeslutsrad & { readonly stallningstext: string | null; readonly registertext: string | null })[]
  readonly motStallningen?: boolean
  readonly dagar?: readonly Dagrad[]
}
export interface Dagrad {
  readonly datum: Datum
  readonly yrkad: number
  readonly andel: number
  readonly skal: string | null
  readonly hindradeMinuter: number
  readonly arbetsminuter: number
  readonly tillfallen: readonly {
    readonly id: string
    readonly start: string
    readonly traff: string
    readonly raknas: boolean
    readonly skal: string | null
    readonly varfor: string | null
  }[]
}
