import { indatafel, type Handling } from '@atergang/arende'
import { granskaFakturafil } from '@atergang/formaner/apr'
import type { Datum } from '@atergang/kalender'
import { sha256 } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'

/** Base64 of ten megabytes and a little beside it. */
export const FILGRANS = 14_500_000

/** A scanned paper as an officer sends it: the bytes decide what it is, never the name. */
export const skanningSchema = z.object({ filnamn: z.string().max(200).default(''), innehall: z.string() }).optional()

/** The bytes of base64 text. @throws {Domanfel} when it is none */
export function bytesAv(innehall: string, falt = 'innehall'): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(innehall)) throw indatafel('ejBase64', 'Filen kunde inte läsas. Välj den igen.', [{ falt, text: 'Välj filen igen.' }])
  return new Uint8Array(Buffer.from(innehall, 'base64'))
}

/** Looks at the bytes of a file, never at its name. The words of the invoice hold for any document. */
export function granskad(bytes: Uint8Array, falt: string): string {
  const g = granskaFakturafil(bytes)
  if (g.ok) return g.typ
  throw indatafel(`fil.${g.kod}`, g.text, [{ falt, text: g.atgard }])
}

/** A scan that an officer sends with what it belongs to. */
export function skanningen(fil: { innehall: string } | undefined, rubrik: string, dag: Datum): { handling: Handling; bytes: Uint8Array } | null {
  if (!fil) return null
  const bytes = bytesAv(fil.innehall, 'skanning.innehall')
  return { bytes, handling: { id: randomUUID(), typ: 'ovrigt', rubrik, fran: 'handlaggare', inkom: dag, medietyp: granskad(bytes, 'skanning.innehall'), sha256: sha256(bytes), storlek: bytes.byteLength, kanal: 'post' } }
}
