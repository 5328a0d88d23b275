/**
 * A set of days, kept as the fewest periods in order: none overlaps or touches the next. Days are numbers (days since 1970-01-01). The arrays can be
 * longer than `antal` says: a set that is emptied keeps its room, so that one set serves a whole population. Plain JavaScript, as `dagtal.mjs`.
 */
export class Dagmangd {
  constructor() {
    /** @type {number[]} first days */
    this.from = []
    /** @type {number[]} last days */
    this.tom = []
    /** periods in the set */
    this.antal = 0
  }

  rensa() {
    this.antal = 0
    return this
  }

  /**
   * Adds the days of a period; one that ends before it begins has none.
   * @param {number} from
   * @param {number} tom
   */
  lagg(from, tom) {
    if (tom < from) return this
    const n = this.antal
    if (n === 0 || from > this.tom[n - 1] + 1) {
      this.from[n] = from
      this.tom[n] = tom
      this.antal = n + 1
    } else if (from >= this.from[n - 1]) {
      if (tom > this.tom[n - 1]) this.tom[n - 1] = tom
    } else laggIn(this, from, tom)
    return this
  }

  /** @param {Dagmangd} andra */
  laggAlla(andra) {
    for (let i = 0; i < andra.antal; i++) this.lagg(andra.from[i], andra.tom[i])
    return this
  }

  /**
   * Takes away the days of a period.
   * @param {number} from
   * @param {number} tom
   */
  taBort(from, tom) {
    if (tom < from) return this
    const i = forstaSomSlutar(this, from)
    let j = i
    while (j < this.antal && this.from[j] <= tom) j++
    if (i === j) return this
    const borjan = this.from[i]
    const slut = this.tom[j - 1]
    const fore = borjan < from ? 1 : 0
    const efter = slut > tom ? 1 : 0
    flytta(this, j, i + fore + efter - j)
    if (fore) satt(this, i, borjan, from - 1)
    if (efter) satt(this, i + fore, tom + 1, slut)
    return this
  }

  /** @param {Dagmangd} andra */
  taBortAlla(andra) {
    for (let i = 0; i < andra.antal; i++) this.taBort(andra.from[i], andra.tom[i])
    return this
  }

  /**
   * Becomes the days that are in both of two other sets.
   * @param {Dagmangd} a
   * @param {Dagmangd} b
   */
  gemensamma(a, b) {
    this.antal = 0
    for (let i = 0, j = 0; i < a.antal && j < b.antal;) {
      this.lagg(Math.max(a.from[i], b.from[j]), Math.min(a.tom[i], b.tom[j]))
      if (a.tom[i] < b.tom[j]) i++
      else j++
    }
    return this
  }

  /**
   * The period that the day lies in, or −1.
   * @param {number} dag
   */
  index(dag) {
    const i = forstaSomSlutar(this, dag)
    return i < this.antal && this.from[i] <= dag ? i : -1
  }

  /**
   * The latest period that has begun on the day, or −1.
   * @param {number} dag
   */
  senaste(dag) {
    const i = forstaSomSlutar(this, dag)
    return i < this.antal && this.from[i] <= dag ? i : i - 1
  }

  /**
   * First period that ends on the day or later; `antal` when there is none.
   * @param {number} dag
   */
  forstaSomSlutar(dag) {
    return forstaSomSlutar(this, dag)
  }

  /** @param {number} dag */
  har(dag) {
    return this.index(dag) >= 0
  }

  /**
   * Days of the set from `fran` to `till`, both counted.
   * @param {number} fran
   * @param {number} till
   */
  dagar(fran, till) {
    let n = 0
    for (let i = forstaSomSlutar(this, fran); i < this.antal && this.from[i] <= till; i++)
      n += Math.min(this.tom[i], till) - Math.max(this.from[i], fran) + 1
    return n
  }

  /** All days of the set. */
  allaDagar() {
    let n = 0
    for (let i = 0; i < this.antal; i++) n += this.tom[i] - this.from[i] + 1
    return n
  }
}

/** @param {Dagmangd} m @param {number} i @param {number} from @param {number} tom */
function satt(m, i, from, tom) {
  m.from[i] = from
  m.tom[i] = tom
}

/** @param {Dagmangd} m @param {number} dag */
function forstaSomSlutar(m, dag) {
  let lag = 0
  let hog = m.antal
  while (lag < hog) {
    const mitt = (lag + hog) >> 1
    if (m.tom[mitt] < dag) lag = mitt + 1
    else hog = mitt
  }
  return lag
}

/** The periods that overlap or touch the new one become one with it. @param {Dagmangd} m @param {number} from @param {number} tom */
function laggIn(m, from, tom) {
  const i = forstaSomSlutar(m, from - 1)
  let j = i
  while (j < m.antal && m.from[j] <= tom + 1) j++
  if (i === j) {
    flytta(m, i, 1)
    satt(m, i, from, tom)
  } else {
    satt(m, i, Math.min(from, m.from[i]), Math.max(tom, m.tom[j - 1]))
    flytta(m, j, i + 1 - j)
  }
}

/** Moves the periods from `i` on by `steg` places. @param {Dagmangd} m @param {number} i @param {number} steg */
function flytta(m, i, steg) {
  const n = m.antal
  if (steg > 0) for (let k = n - 1; k >= i; k--) satt(m, k + steg, m.from[k], m.tom[k])
  else if (steg < 0) for (let k = i; k < n; k++) satt(m, k + steg, m.from[k], m.tom[k])
  m.antal = n + steg
}
