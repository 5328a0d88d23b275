import Personnummer from 'personnummer'

/**
 * The employee, as the employer names her: a personnummer or a number of the employer's own, at most 64 characters. The
 * calculation only needs to see that two rows are the same person, so any text will do; personnummer written in two ways are one person.
 */
export const ANSTALLDLANGD = 64

const PERSONNUMMERFORM = /^\d{6}(?:\d{2})?[-+]?\d{4}$/

export const arPersonnummer = (text: string): boolean => PERSONNUMMERFORM.test(text) && Personnummer.valid(text)

/** Equal for the same employee of one employer, however written. */
export function anstalldnyckel(text: string): string {
  const t = text.trim().normalize('NFC')
  return arPersonnummer(t) ? t.replace(/\D/g, '').slice(-10) : t
}

/** As it may stand in text on a screen or in a terminal: a personnummer without its last four digits. */
export const visaAnstalld = (text: string): string => (arPersonnummer(text.trim()) ? `${text.trim().slice(0, -4)}xxxx` : text.trim())
