import type { Enhet, Uttryck } from '../definition.ts'
import { flera, type Lagrum } from '../lagrum.ts'
import { indata } from '../uttryck.ts'

/** Who answers: a named official. An adviser may be asked, and never answers. */
export type Beslutsfattare = 'handlaggare' | 'specialist'

/**
 * A question that the law leaves to a human. It is never worked out: a rule takes the answer as a fact, and a benefit puts
 * the question with its paragraphs, in words of its own when the case needs them.
 */
export interface Bedomningsfraga<E extends Enhet = Enhet> {
  readonly sort: 'bedomningsfraga'
  readonly namn: string
  /** the question as it is put */
  readonly rubrik: string
  /** the answer as a fact in a rule, where one takes it: ”Planen är godkänd” */
  readonly faktum?: string
  /** what the answer is counted in */
  readonly enhet: E
  readonly lagrum: readonly Lagrum[]
  /** the words of the law that leave it open; they stand in the first paragraph cited */
  readonly ord: string
  readonly svarar: Beslutsfattare
  /** whom the one who answers may ask first */
  readonly radfraga?: 'fmr' | 'specialist'
}

interface Fragetext<E extends Enhet> {
  namn: string
  rubrik: string
  faktum?: string
  enhet?: E
  lagrum: readonly string[]
  ord: string
  svarar?: Beslutsfattare
  radfraga?: 'fmr' | 'specialist'
}

export function bedomningsfraga<E extends Enhet = 'ja/nej'>(f: Fragetext<E>): Bedomningsfraga<E> {
  return {
    sort: 'bedomningsfraga',
    namn: f.namn,
    rubrik: f.rubrik,
    enhet: f.enhet ?? ('ja/nej' as E),
    lagrum: flera(...f.lagrum),
    ord: f.ord,
    ...(f.faktum ? { faktum: f.faktum } : {}),
    svarar: f.svarar ?? 'handlaggare',
    ...(f.radfraga ? { radfraga: f.radfraga } : {}),
  }
}

/** The answer to a question as a fact of a rule: unknown until a human has given it. @throws when the question does not say what it is as a fact. */
export function svaretPa<E extends Enhet>(f: Bedomningsfraga<E>): Uttryck<E> {
  if (!f.faktum) throw new Error(`Frågan ${f.namn} säger inte vad svaret är som uppgift i en regel.`)
  return indata(f.namn, f.enhet, f.faktum)
}
