/** @typedef {import('@atergang/kalender/karna').Dagmangd} Dagmangd */

/**
 * First of the periods that belong together with period `i`: no more than `fria` free days between one and the next.
 * @param {Dagmangd} m
 * @param {number} i
 * @param {number} fria
 */
export function forstaIRaden(m, i, fria) {
  while (i > 0 && m.from[i] - m.tom[i - 1] - 1 <= fria) i--
  return i
}

/**
 * Last of the periods that belong together with period `i`.
 * @param {Dagmangd} m
 * @param {number} i
 * @param {number} fria
 */
export function sistaIRaden(m, i, fria) {
  while (i + 1 < m.antal && m.from[i + 1] - m.tom[i] - 1 <= fria) i++
  return i
}

/**
 * Adds to `ut` the first `antal` days of the periods from `i` to `j`, counted over their own days.
 * @param {Dagmangd} ut
 * @param {Dagmangd} m
 * @param {number} i
 * @param {number} j
 * @param {number} antal
 */
export function laggForsta(ut, m, i, j, antal) {
  for (let kvar = antal; i <= j && kvar > 0; i++) {
    const tom = Math.min(m.tom[i], m.from[i] + kvar - 1)
    ut.lagg(m.from[i], tom)
    kvar -= tom - m.from[i] + 1
  }
  return ut
}

/**
 * Adds to `ut` the first `antal` days of each period by itself.
 * @param {Dagmangd} ut
 * @param {Dagmangd} m
 * @param {number} antal
 */
export function laggForstaIVarje(ut, m, antal) {
  for (let i = 0; i < m.antal; i++) ut.lagg(m.from[i], Math.min(m.tom[i], m.from[i] + antal - 1))
  return ut
}
