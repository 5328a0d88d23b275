import type { Period } from '@atergang/kalender'
import type { Kalla } from '@atergang/regelverk'
import type { Aktor } from './roller.ts'

/** A moment, ISO 8601 in UTC. Handed in, never read from a clock here. */
export type Tidpunkt = string

/**
 * Something held to be true: its value, its source, the days it is true for and the moment it was
 * recorded. Never changed; a correction is a new fact that names the one it replaces.
 */
export interface Faktum<V = unknown, N extends string = string> {
  readonly id: string
  readonly namn: N
  readonly varde: V
  readonly period?: Period
  readonly kalla: Kalla
  readonly registrerad: Tidpunkt
  readonly av: Aktor
  readonly ersatter?: string
}

/** The facts a benefit knows, by name: `{ intyg: Intygsuppgift; ansokan: Ansokan; … }`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each benefit gives its own map of names to values
export type Faktakarta = Record<string, any>
