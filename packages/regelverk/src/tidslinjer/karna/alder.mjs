/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */

/**
 * Paid days from an age limit up to the day before `dag`, each counted as one however small its degree (27 kap. 38 § SFB).
 * @param {Dagmangd} sjukpenning
 * @param {number} fran
 * @param {number} dag
 */
export const betaldaMellan = (sjukpenning, fran, dag) => sjukpenning.dagar(fran, dag - 1)

/**
 * The first day before which `hogst` days have been paid since the limit, if every day from `dag`, or from the limit when that comes later, is paid
 * (36, 37 §§).
 * @param {Dagmangd} sjukpenning
 * @param {number} fran
 * @param {number} dag
 * @param {number} hogst
 */
export function dagEfterBetalda(sjukpenning, fran, dag, hogst) {
  const start = Math.max(dag, fran)
  return start + Math.max(0, hogst - betaldaMellan(sjukpenning, fran, start))
}
