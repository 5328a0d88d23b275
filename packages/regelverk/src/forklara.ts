import type { Datum } from '@atergang/kalender'
import type { Regel } from './definition.ts'
import { plan, type Plan } from './forklara/plan.ts'
import { raknaRegel, type Fakta, type Korning } from './forklara/rakna.ts'
import { trad } from './forklara/trad.ts'
import type { Forklaring } from './forklaring.ts'
import { arSpann, type Sanning, type Varde } from './spann.ts'
import { somTal, type Exakt, type Tal } from './tal.ts'

export { Faktafel, type Fakta, type Faktavarde } from './forklara/rakna.ts'
export { skrivVarde } from './forklara/skriv.ts'

/** Between what the answer lies while it is not known; a side that has no bound is left out. */
export interface Granser {
  readonly minst?: Tal
  readonly hogst?: Tal
}

/** The answer: a value, or null with what was missing. Unknown is never zero. */
export interface Svar {
  readonly varde: Tal | boolean | null
  /** for a number that is not known but bounded by what is */
  readonly granser?: Granser
  readonly forklaring: Forklaring
}

/**
 * Works out a rule for one person on one day and tells why. The value is null when something
 * that matters is unknown; the tree then says what to ask for, or that the sources do not give
 * the law of that day. A value the rest decides is given also when something is unknown.
 * The tree is written when it is first read.
 * @throws {Faktafel} when a fact is of the wrong sort
 */
export function forklara(mal: Regel, fakta: Fakta, dag: Datum): Svar {
  const p = plan(mal, dag)
  const k: Korning = { fakta, varden: new Array<Varde | Sanning | undefined>(p.platser) }
  return new Svaret(p, k, dag, raknaRegel(p.mal, k))
}

class Svaret implements Svar {
  readonly varde: Tal | boolean | null
  declare readonly granser?: Granser
  private readonly p: Plan
  private readonly k: Korning
  private readonly dag: Datum
  private skriven: Forklaring | undefined

  constructor(p: Plan, k: Korning, dag: Datum, v: Varde | Sanning) {
    this.p = p
    this.k = k
    this.dag = dag
    if (v !== null && typeof v === 'object' && arSpann(v)) {
      this.varde = null
      if (v.lo || v.hi) this.granser = { ...grans('minst', v.lo), ...grans('hogst', v.hi) }
    } else this.varde = typeof v === 'object' && v !== null ? somTal(v) : v
  }

  get forklaring(): Forklaring {
    return (this.skriven ??= trad(this.p, this.k, this.dag))
  }

  /** As plain data: what a log or an interface stores. */
  toJSON(): Svar {
    return { varde: this.varde, ...(this.granser ? { granser: this.granser } : {}), forklaring: this.forklaring }
  }
}

const grans = (namn: keyof Granser, v: Exakt | null): Granser => (v === null || typeof v.t === 'bigint' ? {} : { [namn]: v })
