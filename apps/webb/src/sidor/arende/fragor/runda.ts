import type { Arendevy } from '@atergang/formaner'

type Svar = Arendevy['svar'][number]

export interface Jamforelse {
  /** the answer as it stood at the last round, when there was one */
  readonly fore: Svar | null
  readonly lage: 'forstaRundan' | 'oforandrad' | 'andrad' | 'ny'
}

/** How an answer stands against the last time a specialist looked: unchanged, changed, or not there then. */
export function sedanRundan(alla: readonly Svar[], nyckel: string, nuId: string | undefined): Jamforelse {
  const runda = alla.findLast((s) => s.kod === 'kvalitetssakring')
  if (!runda) return { fore: null, lage: 'forstaRundan' }
  const fore = alla.findLast((s) => s.nyckel === nyckel && s.tid < runda.tid) ?? null
  if (!fore) return { fore: null, lage: 'ny' }
  return { fore, lage: fore.id === nuId ? 'oforandrad' : 'andrad' }
}
