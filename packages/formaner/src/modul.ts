import type { Brevinnehall, Forman, Handelse, Lage, Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Beslutsvag } from './gemensamt/beslut/vag.ts'
import type { Arendevy } from './arendevy.ts'

/** Rows beside a case, and the function of the store that makes its tables equal to them. */
export interface Bredvid {
  readonly funktion: 'synka_apr'
  readonly data: object
}

/** What is to be done in other cases: its name, and what it is about when that is not the whole case. Ids only. */
export interface Foljd {
  readonly vad: string
  readonly om?: string
}

/** A benefit with all that the rooms above ask of it: the case core's part, its page, its letters. */
export interface Formansmodul {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- benefits differ in their facts
  readonly forman: Forman<any>
  arendevy(l: Lage, journal: readonly Handelse[], idag: Datum): { vy: Arendevy; sammanfattning: Sammanfattning }
  /** the ways from judgements to decision: a letter can be read while its reasons are written */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- ways differ in what they decide
  readonly vagar: readonly Beslutsvag<any, any>[]
  /** the letter of the newest reminder of a request, or null when nobody is to be reminded */
  paminnelsebrev(l: Lage, begaranId: string): Brevinnehall | null
  /** the letter that a decision still lacks, when decisions can be taken by an approved list; null when it has one */
  beslutsbrev?(l: Lage, beslutId: string): Brevinnehall | null
  /** work in other cases that follows on what has happened in this one; carried out after it, as often as needed */
  foljder?(l: Lage, nya: readonly Handelse[]): readonly Foljd[]
  /** rows that the store keeps of the case beside it, in tables of the benefit's own */
  projektion?(l: Lage, idag: Datum): Bredvid
}
