/** Latencies of one operation, in milliseconds, with how long the whole took. */
export interface Matserie {
  readonly namn: string
  readonly ms: number[]
  sekunder: number
}

export interface Rad {
  readonly namn: string
  readonly antal: number
  readonly p50: number
  readonly p99: number
  readonly perSekund: number
}

export const nySerie = (namn: string): Matserie => ({ namn, ms: [], sekunder: 0 })

export function percentil(ms: readonly number[], andel: number): number {
  const i = [...ms].sort((a, b) => a - b)
  return i[Math.min(i.length - 1, Math.floor(i.length * andel))] ?? Number.NaN
}

export const radAv = (s: Matserie): Rad => ({
  namn: s.namn,
  antal: s.ms.length,
  p50: percentil(s.ms, 0.5),
  p99: percentil(s.ms, 0.99),
  perSekund: s.ms.length / s.sekunder,
})

export const tal = (n: number, decimaler = 2): string => n.toFixed(decimaler).replace('.', ',')

/** A table of text: first column to the left, numbers to the right. */
export function tabell(rubriker: readonly string[], rader: readonly (readonly string[])[]): string {
  const bredd = rubriker.map((r, i) => Math.max(r.length, ...rader.map((x) => x[i]!.length)))
  const rad = (x: readonly string[]) => x.map((c, i) => (i === 0 ? c.padEnd(bredd[i]!) : c.padStart(bredd[i]!))).join('  ')
  return [rad(rubriker), bredd.map((b) => '-'.repeat(b)).join('  '), ...rader.map(rad)].join('\n')
}

/** ”4,2 (mål < 5: ja)” */
export const motMal = (kvot: number, mal: number): string => `${tal(kvot, 1)} (mål < ${mal}: ${kvot < mal ? 'ja' : 'NEJ'})`
