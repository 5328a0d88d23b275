/** No such day, or not known. */
export const INGET = -(2 ** 31)

/** What a period's kind counts as. */
export const SOM = /** @type {const} */ ({
  sjuk: 1,
  intyg: 2,
  sjuklon: 4,
  raknas: 8,
  sjukpenning: 16,
  forebyggande: 32,
  allvarlig: 64,
  sarskiltSkydd: 128,
  sjoman: 256,
})

/** Which facts are missing for an answer. */
export const SAKNAS = /** @type {const} */ ({ fodd: 1, riktalder: 2, inkomstslag: 4 })

/** Bits of the kinds of income that sjukpenning answers to; 0 when not told. */
export const INKOMST = /** @type {const} */ ({ anstallning: 1, annat: 2 })

/** Codes of `sysselsattning` that the arithmetic looks at; 0 when not told. */
export const SYSSELSATT = /** @type {const} */ ({ anstalld: 1, behovsanstalld: 2, egenforetagare: 3, arbetslos: 4, foraldraledig: 5 })

/** Bits of what comes on the next day of the law: several things can come on one day. */
export const NASTA = /** @type {const} */ ({
  dag91: 1,
  dag181: 2,
  dag366: 4,
  dag551: 8,
  normalnivanSlutar: 16,
  tidigastePension: 32,
  riktalder: 64,
  manadenFor71: 128,
  fraganEfterRiktalder: 256,
  slutEfter71: 512,
  kedjanBryts: 1024,
})

/** How far the person has come towards pension. */
export const ALDER = /** @type {const} */ ({ under: 0, tidigastePension: 1, riktalder: 2, efter71: 3, okand: 255 })

/**
 * @typedef {object} Befolkning persons and their periods in columns: person `i` has the periods from `start[i]` up to `start[i + 1]`, in any order
 * @property {Int32Array} start
 * @property {Int32Array} from days since 1970-01-01
 * @property {Int32Array} tom
 * @property {Uint8Array} slag number in the list of kinds
 * @property {Uint8Array} grad quarters
 * @property {Int32Array} fodd `INGET` when not known
 * @property {Uint8Array} sysselsattning
 * @property {Uint8Array} inkomstslag bits of `INKOMST`
 * @property {Uint8Array} karenstid days; 0 when none was chosen
 * @property {Int32Array} dag each person's day; empty when all have the same
 */

/**
 * @typedef {object} Aldrar first day of the month of each age, by day of birth from `forsta` on; `INGET` when not known
 * @property {number} forsta
 * @property {Int32Array} tidigastePension
 * @property {Int32Array} riktalder
 * @property {Int32Array} manadenFor71
 * @property {number} okandFran first day from which an unknown age can come
 */

/**
 * @typedef {object} Lagen what the arithmetic takes from the law
 * @property {import('./tal.mjs').Tidslinjetal} tal
 * @property {readonly number[]} som what each kind counts as
 * @property {readonly (readonly number[])[]} granser chain days on which the ground changes, by sysselsattning × 2 + 1 when past the earliest pension
 * @property {readonly (readonly [number, number])[]} gransslag which bit of `NASTA` a chain day has
 * @property {Aldrar} aldrar
 */

/**
 * @typedef {object} Svarskolumner one row a person
 * @property {Int32Array} kedjedag
 * @property {Uint8Array} pagar the day is a sick day
 * @property {Int32Array} sjukperiodsdag
 * @property {Int32Array} intygsdag
 * @property {Uint8Array} grad quarters, of the day
 * @property {Uint8Array} fortsattningsniva
 * @property {Uint8Array} nivaOkand
 * @property {Int32Array} normalnivadagar counted within the frame; `INGET` when not known
 * @property {Int32Array} normalnivanSlutar
 * @property {Uint8Array} karensAnstallning as `KARENS`
 * @property {Uint8Array} karensAnnat as `KARENS`
 * @property {Uint8Array} karensdag the day is without sjukpenning for income of other work
 * @property {Int32Array} avdragFran
 * @property {Uint8Array} hogriskskydd as `HOGRISKSKYDD`
 * @property {Uint8Array} alder as `ALDER`
 * @property {Int32Array} betaldaEfterRiktalder
 * @property {Int32Array} betaldaEfter71
 * @property {Uint8Array} fraganEfterRiktalder
 * @property {Uint8Array} slutEfter71
 * @property {Int32Array} nastaDag
 * @property {Uint16Array} nastaSlag bits of `NASTA`
 * @property {Uint8Array} saknas bits of `SAKNAS`
 */
