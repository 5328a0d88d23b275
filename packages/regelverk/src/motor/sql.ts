import type { Datum } from '@atergang/kalender'
import type { Regel } from '../definition.ts'
import { underliggande } from '../genomgang.ts'
import { fulltLagrum } from '../lagrum.ts'
import { arFast, arLov } from './delkarna.ts'
import { arKonst, ordning, type Heltal, type Nod } from './graf.ts'
import { dagrecept, spannAv, type Radernas } from './recept.ts'
import type { Sankt, Uppgift } from './sank.ts'

export type Dialekt = 'duckdb' | 'postgresql'

/** How a fact stands in the table. Numbers are whole: the value times `skala`. */
export interface Sqlkolumn {
  /** the column's name when it is not the fact's */
  readonly kolumn?: string
  readonly skala?: number
  /** yes/no held as 0 and 1 instead of true and false */
  readonly heltal?: boolean
  /** largest number there is, sign apart; 2³¹ when left out. Decides only how wide numbers the query is written in */
  readonly hogst?: number
  /** false: a promise that no row lacks it. A row that does all the same gets no answer */
  readonly nullbar?: boolean
}

export interface Sqlval {
  readonly dialekt: Dialekt
  /** the table, or a query in parentheses */
  readonly tabell: string
  /** the day of all rows, or the date column that holds each row's */
  readonly datum: Radernas
  /** first and last day there can be in the date column: fewer changes of law to look up. A row outside them gets no answer */
  readonly dagar?: readonly [Datum, Datum]
  /** the facts that the table has; one left out is unknown on every row */
  readonly kolumner: Readonly<Record<string, Sqlkolumn>>
  /** columns to hand on with the answer */
  readonly medfoljer?: readonly string[]
}

/**
 * The rule as a query: a row for each row of the table, with `taljare` and `namnare` of the value
 * in whole numbers, both null where the answer is unknown (ja/nej: 1 and 0 over 1). Overflow is an error in both databases, never
 * a wrong value; numbers that 64 bits may not hold are written in the database's wider kind.
 */
export function sql(mal: Regel, val: Sqlval): string {
  const { indata } = underliggande(mal)
  const uppgifter = (granser: boolean): Record<string, Uppgift> =>
    Object.fromEntries(
      indata.flatMap((u) => {
        const k = val.kolumner[u.namn]
        const hogst = granser && k ? BigInt(k.hogst ?? 2 ** 31) : null
        return k
          ? [[u.namn, { typ: 'kolumn', skala: k.skala ?? 1, lo: hogst && -hogst, hi: hogst, nullbar: k.nullbar !== false } as const]]
          : []
      }),
    )
  const recept = dagrecept([mal], val.datum, typeof val.datum === 'string' ? null : spannAv(mal, val.dagar))
  const [svar] = recept.bygg(uppgifter(false))
  const [medGranser] = recept.bygg(uppgifter(true))
  return new Fraga(mal, svar!, val, ryms64(medGranser!)).text()
}

const ryms64 = (s: Sankt): boolean =>
  ordning([s.t, s.n, s.kant]).every(
    (n) => n.typ !== 'heltal' || (n.lo !== null && n.hi !== null && n.lo > -(2n ** 62n) && n.hi < 2n ** 62n),
  )

const namnet = (text: string): string => `"${text.replaceAll('"', '""')}"`

class Fraga {
  private readonly mal: Regel
  private readonly svar: Sankt
  private readonly val: Sqlval
  private readonly heltal: string
  private readonly noder: readonly Nod[]
  private readonly ganger = new Map<Nod, number>()
  private readonly texter = new Map<Nod, string>()
  private readonly niva = new Map<Nod, number>()
  private readonly tagna = new Set<string>()

  constructor(mal: Regel, svar: Sankt, val: Sqlval, i64: boolean) {
    this.mal = mal
    this.svar = svar
    this.val = val
    this.heltal = i64 ? 'BIGINT' : val.dialekt === 'duckdb' ? 'HUGEINT' : 'NUMERIC'
    this.noder = ordning([svar.t, svar.n, svar.kant])
    const rakna = (n: Nod): void => void this.ganger.set(n, (this.ganger.get(n) ?? 0) + 1)
    for (const n of this.noder) {
      n.delar.forEach(rakna)
      // Division down names what it divides twice.
      if (n.slag === 'golv') rakna(n.delar[0]!)
    }
    ;[svar.t, svar.n, svar.kant].forEach(rakna)
  }

