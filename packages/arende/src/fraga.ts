import type { Datum, Period } from '@atergang/kalender'
import type { Forklaring, Lagrum } from '@atergang/regelverk'
import type { Tidpunkt } from './faktum.ts'
import type { Aktor, Roll } from './roller.ts'

/**
 * A question the law leaves to a human. It is derived from the facts: it exists exactly as long
 * as they leave it open. `nyckel` says which question, `underlag` on which facts it is put; an
 * answer given on other facts no longer answers it.
 */
export interface Fraga {
  readonly nyckel: string
  readonly kod: string
  readonly rubrik: string
  /** what the law asks and what to think of, in plain words */
  readonly hjalp: string
  readonly lagrum: readonly Lagrum[]
  readonly roll: Roll
  /** people who may not answer: nobody judges their own work */
  readonly inteFor: readonly string[]
  readonly underlag: string
  /** last day it should be answered, by law or by the country's setting */
  readonly senast?: Datum
  /** why it is put now: ”dag 181 i dag”, ”nytt intyg 2 mars” */
  readonly varforNu: string
  readonly period?: Period
  /** what the form needs to know: rows to judge, choices, proposals */
  readonly formular: unknown
  readonly forklaring?: Forklaring
}

/** An answer: by whom, when, on which facts. All answers are kept; the newest on the same key counts. */
export interface Svar<S = unknown> {
  readonly id: string
  readonly nyckel: string
  readonly kod: string
  readonly underlag: string
  readonly svar: S
  readonly tid: Tidpunkt
  readonly dag: Datum
  readonly av: Aktor
}

/** What the case waits for: on whom, for what, why, since when, until when. */
export interface Vantan {
  readonly pa: Roll | 'tid'
  readonly paNamn: string
  readonly vad: string
  readonly varfor: string
  readonly sedan: Datum
  readonly till: Datum | null
  readonly lagrum: readonly Lagrum[]
}
