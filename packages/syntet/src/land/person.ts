import type { Sysselsattning } from '../befolkning.ts'
import { lansmal } from '../forlaga.ts'
import type { Slump } from '../slump.ts'
import { YRKEN } from '../yrken.ts'
import { BRANSCHENS_YRKEN, type Arbetsgivarregister } from './arbetsgivarregister.ts'
import { plats, summor } from './fordelning.ts'
import { LANETS_SF } from './geografi.ts'
import { ANDEL_18_64 } from './val.ts'

/** Age in the tables is the age in this year. */
export const ALDERSAR = 2019
export const SYSSELSATTNINGAR: readonly (Sysselsattning | 'utanfor')[] = [
  'anstalld',
  'behovsanstalld',
  'egenforetagare',
  'arbetslos',
  'foraldraledig',
  'utanfor',
]
const SYSSELSATTNINGSVIKT = [74, 4, 7, 6, 2, 7]
export const ANSTALLD = 0
export const EGENFORETAGARE = 2
export const ARBETSLOS = 3
export const UTANFOR = 5

/** Who is 18–64 in 2019 and has an income to be insured for from the audit's first month (then at least 18). */
export const YNGST_FORSAKRAD = 23
export const ALDST_FORSAKRAD = 64
const ANDEL_I_ALDERN = (ALDST_FORSAKRAD - YNGST_FORSAKRAD + 1) / 47
export const ANDEL_FORSAKRADE = ANDEL_I_ALDERN * (1 - SYSSELSATTNINGSVIKT[UTANFOR]! / 100)
export const ANDEL_FORSAKRADE_ANSTALLDA = (ANDEL_I_ALDERN * SYSSELSATTNINGSVIKT[ANSTALLD]!) / 100
/** Of inhabitants 18–64: those employed for wages. */
export const ANDEL_ANSTALLDA = SYSSELSATTNINGSVIKT[ANSTALLD]! / 100
const SLUTAT_ARBETA = 76

/** Someone of the invented country. Numbers are places in the lists of the registers. */
export interface Invanare {
  readonly id: number
  readonly kvinna: boolean
  readonly fodelsear: number
  readonly lan: number
  readonly sf: number
  readonly sysselsattning: number
  readonly yrke: number | null
  /** place in the register of employers */
  readonly arbetsgivare: number | null
  /** whole kronor a year */
  readonly inkomst: number
}

const syssel = summor(SYSSELSATTNINGSVIKT)
const EGNA = YRKEN.flatMap((y, i) => (y.egen ? [i] : []))
const UNGA = 0.51
const GYLLENE = 0.618_033_988_749_894_9

/** County and age group in their exact shares: people fall evenly on the unit interval, whatever their number. */
const celler = (() => {
  const mal = lansmal()
  const hela = mal.reduce((s, l) => s + l.befolkning1864, 0)
  return mal.flatMap((l, lan) => {
    const del = l.befolkning1864 / hela
    const andra = 1 - ANDEL_18_64
    return [
      { lan, fran: 0, till: 17, vikt: del * andra * UNGA },
      { lan, fran: 18, till: 64, vikt: del * ANDEL_18_64 },
      { lan, fran: 65, till: 95, vikt: del * andra * (1 - UNGA) },
    ]
  })
})()
const cellsumma = summor(celler.map((c) => c.vikt))

export function invanare(s: Slump, index: number, arbetsgivare: Arbetsgivarregister): Invanare {
  const cell = celler[plats(cellsumma, ((index + 1) * GYLLENE) % 1)]!
  const kvinna = s.chans(0.5)
  const u = s.tal()
  // Beyond 64 there are fewer the older.
  const alder = cell.fran === 65 ? 65 + Math.floor(31 * u * u) : cell.fran + Math.floor(u * (cell.till - cell.fran + 1))
  const sfn = LANETS_SF[cell.lan]!
  const sf = sfn[sfn.length === 1 ? 0 : Math.floor(s.tal() * sfn.length)]!
  const sysselsattning = alder < 18 || alder > SLUTAT_ARBETA ? UTANFOR : plats(syssel, s.tal())
  const har = sysselsattning === ANSTALLD || sysselsattning === 1 || sysselsattning === 4
  const ag = har ? arbetsgivare.valj(cell.lan, s.tal()) : null
  const yrken = ag !== null ? BRANSCHENS_YRKEN[arbetsgivare.bransch[ag]!]! : EGNA
  const yrke = sysselsattning === UTANFOR ? null : yrken[Math.floor(s.tal() * yrken.length)]!
  return {
    id: index + 1,
    kvinna,
    fodelsear: ALDERSAR - alder,
    lan: cell.lan,
    sf,
    sysselsattning,
    yrke,
    arbetsgivare: ag,
    inkomst: yrke === null ? 0 : inkomsten(s, yrke, sysselsattning),
  }
}

const HUNDRATAL = 1200
function inkomsten(s: Slump, yrke: number, sysselsattning: number): number {
  const [minst, hogst] = YRKEN[yrke]!.inkomst
  const ar = minst + s.tal() * (hogst - minst)
  return Math.round((sysselsattning === 1 ? ar * 0.7 : ar) / HUNDRATAL) * HUNDRATAL
}
