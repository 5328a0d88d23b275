import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { datumFranDagnummer, plusDagar, tidigast } from '@atergang/kalender'
import {
  dagarPaNormalnivaFore,
  korTidslinjer,
  lageFor,
  normalnivanSlutar,
  PERIODSLAG,
  rehabkedja,
  SYSSELSATTNINGAR,
  type Periodslag,
  type Tidslinjetabell,
  type Tidslinjeutfall,
  type Tidsperson,
} from '@atergang/regelverk'
import { Arbetslag } from '@atergang/regelverk/parallell'
import { dagForDag, slumpbefolkning } from '@atergang/regelverk/prov'
import { spawnSync } from 'node:child_process'
import { DAG } from './befolkning.ts'
import type { Uppstalld } from './grupper.ts'
import { summan } from './handskriven.ts'
import type { Tavlande } from './matning.ts'

/** What the issue asks of a million persons. */
const HOGST_SEKUNDER = 2
const HOGST_MB = 1000
const GRANS = `gränsen ${HOGST_SEKUNDER} s för en miljon personer`

/** Persons that the slower ways are given: their time is held against ours person by person. */
const I_TAGET = 20_000
const DAG_FOR_DAG = 400

const ARTER: Readonly<Record<'sjuk' | 'betald', readonly Periodslag[]>> = {
  sjuk: ['sjukperiod', 'intyg', 'sjuklon', 'sjukpenning', 'forebyggande', 'rehabiliteringspenning'],
  betald: ['sjukpenning', 'forebyggande', 'rehabiliteringspenning'],
}

/** The first persons of a table as one person's case has them. */
function personerna(t: Tidslinjetabell, antal: number): readonly Tidsperson[] {
  const k = t.kolumner
  return Array.from({ length: Math.min(antal, t.antal) }, (_, i): Tidsperson => {
    const sysselsattning = SYSSELSATTNINGAR[k.sysselsattning[i]! - 1]
    return {
      fodd: datumFranDagnummer(k.fodd[i]!),
      ...(sysselsattning ? { sysselsattning } : {}),
      ...(k.karenstid[i] ? { karenstid: k.karenstid[i] as 14 } : {}),
      perioder: Array.from({ length: k.start[i + 1]! - k.start[i]! }, (_, j) => {
        const n = k.start[i]! + j
        return {
          from: datumFranDagnummer(k.from[n]!),
          tom: datumFranDagnummer(k.tom[n]!),
          slag: PERIODSLAG[k.slag[n]!]!,
          grad: k.grad[n]! / 4,
        }
      }),
    }
  })
}

/** Chain day, level and next limit by the functions that a case page calls. */
function iTaget(personer: readonly Tidsperson[]): Tavlande {
  const av = (p: Tidsperson, slag: readonly Periodslag[]) => p.perioder.filter((q) => slag.includes(q.slag!))
  const underlag = personer.map((p) => ({
    sjuk: av(p, ARTER.sjuk),
    f: {
      tidigareDagar: av(p, ARTER.betald).flatMap((q) => (q.from < DAG ? [{ from: q.from, tom: tidigast(q.tom, plusDagar(DAG, -1)) }] : [])),
      sjuklonePerioder: av(p, ['sjuklon']),
      ejRaknade: [],
      allvarligSjukdom: av(p, ['allvarligSjukdom']),
    },
  }))
  return {
    namn: 'en persons funktioner, en i taget',
    antal: personer.length,
    kor() {
      for (const { sjuk, f } of underlag) {
        const { nastaGrans } = rehabkedja(sjuk, DAG)
        dagarPaNormalnivaFore(f, DAG)
        if (nastaGrans) normalnivanSlutar(DAG, f)
      }
      return null
    },
  }
}

const dagligen = (personer: readonly Tidsperson[]): Tavlande => ({
  namn: 'dag för dag, provens facit',
  antal: personer.length,
  kor() {
    for (const p of personer) dagForDag(p, DAG)
    return null
  },
})

/** The chain day in SQL: periods joined, then joined over 89 free days. Chain day only; level, karens and ages are not asked of it. */
const KEDJEDAG_SQL = `WITH till AS (SELECT person, fran, least(tom, $dag) AS tom FROM perioder WHERE sjuk AND fran <= $dag),
  forra AS (SELECT *, max(tom) OVER (PARTITION BY person ORDER BY fran, tom ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sist FROM till),
  delar AS (SELECT person, fran, tom, CASE WHEN sist IS NULL OR fran > sist THEN tom - fran + 1 WHEN tom > sist THEN tom - sist ELSE 0 END AS nya,
    sum(CASE WHEN sist IS NULL OR fran - sist - 1 > 89 THEN 1 ELSE 0 END) OVER (PARTITION BY person ORDER BY fran, tom ROWS UNBOUNDED PRECEDING) AS kedja FROM forra),
  kedjor AS (SELECT person, kedja, sum(nya) AS dagar, max(tom) AS sist FROM delar GROUP BY person, kedja)
  SELECT sum(dagar) FROM kedjor WHERE $dag - sist <= 89`

