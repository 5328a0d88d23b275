/**
 * Runs the loops of a kernel over rows, some thousand at a time, so that what one loop leaves for
 * the next stays near the processor. The same code runs in the caller's thread and in the workers.
 * @param {readonly { slinga: (...tal: number[]) => void, platser: readonly { adress: number, bredd: number }[] }[]} delar
 *   each loop with where its columns begin; `bredd` is bytes a row, 0 for what is used anew each turn
 * @param {number} fran first row
 * @param {number} till the row after the last
 * @param {number} perVarv rows a turn
 */
export function varv(delar, fran, till, perVarv) {
  for (let rad = fran; rad < till; rad += perVarv) {
    const rader = Math.min(perVarv, till - rad)
    for (const { slinga, platser } of delar) slinga(rader, ...platser.map((p) => p.adress + rad * p.bredd))
  }
}
