import { ARBETSGIVARE } from '../arbetsgivare.ts'
import { pahittatOrgnr } from '../nummer.ts'
import type { Slump } from '../slump.ts'
import { YRKEN, type Bransch } from '../yrken.ts'
import { normal, plats, summor } from './fordelning.ts'
import { LAN, LANSNAMN } from './geografi.ts'
import { heltal, kod, Rader, sant, text, type Registerbit } from './kolumner.ts'

export const BRANSCHER: readonly Bransch[] = ['industri', 'vard', 'skola', 'handel', 'bygg', 'transport', 'kontor', 'restaurang', 'service']
const BRANSCHVIKT = [14, 20, 16, 13, 8, 6, 15, 4, 4] as const
export const SEKTORER = ['privat', 'kommun', 'region', 'stat'] as const
/** Share of each sector by branch, in the order of `SEKTORER`. */
const SEKTOR: Readonly<Partial<Record<Bransch, readonly number[]>>> = {
  vard: [55, 25, 20, 0],
  skola: [40, 55, 0, 5],
  kontor: [75, 10, 3, 12],
}
const MEDELSTORLEK = 20
/** Public employers are larger. */
const OFFENTLIGA = 3
const STORST = 20_000
/** Invented organisation numbers have room for this many. */
const FLEST = 99_999

const KOLUMNER = {
  arbetsgivare_id: heltal,
  orgnr: text,
  namn: text,
  lan: kod(LANSNAMN),
  bransch: kod(BRANSCHER),
  sektor: kod(SEKTORER),
  anstallda: heltal,
  foretagshalsovard: sant,
}

export interface Arbetsgivarregister {
  readonly antal: number
  readonly lan: Uint8Array
  readonly bransch: Uint8Array
  readonly sektor: Uint8Array
  /** employees in the whole country's measure, however small a part of it is made */
  readonly anstallda: Int32Array
  /** A workplace of the county, larger ones oftener; `u` is 0 up to 1. Returns its place (id − 1). */
  valj(lan: number, u: number): number
  bit(): Registerbit
}

/** Every employer of the country, made before its people. */
export function arbetsgivarregister(rot: Slump, perLan: readonly number[]): Arbetsgivarregister {
  const totalt = perLan.reduce((a, b) => a + b, 0)
  const skala = Math.min(1, (FLEST - LAN.length * 2) / (totalt / MEDELSTORLEK))
  const antalPerLan = perLan.map((n) => Math.max(2, Math.round((n / MEDELSTORLEK) * skala)))
  const antal = antalPerLan.reduce((a, b) => a + b, 0)
  const r = {
    lan: new Uint8Array(antal),
    bransch: new Uint8Array(antal),
    sektor: new Uint8Array(antal),
    anstallda: new Int32Array(antal),
    fhv: new Uint8Array(antal),
  }
  const branscher = summor(BRANSCHVIKT)
  let i = 0
  antalPerLan.forEach((n, lan) => {
    for (let k = 0; k < n; k++, i++) {
      const s = rot.gren(`arbetsgivare${i}`)
      r.lan[i] = lan
      r.bransch[i] = plats(branscher, s.tal())
      const sektorer = SEKTOR[BRANSCHER[r.bransch[i]!]!]
      r.sektor[i] = sektorer ? plats(summor(sektorer), s.tal()) : 0
      // Log-normal: most are small, most people work at large ones.
      r.anstallda[i] = Math.min(STORST, Math.max(1, Math.round(Math.exp(1.9 + 1.3 * normal(s)) * (r.sektor[i] === 0 ? 1 : OFFENTLIGA))))
      r.fhv[i] = s.chans(Math.min(0.95, 0.25 + 0.12 * Math.log(r.anstallda[i]!))) ? 1 : 0
    }
  })
  const forsta = antalPerLan.map((_, lan) => antalPerLan.slice(0, lan).reduce((a, b) => a + b, 0))
  const storlek = antalPerLan.map((n, lan) => summor([...r.anstallda.subarray(forsta[lan]!, forsta[lan]! + n)]))
  return { ...r, antal, valj: (lan, u) => forsta[lan]! + plats(storlek[lan]!, u), bit: () => bit(r, antal) }
}

function bit(
  r: { lan: Uint8Array; bransch: Uint8Array; sektor: Uint8Array; anstallda: Int32Array; fhv: Uint8Array },
  antal: number,
): Registerbit {
  const rader = new Rader('arbetsgivare', KOLUMNER)
  const namnen = BRANSCHER.map((b) => ARBETSGIVARE.filter((a) => a.bransch === b))
  for (let i = 0; i < antal; i++) {
    const lista = namnen[r.bransch[i]!]!
    rader.lagg({
      arbetsgivare_id: i + 1,
      orgnr: pahittatOrgnr(i + 1),
      namn: `${lista[i % lista.length]!.namn} ${i + 1}`,
      lan: r.lan[i]!,
      bransch: r.bransch[i]!,
      sektor: r.sektor[i]!,
      anstallda: r.anstallda[i]!,
      foretagshalsovard: r.fhv[i]!,
    })
  }
  return rader.tom()
}

/** Places in `YRKEN` of the occupations of each branch. */
export const BRANSCHENS_YRKEN: readonly (readonly number[])[] = BRANSCHER.map((b) =>
  YRKEN.flatMap((y, i) => (y.branscher.includes(b) ? [i] : [])),
)
