import Organisationsnummer from 'organisationsnummer'

/** Who an employer or provider is: ten digits, and whether they are a person's (a sole trader has no other number). */
export interface Orgnr {
  readonly nyckel: string
  readonly enskild: boolean
}

/**
 * Reads an organisation number as people write it: `556016-0680`, `5560160680`, `165560160680`, or a sole trader's
 * personnummer with ten or twelve digits. Undefined when the form or the control digit is wrong.
 */
export function lasOrgnr(text: string): Orgnr | undefined {
  try {
    const o = Organisationsnummer.parse(text.trim())
    return { nyckel: o.format(false).replace(/\D/g, '').slice(-10), enskild: o.isPersonnummer() }
  } catch {
    // The library says no by throwing, with nothing more to tell.
    return undefined
  }
}

/** As it may stand in a list, an error or a log: a sole trader's number is a personnummer and is never written in full. */
export const visaOrgnr = (o: Orgnr): string =>
  o.enskild ? `${o.nyckel.slice(0, 6)}-xxxx (enskild näringsidkare)` : `${o.nyckel.slice(0, 6)}-${o.nyckel.slice(6)}`

export const ORGNRFEL =
  'Organisationsnumret har fel form eller fel kontrollsiffra. Skriv tio siffror, till exempel 556016-0680. En enskild näringsidkare skriver sitt personnummer.'
