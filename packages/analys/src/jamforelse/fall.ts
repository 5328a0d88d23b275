import { LANSNAMN, SF_NAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { sqlText } from '../duckdb.ts'
import type { Fonster } from '../matt/matt.ts'
import { iFonster, iLan, platsSql } from '../utvardering/grund.ts'
import { dragen, personkoppling, type Beslutsslag } from './slag.ts'

/** Decisions alike in all that is known, in one area and by one officer, counted together. */
export interface Beslutsceller {
  readonly faktorer: readonly {
    readonly id: string
    readonly namn: string
    readonly nivaer: readonly string[]
    readonly kod: Float64Array
  }[]
  /** place of the area in `omraden` */
  readonly omrade: Float64Array
  readonly omraden: readonly string[]
  /** place of the officer in `handlaggare` */
  readonly handlaggare: Float64Array
  readonly handlaggarna: readonly number[]
  readonly antal: Float64Array
  readonly avslag: Float64Array
  /** place of a stretch of time, when asked for */
  readonly period: Float64Array
}

export type Omradesniva = 'sf_omrade' | 'lan'
const ALLA: Readonly<Record<Omradesniva, readonly string[]>> = { sf_omrade: SF_NAMN, lan: LANSNAMN }

/** @param periodSql a number for each decision's stretch of time */
export async function beslutsceller(
  k: Datakalla,
  s: Beslutsslag,
  f: Fonster,
  niva: Omradesniva,
  omraden: readonly string[] | null,
  periodSql = '0',
): Promise<Beslutsceller> {
  k.krav('beslut', ...s.register)
  const drag = dragen(k, s)
  const fran = `FROM beslut b ${s.koppla} ${personkoppling(k)} WHERE b.slag = ${sqlText(s.id)} AND ${iFonster('b.beslutad', f)}${iLan('b.lan', omraden)}`
  const nivaer = await Promise.all(
    drag.map(async (d) =>
      (await k.rader(`SELECT ${d.sql} AS v, count(*) AS n ${fran} GROUP BY 1 HAVING ${d.sql} IS NOT NULL ORDER BY n DESC, v`)).map((r) =>
        String(r.v),
      ),
    ),
  )
  const c = (
    await k.kolumner(
      `SELECT ${drag
        .map((d, i) => `greatest(0, ${platsSql(d.sql, nivaer[i]!)}) AS f${i}`)
        .concat(`${platsSql(`b.${niva}`, ALLA[niva])} AS omrade`, 'b.handlaggare_id AS handlaggare', `${periodSql} AS period`)
        .join(', ')}, count(*) AS antal, count(*) FILTER (b.utfall = 'avslag') AS avslag ${fran} GROUP BY ${drag
        .map((_, i) => `f${i}`)
        .concat('omrade', 'handlaggare', 'period')
        .join(', ')} ORDER BY ALL`,
    )
  ).kolumn
  const platser = (v: Float64Array): number[] => [...new Set(v)].sort((a, b) => a - b)
  const [o, h] = [platser(c.omrade!), platser(c.handlaggare!)]
  const kod = (v: Float64Array, alla: readonly number[]): Float64Array => {
    const p = new Map(alla.map((x, i) => [x, i]))
    return v.map((x) => p.get(x)!)
  }
  return {
    faktorer: drag.map((d, i) => ({ id: d.id, namn: d.namn, nivaer: nivaer[i]!, kod: c[`f${i}`]! })).filter((x) => x.nivaer.length > 1),
    omrade: kod(c.omrade!, o),
    omraden: o.map((i) => ALLA[niva][i]!),
    handlaggare: kod(c.handlaggare!, h),
    handlaggarna: h,
    antal: c.antal!,
    avslag: c.avslag!,
    period: c.period!,
  }
}

/** Decisions and refusals by a code. */
export function summerat(
  c: Pick<Beslutsceller, 'antal' | 'avslag'>,
  kod: ArrayLike<number>,
  grupper: number,
): { readonly antal: Float64Array; readonly avslag: Float64Array } {
  const ut = { antal: new Float64Array(grupper), avslag: new Float64Array(grupper) }
  for (let i = 0; i < c.antal.length; i++) {
    ut.antal[kod[i]!] = ut.antal[kod[i]!]! + c.antal[i]!
    ut.avslag[kod[i]!] = ut.avslag[kod[i]!]! + c.avslag[i]!
  }
  return ut
}
