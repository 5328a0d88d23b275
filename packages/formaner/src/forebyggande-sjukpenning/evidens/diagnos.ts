import { diagnoskapitel } from '../../gemensamt/diagnoskapitel.ts'

/** ICD-10-SE as the register uses it: a code or category (”F438A”, ”F43”), or a block or chapter (”F40–F48”). */
export type Diagnosomrade =
  { readonly sort: 'kod'; readonly kod: string } | { readonly sort: 'intervall'; readonly fran: string; readonly till: string }

const KOD = /^[A-Z]\d\d[0-9A-Z]{0,4}$/
const INTERVALL = /^([A-Z]\d\d)\s*[-–]\s*([A-Z]\d\d)$/

/** ”f43.8 A” as the classification's key: ”F438A”. */
export const diagnosnyckel = (kod: string): string => kod.toUpperCase().replace(/[.\s]/g, '')

/** Reads a code, block or chapter, or null when the text is none. A block of one category is that category. */
export function lasDiagnosomrade(text: string): Diagnosomrade | null {
  const i = INTERVALL.exec(text.toUpperCase().trim())
  if (i) return i[1]! > i[2]! ? null : i[1] === i[2] ? { sort: 'kod', kod: i[1]! } : { sort: 'intervall', fran: i[1]!, till: i[2]! }
  const kod = diagnosnyckel(text)
  return KOD.test(kod) ? { sort: 'kod', kod } : null
}

const kategori = (kod: string): string => kod.slice(0, 3)

/** Whether everything in `a` lies in `b`. */
export function ligger(a: Diagnosomrade, b: Diagnosomrade): boolean {
  if (b.sort === 'kod') return a.sort === 'kod' && a.kod.startsWith(b.kod)
  const [fran, till] = a.sort === 'kod' ? [kategori(a.kod), kategori(a.kod)] : [a.fran, a.till]
  return b.fran <= fran && till <= b.till
}

/** The chapter of a code, ”F00–F99”, or null for what is no code. */
export const kapitlet = (kod: string): string | null => diagnoskapitel([diagnosnyckel(kod)])[0] ?? null
