import { dagnummer, plusDagar, type Datum } from '@atergang/kalender'
import type { Daterat, Regel, Uttryck } from '../definition.ts'
import { underliggande, type Indatauppgift } from '../genomgang.ts'
import { gallande } from '../parameter.ts'
import type { Tal } from '../tal.ts'
import { Graf, type Heltal, type Villkor } from './graf.ts'
import { Okantraknare, type Kanske, type Mellan } from './okant.ts'

/** How a fact comes to an engine. */
export type Uppgift =
  /** a column of whole numbers, each the value times `skala` (quarters: 4, minutes of hours: 60), or of yes/no (0 or 1) */
  | {
      readonly typ: 'kolumn'
      readonly skala: number
      /** what the column can hold; null when nothing is promised */
      readonly lo: bigint | null
      readonly hi: bigint | null
      /** rows may lack the value */
      readonly nullbar: boolean
    }
  /** the same for every row */
  | { readonly typ: 'fast'; readonly varde: Tal | boolean }

/** The facts given, by name. One that is left out is unknown on every row. */
export type Uppgifter = Readonly<Record<string, Uppgift | undefined>>

/** One day for all rows, or a day of its own for each: a column of day numbers that lie from `fran` to `till`. */
export type Dag = Datum | { readonly kolumn: string; readonly fran: Datum; readonly till: Datum }

/** What comes out of a row: `t / n` where `kant`; elsewhere the answer is unknown, and t is 0 and n 1. */
export interface Sankt {
  readonly graf: Graf
  /** for a rule in ja/nej: 0 or 1, n is 1 */
  readonly t: Heltal | Villkor
  readonly n: Heltal
  readonly kant: Villkor
}

/**
 * Brings rules down to whole numbers. Several rules, and one rule with different facts or days, can
 * share a graph: what is equal in them is worked out once.
 */
export class Sankare {
  readonly graf: Graf
  readonly raknare: Okantraknare
  private readonly dag: Dag
  private readonly uppgifter: Uppgifter
  private readonly spann = new Map<string, Indatauppgift>()
  private readonly klara = new Map<Uttryck | Regel, Mellan | Kanske>()

  constructor(graf: Graf, uppgifter: Uppgifter, dag: Dag) {
    this.graf = graf
    this.raknare = new Okantraknare(graf)
    this.uppgifter = uppgifter
    this.dag = dag
  }

  /** The rule's answer. Facts that are unknown lie within the spans that it, and what it rests on, give them. */
  svar(mal: Regel): Mellan | Kanske {
    for (const u of underliggande(mal).indata) this.spann.set(u.namn, u)
    return this.regel(mal)
  }

  private regel(r: Regel): Mellan | Kanske {
    const redan = this.klara.get(r)
    if (redan) return redan
    const v = this.vidDagen(r.versioner, r.enhet, (version) => this.uttryck(version))
    namnge(v, r.namn)
    this.klara.set(r, v)
    return v
  }

  private okant = (enhet: string): Mellan | Kanske =>
    enhet === 'ja/nej' ? { ja: this.graf.nej, nej: this.graf.nej } : this.raknare.okant()

  private uttryck(u: Uttryck): Mellan | Kanske {
    const redan = this.klara.get(u)
    if (redan) return redan
    const v = this.nytt(u)
    this.klara.set(u, v)
    return v
  }

  /** What holds on the day; with a day a row, what holds on the row's day. */
  private vidDagen<V>(varden: readonly Daterat<V>[], enhet: string, f: (v: V) => Mellan | Kanske): Mellan | Kanske {
    const den = (dag: Datum) => {
      const v = gallande({ varden }, dag)
      return v ? f(v.varde) : this.okant(enhet)
    }
    if (typeof this.dag === 'string') return den(this.dag)
    const { graf: g, raknare: r } = this
    const { kolumn, fran, till } = this.dag
    const dagen = g.kolumn(kolumn, BigInt(dagnummer(fran)), BigInt(dagnummer(till)))
    const granser = [...new Set(varden.flatMap((v) => [v.from, ...(v.tom ? [plusDagar(v.tom, 1)] : [])]))]
      .filter((d) => d > fran && d <= till)
      .sort()
    return granser.reduceRight<Mellan | Kanske>(
      (senare, grans, i) => {
        const innan = r.visst(g.mindre(dagen, g.konst(BigInt(dagnummer(grans)))))
        const tidigare = den(granser[i - 1] ?? fran)
        return 'ja' in senare ? r.omSanning(innan, tidigare as Kanske, senare) : r.om(innan, tidigare as Mellan, senare)
      },
      den(granser.at(-1) ?? fran),
    )
  }

  private tal = (u: Uttryck): Mellan => this.uttryck(u) as Mellan
  private sanning = (u: Uttryck): Kanske => this.uttryck(u) as Kanske

