import { dagarMellan, datum, type Datum } from '@atergang/kalender'
import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { sqlLista, sqlText } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'
import type { Fonster } from '../matt/matt.ts'
import { REGISTER } from '../register/register.ts'

export { avbildad, MINST, nivakolumner } from './nivaer.ts'

/** How long outcomes are followed, in days, and as they are called. */
export const FOLJD = [
  [183, '6 månader'],
  [365, '12 månader'],
  [730, '24 månader'],
] as const
export const LANGST = 730

/** A case after this many days counts as in the published lengths: over 14 days. */
export const KAPITEL = ['F', 'M', 'S', 'övriga', 'okänd'] as const
/** Chapter of a diagnosis as its place in `KAPITEL`, from 0. */
export const kapitelSql = (kolumn: string): string =>
  `CASE WHEN ${kolumn} IS NULL THEN 4 WHEN ${kolumn} LIKE 'F%' THEN 0 WHEN ${kolumn} LIKE 'M%' THEN 1 WHEN ${kolumn} LIKE 'S%' THEN 2 ELSE 3 END`

/** A word's place in a list, from 0; −1 when it is not there. */
export const platsSql = (kolumn: string, lista: readonly string[]): string =>
  `(coalesce(list_position([${lista.map(sqlText).join(', ')}], ${kolumn}), 0) - 1)`
export const lanSql = (kolumn: string): string => platsSql(kolumn, LANSNAMN)
export const iLan = (kolumn: string, omraden: readonly string[] | null | undefined): string =>
  omraden ? ` AND ${kolumn} IN ${sqlLista(omraden)}` : ''

/** A lot from a person's number alone, the same on every machine and tied to nothing else: 0 up to 2³². */
export const lottSql = (id: string, salt: number): string =>
  `CAST(md5_number_lower('${salt}:' || CAST(${id} AS VARCHAR)) % 4294967296 AS BIGINT)`

export const registerkallor = (...register: readonly string[]): string =>
  [...new Set(register.map((r) => REGISTER.get(r)?.kalla ?? r))].join('; ')

/** The last day that cases are known to; @throws {Analysfel} when there are none */
export async function slutdag(k: Datakalla): Promise<Datum> {
  k.krav('sjukfall')
  const [r] = await k.rader(`SELECT CAST(greatest(max(fran), max(tom)) AS VARCHAR) AS d FROM sjukfall`)
  if (!r?.d) throw new Analysfel('tomt', 'Registret sjukfall är tomt.', [{ falt: 'sjukfall', text: 'Läs in sjukfall.' }])
  return datum(String(r.d))
}

export const dagarI = (f: Fonster): number => dagarMellan(f.fran, f.tom) + 1
export const dagSql = (d: Datum): string => `DATE '${d}'`
export const iFonster = (kolumn: string, f: Fonster): string => `${kolumn} BETWEEN ${dagSql(f.fran)} AND ${dagSql(f.tom)}`

/** Combines codes to one number: rows alike in all get the same. */
export function hopslagna(...koder: readonly ArrayLike<number>[]): Int32Array {
  const per = new Map<string, number>()
  return Int32Array.from({ length: koder[0]!.length }, (_, i) => {
    const nyckel = koder.map((k) => k[i]!).join('|')
    const finns = per.get(nyckel)
    if (finns !== undefined) return finns
    per.set(nyckel, per.size)
    return per.size - 1
  })
}
