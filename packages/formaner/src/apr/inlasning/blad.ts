import { indatafel } from '@atergang/arende'
import { likt } from './kolumner.ts'
import type { Cell, Tabell } from './csv.ts'

/** A fault in a sheet: its row as the spreadsheet program numbers it, the heading, and what to do. */
export interface Bladfel {
  readonly rad: number
  readonly kolumn: string
  readonly text: string
}
export interface Bladkolumn {
  readonly rubrik: string
  readonly alias?: readonly string[]
  readonly kravs: boolean
}
/** Rows without a fault, and every fault; rows that are empty are passed by. */
export interface Lastblad<T> {
  readonly rader: readonly T[]
  readonly fel: readonly Bladfel[]
}

type Celler<K extends string> = Readonly<Record<K, Cell>>
export type Notera<K extends string> = (kolumn: K, text: string) => void

/** The words of a cell. A number is written without the exponent that large numbers get. */
export const celltext = (c: Cell): string =>
  c === null ? '' : typeof c === 'number' ? (Number.isInteger(c) ? c.toFixed(0) : String(c)) : c.trim()

/**
 * Reads a sheet of known columns, in any order. A heading that is not known is a fault: nothing that was handed in is dropped in silence.
 * @throws {Domanfel} when the sheet has no row under its headings
 */
export function lasBladet<K extends string, T>(
  tabell: Tabell,
  kolumner: Readonly<Record<K, Bladkolumn>>,
  tolka: (celler: Celler<K>, notera: Notera<K>) => T | null,
): Lastblad<T> {
  const [rubrikrad, ...rader] = tabell.rader
  if (!rubrikrad || rader.length === 0)
    throw indatafel('ingaRader', 'Filen har inga rader under rubriken.', [{ falt: 'fil', text: 'Lägg till rader och välj filen igen.' }])
  const namn = Object.keys(kolumner) as K[]
  const per = new Map(namn.flatMap((k) => [kolumner[k].rubrik, ...(kolumner[k].alias ?? [])].map((r) => [likt(r), k] as const)))
  const plats = new Map<K, number>()
  const fel: Bladfel[] = []
  for (const [i, c] of rubrikrad.celler.entries()) {
    const rubrik = celltext(c)
    const k = per.get(likt(rubrik))
    if (!k) {
      if (rubrik)
        fel.push({
          rad: rubrikrad.nr,
          kolumn: rubrik,
          text: `Kolumnen ”${rubrik}” ska inte vara med. Ta bort den. Kolumnerna är ${namn.map((n) => kolumner[n].rubrik).join(', ')}.`,
        })
    } else if (plats.has(k)) fel.push({ rad: rubrikrad.nr, kolumn: rubrik, text: `Kolumnen ”${rubrik}” står två gånger. Ta bort den ena.` })
    else plats.set(k, i)
  }
  for (const k of namn)
    if (kolumner[k].kravs && !plats.has(k))
      fel.push({ rad: rubrikrad.nr, kolumn: kolumner[k].rubrik, text: `Kolumnen ”${kolumner[k].rubrik}” saknas.` })
  if (fel.length) return { rader: [], fel }
  const ut: T[] = []
  for (const r of rader) {
    if (r.celler.every((c) => c === null)) continue
    const fore = fel.length
    const celler = Object.fromEntries(namn.map((k) => [k, (plats.has(k) ? r.celler[plats.get(k)!] : null) ?? null])) as Celler<K>
    const t = tolka(celler, (k, text) => void fel.push({ rad: r.nr, kolumn: kolumner[k].rubrik, text }))
    if (t !== null && fel.length === fore) ut.push(t)
  }
  return { rader: ut, fel }
}
