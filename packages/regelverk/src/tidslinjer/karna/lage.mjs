import { Dagmangd } from '@atergang/kalender/karna'
import { betaldaMellan, dagEfterBetalda } from './alder.mjs'
import { laggSjuklonedagar, normalnivanSlutar, raknadeFore } from './formanstid.mjs'
import { foljKarens, Karensgang } from './karensgang.mjs'
import { nastaAv, raknadeTill } from './kedja.mjs'
import { ALDER, INGET, INKOMST, NASTA, SAKNAS, SOM, SYSSELSATT } from './kolumner.mjs'
import { KARENS, laggKarensdagar } from './karens.mjs'

/** @typedef {import('./kolumner.mjs').Befolkning} Befolkning */
/** @typedef {import('./kolumner.mjs').Lagen} Lagen */
/** @typedef {import('./kolumner.mjs').Svarskolumner} Svarskolumner */

/** Room for one person at a time; emptied, not made anew, for the next. */
export class Arbetsyta {
  constructor() {
    this.sjuk = new Dagmangd()
    this.intyg = new Dagmangd()
    this.sjuklon = new Dagmangd()
    this.raknade = new Dagmangd()
    this.sjukpenning = new Dagmangd()
    this.forebyggande = new Dagmangd()
    this.allvarlig = new Dagmangd()
    this.sarskiltSkydd = new Dagmangd()
    this.sjoman = new Dagmangd()
    this.karensdagar = new Dagmangd()
    this.karens = new Karensgang()
    this.grad = 0
    this.nastaDag = INGET
    this.nastaSlag = 0
  }
}

/**
 * Where each person stands on the day (27 kap. 21–44, 46–51 §§ SFB): persons from `fran` up to `till`.
 * @param {Befolkning} b
 * @param {number} fran
 * @param {number} till
 * @param {number} dag for all, unless the population has a day for each
 * @param {Lagen} lag
 * @param {Svarskolumner} ut
 * @param {Arbetsyta} y
 */
export function raknaLagen(b, fran, till, dag, lag, ut, y) {
  const egen = b.dag.length > 0
  for (let i = fran; i < till; i++) {
    const d = egen ? b.dag[i] : dag
    las(y, b, i, d, lag.som)
    raknaPerson(y, b, i, d, lag, ut)
  }
}

/** @param {Arbetsyta} y @param {Befolkning} b @param {number} i @param {number} dag @param {readonly number[]} som */
function las(y, b, i, dag, som) {
  y.sjuk.antal = y.intyg.antal = y.sjuklon.antal = y.raknade.antal = y.sjukpenning.antal = 0
  y.forebyggande.antal = y.allvarlig.antal = y.sarskiltSkydd.antal = y.sjoman.antal = y.karensdagar.antal = 0
  y.grad = 0
  for (let k = b.start[i]; k < b.start[i + 1]; k++) {
    const s = som[b.slag[k]]
    const from = b.from[k]
    const tom = b.tom[k]
    if (s & SOM.sjuk) {
      y.sjuk.lagg(from, tom)
      if (from <= dag && dag <= tom && b.grad[k] > y.grad) y.grad = b.grad[k]
    }
    if (s & SOM.intyg) y.intyg.lagg(from, tom)
    if (s & SOM.sjuklon) y.sjuklon.lagg(from, tom)
    if (s & SOM.raknas) y.raknade.lagg(from, tom)
    if (s & SOM.sjukpenning) y.sjukpenning.lagg(from, tom)
    if (s >= SOM.forebyggande) {
      if (s & SOM.forebyggande) y.forebyggande.lagg(from, tom)
      if (s & SOM.allvarlig) y.allvarlig.lagg(from, tom)
      if (s & SOM.sarskiltSkydd) y.sarskiltSkydd.lagg(from, tom)
      if (s & SOM.sjoman) y.sjoman.lagg(from, tom)
    }
  }
}

