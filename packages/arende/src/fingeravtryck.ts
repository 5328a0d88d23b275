/**
 * A short print of a value, equal for equal content whatever the order of its keys. Tells whether
 * an answer was given on the same facts; not a secret and no proof (the journal's chain is the proof).
 */
export function fingeravtryck(varde: unknown): string {
  const text = kanonisk(varde)
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2_654_435_761)
    b = Math.imul(b ^ c, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36)
}

const BEHOVER_SKYDD = /["\\\u0000-\u001f\ud800-\udfff]/

const text = (s: string): string => (BEHOVER_SKYDD.test(s) ? JSON.stringify(s) : `"${s}"`)

/**
 * JSON with sorted keys and without undefined: the same content is always the same text. Written
 * by hand since every event, letter and basis of a question passes here.
 */
export function kanonisk(varde: unknown): string {
  if (typeof varde === 'string') return text(varde)
  if (varde === null || typeof varde !== 'object') return JSON.stringify(varde) ?? 'null'
  let ut = ''
  if (Array.isArray(varde)) {
    for (const v of varde) ut += ut === '' ? kanonisk(v) : `,${kanonisk(v)}`
    return `[${ut}]`
  }
  const o = varde as Record<string, unknown>
  for (const k of Object.keys(o).sort()) if (o[k] !== undefined) ut += `${ut === '' ? '' : ','}${text(k)}:${kanonisk(o[k])}`
  return `{${ut}}`
}
