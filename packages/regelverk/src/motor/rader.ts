import { ETT, ganger, heltal, NOLL, somTal, type Exakt, type Tal } from '../tal.ts'
import { faktat, type Fakta } from '../forklara/rakna.ts'
import type { Indatauppgift } from '../genomgang.ts'
import type { Bestand, Kolumn } from './bestand.ts'
import { Kolumnfel } from './uppgifter.ts'

/**
 * Facts of one person a row as columns: each in whole numbers of the smallest part that any row
 * needs. A fact that no row has gets no column.
 * @throws {Kolumnfel} when the numbers of a fact have no common part that safe integers can count
 */
export function bestandAv(rader: readonly Fakta[], uppgifter: readonly Indatauppgift[]): Bestand {
  const kolumner: Record<string, Kolumn> = {}
  for (const u of uppgifter) {
    const varden = rader.map((r) => faktat(u, r))
    if (varden.every((v) => v === undefined)) continue
    const saknas = varden.some((v) => v === undefined) ? { saknas: Uint8Array.from(varden, (v) => (v === undefined ? 1 : 0)) } : {}
    kolumner[u.namn] = {
      ...(u.enhet === 'ja/nej'
        ? { data: Uint8Array.from(varden, (v) => (v === true ? 1 : 0)) }
        : talkolumn(u.namn, varden as readonly (Tal | undefined)[])),
      ...saknas,
    }
  }
  return { antal: rader.length, kolumner }
}

function talkolumn(namn: string, varden: readonly (Tal | undefined)[]): Pick<Kolumn, 'data' | 'skala'> {
  let skala: Exakt = ETT
  for (const v of varden) {
    // What is left below the line is what the common denominator still lacks of this one.
    const kvar = v ? ganger(skala, { t: 1, n: v.n }).n : 1
    if (kvar !== 1) skala = ganger(skala, { t: Number(kvar), n: 1 })
  }
  const hela = varden.map((v) => (v ? ganger(v, skala) : NOLL))
  if (typeof skala.t === 'bigint' || hela.some((x) => typeof x.t === 'bigint'))
    throw new Kolumnfel(namn, 'talen har ingen gemensam nämnare som ryms. Använd färre decimaler, eller räkna rad för rad med forklara.')
  const tal = hela.map((x) => heltal(somTal(x)))
  return { data: tal.every((x) => x >= -(2 ** 31) && x < 2 ** 31) ? Int32Array.from(tal) : Float64Array.from(tal), skala: skala.t }
}
