import type { Datum } from '@atergang/kalender'
import type { Lagrum } from './lagrum.ts'
import type { Avrundning, Tal } from './tal.ts'

export const ENHETER = [
  'kr',
  'kr/år',
  'kr/månad',
  'kr/dag',
  'kr/timme',
  'öre',
  'tal',
  'procent',
  'fjärdedelar',
  'prisbasbelopp',
  'dagar',
  'timmar',
  'år',
  'ja/nej',
] as const

/** Units stand in the types: kronor per year never meet kronor per day by mistake. */
export type Enhet = (typeof ENHETER)[number]

/** Kronor a day, added up over days, are kronor. */
export const periodenhet = (e: Enhet): Enhet => (e === 'kr/dag' ? 'kr' : e)

/** One dated value: in force from `from` to and including `tom` (open when left out). */
export interface Daterat<V> {
  readonly from: Datum
  readonly tom?: Datum
  readonly varde: V
  readonly kalla: string
  /** supplied with the assignment or a national setting: the sources do not print it */
  readonly utanforKallorna?: true
  /** ids of the requirement catalogue; for us who build, never shown */
  readonly krav?: readonly string[]
}

/** A value of the law that changes with time. A past date gives the past value; outside its dates it is not known. */
export interface Parameter<V = Tal> {
  readonly sort: 'parameter'
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet
  readonly lagrum: readonly Lagrum[]
  readonly varden: readonly Daterat<V>[]
}

/** A rule of the law that gives a value: name, every paragraph it rests on, its wordings over time. */
export interface Regel<E extends Enhet = Enhet> {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: E
  readonly lagrum: readonly Lagrum[]
  readonly versioner: readonly Daterat<Uttryck<E>>[]
}

/** A fact the rule needs. `minst` and `hogst` say what it can be at all, which bounds the answer while it is not known. */
export interface Indata {
  readonly sort: 'indata'
  readonly namn: string
  readonly rubrik: string
  readonly minst?: Tal
  readonly hogst?: Tal
}

/**
 * The law as an expression: data, not code, so that one definition can be explained to a person
 * and run over a population. Build it with the functions of `uttryck.ts`.
 */
export type Uttryck<E extends Enhet = Enhet> = { readonly enhet: E } & (
  | { readonly sort: 'tal'; readonly varde: Tal }
  | Indata
  | Parameter
  | { readonly sort: 'regel'; readonly regel: Regel }
  | { readonly sort: 'plus' | 'minus' | 'ganger' | 'delat' | 'minsta' | 'storsta'; readonly a: Uttryck; readonly b: Uttryck }
  /** `b` per cent (`av` 100) or quarters (`av` 4) of `a` */
  | { readonly sort: 'andel'; readonly a: Uttryck; readonly b: Uttryck; readonly av: 100 | 4 }
  | { readonly sort: 'mindre' | 'minst' | 'lika'; readonly a: Uttryck; readonly b: Uttryck }
  | { readonly sort: 'och' | 'eller'; readonly a: Uttryck; readonly b: Uttryck }
  | { readonly sort: 'inte'; readonly a: Uttryck }
  | { readonly sort: 'om'; readonly villkor: Uttryck; readonly da: Uttryck; readonly annars: Uttryck }
  | { readonly sort: 'avrunda'; readonly a: Uttryck; readonly hur: Avrundning; readonly jamnt: number }
)

/** The parts an expression is made of, in the order a reader meets them. A rule is a leaf here. */
export function delarAv(u: Uttryck): readonly Uttryck[] {
  switch (u.sort) {
    case 'tal':
    case 'indata':
    case 'parameter':
    case 'regel':
      return []
    case 'inte':
    case 'avrunda':
      return [u.a]
    case 'om':
      return [u.villkor, u.da, u.annars]
    default:
      return [u.a, u.b]
  }
}