  private nytt(u: Uttryck): Mellan | Kanske {
    const r = this.raknare
    switch (u.sort) {
      case 'tal':
        return this.fast(u.varde)
      case 'parameter':
        return this.vidDagen(u.varden, u.enhet, (v) => this.fast(v))
      case 'indata':
        return this.indata(u)
      case 'regel':
        return this.regel(u.regel)
      case 'plus':
      case 'minus':
      case 'ganger':
      case 'delat':
      case 'minsta':
      case 'storsta':
        return r[u.sort](this.tal(u.a), this.tal(u.b))
      case 'andel':
        return r.ganger(r.ganger(this.tal(u.a), this.tal(u.b)), this.fast({ t: 1, n: u.av }) as Mellan)
      case 'avrunda':
        return r.avrunda(this.tal(u.a), u.hur, u.jamnt)
      case 'mindre':
        return r.mindre(this.tal(u.a), this.tal(u.b))
      case 'minst':
        return r.inte(r.mindre(this.tal(u.a), this.tal(u.b)))
      case 'lika':
        return u.a.enhet === 'ja/nej' ? r.likaSanning(this.sanning(u.a), this.sanning(u.b)) : r.lika(this.tal(u.a), this.tal(u.b))
      case 'och':
      case 'eller':
        return r[u.sort](this.sanning(u.a), this.sanning(u.b))
      case 'inte':
        return r.inte(this.sanning(u.a))
      case 'om':
        return u.enhet === 'ja/nej'
          ? r.omSanning(this.sanning(u.villkor), this.sanning(u.da), this.sanning(u.annars))
          : r.om(this.sanning(u.villkor), this.tal(u.da), this.tal(u.annars))
    }
  }

  private fast(v: Tal | boolean): Mellan | Kanske {
    return typeof v === 'boolean' ? this.raknare.visst(v ? this.graf.ja : this.graf.nej) : this.raknare.kant(this.raknare.b.konst(v.t, v.n))
  }

  private indata({ namn }: Indatauppgift): Mellan | Kanske {
    const { graf: g, raknare: r } = this
    const u = this.spann.get(namn)!
    const given = this.uppgifter[u.namn]
    if (given?.typ === 'fast') return this.fast(given.varde)
    if (u.enhet === 'ja/nej') {
      if (!given) return this.okant(u.enhet)
      const sann = g.sann(u.namn)
      return given.nullbar ? { ja: g.och(g.finns(u.namn), sann), nej: g.och(g.finns(u.namn), g.inte(sann)) } : r.visst(sann)
    }
    const anden = (x: Tal | undefined) => r.b.konst(x?.t ?? 0, x?.n ?? 1)
    const utan: Mellan = { lo: anden(u.minst), hi: anden(u.hogst), harLo: u.minst ? g.ja : g.nej, harHi: u.hogst ? g.ja : g.nej }
    if (!given) return utan
    const varde = r.b.forkorta(g.kolumn(u.namn, given.lo, given.hi), g.konst(BigInt(given.skala)))
    if (!given.nullbar) return r.kant(varde)
    const finns = g.finns(u.namn)
    return {
      lo: r.b.valj(finns, varde, utan.lo),
      hi: r.b.valj(finns, varde, utan.hi),
      harLo: g.eller(finns, utan.harLo),
      harHi: g.eller(finns, utan.harHi),
    }
  }
}

/** A rule on a day over the given facts. */
export function sank(mal: Regel, uppgifter: Uppgifter, dag: Dag): Sankt {
  const s = new Sankare(new Graf(), uppgifter, dag)
  return somSvar(s.raknare, s.svar(mal))
}

/** The value where it is known, and on which rows that is. */
export function somSvar(r: Okantraknare, v: Mellan | Kanske): Sankt {
  const { g } = r
  const [noll, ett] = [g.konst(0n), g.konst(1n)]
  if ('ja' in v) return { graf: g, t: v.ja, n: ett, kant: g.eller(v.ja, v.nej) }
  const kant = r.kandaRader(v)
  return { graf: g, t: g.valj(kant, v.lo.t, noll), n: g.valj(kant, v.lo.n, ett), kant }
}

/** The same answer in lowest terms, row by row: what may be too large for a column as it stands may fit then. */
export function forkortat(s: Sankt): Sankt {
  const { graf: g, t, n } = s
  if (t.typ === 'villkor') return s
  const d = g.sgd(t, n)
  return { ...s, t: g.golv(t, d), n: g.golv(n, d) }
}

function namnge(v: Mellan | Kanske, namn: string): void {
  const satt = (n: { namn?: string }, hur: string): void => {
    n.namn ??= hur
  }
  if ('ja' in v) {
    if (v.ja.delar.length) satt(v.ja, namn)
    return
  }
  if (v.lo.t.delar.length) satt(v.lo.t, v.lo.t === v.hi.t ? namn : `${namn}_minst`)
  if (v.hi.t !== v.lo.t && v.hi.t.delar.length) satt(v.hi.t, `${namn}_hogst`)
}
