import { datum, datumAv, type Datum } from '@atergang/kalender'
import Personnummer from 'personnummer'
import { OID } from './kodverk.ts'

export type Personidtyp = 'personnummer' | 'samordningsnummer'

export interface PersonId {
  /** The root of the number's kind. */
  readonly root: string
  /** The root the sender gave, when it is that of the other kind. */
  readonly angivenRoot?: string
  /** Twelve digits. */
  readonly nummer: string
}

const ROTTER: ReadonlySet<string> = new Set([OID.personnummer, OID.samordningsnummer])

// A coordination number is the birth date with 60 added to the day.
const SAMORDNINGSTILLAGG = 60

export const rotFor = (typ: Personidtyp): string => OID[typ]

/** What kind of number twelve digits are, by their day; says nothing about whether they are valid. */
export const typAvNummer = (nummer: string): Personidtyp =>
  Number(nummer.slice(6, 8)) > SAMORDNINGSTILLAGG ? 'samordningsnummer' : 'personnummer'

export type Personidfel = 'okandRot' | 'ejTolvSiffror' | 'omojligtDatum' | 'felKontrollsiffra'

export const personidtyp = (id: PersonId): Personidtyp => typAvNummer(id.nummer)

/** The date of birth the number holds; undefined when there is no such day. */
export function fodelsedag(nummer: string): Datum | undefined {
  const dag = Number(nummer.slice(6, 8))
  try {
    return datumAv(Number(nummer.slice(0, 4)), Number(nummer.slice(4, 6)), dag > SAMORDNINGSTILLAGG ? dag - SAMORDNINGSTILLAGG : dag)
  } catch {
    return undefined
  }
}

const FORSTA_AR = datum('1800-01-01')
const SISTA_AR = datum('2199-12-31')

/**
 * What is wrong with a person-id, or undefined. Valid: twelve digits, a day that exists, right control digit
 * (Luhn over the last ten), and the root of either kind: which kind it is shows in the number itself. Coordination numbers are valid.
 */
export function personidfel(root: string, nummer: string): Personidfel | undefined {
  if (!ROTTER.has(root)) return 'okandRot'
  if (!/^\d{12}$/.test(nummer)) return 'ejTolvSiffror'
  const fodd = fodelsedag(nummer)
  if (!fodd || fodd < FORSTA_AR || fodd > SISTA_AR) return 'omojligtDatum'
  if (!Personnummer.valid(nummer)) return 'felKontrollsiffra'
  return undefined
}
