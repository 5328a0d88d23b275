import type { Bestand } from '@atergang/regelverk'

/** The kinds of rows a reform can be reckoned on: paid periods of a benefit, decided plans of treatment, or the lines of a file. */
export const ARENDESLAG = ['sjukpenning', 'rehabiliteringspenning', 'forebyggande_sjukpenning', 'behandlingsplaner', 'rader'] as const
export type Arendeslag = (typeof ARENDESLAG)[number]

/** What a row is counted in. */
export const DAGAR = 'dagar'
/** The column that holds a row's day, when the rows are not all reckoned by the law of one day. */
export const DAG = 'dag'

/** Rows of one kind, as facts for the rules: a row has a person, a day, its days, and what the register knows. */
export interface Arenden {
  readonly bestand: Bestand
  /** place of each row's person in `personer` */
  readonly person: Uint32Array
}

/** Whom the rows are about. */
export interface Personer {
  readonly antal: number
  /** place in the names; 255 when not known */
  readonly lan: Uint8Array
  readonly kon: Uint8Array
  /** −1 when not known */
  readonly alder: Int16Array
  /** kr a year; −1 when not known */
  readonly inkomst: Int32Array
}
export const OKANT = 255

export interface Befolkning {
  /** what it is, in words: ”ett påhittat land med 200 000 personer” */
  readonly vad: string
  /** invented people: nothing need be hidden */
  readonly pahittad: boolean
  readonly period: string
  readonly lansnamn: readonly string[]
  readonly konnamn: readonly string[]
  readonly personer: Personer
  readonly arenden: ReadonlyMap<Arendeslag, Arenden>
  /** the facts that a rule of the same meaning gives when they are not known themselves */
  readonly kopplingar: Readonly<Record<string, string>>
  /** inhabitants the rows are drawn from, and of the country they stand for; null when they stand for themselves */
  readonly urval: { readonly av: number; readonly land: number } | null
  /** what the numbers rest on and cannot say */
  readonly forbehall: readonly string[]
}
