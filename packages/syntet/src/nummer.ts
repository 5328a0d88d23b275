import type { Datum } from '@atergang/kalender'
import type { Slump } from './slump.ts'

/** Luhn's control digit for the digits before it. */
export function kontrollsiffra(siffror: string): number {
  const summa = [...siffror].reverse().reduce((s, c, i) => {
    const v = Number(c) * (i % 2 === 0 ? 2 : 1)
    return s + (v > 9 ? v - 9 : v)
  }, 0)
  return (10 - (summa % 10)) % 10
}

/** Birth numbers that are not given out: a person with one of them is invented. */
export const FORSTA_FODELSENUMMER = 980
export const SISTA_FODELSENUMMER = 999

/** A samordningsnummer is the birth date with 60 added to the day. */
const SAMORDNINGSTILLAGG = 60

/**
 * A personnummer of nobody, as `YYYYMMDD-NNNN`.
 * @throws {RangeError} for a birth number outside 980–999
 */
export function pahittatPersonnummer(fodd: Datum, fodelsenummer: number, samordning = false): string {
  if (!Number.isInteger(fodelsenummer) || fodelsenummer < FORSTA_FODELSENUMMER || fodelsenummer > SISTA_FODELSENUMMER) {
    throw new RangeError(`Födelsenumret ska vara ${FORSTA_FODELSENUMMER}–${SISTA_FODELSENUMMER}, så att numret inte är någons.`)
  }
  const [ar, manad, dag] = fodd.split('-') as [string, string, string]
  const skriven = samordning ? String(Number(dag) + SAMORDNINGSTILLAGG) : dag
  return `${ar}${manad}${skriven}-${fodelsenummer}${kontrollsiffra(`${ar.slice(2)}${manad}${skriven}${fodelsenummer}`)}`
}

/** An organisation number in the series 999900–999999, which is not given out, as `NNNNNN-NNNN`. */
export function pahittatOrgnr(lopnummer: number): string {
  const nio = `9999${String(lopnummer).padStart(5, '0')}`
  return `${nio.slice(0, 6)}-${nio.slice(6)}${kontrollsiffra(nio)}`
}

/** A version 4 UUID in form, from the stream. */
export function pahittatId(s: Slump): string {
  const h = s.hex(31)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-${s.val(['8', '9', 'a', 'b'])}${h.slice(15, 18)}-${h.slice(18, 30)}`
}
