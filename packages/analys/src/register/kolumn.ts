/** What a column of a register holds: its type, its limits, and what it means. Import checks against it; every table counts on it. */
export type Kolumn = {
  readonly text: string
  /** may lack a value */
  readonly kanSaknas?: boolean
} & (
  | { readonly typ: 'heltal'; readonly minst?: number; readonly hogst?: number; readonly enhet?: string }
  | { readonly typ: 'decimal'; readonly minst?: number; readonly hogst?: number; readonly enhet?: string }
  | { readonly typ: 'dag' }
  | { readonly typ: 'sant' }
  | { readonly typ: 'text' }
  | { readonly typ: 'kod'; readonly varden: readonly string[] }
)

export interface Register {
  readonly namn: string
  readonly text: string
  /** where the figures come from, with the catalogue's ids */
  readonly kalla: string
  /** ids of the requirement catalogue; never shown */
  readonly krav?: readonly string[]
  readonly kolumner: Readonly<Record<string, Kolumn>>
  /** columns that together name a row once */
  readonly nyckel: readonly string[]
  /** must hold in every row; as SQL over the columns */
  readonly kontroller?: readonly { readonly sql: string; readonly kolumn: string; readonly text: string }[]
  /** every county must be there, for each value of these columns */
  readonly allaLan?: readonly string[]
  /** rows are of people, so that small numbers are hidden */
  readonly personer: boolean
  /** comes only from outside: the invented country has none of it */
  readonly baraUtifran?: true
}

/** The engine's type of a column. Hundredths are exact: money and days are never floating. */
export function sqltyp(k: Kolumn): string {
  switch (k.typ) {
    case 'heltal':
      return 'BIGINT'
    case 'decimal':
      return 'DECIMAL(18,2)'
    case 'dag':
      return 'DATE'
    case 'sant':
      return 'BOOLEAN'
    case 'text':
    case 'kod':
      return 'VARCHAR'
  }
}
