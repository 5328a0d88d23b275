import type { Datum } from '@atergang/kalender'
import type { Lagrum } from '@atergang/regelverk'

/** What a letter is for; decides its template heading and who may send it. */
export type Brevtyp = 'beslut' | 'kommunicering' | 'komplettering' | 'forfragan' | 'forelaggande' | 'information' | 'omprovning'

/** One part of a letter. Each has a name, a version and an owner, so that a text can be found, reviewed and changed in one place. */
export type Brevblock = {
  /** stable name of the text: ”omprovning”, ”arbetsskadelivranta” */
  readonly namn: string
  readonly version: string
  /** function that answers for the wording */
  readonly agare: string
  readonly lagrum?: readonly Lagrum[]
} & (
  | { readonly typ: 'rubrik'; readonly text: string; readonly niva: 2 | 3 }
  | { readonly typ: 'stycke'; readonly text: string }
  | { readonly typ: 'lista'; readonly punkter: readonly string[] }
  /** key sentence, set apart: the outcome */
  | { readonly typ: 'besked'; readonly text: string }
  | {
      readonly typ: 'tabell'
      readonly rubrik: string
      readonly kolumner: readonly Kolumn[]
      readonly rader: readonly (readonly string[])[]
      /** the last row adds up the others and is set apart */
      readonly summarad?: boolean
    }
  /** pairs of word and value: case number, officer, unit */
  | { readonly typ: 'uppgifter'; readonly rader: readonly (readonly [string, string])[] }
)

export interface Kolumn {
  readonly rubrik: string
  readonly hoger?: boolean
}

export interface Adress {
  readonly namn: string
  readonly rader: readonly string[]
}

/** Everything a letter says. The same content gives the same bytes: previewed = sent = archived. */
export interface Brevinnehall {
  readonly typ: Brevtyp
  /** the template, and the guideline with its version that the letter is written by */
  readonly mall: { readonly namn: string; readonly version: string; readonly riktlinje?: string }
  readonly sprak: 'sv'
  readonly datum: Datum
  readonly arendenummer: string
  readonly rubrik: string
  readonly mottagare: Adress
  readonly avsandare: Adress
  readonly block: readonly Brevblock[]
}
