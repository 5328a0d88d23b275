import type { Kolumn } from '@atergang/regelverk'

/** The kinds of rows a reform can be reckoned on: paid periods of a benefit, decided plans of treatment, or the lines of a file. */
export const ARENDESLAG = ['sjukpenning', 'rehabiliteringspenning', 'forebyggande_sjukpenning', 'behandlingsplaner', 'rader'] as const
export type Arendeslag = (typeof ARENDESLAG)[number]

/** Rows of one kind, as facts for the rules: a row has a person, its days, and what the register knows. */
export interface Arenden {
  readonly antal: number
  readonly kolumner: Readonly<Record<string, Kolumn>>
  /** days that a row pays for, in hundredths */
  readonly hundradelsdagar: Float64Array
  /** place of each row's person in `personer` */
  readonly person: Uint32Array
  readonly personer: Personer
}

/** Whom the rows are about. What is not known is NaN, or no place in the names. */
export interface Personer {
  readonly antal: number
  /** place in `lansnamn` and `konnamn` of the population */
  readonly lan: Float64Array
  readonly kon: Float64Array
  readonly alder: Float64Array
  /** kr a year */
  readonly inkomst: Float64Array
}

export interface Befolkning {
  /** what it is, in words */
  readonly vad: string
  /** invented people: nothing need be hidden */
  readonly pahittad: boolean
  readonly period: string | null
  readonly lansnamn: readonly string[]
  readonly konnamn: readonly string[]
  readonly arenden: ReadonlyMap<Arendeslag, Arenden>
  /** the facts that a rule gives, by their names, when only what it rests on is known */
  readonly kopplingar: Readonly<Record<string, string>>
  /** what the numbers rest on and cannot say */
  readonly forbehall: readonly string[]
}
