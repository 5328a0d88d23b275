import type { Aktor, Kommando, Utredning } from '@atergang/arende'
import type { Slage } from '@atergang/formaner'
import type { Provarende } from '@atergang/formaner/prov'
import type { Datum, Period } from '@atergang/kalender'
import { pahittatId, type PahittadPerson, type Sjukfall, type Slump } from '@atergang/syntet'
import type { Inkommet } from './dokument.ts'
import type { Ode } from './ode.ts'
import type { Schema } from './schema.ts'

/** A case of the demo before it has been lived through: who, how ill, how it goes. */
export interface Fall {
  readonly id: string
  readonly person: PahittadPerson
  readonly enhet: string
  readonly sjukfall: readonly Sjukfall[]
  readonly ode: Ode
  /** the day the first thing came in */
  readonly inlett: Datum
  /** days paid in an earlier case of the same person */
  readonly tidigareBetalt?: readonly Period[]
  /** what else is to happen, for a person with a fixed story */
  readonly dessutom?: (f: Pagaende) => void
}

/** A case that is being lived through, as those see it who make something happen in it. */
export interface Pagaende {
  readonly fall: Fall
  readonly arende: Provarende
  readonly lage: Slage
  readonly schema: Schema
  readonly forsakrad: Aktor
  /** Carries out a command and lets the world answer to what came of it. */
  gor(kommando: Kommando, aktor: Aktor, dag: Datum, inkommet?: Inkommet): void
  utredning(dag: Datum): Utredning
}

/** Ids of a case share their first 24 characters; the number after them is the order in which they were made. */
const PREFIX = 24
export const arendeId = (s: Slump): string => `${pahittatId(s).slice(0, PREFIX)}${'0'.repeat(12)}`

/** The first day anything reached the agency, or null when nothing has. */
export function inleds(sjukfall: readonly Sjukfall[]): Datum | null {
  const dagar = sjukfall.flatMap((f) => [
    ...f.intyg.map((i) => i.skrivet),
    ...f.ansokningar.map((a) => a.inkom),
    ...(f.anmald ? [f.anmald.inkom] : []),
  ])
  return dagar.sort()[0] ?? null
}
