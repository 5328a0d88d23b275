/** What the writer and its typesetting thread say to each other. */

export interface Arbetardata {
  /** folder of the typst templates, as a path */
  readonly mallar: string
}

export interface Uppdrag {
  readonly id: number
  readonly data: string
}

export type Svar =
  | { readonly id: number; readonly utfall: 'klart'; readonly pdf: Uint8Array; readonly sha256: string; readonly sidor: number }
  | { readonly id: number; readonly utfall: 'fel'; readonly meddelanden: readonly string[] }
