import type { Dold, Skyddsunderlag } from '../skydd/skydd.ts'

/** What a column counts, in words: the one place where it is said. */
export interface Kolumndefinition {
  readonly population: string
  readonly fonster: string
  readonly taljare: string
  readonly namnare: string | null
  readonly enhet: string
  readonly kalla: string
}

export interface Svarskolumn {
  readonly id: string
  readonly rubrik: string
  readonly enhet: string
  readonly decimaler: number
  readonly definition: Kolumndefinition
}

/** Where the print or the source says otherwise, with the catalogue's id, which is never shown. */
export interface Anmarkning {
  readonly id: string
  readonly text: string
}

export interface Svarscell {
  readonly varde: number | string | null
  /** how many the figure rests on */
  readonly n?: number | null
  readonly dold?: Dold
  /** of a correlation */
  readonly p?: number
  readonly stjarnor?: string
  readonly intervall?: readonly [number, number] | null
}

export interface Svarsrad {
  readonly nyckel: readonly string[]
  readonly summa?: true
  readonly celler: readonly Svarscell[]
}

/** A table or figure as numbers, ready to be shown, written or drawn. */
export interface Tabellsvar {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly nycklar: readonly string[]
  readonly kolumner: readonly Svarskolumn[]
  readonly rader: readonly Svarsrad[]
  readonly anmarkningar: readonly Anmarkning[]
  readonly urval: { readonly period: string; readonly omraden: readonly string[] | null }
  /** null when nothing needed hiding */
  readonly skydd: { readonly dolda: number; readonly text: string } | null
}

/** A table as counted, before small numbers are hidden, with what protects it. */
export interface Ratabell {
  readonly svar: Tabellsvar
  readonly underlag: Skyddsunderlag
  /** names of the counts a cell must not reveal, by row and column */
  readonly beror: (rad: number, kolumn: number) => readonly string[]
}

export const INGET_UNDERLAG: Skyddsunderlag = { variabler: new Map(), likheter: [] }
export const utanSkydd = (svar: Tabellsvar): Ratabell => ({ svar, underlag: INGET_UNDERLAG, beror: () => [] })
