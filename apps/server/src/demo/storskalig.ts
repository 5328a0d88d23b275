import { plusDagar, type Datum } from '@atergang/kalender'
import { reserveraNummer, skrivBulkrader, type Bulkladdat, type Bulkrad, type Databas } from '@atergang/lager'
import { pahittatId, pahittatNamn, pahittatPersonnummer, Slump } from '@atergang/syntet'
import { demofall, levt, type Personfall } from './alla.ts'
import { arendenummer } from './nummer.ts'
import { fordela, INGA_FASTA } from './fordelning.ts'
import type { Forlopp } from './forlopp.ts'
import { Arendemall, MALLNAMN, type Identitet } from './mall.ts'

export interface Storval {
  /** the day the cases stand on */
  readonly dag: Datum
  /** cases that are lived through; the others are copies of them */
  readonly mallar?: number
  readonly fro?: string
  /** also the prepared case page of the day */
  readonly medVy?: boolean
  /** so many of the copies are of these cases instead */
  readonly dessutom?: { readonly mallar: readonly Arendemall[]; readonly antal: number }
}

const MALLAR = 300

/**
 * Any number of invented cases, one after another: copies of a few hundred lived through, each with
 * ids, people and numbers of its own. No letters; the first application is the only document.
 */
export async function* storBefolkning(nummer: readonly number[], o: Storval): AsyncGenerator<Bulkrad> {
  const mallar = await gorMallar(o)
  const s = new Slump(`${o.fro ?? 'storskalig'}/kopior`)
  const tagna = new Set<string>()
  for (const [i, n] of nummer.entries()) {
    const ur = o.dessutom && i < o.dessutom.antal ? o.dessutom.mallar : mallar
    const mall = ur[i % ur.length]!
    yield mall.kopia(nyIdentitet(s, mall.original, n, tagna))
  }
}

/** Loads so many invented cases, for benchmarks. */
export async function laddaStort(
  db: Databas,
  antal: number,
  o: Storval & { readonly framsteg?: (antal: number) => void },
): Promise<Bulkladdat> {
  const nummer = await reserveraNummer(db, antal)
  return skrivBulkrader(db, storBefolkning(nummer, o), o.framsteg ? { framsteg: o.framsteg } : {})
}

async function gorMallar(o: Storval): Promise<Arendemall[]> {
  const mallar: Arendemall[] = []
  const namnlosa = demofall(o.dag, { antal: o.mallar ?? MALLAR, fro: o.fro ?? 'storskalig', medNamngivna: false }).map((p): Personfall =>
    p.map((f) => ({ ...f, person: { ...f.person, ...MALLNAMN } })),
  )
  for (const p of namnlosa) {
    // Only the person's newest case: an older one of the same person would need the same person in its copy.
    const f = (await levt(p, { till: plusDagar(o.dag, -1), nummer: () => 'SP0000-000000' })).at(-1)!
    fordela([f], o.dag, INGA_FASTA, [])
    f.morgon(o.dag)
    const mall = Arendemall.av(medAnsokan(f, o.dag), o.medVy ?? false)
    if (mall) mallar.push(mall)
  }
  return mallar
}

/** The first application holds no name and no id: its bytes are the same in every copy. */
function medAnsokan(f: Forlopp, dag: Datum) {
  const ansokan = f.lage.handlingar.find((h) => h.typ === 'ansokan')
  return { lage: f.lage, journal: f.arende.journal, dokument: f.dokument.filter((d) => d.id === ansokan?.id), dag, uppgifter: f.logg.rader }
}

const SISTA_SAKRA_DAG = 28
const FODELSENUMMER = [980, 999] as const

/** Born the same month as the original, so that every age the law counts from falls on the same day. */
function nyIdentitet(s: Slump, o: Arendemall['original'], n: number, tagna: Set<string>): Identitet {
  for (;;) {
    const fodd = `${o.fodd.slice(0, 8)}${String(s.heltal(1, SISTA_SAKRA_DAG)).padStart(2, '0')}` as Datum
    const nr = s.heltal(...FODELSENUMMER)
    const personnummer = pahittatPersonnummer(fodd, nr)
    if (tagna.has(personnummer)) continue
    tagna.add(personnummer)
    return {
      prefix: pahittatId(s).slice(0, 24),
      personId: pahittatId(s),
      personnummer,
      fodd,
      ...pahittatNamn(s, nr % 2 === 0 ? 'kvinna' : 'man'),
      nummer: arendenummer(o.inlett, n),
    }
  }
}
