/** Why a file cannot be read at all. The codes are stable: callers and interfaces may switch on them. */
export type Problemkod =
  | 'ejValbildad'
  | 'doctype'
  | 'forStor'
  | 'felTeckenkodning'
  | 'orimligStruktur'
  | 'ejIntyg'
  | 'ejMeddelande'
  | 'okandTyp'
  | 'okandVersion'
  | 'ogiltigtPersonId'
  | 'saknarFalt'
  | 'dubbeltFalt'

export interface Plats {
  /** One-based line in the file. */
  readonly rad?: number
  /** One-based column in the line. */
  readonly kolumn?: number
}

export interface Problemobjekt extends Plats {
  readonly kod: Problemkod
  readonly text: string
  readonly falt?: string
}

/**
 * The file cannot be read as what it was handed in as. `text` is Swedish and says what is wrong and what to do;
 * `falt` is the path of the element (`intyg/patient/person-id`). The text never repeats a person's number.
 */
export class Intygsproblem extends Error {
  readonly kod: Problemkod
  readonly text: string
  readonly falt?: string
  readonly rad?: number
  readonly kolumn?: number

  constructor(kod: Problemkod, text: string, var_: Plats & { readonly falt?: string } = {}) {
    super(text)
    this.name = 'Intygsproblem'
    this.kod = kod
    this.text = text
    if (var_.falt !== undefined) this.falt = var_.falt
    if (var_.rad !== undefined) this.rad = var_.rad
    if (var_.kolumn !== undefined) this.kolumn = var_.kolumn
  }

  toJSON(): Problemobjekt {
    return {
      kod: this.kod,
      text: this.text,
      ...(this.falt !== undefined ? { falt: this.falt } : {}),
      ...(this.rad !== undefined ? { rad: this.rad } : {}),
      ...(this.kolumn !== undefined ? { kolumn: this.kolumn } : {}),
    }
  }
}
