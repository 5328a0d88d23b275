import type { Lage } from '@atergang/arende'

interface Kand {
  readonly huvud: Buffer
  readonly lage: Lage
}

/** About 300 kB a case. */
const HOGST_ARENDEN = 200

/**
 * The cases a server has just read, folded. Who opens a case soon answers in it, and what was worked
 * out of it is remembered with it. Each is known by the head of its chain: the same head is the
 * same journal, so nothing here goes stale. Only used after the database has said that the caller
 * may see the case and what its head is.
 */
export class Lagesminne {
  readonly #kanda = new Map<string, Kand>()

  /** The head of the chain that is known, to ask the database whether it still stands. */
  huvud(arendeId: string): Buffer | null {
    return this.#kanda.get(arendeId)?.huvud ?? null
  }

  /** The case with this head, or null when it is not known; `las` then folds it. */
  hamta(arendeId: string, huvud: Buffer, las: () => Lage | null): Lage | null {
    const kand = this.#kanda.get(arendeId)
    const lage = kand?.huvud.equals(huvud) ? kand.lage : las()
    if (lage) this.minns(arendeId, huvud, lage)
    return lage
  }

  minns(arendeId: string, huvud: Buffer, lage: Lage): void {
    this.#kanda.delete(arendeId)
    this.#kanda.set(arendeId, { huvud, lage })
    if (this.#kanda.size > HOGST_ARENDEN) this.#kanda.delete(this.#kanda.keys().next().value!)
  }
}
