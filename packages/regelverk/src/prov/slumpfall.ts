import { underliggande } from '../genomgang.ts'
import type { Fakta } from '../forklara.ts'
import type { Kolumn } from '../motor/bestand.ts'
import type { Regel } from '../definition.ts'
import { tal, type Tal } from '../tal.ts'
import { SLUMPTAL } from './slumpregler.ts'

/** A column of facts and, row by row, the same facts as a person would give them. */
export interface Slumpbestand {
  readonly antal: number
  readonly kolumner: Readonly<Record<string, Kolumn>>
  readonly rader: readonly Fakta[]
}

/** Pseudorandom numbers from 0 to 1 from a seed (mulberry32). */
export function slumptal(fro: number): () => number {
  let a = fro >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Facts for everything a rule asks for. Each fact is given to all, missing for some, or not given at all. */
export function slumpbestand(mal: Regel, fro: number, antal: number): Slumpbestand {
  const slump = slumptal(fro)
  const kolumner: Record<string, Kolumn> = {}
  const rader: Record<string, boolean | Tal>[] = Array.from({ length: antal }, () => ({}))
  for (const u of underliggande(mal).indata) {
    const sort = slump()
    if (sort < 0.1) continue
    const skala =
      u.enhet === 'ja/nej' ? 1 : (SLUMPTAL.find((x) => x.namn === u.namn)?.skala ?? (u.enhet === 'tal' ? 4 : u.enhet === 'timmar' ? 60 : 1))
    const data =
      u.enhet === 'ja/nej'
        ? new Uint8Array(antal)
        : slump() < 0.3
          ? new Float64Array(antal)
          : slump() < 0.2
            ? new Int16Array(antal)
            : new Int32Array(antal)
    const saknas = sort < 0.6 ? new Uint8Array(antal) : undefined
    const storlek = u.enhet.startsWith('kr') ? 900_000 : [3, 40, 3000][Math.floor(slump() * 3)]!
    const minst = u.minst ? Math.ceil((u.minst.t * skala) / u.minst.n) : -storlek / 3
    const hogst = u.hogst ? Math.floor((u.hogst.t * skala) / u.hogst.n) : storlek
    for (let i = 0; i < antal; i++) {
      if (saknas && slump() < 0.3) {
        saknas[i] = 1
        data[i] = Math.floor(slump() * 5)
        continue
      }
      data[i] = u.enhet === 'ja/nej' ? Math.floor(slump() * 2) : slump() < 0.15 ? 0 : Math.floor(minst + slump() * (hogst - minst + 1))
      rader[i]![u.namn] = u.enhet === 'ja/nej' ? data[i] === 1 : ({ ...tal(data[i]!), n: skala } as Tal)
    }
    kolumner[u.namn] = { data, skala, ...(saknas ? { saknas } : {}) }
  }
  return { antal, kolumner, rader }
}
