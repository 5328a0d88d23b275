import { ateranvandningstext, FRAGEFORMANER, FRAGEKATEGORIER } from '@atergang/formaner/kunskap'
import type { Datum } from '@atergang/kalender'
import type { components } from '../../api/schema.gen.ts'
import { medManadsnamn } from '../../stod/text.ts'

export type Kunskapsfraga = components['schemas']['Kunskapsfraga']
export type Kunskapssvar = Kunskapsfraga['svar'][number]

export const kategorival = Object.entries(FRAGEKATEGORIER).map(([varde, text]) => ({ varde, text }))
export const formansval = Object.entries(FRAGEFORMANER).map(([varde, text]) => ({ varde, text }))
export const dagtext = (d: string): string => medManadsnamn(d as Datum)

/** The answer that holds; null when nobody has answered. */
export const gallande = (f: Pick<Kunskapsfraga, 'svar'>): Kunskapssvar | null => f.svar.at(-1) ?? null

/** ”Tillämpning av reglerna, förebyggande sjukpenning, KBT” */
export const amnestext = (f: Pick<Kunskapsfraga, 'kategori' | 'forman' | 'behandlingsnamn'>): string =>
  [FRAGEKATEGORIER[f.kategori], FRAGEFORMANER[f.forman].toLowerCase(), f.behandlingsnamn].filter(Boolean).join(', ')

export const anvandningstext = (f: Pick<Kunskapsfraga, 'anvandning'>): string => ateranvandningstext(f.anvandning)