  text(): string {
    const blad = this.noder.filter((n) => arLov(n) && !arFast(n))
    const nivaer: string[][] = [[]]
    for (const n of blad) this.satt(n, this.blad(n), 0, nivaer)
    for (const n of this.noder) {
      if (arLov(n)) continue
      const niva = 1 + Math.max(0, ...n.delar.map((d) => this.niva.get(d) ?? 0))
      if ((this.ganger.get(n) ?? 0) > 1 || n.namn) this.satt(n, this.uttryck(n), niva, nivaer)
      else {
        this.texter.set(n, this.uttryck(n))
        this.niva.set(n, niva - 1)
      }
    }
    const medfoljer = (this.val.medfoljer ?? []).map(namnet)
    const lofte = this.lofte()
    const stangsel = this.val.dialekt === 'postgresql' ? ' OFFSET 0' : ''
    let fran = `(SELECT ${[...medfoljer, ...nivaer[0]!, ...(lofte ? [`${lofte} AS "ar_hel"`] : []), ...(medfoljer.length + nivaer[0]!.length === 0 && !lofte ? ['1 AS "en"'] : [])].join(', ')}\n  FROM ${this.val.tabell}) AS n0`
    nivaer.slice(1).forEach((rader, i) => {
      // PostgreSQL would otherwise put the expression in place of its name, again and again.
      fran = `(SELECT *,\n    ${rader.join(',\n    ')}\n  FROM ${fran}${stangsel}) AS n${i + 1}`
    })
    const kant = [this.av(this.svar.kant), ...(lofte ? ['"ar_hel"'] : [])].join(' AND ')
    const om = (v: string): string => (kant === 'TRUE' ? v : `CASE WHEN ${kant} THEN ${v} END`)
    const t = this.svar.t.typ === 'villkor' ? `CASE WHEN ${this.av(this.svar.t)} THEN 1 ELSE 0 END` : this.av(this.svar.t)
    return [
      `-- ${this.mal.rubrik.replaceAll('\n', ' ')} (${this.mal.lagrum.map(fulltLagrum).join(', ')})`,
      `-- ${typeof this.val.datum === 'string' ? `den ${this.val.datum}` : `den dag som står i ${this.val.datum.kolumn}`}; i ${this.mal.enhet}; tomt där svaret inte är känt`,
      `SELECT ${[...medfoljer, `CAST(${om(t)} AS ${this.heltal}) AS taljare`, `CAST(${om(this.av(this.svar.n))} AS ${this.heltal}) AS namnare`].join(', ')}`,
      `FROM ${fran}`,
    ].join('\n')
  }

  private satt(n: Nod, text: string, niva: number, nivaer: string[][]): void {
    const onskat = n.namn ?? (arLov(n) ? `${n.slag === 'finns' ? 'har' : 'in'}_${n.kolumn!}` : `v${n.nr}`)
    const namn = this.tagna.has(onskat.toLowerCase()) ? `${onskat}_${n.nr}` : onskat
    this.tagna.add(namn.toLowerCase())
    ;(nivaer[niva] ??= []).push(`${text} AS ${namnet(namn)}`)
    this.texter.set(n, namnet(namn))
    this.niva.set(n, niva)
  }

  private kolumn = (fakta: string): string => namnet(this.val.kolumner[fakta]?.kolumn ?? fakta)

  private blad(n: Nod): string {
    const k = this.kolumn(n.kolumn!)
    if (n.slag === 'finns') return `${k} IS NOT NULL`
    if (n.slag === 'sann') return this.val.kolumner[n.kolumn!]?.heltal ? `COALESCE(${k}, 0) <> 0` : `COALESCE(${k}, FALSE)`
    if (typeof this.val.datum !== 'string' && n.kolumn === this.val.datum.kolumn) return this.dagen(k)
    return `CAST(COALESCE(${k}, 0) AS ${this.heltal})`
  }

  /** Day number. Before the first day of law and after the last change it is as on those days. */
  private dagen(kolumn: string): string {
    const [fran, till] = spannAv(this.mal, this.val.dagar)
    return `CAST(LEAST(GREATEST(COALESCE(${kolumn} - DATE '1970-01-01', 0), ${fran}), ${till}) AS ${this.heltal})`
  }

  /** What must hold for the row to be answered at all: promised columns filled, the day within its bounds. */
  private lofte(): string | null {
    const lovade = this.noder.flatMap((n) =>
      (n.slag === 'kolumn' || n.slag === 'sann') && this.val.kolumner[n.kolumn!]?.nullbar === false
        ? [`${this.kolumn(n.kolumn!)} IS NOT NULL`]
        : [],
    )
    if (typeof this.val.datum !== 'string') {
      const d = namnet(this.val.datum.kolumn)
      lovade.push(
        this.val.dagar ? `COALESCE(${d} BETWEEN DATE '${this.val.dagar[0]}' AND DATE '${this.val.dagar[1]}', FALSE)` : `${d} IS NOT NULL`,
      )
    }
    return lovade.length ? lovade.join(' AND ') : null
  }

  private av(n: Nod): string {
    if (arKonst(n)) return n.lo < 0n ? `(${n.lo})` : `${n.lo}`
    if (n.slag === 'ja' || n.slag === 'nej') return n.slag === 'ja' ? 'TRUE' : 'FALSE'
    return this.texter.get(n)!
  }

  private uttryck(n: Nod): string {
    const [a, b, c] = n.delar.map((d) => this.av(d))
    switch (n.slag) {
      case 'plus':
        return `(${a} + ${b})`
      case 'minus':
        return `(${a} - ${b})`
      case 'ganger':
        return `(${a} * ${b})`
      case 'minsta':
        return `LEAST(${a}, ${b})`
      case 'storsta':
        return `GREATEST(${a}, ${b})`
      case 'golv':
        return this.golv(n as Heltal, a!, b!)
      case 'valj':
        return `CASE WHEN ${a} THEN ${b} ELSE ${c} END`
      case 'mindre':
        return `(${a} < ${b})`
      case 'lika':
        return `(${a} = ${b})`
      case 'och':
        return `(${a} AND ${b})`
      case 'eller':
        return `(${a} OR ${b})`
      case 'inte':
        return `NOT ${a}`
      default:
        throw new Error(`${n.slag} skrivs inte i SQL`)
    }
  }

  /** Both databases divide whole numbers towards 0; down is asked for. */
  private golv(n: Heltal, a: string, b: string): string {
    const taljare = n.delar[0] as Heltal
    const jamn = taljare.lo !== null && taljare.lo >= 0n ? a : `(${a} - ((${a} % ${b} + ${b}) % ${b}))`
    if (this.val.dialekt === 'duckdb') return `(${jamn} // ${b})`
    return this.heltal === 'NUMERIC' ? `div(${jamn}, ${b})` : `(${jamn} / ${b})`
  }
}
