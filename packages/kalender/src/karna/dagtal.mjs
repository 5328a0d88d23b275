// The calendar in whole numbers. Plain JavaScript, so that workers run the very code that one person's case runs, without a loader (ADR 0053).

/**
 * Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
 * @param {number} ar
 * @param {number} manad 1–12
 * @param {number} dag
 */
export function dagnummerAv(ar, manad, dag) {
  // Years begin in March here, so the leap day comes last (Hinnant's civil-days algorithm).
  const y = manad <= 2 ? ar - 1 : ar
  const era = Math.floor(y / 400)
  const arIEra = y - era * 400
  const dagPaAret = Math.floor((153 * (manad + (manad > 2 ? -3 : 9)) + 2) / 5) + dag - 1
  return era * 146_097 + arIEra * 365 + Math.floor(arIEra / 4) - Math.floor(arIEra / 100) + dagPaAret - 719_468
}

/**
 * The month that a day lies in: the year times twelve, plus 0 for January to 11 for December.
 * @param {number} dag days since 1970-01-01
 */
export function manadsnummer(dag) {
  const z = dag + 719_468
  const era = Math.floor(z / 146_097)
  const dagIEra = z - era * 146_097
  const arIEra = Math.floor((dagIEra - Math.floor(dagIEra / 1460) + Math.floor(dagIEra / 36_524) - Math.floor(dagIEra / 146_096)) / 365)
  const dagPaAret = dagIEra - (365 * arIEra + Math.floor(arIEra / 4) - Math.floor(arIEra / 100))
  return (arIEra + era * 400) * 12 + Math.floor((5 * dagPaAret + 2) / 153) + 2
}

/**
 * First day of a month.
 * @param {number} manad as `manadsnummer` gives it
 */
export function manadensForstaDag(manad) {
  const ar = Math.floor(manad / 12)
  return dagnummerAv(ar, manad - ar * 12 + 1, 1)
}

/**
 * The same day `antal` months later; where the month lacks that day, its last day.
 * @param {number} dag days since 1970-01-01
 * @param {number} antal
 */
export function manaderSenare(dag, antal) {
  const manad = manadsnummer(dag)
  const i = dag - manadensForstaDag(manad)
  return Math.min(manadensForstaDag(manad + antal) + i, manadensForstaDag(manad + antal + 1) - 1)
}
