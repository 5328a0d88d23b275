import { getHolidays } from 'swedish-holidays'
import { datumAv, delar, plusDagar, plusManader, veckodag, type Datum } from './datum.ts'

/** Eves that lag (1930:173) 2 § puts beside Sundays and public holidays. The act is named, not printed, in our sources. */
const LIKSTALLDA_AFTNAR = new Set(['Midsommarafton', 'Julafton', 'Nyårsafton'])

interface Arshelger {
  readonly helgdagar: ReadonlySet<Datum>
  readonly aftnar: ReadonlySet<Datum>
}

const perAr = new Map<number, Arshelger>()

function helgerUnder(ar: number): Arshelger {
  let helger = perAr.get(ar)
  if (!helger) {
    const alla = getHolidays(ar)
    const dagarna = (villkor: (h: (typeof alla)[number]) => boolean) =>
      new Set(alla.filter(villkor).map((h) => datumAv(h.year, h.month, h.day)))
    helger = { helgdagar: dagarna((h) => h.isPublicHoliday), aftnar: dagarna((h) => LIKSTALLDA_AFTNAR.has(h.name)) }
    perAr.set(ar, helger)
  }
  return helger
}

/** A public holiday by lag (1989:253), Sundays included. */
export function arHelgdag(d: Datum): boolean {
  return veckodag(d) === 7 || helgerUnder(delar(d).ar).helgdagar.has(d)
}

/** A day on which a deadline cannot end: Saturday, Sunday, public holiday, Midsummer's, Christmas or New Year's Eve. */
export function arFristfriDag(d: Datum): boolean {
  return veckodag(d) === 6 || arHelgdag(d) || helgerUnder(delar(d).ar).aftnar.has(d)
}

/** An ordinary weekday: none of the days in `arFristfriDag`. */
export const arVardag = (d: Datum): boolean => !arFristfriDag(d)

/** `d` itself if it is a weekday, else the next one. */
export function narmasteVardag(d: Datum): Datum {
  let dag = d
  while (arFristfriDag(dag)) dag = plusDagar(dag, 1)
  return dag
}

/**
 * Last day of a period of `dagar` days that begins the day after `fran`; moved to the next
 * weekday when it falls on a holiday (lag (1930:173) 2 §).
 */
export function fristDagar(fran: Datum, dagar: number): Datum {
  return narmasteVardag(plusDagar(fran, dagar))
}

/** As `fristDagar`, in months: the day with the same number (113 kap. 19 § SFB: two months). */
export function fristManader(fran: Datum, manader: number): Datum {
  return narmasteVardag(plusManader(fran, manader))
}
