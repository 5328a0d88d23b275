import type { Datum } from '@atergang/kalender'
import type { Tidpunkt } from './faktum.ts'
import type { Aktor, Roll } from './roller.ts'

/** A document in the case. Its bytes lie in the store under `sha256`; the case knows what it is and when it came. */
export interface Handling {
  readonly id: string
  readonly typ:
    | 'lakarintyg'
    | 'lakarutlatande'
    | 'ansokan'
    | 'brev'
    | 'plan'
    | 'arbetsgivarsvar'
    | 'lakarsvar'
    | 'yttrande'
    | 'omprovningsbegaran'
    | 'overklagande'
    | 'faktura'
    | 'kompetensunderlag'
    | 'kontrollunderlag'
    | 'ovrigt'
  readonly rubrik: string
  readonly fran: Roll
  /** the day it reached the agency (22 § förvaltningslagen) */
  readonly inkom: Datum
  readonly medietyp: string
  readonly sha256: string
  readonly storlek: number
  readonly kanal: 'api' | 'uppladdning' | 'mapp' | 'minaSidor' | 'post' | 'system'
}

/** How a document was weighed (A007): considered, how much it says, and for what. */
export interface Vagning {
  readonly handlingId: string
  readonly beaktad: boolean
  readonly vikt: 'stor' | 'viss' | 'liten'
  readonly for: readonly ('ratten' | 'rehabiliteringen')[]
  readonly skal: string
}

export interface Anteckning {
  readonly id: string
  readonly text: string
  readonly tid: Tidpunkt
  readonly av: Aktor
}

/** A contact with someone (A011, D034, A053): what is told orally is noted with date and name (27 § förvaltningslagen). */
/** Why an officer took a contact that nothing obliged to. */
export const KONTAKTSKALNAMN = {
  forklara: 'för att förklara regler eller beslut',
  utreda: 'för att få fram uppgifter',
  aterga: 'om återgång i arbete',
  annat: 'av annat skäl',
} as const
export type Kontaktskal = keyof typeof KONTAKTSKALNAMN

export interface Kontakt {
  readonly id: string
  readonly med: 'forsakrad' | 'arbetsgivare' | 'vard' | 'arbetsformedlingen' | 'facket' | 'annan'
  readonly satt: 'telefon' | 'mote' | 'digitaltMote' | 'brev' | 'meddelande'
  readonly riktning: 'in' | 'ut'
  readonly varfor?: Kontaktskal
  /** an attempt without answer is also a contact noted */
  readonly traffad: boolean
  readonly dag: Datum
  readonly text: string
  /** next contact agreed upon (A053); the case wakes then */
  readonly nasta?: Datum
  readonly tid: Tidpunkt
  readonly av: Aktor
}

/** Information given to the person under the duty to serve (6 § förvaltningslagen), by topic. */
export type Informationsmottagare = 'forsakrad' | 'arbetsgivare' | 'bada'

export interface Information {
  readonly amne: string
  readonly satt: 'brev' | 'samtal' | 'minaSidor'
  /** who was told; the person when nothing is said */
  readonly till?: Informationsmottagare
  readonly tid: Tidpunkt
  readonly av: Aktor
}
