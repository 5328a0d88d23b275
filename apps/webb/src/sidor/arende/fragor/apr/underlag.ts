import type { Aktor, Kommunicering, Motivering } from '@atergang/arende'
import type { AprInnehall, Beloppsrad, Fakturatraff } from '@atergang/formaner'
import type { Kompetensuppgift } from '@atergang/formaner/apr'
import type { Datum } from '@atergang/kalender'

/** What each question of the workplace support hands to its form. As `formular` in packages/formaner/src/apr. */
export interface OmAnsokan {
  readonly ansokanId: string
  readonly inkom: Datum | null
  readonly kanal: 'etjanst' | 'papper'
  readonly vilken: string
}
export interface Radkort {
  readonly radId: string
  readonly anstalld: string
  readonly insatsdag: Datum | null
  readonly anordnare: string
  readonly kostnad: number | null
  readonly fakturanummer: string
}
/** The day a paper came in, asked in the same words in every benefit. */
export interface Inkomstunderlag {
  readonly skannad: Datum | null
  readonly registrerad: Datum
  readonly vad?: string
}
export interface Anordnarunderlag extends OmAnsokan {
  readonly okanda: readonly { readonly skrivet: string; readonly rader: readonly Radkort[] }[]
}
export interface Kompletteringsunderlag extends OmAnsokan {
  readonly brister: readonly { readonly radId: string | null; readonly falt: string; readonly text: string }[]
  readonly rader: readonly Radkort[]
  readonly forslag: string
  readonly svarSenast: Datum
  readonly fragad: boolean
  readonly kanInteRaknas: readonly string[]
}
export interface Fakturaunderlag extends OmAnsokan {
  readonly rad: Radkort
  readonly traffar: readonly Fakturatraff[]
}
export interface Insatsunderlag extends OmAnsokan {
  readonly rader: readonly (Radkort & { readonly beskrivning: string })[]
}
export interface Andringsunderlag {
  readonly ansokanId: string
  readonly beslut: { readonly id: string; readonly dag: Datum; readonly belopp: number; readonly rader: readonly Beloppsrad[] }
  readonly ny: { readonly belopp: number; readonly rader: readonly Beloppsrad[] }
  readonly skal: readonly string[]
  readonly grunder: Readonly<Record<'1' | '2' | '3', string>>
  readonly riktning: 'nackdel' | 'fordel'
}
export interface Aterkravsunderlag {
  readonly hogst: number
  readonly betalasSenast: Datum
}
export interface Forfallensunderlag {
  readonly kvar: number
  readonly tidigast: Datum
}
export interface Fyndunderlag {
  readonly omgang: string
  readonly inkom: Datum | null
  readonly utanUnderlag: boolean
  readonly rader: readonly {
    readonly radId: string
    readonly anstalld: string
    readonly insatsdag: Datum | null
    readonly kostnad: number | null
    readonly belopp: number
    readonly faktura: string | null
    readonly handlingar: readonly string[]
    readonly insatsuppgift: string
    readonly innehall: readonly string[]
  }[]
}
export interface Beslutsunderlag {
  readonly utfall: string
  readonly innehall: AprInnehall
  readonly motivering: Motivering
  readonly vilken: string
  readonly farTillagga?: boolean
  readonly obehovligt?: string
}
export interface Anordnarbeslutsunderlag {
  readonly utfall: string
  readonly innehall:
    | { readonly slag: 'godkannande'; readonly godkand: boolean }
    | { readonly slag: 'upphorande'; readonly tom: Datum; readonly skal: string }
  readonly saknas: readonly string[]
  readonly motivering: Motivering
  readonly farTillagga?: boolean
}
export interface Yttrandeunderlag {
  readonly yttranden: readonly (Omit<Kommunicering['yttranden'][number], 'mottagetAv'> & { readonly mottagetAv?: Aktor })[]
}
export interface Kompetensunderlag {
  readonly uppgift: Kompetensuppgift & { readonly kompetensnamn: string; readonly knytningsnamn: string }
  readonly underlag: string | null
  readonly svarSenast: Datum
}
export interface Personunderlag {
  readonly person: string
  readonly uppgifter: readonly { readonly uppgiftId: string; readonly kompetens: string }[]
}
export interface Omprovningsunderlag {
  readonly saknas: readonly string[]
  readonly skal: Readonly<Record<string, string>>
  readonly tidigast: Datum
  readonly svarSenast: Datum
}
