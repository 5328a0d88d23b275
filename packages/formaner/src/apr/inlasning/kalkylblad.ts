import { indatafel } from '@atergang/arende'
import { kontrolleraRader, kontrolleraStorlek, type Cell, type Tabell } from './csv.ts'

/** Unpacked, a sheet of 5 000 rows is a few megabytes. */
const HOGST_UPPACKAT = 60_000_000
const KATALOGPOST = 0x02014b50
const EJ_KALKYLBLAD = () =>
  indatafel('ejKalkylblad', 'Filen är inget Excel-blad (.xlsx) som går att läsa. Spara listan som .xlsx eller CSV och försök igen.', [
    { falt: 'fil', text: 'Spara som .xlsx eller CSV.' },
  ])

/** The sizes a zip file says its parts have when unpacked, added up: so that a small file cannot ask for all memory. */
export function uppackadStorlek(bytes: Uint8Array): number {
  const v = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let summa = 0
  for (let i = 0; i + 46 <= bytes.length; i++) if (v.getUint32(i, true) === KATALOGPOST) summa += v.getUint32(i + 24, true)
  return summa
}

/** A date cell holds midnight UTC of its day. Anything else is written as it stands. */
const cellen = (c: unknown): Cell =>
  c instanceof Date
    ? c.toISOString().slice(0, 10)
    : typeof c === 'number'
      ? c
      : c === null || c === undefined || String(c).trim() === ''
        ? null
        : String(c)

/**
 * Reads the first sheet of an Excel file. The library is fetched by the first who needs it.
 * @throws {Domanfel} when it is empty, too large or no Excel file.
 */
export async function lasKalkylblad(bytes: Uint8Array): Promise<Tabell> {
  kontrolleraStorlek(bytes)
  if (uppackadStorlek(bytes) > HOGST_UPPACKAT)
    throw indatafel('forStorFil', 'Filen blir för stor när den packas upp. Dela upp listan, eller spara den som CSV.', [
      { falt: 'fil', text: 'Dela upp listan.' },
    ])
  const { readSheet } = await import('read-excel-file/universal')
  let blad: readonly (readonly unknown[])[]
  try {
    // A copy: a Node buffer lies in a larger one, shared with others.
    blad = await readSheet(new Uint8Array(bytes).buffer, 1)
  } catch {
    // The library's own texts are for developers; whatever it stumbled on, the file cannot be read.
    throw EJ_KALKYLBLAD()
  }
  return kontrolleraRader({ rader: blad.map((celler, i) => ({ nr: i + 1, celler: celler.map(cellen) })) })
}
