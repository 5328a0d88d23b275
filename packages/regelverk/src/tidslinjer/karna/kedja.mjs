import { forstaIRaden, sistaIRaden } from './rad.mjs'

/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */

/**
 * The first period that counts on the day: back over gaps of at most `hogstaGlapp` free days (27 kap. 51 § SFB). −1 when none does: nothing has begun, or
 * more free days than that have gone.
 * @param {Dagmangd} m
 * @param {number} dag
 * @param {number} hogstaGlapp
 */
export function forstaSomRaknas(m, dag, hogstaGlapp) {
  const i = m.senaste(dag)
  return i < 0 || dag - m.tom[i] > hogstaGlapp ? -1 : forstaIRaden(m, i, hogstaGlapp)
}

/**
 * Days counted up to and including the day. On a free day the count stands while the gap so far is no longer than `hogstaGlapp`; then it is 0.
 * @param {Dagmangd} m
 * @param {number} dag
 * @param {number} hogstaGlapp
 */
export function raknadeTill(m, dag, hogstaGlapp) {
  const i = forstaSomRaknas(m, dag, hogstaGlapp)
  return i < 0 ? 0 : m.dagar(m.from[i], dag)
}

/**
 * The day that is number `n` in the chain that holds `dag`: looked up among its days, else reckoned as if its last period went on. `undefined` when
 * `dag` is in no chain.
 * @param {Dagmangd} m
 * @param {number} dag
 * @param {number} n
 * @param {number} hogstaGlapp
 * @returns {number | undefined}
 */
export function dagMedNummer(m, dag, n, hogstaGlapp) {
  const forsta = forstaSomRaknas(m, dag, hogstaGlapp)
  if (forsta < 0) return undefined
  const sista = sistaIRaden(m, forsta, hogstaGlapp)
  let kvar = n
  for (let i = forsta; i <= sista; i++) {
    const langd = m.tom[i] - m.from[i] + 1
    if (kvar <= langd) return m.from[i] + kvar - 1
    kvar -= langd
  }
  return m.tom[sista] + kvar
}

/**
 * The next of the limits, which are chain days in order; 0 when all are passed.
 * @param {readonly number[]} granser
 * @param {number} kedjedag
 */
export function nastaAv(granser, kedjedag) {
  for (let i = 0; i < granser.length; i++) if (granser[i] > kedjedag) return granser[i]
  return 0
}
