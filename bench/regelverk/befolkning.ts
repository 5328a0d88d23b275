import { dagnummer, datum } from '@atergang/kalender'
import { Tabell } from '@atergang/regelverk'

/** The law of the day that is measured, and the month over its turn of year. */
export const DAG = datum('2026-03-01')
export const MANAD = { from: datum('2025-12-15'), tom: datum('2026-01-14') }

/** A number from 0 to 2³² that a row's number gives; the same in JavaScript and in DuckDB. */
function blandat(rad: number, konstant: number): number {
  const h = Math.imul(rad + 1, konstant) >>> 0
  return Math.imul(h ^ (h >>> 15), 2_246_822_519) >>> 0
}
const FLOD = {
  inkomst: 2_654_435_761,
  fortsattning: 3_266_489_917,
  arbetslos: 668_265_263,
  fjardedelar: 374_761_393,
  byte: 2_028_178_513,
} as const

const sqlBlandat = (konstant: number): string => {
  const h = `((rad + 1) * ${konstant}) % 4294967296`
  return `((xor(CAST(${h} AS BIGINT), CAST(${h} AS BIGINT) >> 15)::HUGEINT * 2246822519) % 4294967296)::BIGINT`
}

/** Incomes in whole hundreds from 0 to 700 000, three in ten on the lower level, one in ten unemployed, degrees in quarters; day of change within the month. */
export function befolkningen(antal: number): Tabell {
  const t = new Tabell(
    antal,
    {
      inkomstAnstallning: { lagring: 'i32' },
      fortsattningsniva: { lagring: 'u8' },
      arbetslos: { lagring: 'u8' },
      omfattning: { lagring: 'u8', skala: 4 },
    },
    { inkomstAnnat: 0 },
  )
  const [inkomst, niva, arbetslos, omfattning] = ['inkomstAnstallning', 'fortsattningsniva', 'arbetslos', 'omfattning'].map((n) =>
    t.kolumn(n),
  )
  for (let i = 0; i < antal; i++) {
    inkomst![i] = (blandat(i, FLOD.inkomst) % 7001) * 100
    niva![i] = blandat(i, FLOD.fortsattning) % 10 < 3 ? 1 : 0
    arbetslos![i] = blandat(i, FLOD.arbetslos) % 10 === 0 ? 1 : 0
    omfattning![i] = (blandat(i, FLOD.fjardedelar) % 4) + 1
  }
  return t
}

/** As above without level, which changes on a day of the month instead: once for each person. */
export function manadsbefolkningen(antal: number): Tabell {
  const t = new Tabell(
    antal,
    {
      inkomstAnstallning: { lagring: 'i32' },
      arbetslos: { lagring: 'u8' },
      omfattning: { lagring: 'u8', skala: 4 },
      byte: { lagring: 'i32' },
    },
    { inkomstAnnat: 0 },
  )
  const forsta = dagnummer(MANAD.from)
  const [inkomst, arbetslos, omfattning, byte] = ['inkomstAnstallning', 'arbetslos', 'omfattning', 'byte'].map((n) => t.kolumn(n))
  for (let i = 0; i < antal; i++) {
    inkomst![i] = (blandat(i, FLOD.inkomst) % 7001) * 100
    arbetslos![i] = blandat(i, FLOD.arbetslos) % 10 === 0 ? 1 : 0
    omfattning![i] = (blandat(i, FLOD.fjardedelar) % 4) + 1
    byte![i] = forsta + 1 + (blandat(i, FLOD.byte) % 30)
  }
  return t
}

/** The same population in DuckDB. */
export const somSql = (antal: number): string => `CREATE TABLE befolkning AS SELECT
    CAST(${sqlBlandat(FLOD.inkomst)} % 7001 * 100 AS INTEGER) AS inkomstAnstallning,
    ${sqlBlandat(FLOD.fortsattning)} % 10 < 3 AS fortsattningsniva,
    ${sqlBlandat(FLOD.arbetslos)} % 10 = 0 AS arbetslos,
    CAST(${sqlBlandat(FLOD.fjardedelar)} % 4 + 1 AS UTINYINT) AS omfattning,
    0::UTINYINT AS inkomstAnnat
  FROM (SELECT range::BIGINT AS rad FROM range(${antal}))`