/** @param {Arbetsyta} y @param {Befolkning} b @param {number} i @param {number} dag @param {Lagen} lag @param {Svarskolumner} ut */
function raknaPerson(y, b, i, dag, lag, ut) {
  const { tal } = lag
  const nu = y.sjuk.index(dag)
  const pagar = nu >= 0
  const kedjedag = raknadeTill(y.sjuk, dag, tal.kedjeglapp)
  ut.kedjedag[i] = kedjedag
  ut.pagar[i] = pagar ? 1 : 0
  ut.sjukperiodsdag[i] = pagar ? dag - y.sjuk.from[nu] + 1 : 0
  ut.intygsdag[i] = raknadeTill(y.intyg, dag, tal.intygsglapp)
  ut.grad[i] = y.grad
  ut.saknas[i] = 0
  y.nastaDag = INGET
  y.nastaSlag = 0
  raknaKarens(y, b, i, dag, nu, tal, ut)
  // The employer answers for the days of a sick-pay period (9 §): sjukpenning can follow it.
  const lon = y.sjuklon.index(dag)
  const betalasFran = lon < 0 ? dag : y.sjuklon.tom[lon] + 1
  raknaNiva(y, i, dag, pagar, betalasFran, tal, ut)
  raknaAlder(y, b, i, dag, pagar, betalasFran, lag, ut)
  if (pagar) {
    const forbi = ut.alder[i] === ALDER.tidigastePension && b.sysselsattning[i] !== SYSSELSATT.arbetslos ? 1 : 0
    const grans = nastaAv(lag.granser[b.sysselsattning[i] * 2 + forbi], kedjedag)
    for (let k = 0; k < lag.gransslag.length; k++)
      if (lag.gransslag[k][0] === grans) kommer(y, dag, dag + grans - kedjedag, lag.gransslag[k][1])
  } else if (kedjedag > 0) kommer(y, dag, y.sjuk.tom[y.sjuk.senaste(dag)] + tal.kedjeglapp + 1, NASTA.kedjanBryts)
  ut.nastaDag[i] = y.nastaDag
  ut.nastaSlag[i] = y.nastaSlag
  if (pagar && ut.alder[i] === ALDER.okand) ut.saknas[i] |= SAKNAS.fodd
  else if (pagar && alderOkand(b.fodd[i], lag) && (y.nastaDag === INGET || y.nastaDag > lag.aldrar.okandFran))
    ut.saknas[i] |= SAKNAS.riktalder
}

/** @param {number} fodd @param {Lagen} lag */
const alderOkand = (fodd, { aldrar }) => aldrar.riktalder[fodd - aldrar.forsta] === INGET

/** Keeps the earliest of what comes after the day, and all that comes on it. @param {Arbetsyta} y @param {number} dag @param {number} nar @param {number} slag */
function kommer(y, dag, nar, slag) {
  if (nar <= dag) return
  if (y.nastaDag === INGET || nar < y.nastaDag) {
    y.nastaDag = nar
    y.nastaSlag = slag
  } else if (nar === y.nastaDag) y.nastaSlag |= slag
}

/** 27–33, 39–44 §§. @param {Arbetsyta} y @param {Befolkning} b @param {number} i @param {number} dag @param {number} nu @param {import('./tal.mjs').Tidslinjetal} tal @param {Svarskolumner} ut */
function raknaKarens(y, b, i, dag, nu, tal, ut) {
  const g = y.karens
  foljKarens(g, y, inkomstslag(b, i), b.sysselsattning[i] === SYSSELSATT.arbetslos, b.karenstid[i], dag, nu, tal.karens)
  ut.karensAnstallning[i] = g.okand ? KARENS.okand : g.anstallning
  ut.karensAnnat[i] = g.okand ? KARENS.okand : g.annat
  ut.avdragFran[i] = g.okand ? INGET : g.avdragFran
  ut.hogriskskydd[i] = g.okand ? 0 : g.hogriskskydd
  ut.karensdag[i] = !g.okand && nu >= 0 && laggKarensdagar(y.karensdagar, g.annat, b.karenstid[i], y.sjuk, nu, tal.karens).har(dag) ? 1 : 0
  if (g.okand && nu >= 0) ut.saknas[i] |= SAKNAS.inkomstslag
}

/** What is told; else what the occupation says. @param {Befolkning} b @param {number} i */
function inkomstslag(b, i) {
  if (b.inkomstslag[i]) return b.inkomstslag[i]
  const s = b.sysselsattning[i]
  if (s === SYSSELSATT.egenforetagare) return INKOMST.annat
  return s === SYSSELSATT.anstalld || s === SYSSELSATT.behovsanstalld || s === SYSSELSATT.arbetslos ? INKOMST.anstallning : 0
}

