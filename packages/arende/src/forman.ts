import type { Datum } from '@atergang/kalender'
import type { Brevinnehall } from './brev.ts'
import type { Faktakarta, Faktum, Tidpunkt } from './faktum.ts'
import type { Flode, Utredning } from './flode.ts'
import type { Fraga } from './fraga.ts'
import type { Handelsedata } from './handelse.ts'
import type { Lage } from './lage.ts'
import type { Aktor, Roll } from './roller.ts'

/** A letter that has been rendered and stored: what was previewed is what is sent and archived. */
export interface SkrivetBrev {
  readonly handlingId: string
  readonly sha256: string
  readonly storlek: number
}

/** What a command may use beyond the case: who, when, new ids, and letters. Handed in; the core reads nothing itself. */
export interface Kontext {
  readonly aktor: Aktor
  readonly tid: Tidpunkt
  readonly dag: Datum
  /** the one who acts may see people with protected identity */
  readonly farSeSkyddade: boolean
  nyttId(): string
  /**
   * The stored letter with exactly this content. While previewing it only takes note of the content.
   * @throws {Domanfel} `brevetAndrat` when no letter with this content has been previewed
   */
  brev(innehall: Brevinnehall): SkrivetBrev
}

/** How answers to one kind of question are read, and what follows from them besides the answer itself. */
export interface Fragedefinition<F extends Faktakarta, S> {
  readonly kod: string
  /** Reads what came in. @throws {Domanfel} naming each field that is wrong and what to do. */
  las(svar: unknown, fraga: Fraga, lage: Lage<F>): S
  /** Events that follow the answer, such as a letter sent or a decision taken. `utredning` is how the case stood when it was answered. */
  foljder?(lage: Lage<F>, fraga: Fraga, svar: S, k: Kontext, utredning: Utredning): Handelsedata[]
}

/** A fact that can be recorded: how its value is read, and who may record it. */
export interface Faktadefinition<V> {
  readonly rubrik: string
  readonly roller: readonly Roll[]
  las(varde: unknown): V
  /** Events that follow once the fact is recorded, such as a request that it answers. `efter` is the case with the fact in it. */
  foljder?(efter: Lage, faktum: Faktum, k: Kontext): Handelsedata[]
}

/** A command of the benefit's own, such as taking in a certificate. */
export interface Kommandodefinition<F extends Faktakarta, D> {
  readonly roller: readonly Roll[]
  /** sends a letter, which must have been previewed */
  readonly sander?: boolean
  /** can be given in a closed case too */
  readonly iAvslutat?: boolean
  las(data: unknown): D
  utfor(lage: Lage<F>, data: D, k: Kontext): Handelsedata[]
}

/** A benefit: its facts, flows by version, questions and commands. */
export interface Forman<F extends Faktakarta> {
  readonly namn: string
  readonly rubrik: string
  /** how its case numbers begin: ”SP” */
  readonly nummerprefix: string
  /** one case for a party and matter, ever: what comes in after it has closed opens it again, never a second one beside it */
  readonly ettArende?: boolean
  readonly flodesversion: string
  flode(version: string): Flode<F>
  /** the day the lists count, such as the chain day; 0 when the benefit counts none or has not begun */
  dagnummer(lage: Lage<F>, idag: Datum): number
  // The answer and data types differ from entry to entry; each definition reads its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly fragor: Readonly<Record<string, Fragedefinition<F, any>>>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly fakta: Readonly<Record<string, Faktadefinition<any>>>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly kommandon: Readonly<Record<string, Kommandodefinition<F, any>>>
}
