/**
 * A refusal to do what was asked, said so that the person can mend it. Becomes a problem document
 * (RFC 9457) at the edge: `kod` is stable, `text` says what is wrong and what to do, `falt` which field.
 */
export class Domanfel extends Error {
  readonly kod: string
  readonly slag: 'indata' | 'behorighet' | 'konflikt' | 'saknas'
  readonly falt: readonly Faltfel[]
  constructor(slag: Domanfel['slag'], kod: string, text: string, falt: readonly Faltfel[] = []) {
    super(text)
    this.name = 'Domanfel'
    this.slag = slag
    this.kod = kod
    this.falt = falt
  }
}

export interface Faltfel {
  /** path to the field, with dots: ”perioder.0.tom” */
  readonly falt: string
  readonly text: string
}

export const indatafel = (kod: string, text: string, falt: readonly Faltfel[] = []) => new Domanfel('indata', kod, text, falt)
export const konflikt = (kod: string, text: string) => new Domanfel('konflikt', kod, text)
export const ejBehorig = (text: string) => new Domanfel('behorighet', 'ejBehorig', text)
