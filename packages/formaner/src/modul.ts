import type { Brevinnehall, Forman, Handelse, Handelsedata, Kontext, Lage, Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Arendevy } from './arendevy.ts'
import type { Evidenspost } from './forebyggande-sjukpenning/evidens/register.ts'
import type { Beslutsvag } from './gemensamt/beslut/vag.ts'
import type { AnnatArende } from './gemensamt/fakta.ts'

/** What a case says of its days to the person's other cases (27 kap. 21–23, 26, 29, 51 §§ SFB). */
export type Utdagar = Omit<AnnatArende, 'arende' | 'nummer' | 'forman'>

/** What is known outside a case and that it may have to know: handed in by the store when a command is carried out (ADR 0038). */
export interface Omvarld {
  readonly andraArenden: readonly AnnatArende[]
  /** records of the person's other cases of the same benefit */
  readonly egnaPoster: readonly unknown[]
  /** the nationwide evidence register, for the benefit that reads it */
  readonly evidensregister: readonly Evidenspost[]
}

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
  /** what the person's other cases must know of this one */
  utdagar?(l: Lage, idag: Datum): Utdagar
  /** facts that follow of what is known outside the case, when the case does not know them yet; nothing when it does */
  hamta?(l: Lage, o: Omvarld, k: Kontext): Handelsedata[]
  /** the case as figures see it, without name or number of the person; null when there is nothing to count */
  analyspost?(l: Lage, idag: Datum): object | null
  /** the letter that a decision still lacks, when decisions can be taken by an approved list; null when it has one */
  beslutsbrev?(l: Lage, beslutId: string): Brevinnehall | null
  /** work in other cases that follows on what has happened in this one; carried out after it, as often as needed */
  foljder?(l: Lage, nya: readonly Handelse[]): readonly Foljd[]
  /** rows that the store keeps of the case beside it, in tables of the benefit's own */
  projektion?(l: Lage, idag: Datum): Bredvid
}
