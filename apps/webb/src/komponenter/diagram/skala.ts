/** The smallest round number (1, 2 or 5 times a power of ten) that is at least `n`; 1 for nothing. */
export function rundUppat(n: number): number {
  if (n <= 0) return 1
  const tio = 10 ** Math.floor(Math.log10(n))
  return tio * ([1, 2, 5, 10].find((k) => k * tio >= n * (1 - 1e-12)) ?? 10)
}

/** Marks on an axis that take in `fran`–`till`, about `antal` of them, on round numbers. */
export function axelmarken(fran: number, till: number, antal: number): number[] {
  const steg = rundUppat((till - fran || Math.abs(till) || 1) / antal)
  const forsta = Math.floor(fran / steg)
  const sista = Math.ceil(till / steg)
  return Array.from({ length: Math.max(1, sista - forsta) + 1 }, (_, i) => Number(((forsta + i) * steg).toPrecision(12)))
}

/** Length of a bar in per cent of the longest; something always shows when there is something. */
export const stapellangd = (varde: number, storst: number): number =>
  varde <= 0 || storst <= 0 ? 0 : Math.max(1, Math.min(100, (varde / storst) * 100))

export interface Trappsteg {
  readonly from: number
  readonly till: number
  readonly varde: number
}

/** A step line as an SVG path: flat within each step, straight up or down between steps that touch, a gap where nothing is known. */
export function trappa(steg: readonly Trappsteg[], x: (dag: number) => number, y: (varde: number) => number): string {
  let forra: Trappsteg | undefined
  return steg
    .map((s) => {
      const rak = forra && forra.till >= s.from
      forra = s
      const [x1, x2, h] = [x(s.from), x(s.till), y(s.varde)].map((n) => Number(n.toFixed(2))) as [number, number, number]
      return `${rak ? 'L' : 'M'}${x1} ${h}H${x2}`
    })
    .join('')
}
