import type { Fraga, Utfall, Vantan } from '@atergang/arende'
import { fingeravtryck } from '@atergang/arende'
import { flera, type Faktauppgift, type Forklaring } from '@atergang/regelverk'

/** A node of explanation for a step, with its paragraphs in the short form. */
export function nod(
  namn: string,
  rubrik: string,
  lagrum: readonly string[],
  utfall: Forklaring['utfall'],
  text: string,
  fakta: readonly Faktauppgift[] = [],
  delar: readonly Forklaring[] = [],
): Forklaring {
  return { namn, rubrik, lagrum: flera(...lagrum), utfall, text, ...(fakta.length ? { fakta } : {}), ...(delar.length ? { delar } : {}) }
}

export const uppfyllt = (forklaring: Forklaring): Utfall => ({ typ: 'uppfyllt', forklaring })
/** Settled by rule alone, no human judged: shown as such (A045). */
export const automatiskt = (forklaring: Forklaring): Utfall => ({
  typ: forklaring.utfall === 'ejUppfyllt' ? 'ejUppfyllt' : 'uppfyllt',
  forklaring,
  automatiskt: true,
})
export const ejUppfyllt = (forklaring: Forklaring): Utfall => ({ typ: 'ejUppfyllt', forklaring })
export const ejAktuellt = (varfor: string): Utfall => ({ typ: 'ejAktuellt', varfor })
/** Waits for an earlier step of the same matter: the proposal of one application does not hold up that of another. */
export const avvaktar = (pa: string): Utfall => ({ typ: 'avvaktar', pa })
export const vantar = (pa: Omit<Vantan, 'lagrum'> & { lagrum: readonly string[] }): Utfall => ({
  typ: 'vantar',
  pa: { ...pa, lagrum: flera(...pa.lagrum) },
})

type NyFraga = Omit<Fraga, 'lagrum' | 'underlag' | 'inteFor' | 'roll'> & {
  readonly lagrum: readonly string[]
  /** the facts the question rests on; when they change it is a new question */
  readonly paGrundval: unknown
  readonly roll?: Fraga['roll']
  readonly inteFor?: readonly string[]
}

export function fraga(f: NyFraga): Utfall {
  const { paGrundval, lagrum, roll, inteFor, ...resten } = f
  return {
    typ: 'fraga',
    fraga: {
      ...resten,
      lagrum: flera(...lagrum),
      underlag: fingeravtryck(paGrundval),
      roll: roll ?? 'handlaggare',
      inteFor: inteFor ?? [],
    },
  }
}

export const underlagAv = (paGrundval: unknown): string => fingeravtryck(paGrundval)

export const faktaOm = (namn: string, varde: string, kalla?: Faktauppgift['kalla']): Faktauppgift => ({
  namn,
  varde,
  ...(kalla ? { kalla } : {}),
})
