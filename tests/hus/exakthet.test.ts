import { datum, type Datum } from '@atergang/kalender'
import {
  forklara,
  kalenderdag,
  kalenderdagAvInkomst,
  kor,
  sql,
  Tabell,
  underliggande,
  type Regel,
  type Sqlkolumn,
  type Utfall,
} from '@atergang/regelverk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duckdb, postgres, type Sqlmotor } from '../stod/sqlmotor.ts'

/**
 * Every whole hundred of income from 0 to 700 000 kr, both levels, four degrees, unemployed or not, every year the
 * sources have: some 3.6 million days of sjukpenning, in every engine, against sums written here from the paragraphs
 * in integers without limit. Nothing below is taken from the rules.
 */
const PRISBASBELOPP: Readonly<Record<number, bigint>> = {
  2011: 42_800n,
  2012: 44_000n,
  2013: 44_500n,
  2014: 44_400n,
  2015: 44_500n,
  2016: 44_300n,
  2017: 44_800n,
  2018: 45_500n,
  2019: 46_500n,
  2020: 47_300n,
  2021: 47_600n,
  2022: 48_300n,
  2023: 52_500n,
  2024: 57_300n,
  2025: 58_800n,
  2026: 59_200n,
}
/** Ceiling in tenths of prisbasbelopp on the day (25 kap. 5 §). */
const taket = (dag: string): bigint => (dag < '2018-07-01' ? 75n : dag < '2022-01-01' ? 80n : 100n)

interface Fall {
  readonly kronor: number
  readonly fortsattning: boolean
  readonly fjardedelar: number
  readonly arbetslos: boolean
}
const FALL: readonly Fall[] = Array.from({ length: 7001 }, (_, i) => i * 100).flatMap((kronor) =>
  [false, true].flatMap((fortsattning) =>
    [1, 2, 3, 4].flatMap((fjardedelar) => [false, true].map((arbetslos) => ({ kronor, fortsattning, fjardedelar, arbetslos }))),
  ),
)
const DAGAR = Object.keys(PRISBASBELOPP)
  .flatMap((ar) => (ar === '2018' ? ['2018-01-01', '2018-06-30', '2018-07-01', '2018-12-31'] : [`${ar}-01-01`]))
  .map(datum)

/** 28 kap. 7, 10, 11 §§: SGI × 0,97 × 80 or 75 per cent through 365, at most 543 kr when unemployed, the degree of it, 50 öre up. Not known for the unemployed before 2022. */
function facitAvSgi(sgi: bigint, f: Fall, dag: string): string {
  if (f.arbetslos && dag < '2022-01-01') return '-'
  const namnare = 100n * 100n * 365n
  const hel = sgi * 97n * (f.fortsattning ? 75n : 80n)
  const efterTak = f.arbetslos && hel > 543n * namnare ? 543n * namnare : hel
  const [t, n] = [efterTak * BigInt(f.fjardedelar), namnare * 4n]
  return String((2n * t + n) / (2n * n))
}

/** 25 kap. 3 and 5 §§: nothing below 24 per cent of the prisbasbelopp, the ceiling, down to whole hundreds. */
function sgiAv(kronor: bigint, dag: string): bigint {
  const pbb = PRISBASBELOPP[Number(dag.slice(0, 4))]!
  if (kronor * 100n < 24n * pbb) return 0n
  const tak = (taket(dag) * pbb) / 10n
  return ((kronor < tak ? kronor : tak) / 100n) * 100n
}

const REGLER: readonly {
  readonly namn: string
  readonly regel: Regel
  readonly uppgift: string
  readonly fasta: Readonly<Record<string, number>>
  readonly facit: (f: Fall, dag: string) => string
}[] = [
  {
    namn: 'av fastställd SGI',
    regel: kalenderdag.sjukpenningPerDag,
    uppgift: 'sgi',
    fasta: {},
    facit: (f, dag) => facitAvSgi(BigInt(f.kronor), f, dag),
  },
  {
    namn: 'av årsinkomst',
    regel: kalenderdagAvInkomst.sjukpenningPerDag,
    uppgift: 'inkomstAnstallning',
    fasta: { inkomstAnnat: 0 },
    facit: (f, dag) => facitAvSgi(sgiAv(BigInt(f.kronor), dag), f, dag),
  },
]

/** Two million explanations on a busy machine. */
const TID = 180_000

/** Compares all at once; at a difference, says which case. */
function lika(svar: readonly string[], facit: readonly string[], dag: Datum): void {
  expect(svar.length).toBe(facit.length)
  const i = svar.findIndex((s, nr) => s !== facit[nr])
  if (i >= 0) expect(`${dag} ${JSON.stringify(FALL[i])}: ${svar[i]}`).toBe(`${dag} ${JSON.stringify(FALL[i])}: ${facit[i]}`)
}

