import type { Roll } from '@atergang/arende'

/** A person who can sign in at the built-in test identity provider. All invented. */
export interface Testkonto {
  readonly id: string
  readonly namn: string
  readonly roll: Roll
  readonly enhet?: string
  readonly personnummer?: string
  readonly orgnr?: string
  readonly farSeSkyddade?: boolean
  /** the benefits the officer works with, when not all */
  readonly formaner?: readonly string[]
  readonly text: string
}

const ENHET = 'Gävle'
/** Those who work with the workplace support: one national unit (C026). */
const APR = { enhet: 'APR', formaner: ['apr', 'aprAnordnare', 'aprKontroll'] } as const

export const TJANSTEPERSONER: readonly Testkonto[] = [
  { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: ENHET, text: 'Handläggare i Gävle' },
  { id: 'olle', namn: 'Olle Olsson', roll: 'handlaggare', enhet: ENHET, text: 'Handläggare i Gävle, kan ompröva Evas beslut' },
  {
    id: 'ingrid',
    namn: 'Ingrid Is',
    roll: 'handlaggare',
    enhet: ENHET,
    farSeSkyddade: true,
    text: 'Handläggare i Gävle, får se skyddade uppgifter',
  },
  { id: 'mona', namn: 'Mona Mård', roll: 'handlaggare', enhet: 'Malmö', text: 'Handläggare i Malmö, ser inte Gävles ärenden' },
  {
    id: 'fia',
    namn: 'Fia Falk',
    roll: 'handlaggare',
    enhet: ENHET,
    formaner: ['forebyggande-sjukpenning'],
    text: 'Handläggare i Gävle, arbetar med förebyggande sjukpenning',
  },
  {
    id: 'moa',
    namn: 'Moa Melin',
    roll: 'handlaggare',
    enhet: 'Malmö',
    formaner: ['forebyggande-sjukpenning'],
    text: 'Handläggare i Malmö, arbetar med förebyggande sjukpenning',
  },
  {
    id: 'siri',
    namn: 'Siri Sund',
    roll: 'specialist',
    enhet: ENHET,
    farSeSkyddade: true,
    text: 'Försäkringsspecialist i Gävle, får se skyddade uppgifter',
  },
  { id: 'sara', namn: 'Sara Sten', roll: 'specialist', enhet: 'Malmö', text: 'Försäkringsspecialist i Malmö' },
  { id: 'farah', namn: 'Farah Fors', roll: 'fmr', text: 'Försäkringsmedicinsk rådgivare' },
  { id: 'karin', namn: 'Karin Kvist', roll: 'enhetschef', enhet: ENHET, text: 'Enhetschef i Gävle' },
  { id: 'samir', namn: 'Samir Sjö', roll: 'samverkansansvarig', text: 'Lokalt samverkansansvarig' },
  {
    id: 'asta',
    namn: 'Asta Alvar',
    roll: 'handlaggare',
    ...APR,
    text: 'Handläggare av arbetsplatsinriktat rehabiliteringsstöd, hela landet',
  },
  {
    id: 'bertil',
    namn: 'Bertil Björk',
    roll: 'handlaggare',
    ...APR,
    farSeSkyddade: true,
    text: 'Handläggare av arbetsplatsinriktat rehabiliteringsstöd, får se skyddade uppgifter',
  },
  { id: 'gudrun', namn: 'Gudrun Gran', roll: 'enhetschef', ...APR, text: 'Enhetschef för arbetsplatsinriktat rehabiliteringsstöd' },
  { id: 'ada', namn: 'Ada Alm', roll: 'analytiker', text: 'Analytiker' },
]
