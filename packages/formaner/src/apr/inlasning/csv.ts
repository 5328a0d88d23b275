import { indatafel } from '@atergang/arende'
import Papa from 'papaparse'

/** A cell as it stands: text, or a number that a spreadsheet holds as a number. Dates are written `YYYY-MM-DD`. */
export type Cell = string | number | null

/** The rows of a sheet with the number each has in the spreadsheet program, headings first. */
export interface Tabell {
  readonly rader: readonly { readonly nr: number; readonly celler: readonly Cell[] }[]
}

export const HOGST_RADER = 5_000
export const HOGST_BYTES = 5_000_000

export function kontrolleraStorlek(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw indatafel('tomFil', 'Filen är tom. Välj en fil med minst en rad.', [{ falt: 'fil', text: 'Välj en annan fil.' }])
  if (bytes.length > HOGST_BYTES)
    throw indatafel('forStorFil', `Filen är större än ${HOGST_BYTES / 1_000_000} MB. Dela upp den.`, [
      { falt: 'fil', text: 'Dela upp filen i flera.' },
    ])
}

export function kontrolleraRader(t: Tabell): Tabell {
  if (t.rader.length > HOGST_RADER + 1)
    throw indatafel('forMangaRader', `Filen har fler än ${HOGST_RADER} rader. Dela upp den.`, [
      { falt: 'fil', text: 'Dela upp filen i flera.' },
    ])
  return t
}

/** UTF-8, or Windows-1252 as Swedish Excel writes when one saves as CSV. */
function avkoda(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: every byte means something in Windows-1252, so this reads all there is.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads a CSV file: semicolon, comma or tab, quotation marks, any line ending. @throws {Domanfel} when it is empty, too large or no text. */
export function lasCsv(bytes: Uint8Array): Tabell {
  kontrolleraStorlek(bytes)
  if (bytes.includes(0))
    throw indatafel('ejText', 'Filen är ingen textfil. Spara listan som CSV eller Excel (.xlsx) och försök igen.', [
      { falt: 'fil', text: 'Spara som CSV eller .xlsx.' },
    ])
  const { data } = Papa.parse<string[]>(avkoda(bytes).replace(/^\uFEFF/, ''), { delimitersToGuess: [';', ',', '\t'] })
  // The last line ending is no row.
  if (data.at(-1)?.length === 1 && data.at(-1)![0] === '') data.pop()
  return kontrolleraRader({ rader: data.map((celler, i) => ({ nr: i + 1, celler: celler.map((c) => (c.trim() === '' ? null : c)) })) })
}