class Perioddatabas {
  private readonly instans: DuckDBInstance
  private readonly k: DuckDBConnection
  private constructor(instans: DuckDBInstance, k: DuckDBConnection) {
    this.instans = instans
    this.k = k
  }
  static async oppna(t: Tidslinjetabell): Promise<Perioddatabas> {
    const instans = await DuckDBInstance.create(':memory:')
    const k = await instans.connect()
    await k.run('CREATE TABLE perioder (person INTEGER, fran INTEGER, tom INTEGER, sjuk BOOLEAN)')
    const skrivare = await k.createAppender('perioder')
    const { start, from, tom, slag } = t.kolumner
    const sjuk = PERIODSLAG.map((s) => ARTER.sjuk.includes(s))
    for (let i = 0; i < t.antal; i++) {
      for (let n = start[i]!; n < start[i + 1]!; n++) {
        skrivare.appendInteger(i)
        skrivare.appendInteger(from[n]!)
        skrivare.appendInteger(tom[n]!)
        skrivare.appendBoolean(sjuk[slag[n]!]!)
        skrivare.endRow()
      }
    }
    skrivare.closeSync()
    return new Perioddatabas(instans, k)
  }
  async summa(dag: number): Promise<number> {
    const [[summa]] = (await this.k.runAndReadAll(KEDJEDAG_SQL.replaceAll('$dag', String(dag)))).getRowsJS() as [[bigint]]
    return Number(summa)
  }
  async tradar(antal: number): Promise<void> {
    await this.k.run(`SET threads = ${antal}`)
  }
  stang(): void {
    this.k.closeSync()
    this.instans.closeSync()
  }
}

/** All are held against each other before anything is timed. @throws when two are at odds */
function kontrollera(u: Tidslinjeutfall, lagets: Tidslinjeutfall, personer: readonly Tidsperson[]): void {
  for (const [namn, k] of Object.entries(u.kolumner))
    if ((k as Int32Array).some((v, i) => v !== lagets.kolumner[namn as 'kedjedag'][i]))
      throw new Error(`En tråd och två är oense om ${namn}.`)
  personer.forEach((p, i) => {
    const [facit, l] = [dagForDag(p, DAG).facit, lageFor(u, i)]
    if (
      facit.kedjedag !== l.kedjedag ||
      (facit.niva !== undefined && facit.niva !== l.niva) ||
      (facit.nasta !== undefined && facit.nasta?.datum !== l.nasta?.datum)
    )
      throw new Error(`Person ${i} är en annan dag för dag: ${JSON.stringify({ p, facit, l })}`)
  })
}

/** Peak memory of a process that does nothing but make the persons and run them, on two threads. */
function minnestopp(antal: number): number {
  const r = spawnSync(
    process.execPath,
    ['--no-warnings', '--import', 'tsx', new URL('./tidslinjeminne.ts', import.meta.url).pathname, String(antal)],
    { encoding: 'utf8' },
  )
  const mb = Number(r.stdout)
  if (r.status !== 0 || !(mb > 0)) throw new Error(`Minnet kunde inte mätas: ${r.stderr}`)
  return mb
}

export async function tidslinjerna(antal: number): Promise<Uppstalld> {
  const toppMB = minnestopp(antal)
  const t = slumpbefolkning(antal, DAG)
  const lag = new Arbetslag(2)
  const [ensam, lagets] = [korTidslinjer(t, { datum: DAG }), await lag.korTidslinjer(t, { datum: DAG })]
  const forsta = personerna(t, I_TAGET)
  kontrollera(ensam, lagets, forsta.slice(0, DAG_FOR_DAG))
  const facit = summan(ensam.kolumner.kedjedag)
  const db = await Perioddatabas.oppna(t)
  const dag = ensam.dag(0)
  ensam.slapp()
  lagets.slapp()
  const svara = (u: Tidslinjeutfall): number => {
    const summa = summan(u.kolumner.kedjedag)
    u.slapp()
    return summa
  }
  const tavlande: Tavlande[] = [
    { namn: 'tidslinjer, 1 tråd', antal, kor: () => svara(korTidslinjer(t, { datum: DAG })) },
    { namn: 'tidslinjer, 2 trådar', antal, kor: async () => svara(await lag.korTidslinjer(t, { datum: DAG })) },
    { namn: 'DuckDB, bara kedjedagen, 2 trådar', antal, kor: async () => (await db.tradar(2), db.summa(dag)) },
    iTaget(forsta),
    dagligen(forsta.slice(0, DAG_FOR_DAG)),
  ]
  return {
    grupp: {
      rubrik: `Tidslinjer: kedjedag, nivå, karens, åldrar och nästa dag, ${antal / 1e6} miljon personer med ${(t.kolumner.from.length / antal).toFixed(1).replace('.', ',')} perioder i snitt`,
      enhet: 's per miljon personer',
      tavlande,
      facit,
      processortid: true,
      granser: [{ namn: GRANS, usPerPerson: HOGST_SEKUNDER }],
      mal: [
        {
          namn: 'tidslinjer, 2 trådar',
          mot: GRANS,
          minst: 1,
          text: `en miljon personer på högst ${HOGST_SEKUNDER} s, två trådar: gränsen genom tiden`,
        },
      ],
    },
    storlek: {
      namn: 'tidslinjer, minnestopp i egen process',
      varde: toppMB,
      enhet: 'MB',
      hogst: HOGST_MB,
      text: `minnestopp högst ${HOGST_MB} MB, personerna inräknade`,
      kvotMot: { [`gränsen ${HOGST_MB} MB`]: HOGST_MB / toppMB },
    },
    stang: async () => {
      db.stang()
      await lag.stang()
    },
  }
}
