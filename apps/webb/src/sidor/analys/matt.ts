/** One row of the key figures, as the server gives it; null where it is too small to be shown. */
export interface Mattrad {
  readonly matt: string
  readonly definition: string
  readonly enhet: string
  readonly varde: number | null
  readonly n: number | null
}

export interface Intervall {
  readonly lag: number
  readonly hog: number
}

export interface Enhetsvarde {
  readonly enhet: string
  readonly varde: number | null
  readonly n: number | null
  /** 95 per cent, for shares only */
  readonly intervall: Intervall | null
  /** against all shown units together; null where it cannot be told or is not a share */
  readonly motRiket: 'hogre' | 'lagre' | 'ingenSkillnad' | null
}

export interface Matt {
  readonly namn: string
  readonly definition: string
  readonly andel: boolean
  readonly rader: readonly Enhetsvarde[]
  /** over the units that are shown */
  readonly riket: number | null
  readonly n: number
  readonly dolda: number
}

/** 95 per cent interval for a share by Wilson: holds for few cases and for shares near none and all. */
export function wilson(andel: number, n: number): Intervall {
  const z = 1.96
  const d = 1 + (z * z) / n
  const mitt = (andel + (z * z) / (2 * n)) / d
  const halv = (z / d) * Math.sqrt((andel * (1 - andel)) / n + (z * z) / (4 * n * n))
  return { lag: Math.max(0, mitt - halv), hog: Math.min(1, mitt + halv) }
}

const arAndel = (namn: string): boolean => namn.startsWith('Andel')

function mot(i: Intervall | null, riket: number | null): Enhetsvarde['motRiket'] {
  if (!i || riket === null) return null
  if (i.lag > riket) return 'hogre'
  return i.hog < riket ? 'lagre' : 'ingenSkillnad'
}

/** The rows as measures, in the server's order. */
export function perMatt(rader: readonly Mattrad[]): Matt[] {
  return [...new Set(rader.map((r) => r.matt))].map((namn) => {
    const egna = rader.filter((r) => r.matt === namn)
    const andel = arAndel(namn)
    const synliga = egna.filter((r): r is Mattrad & { varde: number; n: number } => r.varde !== null && r.n !== null)
    const n = synliga.reduce((s, r) => s + r.n, 0)
    const summa = synliga.reduce((s, r) => s + (andel ? r.varde * r.n : r.varde), 0)
    const riket = n === 0 ? null : andel ? summa / n : summa
    return {
      namn, definition: egna[0]!.definition, andel, riket, n, dolda: egna.length - synliga.length,
      rader: egna.map(({ enhet, varde, n: antal }) => {
        const intervall = andel && varde !== null && antal !== null ? wilson(varde, antal) : null
        return { enhet, varde, n: antal, intervall, motRiket: mot(intervall, riket) }
      }),
    }
  })
}

export type Ordning = 'enhet' | 'varde' | 'n'

/** Masked rows come last, whatever the order. */
export function ordnade(rader: readonly Enhetsvarde[], ordning: Ordning): Enhetsvarde[] {
  const namn = (a: Enhetsvarde, b: Enhetsvarde): number => a.enhet.localeCompare(b.enhet, 'sv')
  if (ordning === 'enhet') return [...rader].sort(namn)
  return [...rader].sort((a, b) => (b[ordning] ?? -1) - (a[ordning] ?? -1) || namn(a, b))
}

/** Lowest, middle and highest of the shown units. */
export function spridning(rader: readonly Enhetsvarde[]): { readonly lagst: Enhetsvarde; readonly median: number; readonly hogst: Enhetsvarde } | null {
  const v = rader.filter((r) => r.varde !== null).sort((a, b) => a.varde! - b.varde!)
  if (v.length < 2) return null
  const mitt = v.length / 2
  const median = v.length % 2 ? v[Math.floor(mitt)]!.varde! : (v[mitt - 1]!.varde! + v[mitt]!.varde!) / 2
  return { lagst: v[0]!, median, hogst: v.at(-1)! }
}
