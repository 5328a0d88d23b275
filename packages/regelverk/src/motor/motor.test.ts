import { datum, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Regel } from '../definition.ts'
import { brytdagar } from '../epok.ts'
import { forklara } from '../forklara.ts'
import { SLUMPDAGAR, slumpbestand, slumpregel } from '../prov/index.ts'
import { regler } from '../regler/index.ts'
import { TalRymsInte, type Tal } from '../tal.ts'
import { Tabell, type Bestand, type Kolumnval } from './bestand.ts'
import { kor } from './kor.ts'
import { lagringI } from './minne.ts'
import { svarPa, type Utfall } from './utfall.ts'

const somText = (v: Tal | boolean | null): string => (v === null ? 'okänt' : typeof v === 'boolean' ? `${v}` : `${v.t}/${v.n}`)

/** A value that no machine number holds is refused by all alike; the rest of the rows then have no say. */
const ellerForStort = <T>(f: () => T): T | 'för stort' => {
  try {
    return f()
  } catch (fel) {
    if (fel instanceof TalRymsInte || (fel instanceof RangeError && fel.message === 'TalRymsInte')) return 'för stort'
    throw fel
  }
}

const allaSvar = (u: Utfall): string[] => Array.from({ length: u.antal }, (_, i) => somText(svarPa(u, i)))

function somTabell(b: Bestand): Tabell {
  const val: Record<string, Kolumnval> = Object.fromEntries(Object.entries(b.kolumner).map(([namn, k]) => [namn, { lagring: lagringI(k.data), skala: k.skala ?? 1, nullbar: k.saknas !== undefined }]))
  const t = new Tabell(b.antal, val)
  for (const [namn, k] of Object.entries(b.kolumner)) {
    t.kolumn(namn).set(k.data)
    if (k.saknas) t.saknas(namn).set(k.saknas)
  }
  return t
}

function jamfor(r: Regel, fro: number, dag: Datum, antal: number): void {
  const b = slumpbestand(r, fro, antal)
  const facit = ellerForStort(() => b.rader.map((f) => somText(forklara(r, f, dag).varde)))
  for (const motor of ['js', 'wasm'] as const) {
    for (const bestand of [b, somTabell(b)]) {
      const svar = ellerForStort(() => allaSvar(kor(r, bestand, { datum: dag, motor })))
      if (facit === 'för stort' || svar === 'för stort') expect(svar).toBe(facit)
      else svar.forEach((s, i) => s === facit[i] || expect.fail(`rad ${i} med ${motor}: ${s}, men förklaringen säger ${facit[i]}; fakta ${JSON.stringify(b.rader[i])}`))
    }
  }
}

describe('en definition, flera motorer', () => {
  it('svarar lika på slumpade regler, med och utan okända uppgifter', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 140 }), fc.nat(), fc.constantFrom(...SLUMPDAGAR), (val, fro, dag) => jamfor(slumpregel(val), fro, dag, 37)),
      { numRuns: 600 },
    )
  })

  it.each(regler.map((r) => [r.namn, r] as const))('svarar lika på %s i alla tider', (_, r) => {
    const dagar = ['2005-01-01', '2027-06-01', ...brytdagar(r)].map(datum)
    dagar.forEach((dag, i) => jamfor(r, i, dag, 203))
  })
})
