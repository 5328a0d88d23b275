import { indatafel, type Handling } from '@atergang/arende'
import { granskaFakturafil } from '@atergang/formaner/apr'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { sha256 } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'

/** Base64 of ten megabytes and a little beside it. */
export const FILGRANS = 14_500_000

/** A scanned paper as an officer sends it: the bytes decide what it is, never the name. */
export const skanningSchema = z.object({ filnamn: z.string().max(200).default(''), innehall: z.string() }).optional()

/** The bytes of base64 text. @throws {Domanfel} when it is none */
export function bytesAv(innehall: string, falt = 'innehall'): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(innehall))
    throw indatafel('ejBase64', 'Filen kunde inte läsas. Välj den igen.', [{ falt, text: 'Välj filen igen.' }])
  return new Uint8Array(Buffer.from(innehall, 'base64'))
}

/** Looks at the bytes of a file, never at its name. The words of the invoice hold for any document. */
export function granskad(bytes: Uint8Array, falt: string): string {
  const g = granskaFakturafil(bytes)
  if (g.ok) return g.typ
  throw indatafel(`fil.${g.kod}`, g.text, [{ falt, text: g.atgard }])
}

/**
 * The day a paper reached us, when it is known, and the day it was scanned, which never stands in its place (22 § FL).
 * @throws {Domanfel} for a day that has not been, or an arrival after the scan
 */
export function kravAnkomst(dag: Datum, { inkom, skannad }: { readonly inkom: Datum | null; readonly skannad?: Datum | undefined }): void {
  if (skannad && skannad > dag)
    throw indatafel('skannadIFramtiden', 'Dagen då pappret skannades har inte varit än.', [
      { falt: 'skannad', text: 'Skriv dagen då pappret skannades, i dag eller tidigare.' },
    ])
  if (inkom && inkom > dag)
    throw indatafel('inkomIFramtiden', 'Dagen då pappret kom in har inte varit än.', [
      { falt: 'inkom', text: 'Skriv dagen då det kom in, i dag eller tidigare.' },
    ])
  if (inkom && skannad && inkom > skannad)
    throw indatafel('efterSkanningen', 'Pappret kan inte ha kommit in efter att det skannades.', [
      { falt: 'inkom', text: `Välj ${medManadsnamn(skannad)} eller en tidigare dag.` },
    ])
}

/** A scan that an officer sends with what it belongs to. */
export function skanningen(
  fil: { innehall: string } | undefined,
  rubrik: string,
  dag: Datum,
): { handling: Handling; bytes: Uint8Array } | null {
  if (!fil) return null
  const bytes = bytesAv(fil.innehall, 'skanning.innehall')
  return {
    bytes,
    handling: {
      id: randomUUID(),
      typ: 'ovrigt',
      rubrik,
      fran: 'handlaggare',
      inkom: dag,
      medietyp: granskad(bytes, 'skanning.innehall'),
      sha256: sha256(bytes),
      storlek: bytes.byteLength,
      kanal: 'post',
    },
  }
}
