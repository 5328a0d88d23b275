import type { Aktor, Kommando, Part, Roll } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Dokumentbytes, Uppladdat } from './dokumentbytes.ts'
import type { Uppdragsgivare } from './uppdrag.ts'

/** Day and time as the server knows them; handed in so that tests and demos can set them. */
export interface Nu {
  readonly dag: Datum
  readonly tid: string
}

export interface Kommandosvar {
  readonly arendeId: string
  readonly version: number
  /** numbers of the events that were written */
  readonly handelser: readonly number[]
}

export interface InlettArende {
  readonly arendeId: string
  readonly nummer: string
  readonly version: number
  /** true when an open case was there already; then nothing was written */
  readonly fanns: boolean
}

/** A case to be opened, and what happened in it first. */
export interface Inledning {
  readonly part: Part
  readonly forman: string
  /** what sets the case apart from the party's other cases of the benefit; left out when there can be but one */
  readonly sak?: string
  readonly enhet: string
  readonly nu: Nu
  readonly aktor: Aktor
  readonly forsta?: readonly Kommando[]
  readonly dokument?: readonly Dokumentbytes[]
  readonly anknyt?: Uppladdat | undefined
}

export interface Kommandobegaran {
  readonly arendeId: string
  readonly kommando: Kommando
  readonly av: Uppdragsgivare
  readonly nu: Nu
  /** the roles this way in is for; others are turned away before anything is done */
  readonly roller?: readonly Roll[] | undefined
  /** the version the person was looking at; a conflict when the case has moved on in a way that matters */
  readonly version?: number | undefined
  readonly idempotens?: string | undefined
  /** bytes of documents that the command adds, stored in the same transaction */
  readonly dokument?: readonly Dokumentbytes[] | undefined
  /** files that a firm has uploaded beforehand and sends with the command */
  readonly anknyt?: Uppladdat | undefined
}
