import type { Aktor } from '@atergang/arende'
import { EVA, person, Provarende, SYSTEM, type Provperson } from '@atergang/formaner/prov'
import { datum, plusDagar } from '@atergang/kalender'
import { bulkrad, skrivBulkrader, type Bulkladdat, type Bulkrad, type Databas } from '@atergang/lager'

export const DAG = datum('2026-03-20')
const MED = { tillOchMed: 'beslut' }

/** Cases as they stand on one day of handling: new, waiting, decided, long, partial, and on their way. */
function mallar(): Provperson[] {
  const sjuk = (namn: string, fran: string, grad: 1 | 0.75 | 0.5 | 0.25 = 1) => person(namn).sjukFran(fran).medIntyg({ grad })
  const lang = (namn: string, fran: string, manader: number) => {
    const p = person(namn).sjukFran(fran)
    for (let i = 0; i < manader; i++) {
      const from = plusDagar(datum(fran), i * 28)
      const tom = plusDagar(from, 27)
      p.medIntyg({ fran: from, till: tom, diagnos: ['F438', 'Utmattningssyndrom'] }).ansoker({ fran: from, till: tom, inkom: plusDagar(from, 15) }).handlagg(plusDagar(from, 18))
    }
    return p
  }
  return [
    sjuk('Mall1', '2026-03-10'), sjuk('Mall2', '2026-03-02').ansoker(), sjuk('Mall3', '2026-03-02').ansoker().handlagg(DAG), sjuk('Mall4', '2026-02-09', 0.5).ansoker({ omfattning: 0.5 }).handlagg(DAG),
    sjuk('Mall5', '2026-03-02').tjanar(480_000).ansoker().handlagg(DAG, MED), lang('Mall6', '2025-12-08', 3), lang('Mall7', '2025-09-15', 6), lang('Mall8', '2025-06-09', 10),
  ]
}

const MALLPREFIX = '00000000-0000-4000-8000-'

interface Nya {
  readonly prefix: string
  readonly personId: string
  readonly nummer: string
  readonly personnummer: string
}

function nya(nr: number): Nya {
  const prefix = `${nr.toString(16).padStart(8, '0')}-be9c-4000-8000-`
  const dag = plusDagar(datum('1950-01-01'), nr % 18_000).replaceAll('-', '')
  return { prefix, personId: `${prefix}00000000face`, nummer: `SP2026-${String(nr).padStart(6, '0')}`, personnummer: `${dag}-98${String(10 + Math.floor(nr / 18_000)).padStart(2, '0')}` }
}

/** A copy of a case under another person, number and ids. Good to read; what is decided on is made anew, since the marks of what an answer rested on follow the ids. */
function kopia(mall: Bulkrad, namn: string, n: Nya): Bulkrad {
  const till: Record<string, string> = { [MALLPREFIX]: n.prefix, [`person-${namn}`]: n.personId, [`SP-${namn}`]: n.nummer, '19800101-9804': n.personnummer }
  const monster = new RegExp(Object.keys(till).join('|'), 'g')
  const byt = (t: string): string => t.replace(monster, (m) => till[m]!)
  return { ...mall, arendeId: byt(mall.arendeId), nummer: n.nummer, person: byt(mall.person), arende: byt(mall.arende), lage: byt(mall.lage), handelser: mall.handelser.map(byt), projektioner: Object.fromEntries(Object.entries(mall.projektioner).map(([k, v]) => [k, byt(v)])) as unknown as Bulkrad['projektioner'], vy: mall.vy === null ? null : byt(mall.vy) }
}

/** A case of its own where only the decision is left. */
function infor(n: Nya): Provperson {
  const p = person('Mallb').sjukFran('2026-03-02')
  const { person: forebild } = p.arende.lage.arende
  p.arende = new Provarende({ id: `${n.prefix}000000000005`, person: { ...forebild, id: n.personId, personnummer: n.personnummer }, enhet: 'Gävle', nummer: n.nummer, dag: datum('2026-03-02'), aktor: SYSTEM })
  return p.medIntyg().ansoker().handlagg(DAG, MED)
}

const somMall = (p: Provperson): { namn: string; rad: Bulkrad } => ({ namn: p.namn, rad: bulkrad({ lage: p.arende.lage, journal: p.arende.journal, dokument: [], dag: DAG }, true) })

export interface Bestand {
  readonly ids: readonly string[]
  /** cases where only the decision is left */
  readonly attBesluta: readonly string[]
  readonly laddat: Bulkladdat
}

/** Fills the database; the page of the day is prepared for each case, as when somebody has opened it. */
export async function laddaBestand(db: Databas, antal: number, attBesluta: number, framsteg: (n: number) => void): Promise<Bestand> {
  const alla = mallar().map(somMall)
  const ids: string[] = []
  const forBeslut: string[] = []
  function* rader(): Generator<Bulkrad> {
    for (let i = 0; i < antal; i++) {
      const n = nya(i + 1)
      const mall = alla[i % alla.length]!
      const r = i < attBesluta ? somMall(infor(n)).rad : kopia(mall.rad, mall.namn, n)
      ;(i < attBesluta ? forBeslut : ids).push(r.arendeId)
      yield r
    }
  }
  const laddat = await skrivBulkrader(db, rader(), { framsteg })
  await db.agare.query('analyze')
  return { ids, attBesluta: forBeslut, laddat }
}

/** The officers of the load: each with a session of their own in the unit of the cases. */
export const handlaggare = (nr: number): Aktor => ({ ...EVA, id: `bench-${nr}`, namn: `Handläggare ${nr}` })
