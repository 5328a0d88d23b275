import { manaderSenare } from '@atergang/kalender/karna'
import { forstaIRaden, laggForsta, sistaIRaden } from './rad.mjs'

/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */
/** @typedef {import('./tal.mjs').Karenstal} Karenstal */

/** What 27 kap. 27–33 §§ SFB come to for one kind of income in a sick period. */
export const KARENS = /** @type {const} */ ({
  ingenSjukperiod: 0,
  forebyggande: 1,
  sjoman: 2,
  allmantHogriskskydd: 3,
  sarskiltHogriskskydd: 4,
  sjuklon: 5,
  karensavdrag: 6,
  enDagsKarenstid: 7,
  karenstid: 8,
  karensdagar: 9,
  okand: 10,
})

/** 0 none, 1 general, 2 special. */
export const HOGRISKSKYDD = /** @type {const} */ ({ inget: 0, allmant: 1, sarskilt: 2 })

/**
 * @typedef {object} Karensvillkor what the person is, in the sick period
 * @property {boolean} somAnstalld income of employment, or treated as such (28 b §)
 * @property {number} karenstid days chosen (29 §); 0 when none
 * @property {boolean} forebyggande preventive treatment (28 § first paragraph)
 * @property {boolean} sjoman 28 a §
 * @property {number} hogriskskydd as `HOGRISKSKYDD`
 */

/**
 * The waiting rule of the sick period that period `i` of `sjuk` lies in; −1 for a day in none.
 * @param {Karensvillkor} v
 * @param {Dagmangd} sjuk
 * @param {number} i
 * @param {Dagmangd} sjuklon
 * @param {Karenstal} tal
 */
export function karensutfall(v, sjuk, i, sjuklon, tal) {
  const karenstid = v.somAnstalld ? 0 : v.karenstid
  // What lifts karens names 27 and 27 a §§; of 30 § only the one day (28 § second, 39 § second, 40 § second paragraph), and 28 a § not even that.
  if (karenstid <= 1) {
    if (v.forebyggande) return KARENS.forebyggande
    if (v.sjoman && karenstid === 0) return KARENS.sjoman
    if (v.hogriskskydd) return v.hogriskskydd === HOGRISKSKYDD.allmant ? KARENS.allmantHogriskskydd : KARENS.sarskiltHogriskskydd
  }
  if (i < 0) return KARENS.ingenSjukperiod
  if (!v.somAnstalld) return karenstid === 0 ? KARENS.karensdagar : karenstid === 1 ? KARENS.enDagsKarenstid : KARENS.karenstid
  // 26 § second paragraph: a sick period that begins with sick pay has had its deduction, made by the employer.
  return sjuklon.har(sjuk.from[forstaIRaden(sjuk, i, tal.friaVidAterinsjuknande)]) ? KARENS.sjuklon : KARENS.karensavdrag
}

/**
 * Adds to `ut` the days without sjukpenning: the first seven of the sick period, or the one day of a karenstid, as 32 § joins it (33 § second paragraph);
 * a longer karenstid as 33 § first paragraph joins it.
 * @param {Dagmangd} ut
 * @param {number} utfall as `KARENS`
 * @param {number} karenstid
 * @param {Dagmangd} sjuk
 * @param {number} i the period of `sjuk`
 * @param {Karenstal} tal
 */
export function laggKarensdagar(ut, utfall, karenstid, sjuk, i, tal) {
  const antal =
    utfall === KARENS.karensdagar ? tal.karensdagar : utfall === KARENS.karenstid || utfall === KARENS.enDagsKarenstid ? karenstid : 0
  const fria = utfall === KARENS.karenstid ? tal.friaVidKarenstid : tal.friaVidAterinsjuknande
  return antal > 0 ? laggForsta(ut, sjuk, forstaIRaden(sjuk, i, fria), sistaIRaden(sjuk, i, fria), antal) : ut
}

/** Occasions at which sjukpenning was lost to 27, 27 a or 30 §, in order. */
export class Karenstillfallen {
  constructor() {
    /** @type {number[]} first day of the sick period */
    this.dag = []
    /** @type {number[]} days lost */
    this.forlorade = []
    this.antal = 0
  }

  rensa() {
    this.antal = 0
    return this
  }

  /** @param {number} dag @param {number} forlorade */
  lagg(dag, forlorade) {
    this.dag[this.antal] = dag
    this.forlorade[this.antal++] = forlorade
    return this
  }

  /** How many there were in the twelve months before the day. @param {number} dag */
  inomAret(dag) {
    const fran = manaderSenare(dag, -12)
    let n = 0
    for (let i = 0; i < this.antal; i++) if (this.dag[i] > fran && this.dag[i] < dag) n++
    return n
  }

  /** Days lost in the twelve months before the day. @param {number} dag */
  forloradeInomAret(dag) {
    const fran = manaderSenare(dag, -12)
    let n = 0
    for (let i = 0; i < this.antal; i++) if (this.dag[i] > fran && this.dag[i] < dag) n += this.forlorade[i]
    return n
  }
}

/**
 * General high-risk protection for a sick period that begins on the day (27 kap. 39, 39 a §§).
 * @param {Karenstillfallen} tidigare
 * @param {number} dag
 * @param {boolean} somAnstalld
 * @param {number} karenstid
 * @param {Karenstal} tal
 */
export function harAllmantHogriskskydd(tidigare, dag, somAnstalld, karenstid, tal) {
  // 39 § first paragraph is about 27 and 27 a §§, the second about one day's karenstid: a longer karenstid has no such protection.
  if (!somAnstalld && karenstid > 1) return false
  const kravs = somAnstalld || karenstid === 1 ? tal.hogrisktillfallen : tal.hogriskperioder
  // Most persons have had few: the months need not be counted for them.
  if (tidigare.antal < kravs || tidigare.inomAret(dag) < kravs) return false
  return somAnstalld || karenstid === 1 || tidigare.forloradeInomAret(dag) >= tal.hogriskdagar
}
