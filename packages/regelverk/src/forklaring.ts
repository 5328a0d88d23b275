import type { Datum } from '@atergang/kalender'
import type { Lagrum } from './lagrum.ts'

export type Utfallsord = 'uppfyllt' | 'ejUppfyllt' | 'oklart' | 'beraknat'

/** Where a value comes from: a document, a register, a person's statement, a judgement. */
export interface Kalla {
  readonly typ: 'handling' | 'register' | 'forsakrad' | 'arbetsgivare' | 'anordnare' | 'vard' | 'bedomning' | 'beslut' | 'berakning'
  readonly text: string
  /** id of the document, judgement or decision, when there is one to open */
  readonly id?: string
  readonly datum?: Datum
}

export interface Faktauppgift {
  readonly namn: string
  readonly varde: string
  readonly kalla?: Kalla
}

export interface Parameteruppgift {
  readonly namn: string
  readonly varde: string
  readonly from: Datum
  readonly tom?: Datum
  readonly lagrum?: readonly Lagrum[]
  readonly kalla: string
}

/** What had to be known and was not. */
export interface Saknad {
  readonly typ: 'uppgift' | 'parameter' | 'lag'
  readonly namn: string
  readonly text: string
}

/**
 * Why a value is what it is: one node a rule, with its paragraph, facts, dated parameters and
 * arithmetic. The same tree is shown on screen, in the letter and in the log.
 */
export interface Forklaring {
  readonly namn: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
  readonly utfall: Utfallsord
  /** the value as a person reads it: ”1 250 kr per dag”, ”dag 176” */
  readonly resultat?: string
  /** one sentence of plain Swedish, when arithmetic does not say it all */
  readonly text?: string
  /** ”588 000 × 0,97 × 0,8 ÷ 365 = 1 250,19; närmaste hela krona 1 250” */
  readonly rakning?: string
  readonly fakta?: readonly Faktauppgift[]
  readonly parametrar?: readonly Parameteruppgift[]
  readonly saknas?: readonly Saknad[]
  readonly delar?: readonly Forklaring[]
}

/** Every node of the tree, the root first. */
export function allaNoder(f: Forklaring): Forklaring[] {
  return [f, ...(f.delar ?? []).flatMap(allaNoder)]
}

/** Every paragraph the tree rests on. */
export const allaLagrum = (f: Forklaring): Lagrum[] =>
  allaNoder(f).flatMap((n) => [...n.lagrum, ...(n.parametrar ?? []).flatMap((p) => p.lagrum ?? [])])

export const allaSaknade = (f: Forklaring): Saknad[] => {
  const sedda = new Map<string, Saknad>()
  for (const s of allaNoder(f).flatMap((n) => n.saknas ?? [])) sedda.set(`${s.typ}:${s.namn}`, s)
  return [...sedda.values()]
}
