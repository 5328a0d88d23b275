import { arDatum, dagnummer, datumFranDagnummer, type Datum, type Period } from '@atergang/kalender'
import { periodenhet, type Regel } from '../definition.ts'
import { dagI, epoker, epokPa, type Epok } from '../epok.ts'
import type { Bestand } from './bestand.ts'
import { Graf, type Heltal } from './graf.ts'
import { dagarna, korRecept } from './kor.ts'
import { Okantraknare, type Mellan } from './okant.ts'
import type { Recept } from './recept.ts'
import { Sankare, somSvar, type Uppgifter } from './sank.ts'
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
  for (const [fakta] of byten)
    if (b.kolumner[fakta] || b.fasta?.[fakta] !== undefined)
      throw new Kolumnfel(fakta, 'ges både som kolumn och som uppgift som byter värde.')
  const dagkolumner = [...(kolumner(p) ? [p.from, p.tom] : []), ...byten.map(([, namn]) => namn)]
  dagkolumner.forEach((namn) => dagarna(b, namn))
  const [forsta, sista] = kolumner(p)
    ? [spannet(b, p.from)[0], spannet(b, p.tom)[1]]
    : [dagnummer((p as Period).from), dagnummer((p as Period).tom)]
  // Only the epochs that some row reaches are worked out.
  const berorda = epoker(mal).slice(epokPa(mal, dagen(forsta)).nr, epokPa(mal, dagen(Math.max(forsta, sista))).nr + 1)
  return {
    regler: [mal],
    enheter: [periodenhet(mal.enhet)],
    nyckel: `period ${kolumner(p) ? `${p.from}–${p.tom}` : `${forsta}–${sista}`} ${berorda[0]!.nr}–${berorda.at(-1)!.nr} ${byten.map((x) => x.join('@')).join(',')}`,
    egna: Object.fromEntries(dagkolumner.map((namn) => [namn, DAGKOLUMN])),
    bygg(uppgifter) {
      const g = new Graf()
      const r = new Okantraknare(g)
      let summa: Mellan = r.kant(r.b.konst(0))
      for (const e of berorda) {
        for (const del of delar(g, p, e, byten)) {
          const delfakta: Uppgifter = {
            ...uppgifter,
            ...Object.fromEntries(del.fakta.map(([fakta, varde]) => [fakta, { typ: 'fast', varde }])),
          }
          const belopp = new Sankare(g, delfakta, dagI(e)).svar(mal) as Mellan
          summa = r.plus(summa, r.ganger(belopp, r.kant({ t: del.dagar, n: g.konst(1n) })))
        }
      }
      return [somSvar(r, summa)]
    },
  }
}

/** Days of a row with one law and one set of facts. */
interface Radsdel {
  readonly fakta: readonly (readonly [namn: string, varde: boolean])[]
  readonly dagar: Heltal
}

/**
 * What an epoch has of a row's period, cut at the days on which facts change: for each set of facts the days from
 * the last change to yes, to the first to no. Every day is first moved into what the epoch has, so that no number
 * here is larger than a day number, whatever the columns hold.
 */
function delar(g: Graf, p: Radernasperiod, e: Epok, byten: readonly (readonly [fakta: string, kolumn: string])[]): readonly Radsdel[] {
  const konst = (n: number): Heltal => g.konst(BigInt(n))
  const dagkolumn = (namn: string): Heltal => g.kolumn(namn, DAGKOLUMN.lo, DAGKOLUMN.hi)
  const inom = (d: Heltal, lo: Heltal, hi: Heltal): Heltal => g.minsta(g.storsta(d, lo), hi)
  const [epokstart, epokslut] = [konst(e.from ? dagnummer(e.from) : LAGSTA_DAG), konst((e.tom ? dagnummer(e.tom) : HOGSTA_DAG) + 1)]
  const [from, tom] = kolumner(p)
    ? [dagkolumn(p.from), dagkolumn(p.tom)]
    : [konst(dagnummer((p as Period).from)), konst(dagnummer((p as Period).tom))]
  const start = inom(from, epokstart, epokslut)
  // The day after the last, so that lengths are differences.
  const slut = g.storsta(start, g.plus(g.minsta(tom, g.plus(epokslut, konst(-1))), konst(1)))
  const bytesdagar = byten.map(([, namn]) => inom(dagkolumn(namn), start, slut))
  return Array.from({ length: 2 ** byten.length }, (_, bitar) => {
    const ja = (i: number): boolean => ((bitar >> i) & 1) === 1
    const fran = bytesdagar.filter((_, i) => ja(i)).reduce((a, b) => g.storsta(a, b), start)
    const till = bytesdagar.filter((_, i) => !ja(i)).reduce((a, b) => g.minsta(a, b), slut)
    const langd = g.minus(till, fran)
    return { fakta: byten.map(([fakta], i) => [fakta, ja(i)] as const), dagar: byten.length > 1 ? g.storsta(konst(0), langd) : langd }
  })
}

const kolumner = (p: Radernasperiod): p is Periodkolumner => !arDatum(p.from)

const DAGKOLUMN = { typ: 'kolumn', skala: 1, lo: -(2n ** 31n), hi: 2n ** 31n - 1n, nullbar: false } as const
/** Days that a date can have: years 1 to 9999. */
const LAGSTA_DAG = dagnummer('0001-01-01' as Datum)
const HOGSTA_DAG = dagnummer('9999-12-31' as Datum)
const dagen = (n: number): Datum => datumFranDagnummer(Math.min(HOGSTA_DAG, Math.max(LAGSTA_DAG, n)))
