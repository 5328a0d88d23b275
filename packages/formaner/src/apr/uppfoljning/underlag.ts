import type { Datum } from '@atergang/kalender'
import type { Anordnartyp } from '../anordnare/register.ts'
import type { Aprskal } from '../arende/skal.ts'
import type { Begransning } from '../berakning/berakna.ts'
import type { Innehall } from '../insatser/innehall.ts'
import type { Insatstyp, Miljo, Syfte } from '../insatser/typer.ts'
import type { Lanskod } from '../lan.ts'
import type { Sektor, Storleksklass } from '../storlek.ts'

export const KANALER = { etjanst: 'e-tjänst', papper: 'papper' } as const
export type Kanal = keyof typeof KANALER

/** One decided row of an application: what all follow-up is counted from. Employers and people by an id of no meaning. Whole kronor for amounts. */
export interface Bidragsrad {
  readonly ansokan: string
  readonly arbetsgivare: string
  readonly anstalld: string
  readonly anordnare: string
  readonly kostnadsar: number
  readonly insatsdag: Datum
  /** the day it reached the agency (22 § förvaltningslagen) */
  readonly inkom: Datum
  readonly kanal: Kanal
  /** the day a paper application was scanned: handling could begin (C015) */
  readonly skannad?: Datum
  readonly beslutad: Datum
  /** what the employer paid, in whole öre: never a float */
  readonly kostnadOre: number
  /** what was granted, in whole kronor */
  readonly belopp: number
  readonly begransadAv: Begransning | null
  readonly skal: Aprskal | null
  readonly insatstyper: readonly Insatstyp[]
  readonly syfte: Syfte | null
  readonly miljo: Miljo | null
  /** only where an after-control or evaluation has asked for it */
  readonly innehall?: readonly Innehall[]
  readonly anordnartyp: Anordnartyp
  readonly storlek: Storleksklass
  readonly sektor: Sektor
  readonly lan: Lanskod | null
}

export const unika = <T>(v: Iterable<T>): number => new Set(v).size
/** Öre as kronor in a file: "12345" or "12345,50". By whole numbers, so that no half öre comes of it. */
export function oreSomKronor(ore: number): string {
  const rest = Math.abs(ore % 100)
  return `${Math.trunc(ore / 100)}${rest ? `,${String(rest).padStart(2, '0')}` : ''}`
}
export const summa = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0)

/** A share with what it is a share of; null when that is not known, or nothing. */
export interface Andel {
  readonly antal: number
  readonly av: number | null
  readonly andel: number | null
}
export const andel = (antal: number, av: number | null): Andel => ({ antal, av, andel: av ? antal / av : null })
