import { arDatum, dagarIManad, datumAv, delar, type Datum } from '@atergang/kalender'
import type { Fonster } from './matt.ts'

/** How a period is written; shown where it is asked for. */
export const PERIODFORM = 'Skriv 2018, 2016-01..2019-09 eller 2016-01-01..2019-09-30.'

const manadsform = /^(\d{4})(?:-(\d{2}))?$/
function dagen(text: string, sist: boolean): Datum | null {
  if (arDatum(text)) return text
  const m = manadsform.exec(text)
  if (!m) return null
  const [ar, manad] = [Number(m[1]), m[2] ? Number(m[2]) : sist ? 12 : 1]
  if (manad < 1 || manad > 12) return null
  return datumAv(ar, manad, sist ? dagarIManad(ar, manad) : 1)
}

/** `2018`, `2016-01..2019-09` or `2016-01-01..2019-09-30`, both ends counted; null when it is no period. */
export function tolkaPeriod(text: string): Fonster | null {
  const [a, b, ...fler] = text.split('..')
  const [fran, tom] = [dagen(a ?? '', false), dagen(b ?? a ?? '', true)]
  return !fran || !tom || fler.length || tom < fran ? null : { fran, tom }
}

/** From a New Year's day to a New Year's Eve. */
export const helaAr = (f: Fonster): boolean => {
  const [a, b] = [delar(f.fran), delar(f.tom)]
  return a.manad === 1 && a.dag === 1 && b.manad === 12 && b.dag === 31
}
