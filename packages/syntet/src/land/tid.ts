import { dagnummer, datumAv } from '@atergang/kalender'

/** A month as one number: year × 12 + month − 1. */
export type Manad = number

export const manad = (ar: number, m: number): Manad => ar * 12 + m - 1
export const aretI = (m: Manad): number => Math.floor(m / 12)

const FORSTA = manad(1995, 1)
const SISTA = manad(2046, 1)
const START = Int32Array.from({ length: SISTA - FORSTA + 1 }, (_, i) => dagnummer(datumAv(aretI(FORSTA + i), ((FORSTA + i) % 12) + 1, 1)))

/** Day number of the month's first day. */
export const forstaDagen = (m: Manad): number => START[m - FORSTA]!

export function manadenFor(dag: number): Manad {
  let m = FORSTA + Math.floor((dag - START[0]!) / 30.44)
  while (START[m - FORSTA]! > dag) m--
  while (START[m + 1 - FORSTA]! <= dag) m++
  return m
}

export const aretFor = (dag: number): number => aretI(manadenFor(dag))
export const nyarsdagen = (ar: number): number => forstaDagen(manad(ar, 1))
export const dagen = (text: string): number => {
  const [ar, m, d] = text.split('-').map(Number) as [number, number, number]
  return dagnummer(datumAv(ar, m, d))
}
