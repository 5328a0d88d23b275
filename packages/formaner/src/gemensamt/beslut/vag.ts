import type { Aktor, Beslut, Beslutsrad, Brevinnehall, Faktakarta, Kommunicering, Lage, Motivering, Roll } from '@atergang/arende'
import type { Datum, Period } from '@atergang/kalender'
import type { Faktauppgift, Forklaring } from '@atergang/regelverk'
import type { Informationsamne } from '../information.ts'
import type { Beredning, Forslagsgrund } from './beredning.ts'
import type { Versioner } from './handelser.ts'

/** What a letter of decision is written from, besides the proposal. */
export interface Brevunderlag<G extends Forslagsgrund> {
  readonly forslag: G
  readonly motivering: Motivering
  readonly information: readonly Informationsamne[]
  readonly kommunicering?: Kommunicering | undefined
  readonly beaktat?: string | undefined
  readonly dag: Datum
  readonly fattatAv: Aktor
  readonly foredragande?: Aktor | undefined
  readonly medverkande: readonly Aktor[]
}

/** What differs between benefits, and between kinds of decision in one, on the common way from judgements to decision. */
export interface Beslutsvag<F extends Faktakarta, G extends Forslagsgrund> {
  readonly versioner: Versioner
  /** what is ready to be proposed, each for itself */
  berett(l: Lage<F>, idag: Datum): readonly Beredning<G>[]
  /** why nothing is */
  ejBerett(l: Lage<F>, idag: Datum): string
  /** the paragraphs under which the content of the coming decision is sent for comment */
  readonly kommuniceringslagrum: readonly string[]
  /** what the officer is told of them */
  readonly kommuniceringshjalp: string
  /** the code of a reason for quality assurance, in words */
  readonly kvalitetsskal: Readonly<Record<string, string>>
  /** what is proposed in lines, when it is not days */
  uppgifter?(b: Beredning<G>, l: Lage<F>): readonly Faktauppgift[]
  /** one line of the proposal */
  radtext(r: Beslutsrad, l: Lage<F>): string
  /** the line of what is decided in the head of the decision: ”bevilja”, ”godkänn planen” */
  beslutsrubrik(b: Beredning<G>): string
  readonly hjalp: { readonly forslag: (b: Beredning<G>) => string; readonly rubrik: (b: Beredning<G>) => string }
  /** topics of information to tick with the proposal */
  informationsamnen(b: Beredning<G>, l: Lage<F>): Partial<Record<Informationsamne, string>>
  /** what the forms of proposal and of assurance show besides what is common */
  forslagsformular(b: Beredning<G>, l: Lage<F>, idag: Datum): object
  kvalitetsformular(b: Beredning<G>, l: Lage<F>, idag: Datum): object
  /** kinds of judgement that a comment can open again */
  readonly provbara: readonly string[]
  /** what the decision holds besides what is common */
  beslutsinnehall(b: Beredning<G>, l: Lage<F>): Partial<Pick<Beslut, 'typ' | 'avser' | 'innehall' | 'betalas' | 'ersatter' | 'orsak'>>
  /** which of the steps' explanations the decision keeps; all when not told. For cases with many matters side by side */
  horTill?(f: Forklaring, b: Beredning<G>): boolean
  /** who comments: the insured or the employer when not told */
  readonly partsroll?: Roll
  /** the paragraphs of the decision itself, for a support that is no benefit under the code (112 kap. 5 § does not apply to it) */
  readonly beslutslagrum?: readonly string[]
  readonly brev: {
    kommunicering(
      l: Lage<F>,
      k: { readonly forslag: G; readonly motivering: Motivering; readonly senast: Datum; readonly dag: Datum },
    ): Brevinnehall
    beslut(l: Lage<F>, b: Brevunderlag<G>): Brevinnehall
  }
}

/** The days of a proposal, when it has any. */
export const forslagetsPeriod = (g: Forslagsgrund): { period?: Period } => (g.rader.length ? { period: g.period } : {})
