import { delar, veckodag, type Datum } from './datum.ts'
import type { Period } from './period.ts'

const MANADER = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
const KORTA = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec']
const VECKODAGAR = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']

/** ”2 mars 2026” */
export function medManadsnamn(d: Datum): string {
  const { ar, manad, dag } = delar(d)
  return `${dag} ${MANADER[manad - 1]} ${ar}`
}

/** ”2 mars” — for tables where the year stands elsewhere. */
export function kort(d: Datum): string {
  const { manad, dag } = delar(d)
  return `${dag} ${KORTA[manad - 1]}`
}

/** ”mars”, ”okt” — for a scale. */
export const kortManad = (d: Datum): string => KORTA[delar(d).manad - 1]!

export const veckodagsnamn = (d: Datum): string => VECKODAGAR[veckodag(d) - 1]!

/** ”mars 2026” */
export function manadsnamn(d: Datum): string {
  const { ar, manad } = delar(d)
  return `${MANADER[manad - 1]} ${ar}`
}

/** ”2–29 mars 2026”, ”28 februari–3 mars 2026”, ”28 december 2025–3 januari 2026”, or one day. */
export function periodtext(p: Period): string {
  if (p.from === p.tom) return medManadsnamn(p.from)
  const a = delar(p.from)
  const b = delar(p.tom)
  if (a.ar !== b.ar) return `${medManadsnamn(p.from)}–${medManadsnamn(p.tom)}`
  if (a.manad !== b.manad) return `${a.dag} ${MANADER[a.manad - 1]}–${medManadsnamn(p.tom)}`
  return `${a.dag}–${medManadsnamn(p.tom)}`
}
