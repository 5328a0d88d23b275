/** Who acts. The names are the agency's own roles; `system` is the timer and the queue. */
export type Roll =
  | 'handlaggare'
  | 'specialist'
  | 'fmr'
  | 'enhetschef'
  | 'samverkansansvarig'
  | 'analytiker'
  | 'forsakrad'
  | 'arbetsgivare'
  /** approved, or applying to be, as provider of workplace support (förordning 2014:67) */
  | 'anordnare'
  | 'vard'
  | 'system'

export const ROLLNAMN: Record<Roll, string> = {
  handlaggare: 'handläggare',
  specialist: 'försäkringsspecialist',
  fmr: 'försäkringsmedicinsk rådgivare',
  enhetschef: 'enhetschef',
  samverkansansvarig: 'lokalt samverkansansvarig',
  analytiker: 'analytiker',
  forsakrad: 'försäkrad',
  arbetsgivare: 'arbetsgivare',
  anordnare: 'anordnare',
  vard: 'hälso- och sjukvården',
  system: 'Återgång',
}

/** Who handles cases: asks, judges, proposes and decides. */
export const HANDLAGGARROLLER = ['handlaggare', 'specialist'] as const satisfies readonly Roll[]
/** … and the head of the unit, who sees the work and gives it out. */
export const HANDLAGGARROLLER_OCH_CHEF = [...HANDLAGGARROLLER, 'enhetschef'] as const satisfies readonly Roll[]
/** Everyone who works in a case, the adviser who is asked too. */
export const ARENDEROLLER = [...HANDLAGGARROLLER, 'fmr', 'enhetschef'] as const satisfies readonly Roll[]

/** The person (or the system) behind an event. */
export interface Aktor {
  readonly id: string
  readonly namn: string
  readonly roll: Roll
  /** unit of an official; organisation number of an employer */
  readonly enhet?: string
}

export const SYSTEMET: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }
