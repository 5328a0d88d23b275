/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */

/** A day that never comes. */
const ALDRIG = 2 ** 30 - 1

/**
 * Adds to `ut` the days of each sick-pay period that count on normal level: all but the first, at most `antal` (27 kap. 22 § second paragraph SFB).
 * @param {Dagmangd} ut
 * @param {Dagmangd} sjuklon
 * @param {number} antal
 */
export function laggSjuklonedagar(ut, sjuklon, antal) {
  for (let i = 0; i < sjuklon.antal; i++) ut.lagg(sjuklon.from[i] + 1, Math.min(sjuklon.tom[i], sjuklon.from[i] + antal))
  return ut
}

/**
 * Counted days within the frame of a day: the `ramtid` days before it (27 kap. 21 §).
 * @param {Dagmangd} raknade
 * @param {number} dag
 * @param {number} ramtid
 */
export const raknadeFore = (raknade, dag, ramtid) => raknade.dagar(dag - ramtid, dag - 1)

/**
 * `ut` becomes the days before which at least `hogst` days are counted within the frame. From one day to the next the count grows by the day that
 * came in and shrinks by the one that left; it is followed from each border to the next, not from day to day.
 * @param {Dagmangd} ut
 * @param {Dagmangd} raknade
 * @param {number} ramtid
 * @param {number} hogst
 */
export function dagarMedFullRam(ut, raknade, ramtid, hogst) {
  ut.rensa()
  if (raknade.antal === 0) return ut
  let dag = raknade.from[0]
  let antal = 0
  for (let inn = 0, lamnar = 0; lamnar < raknade.antal;) {
    const kommer = inn < raknade.antal && raknade.from[inn] <= dag ? 1 : 0
    const gar = raknade.from[lamnar] + ramtid <= dag ? 1 : 0
    const kommerTill = inn === raknade.antal ? ALDRIG : kommer ? raknade.tom[inn] + 1 : raknade.from[inn]
    const garTill = (gar ? raknade.tom[lamnar] + 1 : raknade.from[lamnar]) + ramtid
    const till = Math.min(kommerTill, garTill)
    const lutning = kommer - gar
    if (lutning === 0) {
      if (antal >= hogst) ut.lagg(dag, till - 1)
    } else if (lutning > 0) ut.lagg(Math.max(dag, dag + hogst - antal), till - 1)
    else ut.lagg(dag, Math.min(till - 1, dag + antal - hogst))
    antal += lutning * (till - dag)
    dag = till
    if (kommer && till === kommerTill) inn++
    if (gar && till === garTill) lamnar++
  }
  return ut
}

/**
 * `ut` becomes the days to be paid on continuation level (27 kap. 21–24 §§): the frame is full, and no serious illness keeps the day on normal level.
 * `raknade` holds all counted days, those to be paid too: only days before a day are counted for it.
 * @param {Dagmangd} ut
 * @param {Dagmangd} attBetala
 * @param {Dagmangd} raknade
 * @param {Dagmangd} allvarlig
 * @param {number} ramtid
 * @param {number} hogst
 * @param {Dagmangd} hjalp room to work in
 */
export function fortsattningsdagar(ut, attBetala, raknade, allvarlig, ramtid, hogst, hjalp) {
  return ut.gemensamma(attBetala, dagarMedFullRam(hjalp, raknade, ramtid, hogst)).taBortAlla(allvarlig)
}

/**
 * The first day on continuation level when every day from `fran` on is paid, and counted but for the first when that has a karensavdrag.
 * @param {Dagmangd} raknade counted days; only those before `fran` are looked at
 * @param {number} fran
 * @param {boolean} avdragForst the first day is not counted (21 § second sentence)
 * @param {Dagmangd} allvarlig
 * @param {number} ramtid
 * @param {number} hogst at most `ramtid`
 */
export function normalnivanSlutar(raknade, fran, avdragForst, allvarlig, ramtid, hogst) {
  if (!avdragForst) return slutarNarAllaRaknas(raknade, fran, fran, allvarlig, ramtid, hogst)
  if (raknadeFore(raknade, fran, ramtid) >= hogst && !allvarlig.har(fran)) return fran
  return slutarNarAllaRaknas(raknade, fran + 1, fran, allvarlig, ramtid, hogst)
}

/**
 * The walk ends before a day from `fran` on could leave: the frame would be full by then.
 * @param {Dagmangd} raknade
 * @param {number} fran every day from here on is counted
 * @param {number} fore of `raknade` the days before this one
 * @param {Dagmangd} allvarlig
 * @param {number} ramtid
 * @param {number} hogst
 */
function slutarNarAllaRaknas(raknade, fran, fore, allvarlig, ramtid, hogst) {
  let dag = fran
  let antal = raknade.dagar(fran - ramtid, fore - 1)
  let i = raknade.forstaSomSlutar(fran - ramtid)
  while (antal < hogst) {
    const lamnar = dag - ramtid
    if (i < raknade.antal && raknade.from[i] <= lamnar) {
      // For each day that comes in one goes out.
      dag += raknade.tom[i] - lamnar + 1
      i++
    } else {
      const utan = Math.min(hogst - antal, i < raknade.antal ? raknade.from[i] - lamnar : ALDRIG)
      dag += utan
      antal += utan
    }
  }
  for (let k = allvarlig.index(dag); k >= 0; k = allvarlig.index(dag)) dag = allvarlig.tom[k] + 1
  return dag
}
