/** Something the user can mend: `falt` names where, `text` says what to do. */
export interface Analysfalt {
  readonly falt: string
  readonly text: string
}

export class Analysfel extends Error {
  readonly kod: string
  readonly falt: readonly Analysfalt[]
  constructor(kod: string, text: string, falt: readonly Analysfalt[] = []) {
    super(text)
    this.name = 'Analysfel'
    this.kod = kod
    this.falt = falt
  }
}
