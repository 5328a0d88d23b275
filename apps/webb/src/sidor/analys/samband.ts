import { talet } from '../../komponenter/diagram/diagramdata.ts'

interface Korrelation {
  readonly r: number
  readonly n: number
  readonly p: number
  readonly stjarnor: string
  readonly intervall: readonly number[] | null
}
export interface Sambandsrad {
  readonly namn: string
  readonly r: string
  readonly n: number
  readonly p: string
  readonly intervall: string
}

const rad = (namn: string, k: Korrelation): Sambandsrad => ({
  namn,
  r: `${talet(k.r, 4)}${k.stjarnor}`,
  n: k.n,
  p: k.p < 0.0001 ? '< 0,0001' : talet(k.p, 4),
  intervall: k.intervall ? `${talet(k.intervall[0]!, 3)} till ${talet(k.intervall[1]!, 3)}` : '–',
})

/** With and without outliers, side by side; without only where there are some. */
export const sambandsrader = (a: {
  readonly alla: Korrelation
  readonly spearman: Korrelation
  readonly utanAvvikare: Korrelation | null
  readonly avvikare: readonly string[]
}): Sambandsrad[] => [
  rad('Pearson, alla', a.alla),
  ...(a.utanAvvikare ? [rad(`Pearson, utan avvikare (${a.avvikare.join(', ')})`, a.utanAvvikare)] : []),
  rad('Spearman (rang)', a.spearman),
]
