import { datumAv, delar, type Datum } from '@atergang/kalender'

/** Days from first to last, both counted. */
export interface Fonster {
  readonly fran: Datum
  readonly tom: Datum
}

export const fonster = (fran: string, tom: string): Fonster => ({ fran: fran as Datum, tom: tom as Datum })
export const kalenderar = (ar: number): Fonster => ({ fran: datumAv(ar, 1, 1), tom: datumAv(ar, 12, 31) })
export const aretAv = (d: Datum): number => delar(d).ar
export const fonstertext = (f: Fonster): string =>
  f.fran.endsWith('-01-01') && f.tom === `${f.fran.slice(0, 4)}-12-31` ? f.fran.slice(0, 4) : `${f.fran}–${f.tom}`

export type Varde = string | number | boolean
/** What a row must meet to be counted. */
export type Villkor =
  | readonly [kolumn: string, jamforelse: '=' | '>=' | '<=', varde: Varde]
  | readonly [kolumn: string, jamforelse: 'i', varden: readonly string[]]

export type Rakning =
  | { readonly typ: 'antal' }
  | { readonly typ: 'summa'; readonly kolumn: string }
  /** different values of the column */
  | { readonly typ: 'unika'; readonly kolumn: string }

/** When a row belongs to a window: its day lies in it, its year does, or it was in force at some time in it. */
export type Tidsregel =
  | { readonly typ: 'dag'; readonly kolumn: string }
  | { readonly typ: 'ar'; readonly kolumn: string }
  | { readonly typ: 'gallde'; readonly fran: string; readonly tom: string }

/**
 * One figure that can be counted for any period and area, defined here and nowhere else: what is counted, of which rows, and in what unit.
 * The same definition is compiled to SQL and, in the benchmark, read a row at a time.
 */
export interface Matt {
  readonly id: string
  /** as it reads in a definition: ”utbetald förebyggande sjukpenning” */
  readonly namn: string
  readonly register: string
  readonly rakna: Rakning
  readonly villkor: readonly Villkor[]
  readonly tid: Tidsregel
  readonly enhet: string
  /** counts of people, which must not be shown when small */
  readonly personer: boolean
}

/** A question that looks further than at one row. Its SQL gives `lan`, `riket` (1 for the whole) and a column for each figure. */
export interface Uppslag {
  readonly id: string
  readonly register: string
  /** registers it reads besides */
  readonly ocksa: readonly string[]
  readonly sql: (f: Fonster, omraden: string) => string
}
/** One of the figures that a question answers. */
export interface Uppslagsmatt {
  readonly id: string
  readonly namn: string
  readonly register: string
  readonly uppslag: Uppslag
  readonly kolumn: string
  readonly enhet: string
  readonly personer: boolean
}

export type Nagotmatt = Matt | Uppslagsmatt
export const arUppslag = (m: Nagotmatt): m is Uppslagsmatt => 'uppslag' in m

/** A figure for a window. */
export interface Begaran {
  readonly matt: Nagotmatt
  readonly fonster: Fonster
}
export const nyckel = (b: Begaran): string => `${b.matt.id}|${b.fonster.fran}|${b.fonster.tom}`

const literal = (v: Varde): string => (typeof v === 'string' ? `'${v.replaceAll("'", "''")}'` : String(v))

/** The rows of a figure as a condition, in SQL that DuckDB and PostgreSQL both take. */
export function villkorSql(m: Matt, f: Fonster): string {
  const tid =
    m.tid.typ === 'dag'
      ? `${m.tid.kolumn} BETWEEN DATE '${f.fran}' AND DATE '${f.tom}'`
      : m.tid.typ === 'ar'
        ? `${m.tid.kolumn} BETWEEN ${aretAv(f.fran)} AND ${aretAv(f.tom)}`
        : `${m.tid.fran} <= DATE '${f.tom}' AND (${m.tid.tom} IS NULL OR ${m.tid.tom} >= DATE '${f.fran}')`
  return [
    ...m.villkor.map((v) => (v[1] === 'i' ? `${v[0]} IN (${v[2].map(literal).join(', ')})` : `${v[0]} ${v[1]} ${literal(v[2])}`)),
    tid,
  ].join(' AND ')
}

const rader = 'rader'
const raknaSql = (r: Rakning): string =>
  r.typ === 'antal' ? `sum(${rader})` : r.typ === 'summa' ? `sum(${r.kolumn})` : `count(DISTINCT ${r.kolumn})`

const tidskolumner = (t: Tidsregel): readonly string[] => (t.typ === 'gallde' ? [t.fran, t.tom] : [t.kolumn])

/**
 * Figures of one register in one pass, by county and for the whole. Rows alike in all that the figures ask are first added together: what each
 * of them asks is then put to few rows, however many figures there are. All are sums and counts, or all are of unique people.
 */
export function mattSql(register: string, begarda: readonly (Begaran & { readonly matt: Matt })[], omraden: string): string {
  const villkor = begarda.map((b) => villkorSql(b.matt, b.fonster))
  const kolumner = begarda.map((b, i) => `${raknaSql(b.matt.rakna)} FILTER (WHERE ${villkor[i]}) AS m${i}`)
  // Rows that no figure counts are left out.
  const nagot = [...new Set(villkor)].map((v) => `(${v})`).join(' OR ')
  const dar = `WHERE (${nagot})${omraden ? ` AND ${omraden}` : ''}`
  const unika = begarda.flatMap((b) => (b.matt.rakna.typ === 'unika' ? [b.matt.rakna.kolumn] : []))
  const fragade = [...new Set(begarda.flatMap((b) => [...b.matt.villkor.map((v) => v[0]), ...tidskolumner(b.matt.tid)]))]
  const summor = [...new Set(begarda.flatMap((b) => (b.matt.rakna.typ === 'summa' ? [b.matt.rakna.kolumn] : [])))]
  const lika = ['lan', ...unika.filter((u, i) => unika.indexOf(u) === i), ...fragade].join(', ')
  const forst = `SELECT ${lika}, count(*) AS ${rader}${summor.map((s) => `, sum(${s}) AS ${s}`).join('')} FROM ${register} ${dar} GROUP BY ${lika}`
  return `SELECT lan, GROUPING(lan) AS riket, ${kolumner.join(', ')} FROM (${forst}) AS r GROUP BY GROUPING SETS ((lan), ())`
}
