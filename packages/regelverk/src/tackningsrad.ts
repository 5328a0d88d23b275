export type Slag = 'regel' | 'parameter' | 'riksinställning' | 'tidslinje' | 'handläggning' | 'fråga'

/** Something in the house that rests on a paragraph. */
export interface Stod {
  readonly slag: Slag
  readonly namn: string
}

export interface Tackningsrad {
  /** ”27:48”, ”FL 25” */
  readonly nyckel: string
  readonly rubrik: string
  readonly stod: readonly Stod[]
  /** why nothing rests on it */
  readonly skal?: string
}

export interface Tackningsdel {
  readonly namn: string
  readonly rader: readonly Tackningsrad[]
}

/** In the order they are told. */
export const SLAGEN: readonly Slag[] = ['regel', 'parameter', 'riksinställning', 'tidslinje', 'handläggning', 'fråga']
export const TACKNINGSSTATUS = ['regel', 'fråga till människa', 'regel och fråga till människa', 'inte infört'] as const
export type Tackningsstatus = (typeof TACKNINGSSTATUS)[number]

/** ”regel”, ”fråga till människa”, both, or ”inte infört”. */
export function tackningsstatus(r: Pick<Tackningsrad, 'stod'>): Tackningsstatus {
  if (r.stod.length === 0) return 'inte infört'
  const fraga = r.stod.some((s) => s.slag === 'fråga')
  const regel = r.stod.some((s) => s.slag !== 'fråga')
  return fraga && regel ? 'regel och fråga till människa' : fraga ? 'fråga till människa' : 'regel'
}
