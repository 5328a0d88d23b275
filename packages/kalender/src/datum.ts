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

/** Days since 1970-01-01 for a civil date in the proleptic Gregorian calendar. */
function dagnummerFran(ar: number, manad: number, dag: number): Dagnummer {
  // Years begin in March here, so the leap day comes last (Hinnant's civil-days algorithm).
  const y = manad <= 2 ? ar - 1 : ar
  const era = Math.floor(y / 400)
  const arIEra = y - era * 400
  const dagPaAret = Math.floor((153 * (manad + (manad > 2 ? -3 : 9)) + 2) / 5) + dag - 1
  return era * 146_097 + arIEra * 365 + Math.floor(arIEra / 4) - Math.floor(arIEra / 100) + dagPaAret - 719_468
}

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
  return dagnummerFran(tvasiffrigt(d, 0) * 100 + tvasiffrigt(d, 2), tvasiffrigt(d, 5), tvasiffrigt(d, 8))
}

/** The days a case is about, written once: every timeline counts its way through them. */
const SKRIVNA_FRAN = dagnummerFran(1900, 1, 1)
const SKRIVNA_TILL = dagnummerFran(2100, 1, 1)
const skrivna: Datum[] = []

export function datumFranDagnummer(n: Dagnummer): Datum {
  if (n < SKRIVNA_FRAN || n >= SKRIVNA_TILL) return skrivDag(n)
  return (skrivna[n - SKRIVNA_FRAN] ??= skrivDag(n))
}

function skrivDag(n: Dagnummer): Datum {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dagIEra = z - era * 146_097
  const arIEra = Math.floor((dagIEra - Math.floor(dagIEra / 1460) + Math.floor(dagIEra / 36_524) - Math.floor(dagIEra / 146_096)) / 365)
  const dagPaAret = dagIEra - (365 * arIEra + Math.floor(arIEra / 4) - Math.floor(arIEra / 100))
  const mp = Math.floor((5 * dagPaAret + 2) / 153)
  const manad = mp < 10 ? mp + 3 : mp - 9
  const ar = arIEra + era * 400 + (manad <= 2 ? 1 : 0)
  return `${String(ar).padStart(4, '0')}-${tva(manad)}-${tva(dagPaAret - Math.floor((153 * mp + 2) / 5) + 1)}` as Datum
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
  const { ar, manad, dag } = delar(d)
  const m0 = ar * 12 + (manad - 1) + antal
  const nyttAr = Math.floor(m0 / 12)
  const nyManad = m0 - nyttAr * 12 + 1
  return datumAv(nyttAr, nyManad, Math.min(dag, dagarIManad(nyttAr, nyManad)))
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
