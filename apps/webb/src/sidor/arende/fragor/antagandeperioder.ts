import { arDatum, dagarMellan, plusDagar, type Datum, type Period } from '@atergang/kalender'

/** A stretch that is answered by itself. Its last day follows from where the next begins, so that no day is left out or told twice. */
export interface Antaganderad {
  from: string
  arbete: boolean | undefined
  timmarPerVecka: number | undefined
}

export const nyRad = (from: Datum): Antaganderad => ({ from, arbete: undefined, timmarPerVecka: undefined })

/** The first day of a stretch of asked-about days stands fast. */
export const arFast = (dagar: readonly Period[], r: Antaganderad): boolean => dagar.some((d) => d.from === r.from)

/** The last day of the row: before the next row of the same stretch, else the stretch's own. */
export function tomFor(dagar: readonly Period[], rader: readonly Antaganderad[], i: number): Datum | '' {
  const r = rader[i]!
  const stracka = dagar.find((d) => d.from <= r.from && r.from <= d.tom)
  if (!stracka) return ''
  const nasta = rader[i + 1]
  return nasta && arDatum(nasta.from) && nasta.from > stracka.from && nasta.from <= stracka.tom ? plusDagar(nasta.from, -1) : stracka.tom
}

/** Cuts a row in two in the middle; the officer moves the day. */
export function delad(dagar: readonly Period[], rader: readonly Antaganderad[], i: number): Antaganderad[] {
  const r = rader[i]!
  const tom = tomFor(dagar, rader, i)
  if (!arDatum(r.from) || !tom || r.from >= tom) return [...rader]
  const mitt = plusDagar(r.from, Math.ceil((dagarMellan(r.from, tom) + 1) / 2))
  return [...rader.slice(0, i + 1), nyRad(mitt), ...rader.slice(i + 1)]
}
