import { arDatum, dagnummer, datumFranDagnummer, type Datum, type Period } from '@atergang/kalender'
import { periodenhet, type Regel } from '../definition.ts'
import { epoker, epokPa } from '../epok.ts'
import type { Bestand } from './bestand.ts'
import { Graf, type Heltal } from './graf.ts'
import { dagarna, korRecept } from './kor.ts'
import type { Mellan } from './okant.ts'
import type { Recept } from './recept.ts'
import { Sankare, somSvar, type Uppgift, type Uppgifter } from './sank.ts'
import { Kolumnfel, spannet } from './uppgifter.ts'
import type { Utfall } from './utfall.ts'

/** The period of each row: the same for all, or two columns of days (first and last, both included). */
export type Radernasperiod = Period | Periodkolumner

export interface Periodkolumner {
  readonly from: string
  readonly tom: string
}

export interface Periodval {
  readonly period: Radernasperiod
  /**
   * Yes/no facts that change within the period: the fact is no before the day in the column, and
   * yes from that day on. A day after the period: no all through; before it: yes all through.
   */
  readonly franDag?: Readonly<Record<string, string>>
  readonly motor?: 'wasm' | 'js'
}

/** Facts that change within a period double the parts; more than this many is asked for by mistake. */
const MEST = 4

/**
 * The sum over a period of what a rule gives a day: cut where the law changes and where a fact
 * does, and each part worked out once, times its days. Unknown where a part with days is.
 * @throws {Kolumnfel} when a column cannot be used
 */
export function korPeriod(mal: Regel, b: Bestand, val: Periodval): Utfall {
  return korRecept(periodrecept(mal, b, val), b, val.motor ?? 'wasm')[0]!
}

export function periodrecept(mal: Regel, b: Bestand, val: Periodval): Recept {
  if (mal.enhet === 'ja/nej') throw new TypeError(`${mal.rubrik} är ja eller nej och går inte att lägga ihop över dagar.`)
  const byten = Object.entries(val.franDag ?? {})
  if (byten.length > MEST) throw new RangeError(`Högst ${MEST} uppgifter kan byta värde inom perioden.`)
  const p = val.period
  const egna: Record<string, Uppgift> = {}
  const kolumn = (namn: string): readonly [number, number] => {
    dagarna(b, namn)
    const [lo, hi] = spannet(b, namn)
    if (lo < LAGSTA_DAG || hi > HOGSTA_DAG) throw new Kolumnfel(namn, 'har en dag som ligger utanför år 1–9999.')
    // Whole stretches of days, so that populations much alike run on the same compiled rule.
    egna[namn] = { typ: 'kolumn', skala: 1, lo: BigInt(Math.floor(lo / JAMNT) * JAMNT), hi: BigInt(Math.ceil(hi / JAMNT) * JAMNT), nullbar: false }
    return [lo, hi]
  }
  const [forsta, sista] = kolumner(p) ? [kolumn(p.from)[0], kolumn(p.tom)[1]] : [dagnummer((p as Period).from), dagnummer((p as Period).tom)]
  for (const [fakta, namn] of byten) {
    if (b.kolumner[fakta] || b.fasta?.[fakta] !== undefined) throw new Kolumnfel(fakta, 'ges både som kolumn och som uppgift som byter värde.')
    kolumn(namn)
  }
  // Only the epochs that some row reaches are worked out.
  const berorda = epoker(mal).slice(epokPa(mal, dagen(forsta)).nr, epokPa(mal, dagen(Math.max(forsta, sista))).nr + 1)
  return {
    regler: [mal],
    enheter: [periodenhet(mal.enhet)],
    nyckel: `period ${kolumner(p) ? `${p.from}–${p.tom}` : `${forsta}–${sista}`} ${berorda[0]!.nr}–${berorda.at(-1)!.nr} ${byten.map((x) => x.join('@')).join(',')}`,
    egna,
    bygg(uppgifter) {
      const g = new Graf()
      const r = new Sankare(g, uppgifter, dagen(forsta)).raknare
      const dagkolumn = (namn: string): Heltal => {
        const u = egna[namn] as Extract<Uppgift, { typ: 'kolumn' }>
        return g.kolumn(namn, u.lo, u.hi)
      }
      const [from, tom] = kolumner(p) ? [dagkolumn(p.from), dagkolumn(p.tom)] : [g.konst(BigInt(forsta)), g.konst(BigInt(sista))]
      let summa: Mellan = r.kant(r.b.konst(0))
      for (const e of berorda) {
        for (let bitar = 0; bitar < 2 ** byten.length; bitar++) {
          const ja = (i: number): boolean => ((bitar >> i) & 1) === 1
          const delfakta: Uppgifter = { ...uppgifter, ...Object.fromEntries(byten.map(([fakta], i) => [fakta, { typ: 'fast', varde: ja(i) }])) }
          let start = g.storsta(from, g.konst(BigInt(e.from ? dagnummer(e.from) : LAGSTA_DAG)))
          let slut = g.minsta(tom, g.konst(BigInt(e.tom ? dagnummer(e.tom) : HOGSTA_DAG)))
          byten.forEach(([, namn], i) => {
            if (ja(i)) start = g.storsta(start, dagkolumn(namn))
            else slut = g.minsta(slut, g.plus(dagkolumn(namn), g.konst(-1n)))
          })
          const dagar = g.storsta(g.konst(0n), g.plus(g.minus(slut, start), g.konst(1n)))
          const belopp = new Sankare(g, delfakta, e.from ?? dagen(LAGSTA_DAG)).svar(mal) as Mellan
          summa = r.plus(summa, r.ganger(belopp, r.kant({ t: dagar, n: g.konst(1n) })))
        }
      }
      return [somSvar(r, summa)]
    },
  }
}

const kolumner = (p: Radernasperiod): p is Periodkolumner => !arDatum(p.from)

const JAMNT = 512
/** Days that a column can hold: years 1 to 9999. */
const LAGSTA_DAG = dagnummer('0001-01-01' as Datum)
const HOGSTA_DAG = dagnummer('9999-12-31' as Datum)
const dagen = (n: number): Datum => datumFranDagnummer(Math.min(HOGSTA_DAG, Math.max(LAGSTA_DAG, n)))