describe.each(REGLER)('sjukpenning per dag $namn, vartenda fall', ({ regel, uppgift, fasta, facit }) => {
  const facitDen = new Map<Datum, readonly string[]>()
  beforeAll(() => {
    for (const dag of DAGAR)
      facitDen.set(
        dag,
        FALL.map((f) => facit(f, dag)),
      )
  })

  it('halva kronor går upp, och arbetslösa före 2022 är inte kända', () => {
    const rad = (kronor: number, dag: Datum, mer: Partial<Fall> = {}) =>
      facitDen.get(dag)![
        FALL.findIndex((f) => f.kronor === kronor && f.fortsattning && f.fjardedelar === 4 && f.arbetslos === (mer.arbetslos ?? false))
      ]
    expect([73_000, 219_000, 365_000, 511_000].map((k) => rad(k, datum('2026-01-01')))).toEqual(['146', '437', '728', '1019'])
    expect([rad(300_000, datum('2021-01-01'), { arbetslos: true }), rad(300_000, datum('2022-01-01'), { arbetslos: true })]).toEqual([
      '-',
      '543',
    ])
  })

  it(
    'förklaringen',
    () => {
      const omfattning = ['0,25', '0,5', '0,75', '1']
      for (const dag of DAGAR) {
        const svar = FALL.map((f) => {
          const v = forklara(
            regel,
            {
              ...fasta,
              [uppgift]: f.kronor,
              fortsattningsniva: f.fortsattning,
              arbetslos: f.arbetslos,
              omfattning: omfattning[f.fjardedelar - 1],
            },
            dag,
          ).varde
          return v === null ? '-' : typeof v === 'object' && v.n === 1 ? String(v.t) : '?'
        })
        lika(svar, facitDen.get(dag)!, dag)
      }
    },
    TID,
  )

  it.each(['js', 'wasm'] as const)('kärnan i %s', (motor) => {
    const t = new Tabell(
      FALL.length,
      {
        [uppgift]: { lagring: 'i32' },
        fortsattningsniva: { lagring: 'u8' },
        arbetslos: { lagring: 'u8' },
        omfattning: { lagring: 'u8', skala: 4 },
      },
      fasta,
    )
    FALL.forEach((f, i) => {
      t.kolumn(uppgift)[i] = f.kronor
      t.kolumn('fortsattningsniva')[i] = Number(f.fortsattning)
      t.kolumn('arbetslos')[i] = Number(f.arbetslos)
      t.kolumn('omfattning')[i] = f.fjardedelar
    })
    for (const dag of DAGAR) {
      const u: Utfall = kor(regel, t, { datum: dag, motor })
      expect([u.motor, u.namnare]).toEqual([motor, 1])
      const [taljare, kant] = [u.taljare as Int32Array, u.kant]
      lika(
        FALL.map((_, i) => ((typeof kant === 'number' ? kant : kant[i]) ? String(taljare[i]) : '-')),
        facitDen.get(dag)!,
        dag,
      )
      u.slapp()
    }
  })

  describe.each([
    ['DuckDB', duckdb],
    ['PostgreSQL', postgres],
  ] as const)('frågan i %s', (_, oppna) => {
    let m: Sqlmotor
    beforeAll(async () => {
      m = await oppna()
      const serie = (fran: number, till: number, kol: string): string =>
        m.dialekt === 'duckdb' ? `range(${fran}, ${till + 1}) AS ${kol}(v)` : `generate_series(${fran}, ${till}) AS ${kol}(v)`
      await m.utfor(`CREATE TEMPORARY TABLE fall AS SELECT ((k.v * 2 + n.v) * 4 + q.v - 1) * 2 + a.v AS rad, CAST(k.v * 100 AS INTEGER) AS kronor, n.v = 1 AS fortsattningsniva, CAST(q.v AS INTEGER) AS omfattning, a.v = 1 AS arbetslos, 0 AS noll
        FROM ${serie(0, 7000, 'k')}, ${serie(0, 1, 'n')}, ${serie(1, 4, 'q')}, ${serie(0, 1, 'a')}`)
    })
    afterAll(() => m.stang())

    it('svarar lika', async () => {
      const kolumner: Record<string, Sqlkolumn> = {
        [uppgift]: { kolumn: 'kronor', hogst: 700_000, nullbar: false },
        fortsattningsniva: { nullbar: false },
        arbetslos: { nullbar: false },
        omfattning: { skala: 4, hogst: 4, nullbar: false },
        inkomstAnnat: { kolumn: 'noll', hogst: 1, nullbar: false },
      }
      expect(Object.keys(kolumner)).toEqual(expect.arrayContaining(underliggande(regel).indata.map((u) => u.namn)))
      for (const dag of DAGAR) {
        const fraga = sql(regel, { dialekt: m.dialekt, tabell: 'fall', datum: dag, kolumner, medfoljer: ['rad'] })
        const [rad] = await m.fraga(`SELECT string_agg(COALESCE(CAST(taljare AS VARCHAR), '-'), ',' ORDER BY rad) FROM (${fraga}) AS svar`)
        lika(rad![0]!.split(','), facitDen.get(dag)!, dag)
      }
    })
  })
})
