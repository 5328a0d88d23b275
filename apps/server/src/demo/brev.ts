import type { Handelse } from '@atergang/arende'
import { lagetEfter } from '@atergang/arende'
import type { Brevskrivare } from '@atergang/brev'
import type { Datum } from '@atergang/kalender'
import type { Bulkarende, Dokumentbytes } from '@atergang/lager'
import type { Loggad } from '@atergang/lager'
import type { Noteratbrev } from './forlopp.ts'

interface Sattbrev {
  readonly handlingId: string
  readonly pdf: Uint8Array
  readonly sha256: string
}

/** Sets letters while more cases are lived through; `alla` waits for those asked for so far. */
export class Brevbuss {
  readonly #skrivare: Brevskrivare
  readonly #satta = new Map<string, Promise<Sattbrev>>()

  constructor(skrivare: Brevskrivare) {
    this.#skrivare = skrivare
  }

  /** Letters already handed over are set once. */
  lamna(brev: readonly Noteratbrev[]): void {
    for (const b of brev) {
      if (this.#satta.has(b.handlingId)) continue
      const satt = this.#skrivare.skriv(b.innehall).then(({ pdf, sha256 }) => ({ handlingId: b.handlingId, pdf, sha256 }))
      // Its failure is met in `alla`; until then it is not unhandled.
      satt.catch(() => undefined)
      this.#satta.set(b.handlingId, satt)
    }
  }

  async alla(): Promise<ReadonlyMap<string, Sattbrev>> {
    return new Map((await Promise.all(this.#satta.values())).map((b) => [b.handlingId, b]))
  }
}

/** A case that has been lived through, of any benefit. */
export interface Levt {
  readonly fall: { readonly id: string }
  readonly arende: { readonly journal: readonly Handelse[] }
  readonly dokument: readonly Dokumentbytes[]
  readonly brev: readonly Noteratbrev[]
  /** its tasks as they were; null: worked out from the journal */
  readonly logg: { readonly rader: readonly Loggad[] } | null
}

/** The case as it would have been with its letters at hand: each letter's document names the bytes that were set. */
export function medBrev(f: Levt, satta: ReadonlyMap<string, Sattbrev>, dag: Datum): Bulkarende {
  const journal = f.arende.journal.map((h) => medBytes(h, satta))
  const brev = f.brev.map(({ handlingId }): Dokumentbytes => ({
    id: handlingId,
    medietyp: 'application/pdf',
    innehall: brevet(satta, handlingId).pdf,
  }))
  return {
    lage: lagetEfter(f.fall.id, journal),
    journal,
    dokument: [...f.dokument, ...brev],
    dag,
    ...(f.logg ? { uppgifter: f.logg.rader } : {}),
  }
}

function medBytes(h: Handelse, satta: ReadonlyMap<string, Sattbrev>): Handelse {
  if (h.data.typ !== 'handlingTillford' || h.data.handling.typ !== 'brev') return h
  const { sha256, pdf } = brevet(satta, h.data.handling.id)
  return { ...h, data: { ...h.data, handling: { ...h.data.handling, sha256, storlek: pdf.byteLength } } }
}

function brevet(satta: ReadonlyMap<string, Sattbrev>, id: string): Sattbrev {
  const b = satta.get(id)
  if (!b) throw new Error(`Brevet ${id} är inte satt.`)
  return b
}
