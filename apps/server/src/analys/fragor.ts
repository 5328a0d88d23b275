import type { Datum } from '@atergang/kalender'
import type {
  Datakalla,
  Format,
  Jamfortsamband,
  Kalibreringspost,
  Metodresultat,
  Sambandsanalys,
  Skyddslogg,
  Tabellsvar,
  Tryckskillnad,
  Urval,
} from '@atergang/analys'
import type { Metodgrupp, Metodval } from './metoder.ts'

/** What is at hand to count on. */
export interface Underlag {
  readonly pahittad: boolean
  readonly personer: number | null
  /** years of an invented country */
  readonly ar: readonly [number, number] | null
  readonly register: readonly { readonly namn: string; readonly rader: number }[]
}

export interface Tabellerna {
  readonly tabeller: readonly Tabellsvar[]
  /** of what each table takes: a period, areas */
  readonly tar: Readonly<Record<string, { readonly period: boolean; readonly omraden: boolean }>>
  readonly logg: readonly Skyddslogg[]
}

/** Figures that can be set against each other: counted on the data, or as the report prints them. */
export type Sambandskalla = 'data' | 'tryckt'
export interface Variabelnamn {
  readonly id: string
  readonly rubrik: string
  readonly enhet: string
  readonly definition: string
}
export interface Sambandsfraga {
  readonly kalla: Sambandskalla
  readonly x: string
  readonly y: string
  readonly utan: readonly string[]
  readonly urval: Urval
}
export interface Sambandssvar {
  readonly x: Variabelnamn
  readonly y: Variabelnamn
  readonly punkter: readonly { readonly omrade: string; readonly x: number; readonly y: number; readonly avvikare: boolean }[]
  readonly utan: readonly string[]
  /** areas that have no figure, or whose figure is hidden */
  readonly saknas: readonly string[]
  readonly analys: Sambandsanalys
}

export interface Publicerat {
  readonly samband: readonly Jamfortsamband[]
  readonly tryckskillnader: readonly Tryckskillnad[]
  /** table 1 of an invented country beside what it was calibrated to; null of other data */
  readonly kalibrering: {
    readonly poster: readonly Kalibreringspost[]
    readonly kolumner: readonly string[]
    readonly anmarkningar: readonly string[]
  } | null
}

export interface Enkatsvaren {
  readonly svarsfrekvens: readonly {
    readonly grupp: string
    readonly mottagare: number
    readonly svarande: number
    readonly andel: number
  }[]
  readonly paminnelser: readonly { readonly efterPaminnelser: number; readonly svar: number; readonly ackumulerat: number }[]
  readonly attPaminna: number
  readonly index: readonly {
    readonly index: string
    readonly items: readonly string[]
    readonly omraden: readonly { readonly omrade: string; readonly varde: number; readonly n: number; readonly overMedel: boolean }[]
  }[]
  readonly grader: readonly { readonly omrade: string; readonly grad: string }[]
  readonly kombinationer: readonly { readonly mest: string; readonly minst: string; readonly antal: number }[]
  readonly fragor: readonly {
    readonly fraga: number
    readonly item: string
    readonly text: string
    readonly n: number
    readonly vetEj: number
    readonly minst: number | null
    readonly hogst: number | null
    readonly svar: readonly { readonly varde: number; readonly antal: number }[]
  }[]
  readonly fritext: readonly {
    readonly fraga: number
    readonly item: string
    readonly text: string
    readonly n: number
    readonly kappa: number | null
    readonly koder: readonly { readonly kod: string; readonly antal: number }[]
  }[]
}

export interface Fil {
  readonly namn: string
  readonly typ: string
  readonly innehall: Uint8Array
}

/** A table's file: `tabell` is its id, and of an evaluation the table within it. */
export interface Filfraga {
  readonly format: Exclude<Format, 'text' | 'json'>
  readonly tabell: string
  readonly urval: Urval
  readonly metod?: { readonly namn: string; readonly val: Metodval }
}

export const RAPPORTSLAG = ['aterrapport', 'rekommendationer', 'ar'] as const
export const RAPPORTFORMAT = ['pdf', 'docx'] as const
/** A report for a day: what it may be about depends on its kind. */
export interface Rapportfraga {
  readonly slag: (typeof RAPPORTSLAG)[number]
  readonly format: (typeof RAPPORTFORMAT)[number]
  readonly dag: Datum
  readonly uppdrag?: string
  readonly lan?: string
  /** what the managers have registered about the recommendations */
  readonly atgarder?: readonly {
    readonly text: string
    readonly fran: Datum
    readonly tom: Datum | null
    readonly rekommendationer: readonly string[]
  }[]
}
export interface Rapportutbud {
  readonly uppdrag: readonly { readonly id: string; readonly namn: string }[]
  readonly lan: readonly string[]
}

/** Live evidence for a recommendation: its indicators year by year, as they are shown everywhere; null where the registers have nothing. */
export interface Rekommendationstal {
  readonly id: string
  readonly indikatorer: readonly {
    readonly namn: string
    readonly enhet: string
    readonly definition: string
    readonly referens: string | null
    readonly varden: readonly { readonly ar: string; readonly text: string | null }[]
  }[]
}

/** What the head of a unit may ask for too: the indicators of the whole mandate. */
export const CHEFENS_METODER: readonly string[] = ['indikatorer']

/** Everything that can be asked of the analysis, by name: what is asked and what is answered. */
export interface Fragor {
  underlag: [undefined, Underlag]
  tabeller: [Urval, Tabellerna]
  fil: [Filfraga, Fil]
  variabler: [{ readonly kalla: Sambandskalla; readonly urval: Urval }, readonly Variabelnamn[]]
  samband: [Sambandsfraga, Sambandssvar]
  publicerat: [undefined, Publicerat]
  enkat: [undefined, Enkatsvaren]
  metoder: [
    undefined,
    readonly { readonly namn: string; readonly grupp: Metodgrupp; readonly rubrik: string; readonly tar: readonly string[] }[],
  ]
  rapportutbud: [{ readonly dag: Datum }, Rapportutbud]
  rapport: [Rapportfraga, Fil]
  rekommendationer: [undefined, readonly Rekommendationstal[]]
  metod: [{ readonly namn: string; readonly val: Metodval }, Metodresultat]
}
export type Fraganamn = keyof Fragor
export type Svarare = { readonly [N in Fraganamn]: (fraga: Fragor[N][0], k: Datakalla) => Promise<Fragor[N][1]> }

/** From the process that counts: how far it has come, answers, refusals. */
export type Meddelande =
  | { readonly typ: 'skapas'; readonly klara: number; readonly av: number }
  | { readonly typ: 'redo' }
  | { readonly typ: 'kanInte'; readonly fel: Avslag }
  | { readonly typ: 'svar'; readonly id: number; readonly svar: unknown }
  | { readonly typ: 'fel'; readonly id: number; readonly fel: Avslag | null; readonly text: string }
export interface Avslag {
  readonly kod: string
  readonly text: string
  readonly falt: readonly { readonly falt: string; readonly text: string }[]
}
/** To it. */
export interface Uppdrag {
  readonly id: number
  readonly namn: Fraganamn
  readonly fraga: unknown
}
/** How the process is started. */
export interface Analysval {
  readonly mapp: string
  /** an invented country to make when the folder has none */
  readonly land: { readonly fro: string; readonly personer: number; readonly fran: number; readonly till: number } | null
}
