import type { Gruppeffekt } from '../statistik/blandad.ts'
import type { Vantat } from './tratt.ts'
import type { Vaxande } from './vaxer.ts'

/** An area or an officer among the others, after what is known of the cases. */
export interface Enhet {
  readonly namn: string
  readonly beslut: number
  readonly avslag: number
  readonly vantat: Vantat
  /** how much wider chance is than of decisions alone: an area's officers differ too */
  readonly overspridning: number
  readonly effekt: Gruppeffekt
  readonly p: number
  /** smallest share of mistaken calls at which it is called */
  readonly q: number
  readonly utpekad: boolean
}

/** How the spread has gone, at both levels. */
export interface Spridningar {
  readonly omraden: Vaxande
  readonly handlaggare: Vaxande
}
