import type { Datum, Period } from '@atergang/kalender'
import type { Forklaring, Lagrum } from '@atergang/regelverk'
import type { Tidpunkt } from './faktum.ts'
import type { Aktor } from './roller.ts'

/** Kinds of decision, as the agency names them. */
/** `overklagande` is the decision not to take up an appeal that came too late (45 § förvaltningslagen). */
/** `aterkrav`: what was paid too much is asked back. */
export type Beslutstyp = 'slutligt' | 'interimistiskt' | 'omprovning' | 'andring' | 'overklagande' | 'aterkrav'
export type Beslutsutfall = 'beviljat' | 'delvisAvslag' | 'avslag' | 'avvisat' | 'ingenAndring' | 'tasUpp' | 'upphor' | 'aterkravs'

/** What is decided for a stretch of days. */
export interface Beslutsrad extends Period {
  readonly utfall: 'beviljat' | 'avslag'
  /** share of a whole benefit granted: 1, 0.75, 0.5, 0.25 or 0 */
  readonly grad: number
  /** share asked for */
  readonly yrkadGrad: number
  readonly avslagsskal?: string
  readonly lagrum: readonly Lagrum[]
}

/** The clear reasons a decision must give (32 § förvaltningslagen, D001): rule, facts, assessment, conclusion. */
export interface Motivering {
  /** the condition that decides, in one sentence */
  readonly avgorande: string
  readonly omstandigheter: string
  readonly bedomning: string
  readonly saknades?: string
}

/** One line of the payment basis: equal days taken together. Whole kronor. */
export interface Utbetalningsrad extends Period {
  readonly grad: number
  readonly niva: 'normal' | 'fortsattning'
  readonly dagar: number
  /** the days that are paid, when not all of the stretch are: reckoned by working time (28 kap. 3 § SFB) */
  readonly betaldaDagar?: readonly Datum[]
  readonly kronorPerDag: number
  readonly avdrag: readonly { readonly slag: 'karensavdrag' | 'lon' | 'redanUtbetalt'; readonly kronor: number; readonly text: string }[]
  readonly summa: number
  readonly forklaring: Forklaring
}

/** A decision. Immutable: omprövning and ändring are new decisions that name the one they concern and why. */
export interface Beslut {
  readonly id: string
  readonly nr: number
  readonly typ: Beslutstyp
  readonly utfall: Beslutsutfall
  readonly period: Period
  readonly rader: readonly Beslutsrad[]
  readonly motivering: Motivering
  readonly lagrum: readonly Lagrum[]
  readonly forklaringar: readonly Forklaring[]
  readonly utbetalning: readonly Utbetalningsrad[]
  /** ids of the facts it rests on, and the number of the last event known when it was taken */
  readonly fakta: readonly string[]
  readonly kantTill: number
  readonly flodesversion: string
  readonly regelversion: string
  readonly dag: Datum
  readonly tid: Tidpunkt
  readonly fattatAv: Aktor
  readonly foredragande?: Aktor
  readonly medverkande: readonly Aktor[]
  readonly enhet: string
  readonly brevId: string
  /** what it decides, when a case holds several matters: a plan, a claim, an application */
  readonly avser?: string
  /** what the benefit decides besides days and amounts, as it stood */
  readonly innehall?: unknown
  /** what is paid once because of it, whole kronor, when the benefit is a sum and not days: a grant, or what a later version adds to it */
  readonly betalas?: number
  /** days on which an earlier amount stands although what is known would give less; whole kronor for all the days together */
  readonly behallet?: readonly (Period & { readonly fore: number; readonly efter: number })[]
  /** what goes against the party though no day is refused, by code of the benefit */
  readonly emotParten?: readonly string[]
  readonly ersatter?: string
  readonly orsak?: string
}

/** The coming decision, as quality-assured and communicated before it is taken. */
export type Beslutsforslag = Pick<Beslut, 'utfall' | 'period' | 'rader' | 'lagrum' | 'forklaringar' | 'utbetalning' | 'emotParten'>

/** Refused, wholly or in part: days or content asked for that are not given. */
export const medAvslag = (b: Pick<Beslut, 'rader' | 'utfall'>): boolean =>
  b.utfall === 'avslag' || b.utfall === 'delvisAvslag' || b.rader.some((r) => r.grad < r.yrkadGrad)

/** To the party's disadvantage: anything refused, or anything else that the benefit says goes against the party (110 kap. 13 a § SFB, 25 § förvaltningslagen). */
export const arTillNackdel = (b: Pick<Beslut, 'rader' | 'utfall' | 'emotParten'>): boolean =>
  medAvslag(b) || (b.emotParten ?? []).length > 0
