import { dagnummer, type Datum } from '@atergang/kalender'
import type { Utrymme } from '../motor/minne.ts'
import type { Lagring } from '../motor/wasm/lagring.ts'
import type { Svarskolumner } from '../tidslinjer/karna/kolumner.mjs'
import { Arbetsyta, raknaLagen } from '../tidslinjer/karna/lage.mjs'
import { tidslinjelagen } from './lag.ts'
import type { Tidslinjetabell } from './tabell.ts'

const SVAR = {
  kedjedag: 'i32',
  pagar: 'u8',
  sjukperiodsdag: 'i32',
  intygsdag: 'i32',
  grad: 'u8',
  fortsattningsniva: 'u8',
  nivaOkand: 'u8',
  normalnivadagar: 'i32',
  normalnivanSlutar: 'i32',
  karensAnstallning: 'u8',
  karensAnnat: 'u8',
  karensdag: 'u8',
  avdragFran: 'i32',
  hogriskskydd: 'u8',
  alder: 'u8',
  betaldaEfterRiktalder: 'i32',
  betaldaEfter71: 'i32',
  fraganEfterRiktalder: 'u8',
  slutEfter71: 'u8',
  nastaDag: 'i32',
  nastaSlag: 'u16',
  saknas: 'u8',
} as const satisfies Record<keyof Svarskolumner, Lagring>

/** Where every person of a table stands on a day, in columns; a row is read with `lageFor`. */
export interface Tidslinjeutfall {
  readonly antal: number
  readonly kolumner: Svarskolumner
  /** the day of a row */
  dag(i: number): number
  /** the columns' place in the table's memory is given back; they must not be read after that */
  slapp(): void
}

/** One day for all; left out when each person has a day of its own. */
export interface Tidslinjeval {
  readonly datum?: Datum
}

/** Room for the answers of a table, and what reads them. */
export function laggUtTidslinjer(t: Tidslinjetabell, val: Tidslinjeval): { readonly dag: number; readonly utfall: Tidslinjeutfall } {
  const egen = t.kolumner.dag
  if (t.antal > 0 && (val.datum === undefined) !== egen.length > 0)
    throw new RangeError(egen.length > 0 ? 'Varje person har en egen dag: lämna ut datum.' : 'Ange datum: personerna har ingen egen dag.')
  const dag = val.datum === undefined ? 0 : dagnummer(val.datum)
  const platser = Object.entries(SVAR).map(([namn, lagring]): [string, Utrymme] => [namn, t.minne.reservera(lagring, t.antal)])
  const kolumner = Object.fromEntries(platser.map(([namn, u]) => [namn, t.minne.vy(u)])) as unknown as Svarskolumner
  const utfall: Tidslinjeutfall = {
    antal: t.antal,
    kolumner,
    dag: (i) => (egen.length > 0 ? egen[i]! : dag),
    slapp: () => platser.forEach(([, u]) => t.minne.slapp(u)),
  }
  return { dag, utfall }
}

/**
 * Where each person stands on the day in the rehabilitation chain, the levels, the waiting rules and after the age limits (27 kap. 20–44, 46–51 §§ SFB), by the same
 * arithmetic as one person's functions in `tidslinjer`. On several threads: `Arbetslag.korTidslinjer`.
 */
export function korTidslinjer(t: Tidslinjetabell, val: Tidslinjeval = {}): Tidslinjeutfall {
  const { dag, utfall } = laggUtTidslinjer(t, val)
  raknaLagen(t.kolumner, 0, t.antal, dag, tidslinjelagen(), utfall.kolumner, new Arbetsyta())
  return utfall
}
