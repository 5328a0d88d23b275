import type { Datum } from '@atergang/kalender'

/** A part of a report; the same kinds a letter has, so that both look alike. */
export type Rapportblock =
  | { readonly typ: 'rubrik'; readonly niva: 2 | 3; readonly text: string }
  | { readonly typ: 'stycke'; readonly text: string }
  | { readonly typ: 'lista'; readonly punkter: readonly string[] }
  | { readonly typ: 'besked'; readonly text: string }
  | { readonly typ: 'uppgifter'; readonly rader: readonly (readonly [ord: string, varde: string])[] }
  | {
      readonly typ: 'tabell'
      readonly rubrik: string
      readonly kolumner: readonly { readonly rubrik: string; readonly hoger: boolean }[]
      readonly rader: readonly (readonly string[])[]
    }

export interface Person {
  readonly namn: string
  readonly titel: string
}

/** A report of an authority as data: who answers whom on what, on which day, and what it says. Set as PDF and as Word from the same. */
export interface Rapportinnehall {
  readonly typnamn: string
  readonly rubrik: string
  readonly myndighet: string
  /** null: not given, and the report says so */
  readonly dnr: string | null
  readonly datum: Datum
  readonly mottagare: string | null
  /** null: a draft nobody has decided on, and the report says so */
  readonly beslut: { readonly undertecknare: Person; readonly foredragande: Person | null } | null
  readonly block: readonly Rapportblock[]
}

export const UTKAST = 'Utkast. Rapporten är inte beslutad av någon.'
export const EJ_ANGIVET = 'ej angivet'

/** The head of a report, in the order it is read. */
export const huvudrader = (r: Rapportinnehall): readonly (readonly [string, string])[] => [
  ['Datum', r.datum],
  ['Diarienummer', r.dnr ?? EJ_ANGIVET],
  ...(r.mottagare ? [['Till', r.mottagare] as const] : []),
  ...(r.beslut
    ? [
        ['Beslut av', `${r.beslut.undertecknare.titel} ${r.beslut.undertecknare.namn}`] as const,
        ...(r.beslut.foredragande ? [['Föredragande', `${r.beslut.foredragande.titel} ${r.beslut.foredragande.namn}`] as const] : []),
      ]
    : []),
]

/** How a decided report is ended; the wording of the authority's own reports (000–003). */
export const beslutsmening = (b: NonNullable<Rapportinnehall['beslut']>): string =>
  `Beslut i detta ärende har fattats av ${b.undertecknare.titel} ${b.undertecknare.namn}${b.foredragande ? ` i närvaro av ${b.foredragande.titel} ${b.foredragande.namn} som föredragande` : ''}.`
