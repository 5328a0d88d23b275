import { dagnummerAv, manadensForstaDag, manaderSenare, manadsnummer } from './karna/dagtal.mjs'

/**
 * A calendar date. Written `YYYY-MM-DD`, so two dates compare with `<`.
 * A date is a date, not a timestamp: no zone, no clock.
 */
declare const datumMarke: unique symbol
export type Datum = string & { readonly [datumMarke]: 'Datum' }

/** Days since 1970-01-01. Arithmetic happens here; facts and interfaces carry `Datum`. */
export type Dagnummer = number

export class OgiltigtDatum extends Error {
  readonly varde: string
  constructor(varde: string) {
    super(`”${varde}” är inte ett datum. Skriv år-månad-dag, till exempel 2026-03-02.`)
    this.name = 'OgiltigtDatum'
    this.varde = varde
  }
}

const DATUMFORM = /^(\d{4})-(\d{2})-(\d{2})$/

export function arSkottar(ar: number): boolean {
  return (ar % 4 === 0 && ar % 100 !== 0) || ar % 400 === 0
}

const MANADSLANGD = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Number of days in a month; `manad` 1–12. */
export function dagarIManad(ar: number, manad: number): number {
  return manad === 2 && arSkottar(ar) ? 29 : MANADSLANGD[manad - 1]!
}

function arGiltigt(ar: number, manad: number, dag: number): boolean {
  return manad >= 1 && manad <= 12 && dag >= 1 && dag <= dagarIManad(ar, manad)
}

/** True when `text` is a real calendar date written `YYYY-MM-DD`. */
export function arDatum(text: unknown): text is Datum {
  if (typeof text !== 'string') return false
  const m = DATUMFORM.exec(text)
  return m !== null && arGiltigt(Number(m[1]), Number(m[2]), Number(m[3]))
}

/** Reads `YYYY-MM-DD`. @throws {OgiltigtDatum} when it is no calendar date. */
export function datum(text: string): Datum {
  if (!arDatum(text)) throw new OgiltigtDatum(text)
  return text
}

const tva = (n: number) => (n < 10 ? `0${n}` : `${n}`)

/** Builds a date from its parts. @throws {OgiltigtDatum} when the day does not exist. */
export function datumAv(ar: number, manad: number, dag: number): Datum {
  return datum(`${String(ar).padStart(4, '0')}-${tva(manad)}-${tva(dag)}`)
}

export interface Datumdelar {
  readonly ar: number
  readonly manad: number
  readonly dag: number
}

const siffra = (d: Datum, i: number): number => d.charCodeAt(i) - 48
const tvasiffrigt = (d: Datum, i: number): number => siffra(d, i) * 10 + siffra(d, i + 1)

export function delar(d: Datum): Datumdelar {
  return { ar: tvasiffrigt(d, 0) * 100 + tvasiffrigt(d, 2), manad: tvasiffrigt(d, 5), dag: tvasiffrigt(d, 8) }
}

export function dagnummer(d: Datum): Dagnummer {
  return dagnummerAv(tvasiffrigt(d, 0) * 100 + tvasiffrigt(d, 2), tvasiffrigt(d, 5), tvasiffrigt(d, 8))
}

/** The days a case is about, written once: every timeline counts its way through them. */
const SKRIVNA_FRAN = dagnummerAv(1900, 1, 1)
const SKRIVNA_TILL = dagnummerAv(2100, 1, 1)
const skrivna: Datum[] = []

export function datumFranDagnummer(n: Dagnummer): Datum {
  if (n < SKRIVNA_FRAN || n >= SKRIVNA_TILL) return skrivDag(n)
  return (skrivna[n - SKRIVNA_FRAN] ??= skrivDag(n))
}

function skrivDag(n: Dagnummer): Datum {
  const m = manadsnummer(n)
  const ar = Math.floor(m / 12)
  return `${String(ar).padStart(4, '0')}-${tva(m - ar * 12 + 1)}-${tva(n - manadensForstaDag(m) + 1)}` as Datum
}

export function plusDagar(d: Datum, antal: number): Datum {
  return datumFranDagnummer(dagnummer(d) + antal)
}

/** `b - a` in days: 1 from one day to the next. */
export function dagarMellan(a: Datum, b: Datum): number {
  return dagnummer(b) - dagnummer(a)
}

/**
 * The same day `antal` months later; where the month lacks that day, its last day
 * (31 January + 1 month = 28 or 29 February).
 */
export function plusManader(d: Datum, antal: number): Datum {
  return datumFranDagnummer(manaderSenare(dagnummer(d), antal))
}

export function plusAr(d: Datum, antal: number): Datum {
  return plusManader(d, antal * 12)
}

/** 1 = Monday … 7 = Sunday. */
export function veckodag(d: Datum): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((dagnummer(d) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export function manadensForsta(d: Datum): Datum {
  return `${d.slice(0, 8)}01` as Datum
}

/** Whole years from `fodd` to `dag`. */
export function alder(fodd: Datum, dag: Datum): number {
  const f = delar(fodd)
  const d = delar(dag)
  return d.ar - f.ar - (d.manad < f.manad || (d.manad === f.manad && d.dag < f.dag) ? 1 : 0)
}

export const tidigast = (a: Datum, b: Datum): Datum => (a < b ? a : b)
export const senast = (a: Datum, b: Datum): Datum => (a > b ? a : b)
