import { plusAr, plusDagar, type Datum } from '@atergang/kalender'
import { ARBETSGIVARE, type Arbetsgivare } from './arbetsgivare.ts'
import { pahittatNamn } from './namn.ts'
import { FORSTA_FODELSENUMMER, pahittatId, pahittatPersonnummer, SISTA_FODELSENUMMER } from './nummer.ts'
import { pahittadHemort } from './orter.ts'
import { Slump, type Viktad } from './slump.ts'
import { YRKEN, type Yrke } from './yrken.ts'

export type Sysselsattning = 'anstalld' | 'behovsanstalld' | 'egenforetagare' | 'arbetslos' | 'foraldraledig'

/** Someone who does not exist. Has the shape of a person in a case, and what a spell of theirs needs besides. */
export interface PahittadPerson {
  readonly id: string
  readonly personnummer: string
  readonly fornamn: string
  readonly efternamn: string
  readonly fodd: Datum
  readonly adress: readonly string[]
  readonly lan: string
  readonly skyddad: boolean
  readonly sysselsattning: Sysselsattning
  readonly yrke: Yrke
  readonly arbetsgivare?: Arbetsgivare
  /** whole kronor a year */
  readonly inkomst: { readonly anstallning: number; readonly annat: number }
}

export interface Befolkningsval {
  readonly fro: string | number
  readonly antal: number
  /** the day ages are reckoned on */
  readonly idag: Datum
  /** personnummer that others already have */
  readonly utom?: readonly string[]
}

const YNGST = 19
const ALDST = 70
const SAMORDNINGSANDEL = 0.03
const SKYDDADANDEL = 0.02
/** The longest a year can be, so that a drawn age never reaches the next. */
const DAGAR_I_AR = 365

const ALDRAR: readonly Viktad<readonly [number, number]>[] = [
  { vikt: 10, varde: [YNGST, 27] },
  { vikt: 20, varde: [28, 37] },
  { vikt: 24, varde: [38, 47] },
  { vikt: 28, varde: [48, 57] },
  { vikt: 16, varde: [58, 65] },
  { vikt: 2, varde: [66, ALDST] },
]

const SYSSELSATTNINGAR: readonly Viktad<Sysselsattning>[] = [
  { vikt: 70, varde: 'anstalld' },
  { vikt: 12, varde: 'arbetslos' },
  { vikt: 8, varde: 'egenforetagare' },
  { vikt: 6, varde: 'behovsanstalld' },
  { vikt: 4, varde: 'foraldraledig' },
]

function fodelsedag(s: Slump, idag: Datum): Datum {
  const [minst, hogst] = s.viktat(ALDRAR)
  return plusDagar(plusAr(idag, -s.heltal(minst, hogst)), -s.heltal(0, DAGAR_I_AR - 1))
}

/** Even birth numbers are women's, odd are men's. */
function nummer(s: Slump, fodd: Datum, kon: 'kvinna' | 'man', tagna: Set<string>): string | null {
  const mojliga = Array.from({ length: SISTA_FODELSENUMMER - FORSTA_FODELSENUMMER + 1 }, (_, i) => FORSTA_FODELSENUMMER + i).filter(
    (n) => (n % 2 === 0) === (kon === 'kvinna'),
  )
  const samordning = s.chans(SAMORDNINGSANDEL)
  const ledigt = s
    .blandad(mojliga)
    .map((n) => pahittatPersonnummer(fodd, n, samordning))
    .find((n) => !tagna.has(n))
  if (!ledigt) return null
  tagna.add(ledigt)
  return ledigt
}

const passar = (y: Yrke, s: Sysselsattning): boolean => (s === 'egenforetagare' ? y.egen === true : true)
const HUNDRATAL = 1200

/** Whole hundreds a month make a yearly income look like one. */
function inkomsten(s: Slump, y: Yrke, slag: Sysselsattning): PahittadPerson['inkomst'] {
  const [minst, hogst] = y.inkomst
  const ar = Math.round(s.heltal(minst, hogst) / HUNDRATAL) * HUNDRATAL
  if (slag === 'egenforetagare') return { anstallning: 0, annat: ar }
  if (slag === 'behovsanstalld') return { anstallning: Math.round((ar * 0.7) / HUNDRATAL) * HUNDRATAL, annat: 0 }
  return { anstallning: ar, annat: 0 }
}

function enPerson(s: Slump, idag: Datum, tagna: Set<string>): PahittadPerson {
  const kon = s.chans(0.6) ? 'kvinna' : 'man'
  let fodd = fodelsedag(s, idag)
  let personnummer = nummer(s, fodd, kon, tagna)
  while (personnummer === null) personnummer = nummer(s, (fodd = fodelsedag(s, idag)), kon, tagna)
  const hem = pahittadHemort(s)
  const skyddad = s.chans(SKYDDADANDEL)
  const sysselsattning = s.viktat(SYSSELSATTNINGAR)
  const yrke = s.val(YRKEN.filter((y) => passar(y, sysselsattning)))
  const harArbetsgivare = sysselsattning === 'anstalld' || sysselsattning === 'behovsanstalld' || sysselsattning === 'foraldraledig'
  return {
    id: pahittatId(s),
    personnummer,
    ...pahittatNamn(s, kon),
    fodd,
    adress: skyddad ? ['Skyddade personuppgifter'] : hem.adress,
    lan: hem.lan,
    skyddad,
    sysselsattning,
    yrke,
    ...(harArbetsgivare ? { arbetsgivare: s.val(ARBETSGIVARE.filter((a) => yrke.branscher.includes(a.bransch))) } : {}),
    inkomst: inkomsten(s, yrke, sysselsattning),
  }
}

/** Invented people, all different; the same seed and day give the same. */
export function befolkning({ fro, antal, idag, utom }: Befolkningsval): PahittadPerson[] {
  const rot = new Slump(fro)
  const tagna = new Set(utom)
  return Array.from({ length: antal }, (_, i) => enPerson(rot.gren(`person${i}`), idag, tagna))
}
