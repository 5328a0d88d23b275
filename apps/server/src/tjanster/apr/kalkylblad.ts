import {
  lasAnstallda,
  lasCsv,
  lasKalkylblad,
  lasOrgnr,
  lasRader,
  fakturanyckel,
  type Import,
  type Importsammanhang,
  type Tabell,
} from '@atergang/formaner/apr'
import type { Tjanster } from '../../app.ts'
import { bytesAv } from '../skanning.ts'
import { anordnarfraga, anordnarna, kandaFakturor } from './register.ts'

/** The beginning of a zip file, which an Excel sheet is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A sheet by what its bytes are, never by its name. @throws {Domanfel} when it cannot be read */
export const tabellen = async (bytes: Uint8Array): Promise<Tabell> =>
  ZIP.every((x, i) => bytes[i] === x) ? lasKalkylblad(bytes) : lasCsv(bytes)

/**
 * Reads a spreadsheet of employees against the register of providers, earlier invoices and, when handed in, the employer's list of employees. Each
 * fault is named in its cell; the rest goes on. Nothing is kept.
 */
export async function lasBladet(t: Tjanster, o: { orgnr: string; ar: number; innehall: string; anstallda?: unknown }): Promise<Import> {
  const tabell = await tabellen(bytesAv(o.innehall))
  const anordnare = anordnarfraga(await anordnarna(t.db))
  const s: Importsammanhang = {
    arbetsgivare: lasOrgnr(o.orgnr)!,
    kostnadsar: o.ar,
    idag: t.klocka.nu().dag,
    anordnare,
    anstallda: o.anstallda === undefined ? null : lasAnstallda(o.anstallda),
    kandaFakturor: new Map(),
  }
  // First for the numbers of the invoices, then against what is known of them.
  const nycklar = lasRader(tabell, s).rader.flatMap((r) =>
    r.varden ? [fakturanyckel(r.varden.anordnare.nyckel, r.varden.fakturanummer)] : [],
  )
  return lasRader(tabell, { ...s, kandaFakturor: await kandaFakturor(t.db, nycklar) })
}