/** 21–24 §§. @param {Arbetsyta} y @param {number} i @param {number} dag @param {boolean} pagar @param {number} betalasFran @param {import('./tal.mjs').Tidslinjetal} tal @param {Svarskolumner} ut */
function raknaNiva(y, i, dag, pagar, betalasFran, tal, ut) {
  const g = y.karens
  laggSjuklonedagar(y.raknade, y.sjuklon, tal.sjuklonedagar)
  const allvarlig = y.allvarlig.har(dag)
  // Not known whose first paid days carry a karensavdrag: the count lies between none of them and all.
  const hogst = g.okand ? raknadeFore(y.raknade, dag, tal.ramtid) : 0
  const hogstSlut =
    g.okand && pagar ? normalnivanSlutar(y.raknade, betalasFran, false, y.allvarlig, tal.ramtid, tal.normalnivadagar) : INGET
  for (let k = 0; k < g.antalEjRaknade; k++) y.raknade.taBort(g.ejRaknade[k], g.ejRaknade[k])
  const antal = raknadeFore(y.raknade, dag, tal.ramtid)
  const slut = pagar ? normalnivanSlutar(y.raknade, betalasFran, g.avdragKvar, y.allvarlig, tal.ramtid, tal.normalnivadagar) : INGET
  const okand = g.okand && !allvarlig && antal >= tal.normalnivadagar !== hogst >= tal.normalnivadagar
  ut.fortsattningsniva[i] = !okand && !allvarlig && antal >= tal.normalnivadagar ? 1 : 0
  ut.nivaOkand[i] = okand ? 1 : 0
  ut.normalnivadagar[i] = g.okand && antal !== hogst ? INGET : antal
  ut.normalnivanSlutar[i] = g.okand && slut !== hogstSlut ? INGET : slut
  if (g.okand && (antal !== hogst || slut !== hogstSlut)) ut.saknas[i] |= SAKNAS.inkomstslag
  kommer(y, dag, ut.normalnivanSlutar[i], NASTA.normalnivanSlutar)
}

/** 36–38, 49 d §§. @param {Arbetsyta} y @param {Befolkning} b @param {number} i @param {number} dag @param {boolean} pagar @param {number} betalasFran @param {Lagen} lag @param {Svarskolumner} ut */
function raknaAlder(y, b, i, dag, pagar, betalasFran, { aldrar, tal }, ut) {
  ut.alder[i] = ALDER.okand
  ut.betaldaEfterRiktalder[i] = ut.betaldaEfter71[i] = INGET
  ut.fraganEfterRiktalder[i] = ut.slutEfter71[i] = 0
  if (b.fodd[i] === INGET) return
  const k = b.fodd[i] - aldrar.forsta
  const pension = aldrar.tidigastePension[k]
  const riktalder = aldrar.riktalder[k]
  const manad71 = aldrar.manadenFor71[k]
  const natt = riktalder !== INGET && riktalder <= dag
  ut.alder[i] =
    manad71 <= dag ? ALDER.efter71 : natt ? ALDER.riktalder : pension !== INGET && pension <= dag ? ALDER.tidigastePension : ALDER.under
  if (natt) ut.betaldaEfterRiktalder[i] = betaldaMellan(y.sjukpenning, riktalder, dag)
  if (manad71 <= dag) {
    ut.betaldaEfter71[i] = betaldaMellan(y.sjukpenning, manad71, dag)
    ut.slutEfter71[i] = ut.betaldaEfter71[i] >= tal.efter71 ? 1 : 0
    if (pagar) kommer(y, dag, dagEfterBetalda(y.sjukpenning, manad71, betalasFran, tal.efter71), NASTA.slutEfter71)
  } else if (natt) {
    ut.fraganEfterRiktalder[i] = ut.betaldaEfterRiktalder[i] >= tal.efterRiktalder ? 1 : 0
    if (pagar) kommer(y, dag, dagEfterBetalda(y.sjukpenning, riktalder, betalasFran, tal.efterRiktalder), NASTA.fraganEfterRiktalder)
  }
  if (pagar) {
    kommer(y, dag, pension, NASTA.tidigastePension)
    kommer(y, dag, riktalder, NASTA.riktalder)
    kommer(y, dag, manad71, NASTA.manadenFor71)
  }
}
