import type { Bestand, Indatauppgift, Kolumn, Tal } from '@atergang/regelverk'
import { Kommandofel } from '../problem.ts'
import type { Faktarad } from './rader.ts'

/** The lines as columns: each fact in whole numbers of the smallest part that any line needs. */
export function somBestand(rader: readonly Faktarad[], uppgifter: readonly Indatauppgift[]): Bestand {
  const kolumner: Record<string, Kolumn> = {}
  for (const u of uppgifter) {
    const varden = rader.map((r) => r[u.namn])
    if (varden.every((v) => v === undefined)) continue
    const saknas = varden.some((v) => v === undefined) ? { saknas: Uint8Array.from(varden, (v) => (v === undefined ? 1 : 0)) } : {}
    kolumner[u.namn] = { ...(u.enhet === 'ja/nej' ? { data: Uint8Array.from(varden, (v) => (v === true ? 1 : 0)) } : talkolumn(u.namn, varden as readonly (Tal | undefined)[])), ...saknas }
  }
  return { antal: rader.length, kolumner }
}

function talkolumn(namn: string, varden: readonly (Tal | undefined)[]): Pick<Kolumn, 'data' | 'skala'> {
  let skala = 1
  for (const v of varden) if (v && skala % v.n !== 0) skala = (skala / sgd(skala, v.n)) * v.n
  const hela = varden.map((v) => (v ? v.t * (skala / v.n) : 0))
  if (!Number.isSafeInteger(skala) || !hela.every(Number.isSafeInteger)) {
    throw new Kommandofel('talRymsInte', `Talen i ${namn} har inga rimliga gemensamma delar. Kör med --motor forklara.`, [{ falt: namn, text: 'Använd färre decimaler, eller --motor forklara.' }])
  }
  const iTrettiotva = hela.every((x) => x >= -(2 ** 31) && x < 2 ** 31)
  return { data: iTrettiotva ? Int32Array.from(hela) : Float64Array.from(hela), skala }
}

const sgd = (a: number, b: number): number => (b === 0 ? a : sgd(b, a % b))
