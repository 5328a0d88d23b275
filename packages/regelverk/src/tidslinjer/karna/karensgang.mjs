import { harAllmantHogriskskydd, HOGRISKSKYDD, KARENS, karensutfall, Karenstillfallen } from './karens.mjs'
import { INGET, INKOMST } from './kolumner.mjs'
import { sistaIRaden } from './rad.mjs'

/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */

/** The karens of a person's sick periods, followed from the first to the one of the day. */
export class Karensgang {
  constructor() {
    /** kind of income not told: `anstallning` and `ejRaknade` are then what they would be for employment */
    this.okand = false
    /** outcome for the sick period of the day, as `KARENS` */
    this.anstallning = /** @type {number} */ (KARENS.ingenSjukperiod)
    this.annat = /** @type {number} */ (KARENS.ingenSjukperiod)
    this.avdragFran = INGET
    this.hogriskskydd = /** @type {number} */ (HOGRISKSKYDD.inget)
    /** a karensavdrag is to be made, and nothing has been paid of the sick period before the day */
    this.avdragKvar = false
    /** @type {number[]} first paid days of sick periods with karensavdrag (21 § second sentence) */
    this.ejRaknade = []
    this.antalEjRaknade = 0
    this.foranstalld = new Karenstillfallen()
    this.forannat = new Karenstillfallen()
    /** @type {import('./karens.mjs').Karensvillkor} */
    this.villkor = { somAnstalld: false, karenstid: 0, forebyggande: false, sjoman: false, hogriskskydd: 0 }
  }
}

/**
 * Follows the sick periods as 32 § joins them, in order: which karens each has, when sjukpenning was lost, and from when that gives general high-risk
 * protection (27–33, 39–44 §§). What the person is, is looked at on the first day of the sick period.
 * @param {Karensgang} g
 * @param {{ sjuk: Dagmangd, sjuklon: Dagmangd, sjukpenning: Dagmangd, forebyggande: Dagmangd, sjoman: Dagmangd, sarskiltSkydd: Dagmangd }} p
 * @param {number} inkomstslag bits of `INKOMST`
 * @param {boolean} arbetslos
 * @param {number} karenstid
 * @param {number} dag
 * @param {number} nu the period of `p.sjuk` that the day lies in, or −1
 * @param {import('./tal.mjs').Karenstal} tal
 */
export function foljKarens(g, p, inkomstslag, arbetslos, karenstid, dag, nu, tal) {
  g.okand = inkomstslag === 0
  g.anstallning = g.annat = KARENS.ingenSjukperiod
  g.avdragFran = INGET
  g.hogriskskydd = HOGRISKSKYDD.inget
  g.avdragKvar = false
  g.antalEjRaknade = 0
  g.foranstalld.antal = g.forannat.antal = 0
  // 28 b §: who had other work and is unemployed is treated as an employee.
  const harAnnat = (inkomstslag & INKOMST.annat) > 0 && !arbetslos
  const harAnstallning = !harAnnat || (inkomstslag & INKOMST.anstallning) > 0
  const { sjuk } = p
  for (let i = 0; i < sjuk.antal && sjuk.from[i] <= dag;) {
    const j = sistaIRaden(sjuk, i, tal.friaVidAterinsjuknande)
    const dagens = nu >= i && nu <= j
    if (harAnstallning) anstallning(g, p, i, j, dag, dagens, tal)
    if (harAnnat) annat(g, p, i, j, karenstid, dagens, tal)
    i = j + 1
  }
}

/** @param {Karensgang} g @param {Parameters<typeof foljKarens>[1]} p @param {number} i @param {number} j @param {number} dag @param {boolean} dagens @param {import('./tal.mjs').Karenstal} tal */
function anstallning(g, p, i, j, dag, dagens, tal) {
  const v = villkoren(g, p, i, true, 0, g.foranstalld, tal)
  const utfall = karensutfall(v, p.sjuk, i, p.sjuklon, tal)
  if (dagens) {
    g.anstallning = utfall
    if (v.hogriskskydd > g.hogriskskydd) g.hogriskskydd = v.hogriskskydd
  }
  if (utfall !== KARENS.karensavdrag) return
  const forsta = p.sjuk.from[i]
  const k = p.sjukpenning.forstaSomSlutar(forsta)
  const betald = k < p.sjukpenning.antal ? Math.max(forsta, p.sjukpenning.from[k]) : INGET
  const betalas = betald !== INGET && betald <= p.sjuk.tom[j]
  if (betalas) {
    g.ejRaknade[g.antalEjRaknade++] = betald
    g.foranstalld.lagg(forsta, 1)
  }
  if (dagens) {
    g.avdragFran = forsta
    g.avdragKvar = !betalas || betald >= dag
  }
}

/** @param {Karensgang} g @param {Parameters<typeof foljKarens>[1]} p @param {number} i @param {number} j @param {number} karenstid @param {boolean} dagens @param {import('./tal.mjs').Karenstal} tal */
function annat(g, p, i, j, karenstid, dagens, tal) {
  const v = villkoren(g, p, i, false, karenstid, g.forannat, tal)
  const utfall = karensutfall(v, p.sjuk, i, p.sjuklon, tal)
  if (dagens) {
    g.annat = utfall
    if (v.hogriskskydd > g.hogriskskydd) g.hogriskskydd = v.hogriskskydd
  }
  if (utfall === KARENS.karensdagar) g.forannat.lagg(p.sjuk.from[i], Math.min(tal.karensdagar, p.sjuk.dagar(p.sjuk.from[i], p.sjuk.tom[j])))
  else if (utfall === KARENS.enDagsKarenstid) g.forannat.lagg(p.sjuk.from[i], 1)
}

/** @param {Karensgang} g @param {Parameters<typeof foljKarens>[1]} p @param {number} i @param {boolean} somAnstalld @param {number} karenstid @param {Karenstillfallen} tidigare @param {import('./tal.mjs').Karenstal} tal */
function villkoren(g, p, i, somAnstalld, karenstid, tidigare, tal) {
  const v = g.villkor
  const forsta = p.sjuk.from[i]
  v.somAnstalld = somAnstalld
  v.karenstid = karenstid
  v.forebyggande = p.forebyggande.har(forsta)
  v.sjoman = p.sjoman.har(forsta)
  v.hogriskskydd = p.sarskiltSkydd.har(forsta)
    ? HOGRISKSKYDD.sarskilt
    : harAllmantHogriskskydd(tidigare, forsta, somAnstalld, karenstid, tal)
      ? HOGRISKSKYDD.allmant
      : HOGRISKSKYDD.inget
  return v
}
