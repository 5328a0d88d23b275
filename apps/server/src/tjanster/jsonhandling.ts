import type { Handling } from '@atergang/arende'
import { sha256, type Dokumentbytes } from '@atergang/lager'
import { randomUUID } from 'node:crypto'

/** A document that came in, and its bytes. */
export interface Inkommen {
  readonly handling: Handling
  readonly dokument: readonly Dokumentbytes[]
}

/** What somebody filled in or wrote, as a document of its own: byte for byte what was sent. */
export function somJsonhandling(
  o: Pick<Handling, 'typ' | 'rubrik' | 'fran' | 'inkom' | 'kanal'>,
  innehall: unknown,
  id: string = randomUUID(),
): Inkommen {
  const bytes = new TextEncoder().encode(JSON.stringify(innehall, null, 2))
  return {
    handling: { ...o, id, medietyp: 'application/json', sha256: sha256(bytes), storlek: bytes.byteLength },
    dokument: [{ id, medietyp: 'application/json', innehall: bytes }],
  }
}
