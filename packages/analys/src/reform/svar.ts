import type { Datum } from '@atergang/kalender'
import type { Dold } from '../skydd/skydd.ts'
import type { Raknat, Spannvidd } from './rakna.ts'

export const DIMENSIONER = ['lan', 'kon', 'alder', 'inkomst'] as const
export type Dimension = (typeof DIMENSIONER)[number]
export const DIMENSIONSNAMN: Readonly<Record<Dimension, string>> = { lan: 'Län', kon: 'Kön', alder: 'Ålder', inkomst: 'Årsinkomst' }

/** null where a small number of people would show. */
export type Antal = number | null

/**
 * A group before and after: kronor, or rows with a right. Winners get more for certain, losers less. The sums are of the rows that are known, and null
 * when none is: an unknown is no nought.
 */
export interface Reformgrupp {
  readonly grupp: string
  readonly personer: Antal
  readonly fore: number | null
  readonly efter: number | null
  readonly forandring: number | null
  /** of what it was before; null when that is nought or not known */
  readonly procent: number | null
  readonly vinnare: Antal
  readonly forlorare: Antal
  readonly oforandrade: Antal
  /** people with some row whose answer is not known; what is known of them is in the sums, but they are neither winners nor losers */
  readonly okanda: Antal
  /** people whose rows are all known; fewer than `personer` where the sums are not of all */
  readonly kanda: Antal
  /** which of the numbers are hidden: small themselves, or because they would tell of a small one */
  readonly dolda?: Readonly<Record<string, Dold>>
}

/** `okandaRader` is null when it is small. */
export type Raknatsvar = Omit<Raknat, 'okandaRader'> & { readonly okandaRader: Antal }

export interface Reformdel {
  readonly slag: 'kr' | 'ratt'
  readonly enhet: 'kr' | 'ärenden med rätt'
  readonly rakningar: readonly Raknatsvar[]
  /** rows with the right for certain, and at most */
  readonly ratt: { readonly fore: Spannvidd; readonly efter: Spannvidd } | null
  readonly alla: Reformgrupp
  readonly grupper: Readonly<Record<Dimension, readonly Reformgrupp[]>>
  /** said when small numbers are hidden */
  readonly skydd: string | null
}

export interface Reformsvar {
  readonly reform: { readonly namn: string; readonly beskrivning: string | null; readonly kalla: string | null }
  readonly lagdag: Datum
  readonly befolkning: { readonly vad: string; readonly pahittad: boolean; readonly period: string | null }
  readonly antaganden: readonly { readonly namn: string; readonly varde: string; readonly kalla: string }[]
  readonly delar: readonly Reformdel[]
  /** what is said of the limits: of the data, and of the reform's own file */
  readonly forbehall: readonly string[]
  /** the sums of the rules used, before and after */
  readonly kvitto: { readonly fore: string; readonly efter: string }
}
