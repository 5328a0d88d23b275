/**
 * @typedef {object} Karenstal
 * @property {number} friaVidAterinsjuknande free days over which 32 § joins
 * @property {number} friaVidKarenstid free days over which 33 § joins
 * @property {number} karensdagar 27 a §
 * @property {number} hogrisktillfallen 39 §: occasions, for employment and for one day's karenstid
 * @property {number} hogriskperioder 39 §: sick periods, for other income
 * @property {number} hogriskdagar 39 §: days lost, for other income
 */

/**
 * @typedef {object} Tidslinjetal numbers of days in 27 kap. SFB; `../tal.ts` has them with their paragraphs
 * @property {number} kedjeglapp free days over which the chain goes on (51 §)
 * @property {number} intygsglapp free days over which certificate days are counted together
 * @property {number} ramtid 21 §
 * @property {number} normalnivadagar 21 §
 * @property {number} sjuklonedagar 22 §: of each sick-pay period
 * @property {number} efterRiktalder 36 §: paid days
 * @property {number} efter71 37 §: paid days
 * @property {Karenstal} karens
 */

export {}
