import { konflikt, type Aktor, type Handling, type Kommando, type Person } from '@atergang/arende'
import { sha256, type Dokumentbytes } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'
import { enhetFor } from './enheter.ts'

/** Where a doctor opens the statement: the id leads nowhere without the code. */
export const utlatandeadress = (t: Tjanster, id: string): string => `${t.config.basurl ?? ''}/utlatande/${id}`

export const FORMAN = 'forebyggande-sjukpenning'

export interface Inkommen {
  readonly handling: Handling
  readonly dokument: readonly Dokumentbytes[]
}

/** What somebody filled in, kept as the bytes that were sent. */
export function somJsonhandling(o: Pick<Handling, 'typ' | 'rubrik' | 'fran' | 'inkom' | 'kanal'>, innehall: unknown): Inkommen {
  const bytes = new TextEncoder().encode(JSON.stringify(innehall, null, 2))
  const id = randomUUID()
  return { handling: { ...o, id, medietyp: 'application/json', sha256: sha256(bytes), storlek: bytes.byteLength }, dokument: [{ id, medietyp: 'application/json', innehall: bytes }] }
}

/**
 * Opens the case of a plan: one for each plan, by the day it came in. @throws {Domanfel} `planenFinns` when the person has applied the same day: a
 * change of that application goes into its case, and a button pressed twice makes one case.
 */
export async function oppnaPlanarende(t: Tjanster, o: { person: Person; enhet?: string; aktor: Aktor; forsta: readonly Kommando[]; dokument: readonly Dokumentbytes[] }): Promise<{ arendeId: string; nummer: string; version: number }> {
  const nu = t.klocka.nu()
  const nytt = await t.lager.inled({ part: { slag: 'person', person: o.person }, forman: FORMAN, sak: `plan-${nu.dag}`, enhet: o.enhet ?? enhetFor(o.person.lan), nu, aktor: o.aktor, forsta: o.forsta, dokument: o.dokument })
  if (nytt.fanns) throw konflikt('planenFinns', `Det finns redan ett ärende om en plan från i dag (${nytt.nummer}). Öppna det för att ändra eller lägga till en behandling.`)
  return nytt
}
