import type { Datum, Period } from '@atergang/kalender'
import type { Begaran } from './begaran.ts'
import type { Beslut } from './beslut.ts'
import type { Brevtyp } from './brev.ts'
import type { Faktum, Tidpunkt } from './faktum.ts'
import type { Svar } from './fraga.ts'
import type { Anteckning, Handling, Information, Kontakt, Vagning } from './handling.ts'
import type { Aktor, Roll } from './roller.ts'

/** Who the case is about. Kept with the case, so that a letter of that day can be written again. */
export interface Person {
  readonly id: string
  readonly personnummer: string
  readonly fornamn: string
  readonly efternamn: string
  readonly fodd: Datum
  readonly adress: readonly string[]
  readonly lan: string
  /** skyddad identitet: only those with a special right may see the case */
  readonly skyddad: boolean
}

/** An employer as the party of a case: support to a workplace is applied for by the employer, not by the person. */
export interface Arbetsgivare {
  /** ten digits with a hyphen; a sole trader's is a personnummer, and personal data */
  readonly orgnr: string
  readonly namn: string
  readonly adress: readonly string[]
  readonly lan: string
  /** skyddad identitet; only a sole trader can have it */
  readonly skyddad?: boolean
}

/** Who the case is about, and who its letters go to. Some work of the agency is about nobody in particular, such as a round of after-controls: then there is no party and no letter. */
export type Part =
  | { readonly slag: 'person'; readonly person: Person }
  | { readonly slag: 'arbetsgivare'; readonly arbetsgivare: Arbetsgivare }
  | { readonly slag: 'ingen' }

interface Inledning {
  readonly typ: 'arendeInlett'
  readonly forman: string
  readonly enhet: string
  readonly nummer: string
  readonly flodesversion: string
  /** what sets the case apart from the party's other cases of the benefit: a year, a plan */
  readonly sak?: string
}

export interface Utskick {
  readonly id: string
  readonly typ: Brevtyp
  readonly rubrik: string
  readonly handlingId: string
  readonly beslutId?: string
  /** the request it reminds of */
  readonly begaranId?: string
  readonly skapat: Datum
  readonly kanal: 'minaSidor' | 'post'
  /** when it left us, and when the person is known to have received it */
  readonly skickat?: Tidpunkt
  readonly fickDel?: Datum
}

/** The content of the coming decision, sent for comment (110 kap. 13 a § SFB). */
export interface Kommunicering {
  readonly id: string
  /** print of what was communicated: the proposal, its reasons and what they rest on */
  readonly forslag: string
  readonly utskickId: string
  /** the matter it is about, when a case holds several */
  readonly avser?: string
  readonly skickad: Datum
  readonly senast: Datum
  readonly yttranden: readonly Yttrande[]
}

export interface Yttrande {
  readonly dag: Datum
  readonly satt: 'skriftligt' | 'muntligt'
  readonly text: string
  readonly mottagetAv: Aktor
  /** the person says that nothing more will come, so that the time to comment need not be waited out */
  readonly slutligt?: boolean
  readonly handlingId?: string
}

/** The time to comment is over: it has passed, or the person has said that nothing more will come (110 kap. 13 a §). */
export const yttratKlart = (k: Kommunicering, idag: Datum): boolean => idag > k.senast || k.yttranden.some((y) => y.slutligt)

/** What came in about a decision: a request for omprövning, an appeal, or more of one that is being handled. */
export interface Skrivelse {
  readonly inkom: Datum
  readonly text: string
  readonly handlingId?: string
}

export interface Omprovningsbegaran extends Skrivelse {
  readonly id: string
  readonly beslutId: string
  /** what the person has added since */
  readonly tillagg?: readonly Skrivelse[]
}

/** A writing that is to be handled as an appeal to a court (113 kap. 10–11 §§ SFB), whatever the person called it. */
export interface Overklagande extends Skrivelse {
  readonly id: string
  readonly beslutId: string
  /** what the person called it; the law decides what it is */
  readonly sagt: 'omprovning' | 'overklagande'
  readonly tillagg?: readonly Skrivelse[]
  /** handed over with the file to the court (46 § förvaltningslagen) */
  readonly overlamnat?: { readonly dag: Datum; readonly domstol: string; readonly av: Aktor }
}

/** A case, or an idea of what the person may be entitled to, sent to those who handle another benefit (A047). */
export interface Overlamning {
  readonly id: string
  /** the benefit it is sent to, by name */
  readonly till: string
  readonly enhet: string
  readonly slag: 'arende' | 'ide'
  readonly skal: string
  readonly dag: Datum
  readonly av: Aktor
  readonly svar?: {
    readonly utfall: 'mottagen' | 'aterlamnad'
    readonly dag: Datum
    readonly av: Aktor
    readonly skal: string
    /** the case that took it over */
    readonly arendeId?: string
    /** the person was put on the list of candidates */
    readonly kandidat?: true
  }
  /** what became of it later, told back to where it came from (G019) */
  readonly foljder?: readonly Overlamningsfoljd[]
}

export interface Overlamningsfoljd {
  readonly text: string
  readonly dag: Datum
  readonly av: Aktor
}

/** Where a case, or an application in it, comes from: something handed over by those who handle another benefit (G019). */
export interface Overlamningsursprung {
  readonly overlamningId: string
  readonly forman: string
  readonly arendeId: string
  readonly nummer: string
  readonly slag: Overlamning['slag']
  readonly skal: string
  readonly lamnad: Datum
  /** the name of the officer who handed it over */
  readonly av: string
  readonly kopplad: Datum
  readonly koppladAv: Aktor
}

export type Aterlamningsskal = 'jav' | 'franvaro' | 'fordelning' | 'annat'

/** What can happen in a case. Every event is one line of the journal: never changed, never removed. */
export type Handelsedata =
  | (Inledning & { readonly person: Person })
  | (Inledning & { readonly arbetsgivare: Arbetsgivare })
  | (Inledning & { readonly utanPart: true })
  | { typ: 'flodeBytt'; flodesversion: string }
  | { typ: 'faktumRegistrerat'; faktum: Faktum }
  | { typ: 'handlingTillford'; handling: Handling }
  | { typ: 'handlingVagd'; vagning: Vagning }
  | { typ: 'fragaBesvarad'; svar: Svar }
  | { typ: 'begaranSkickad'; begaran: Begaran; utskick?: Utskick }
  | { typ: 'begaranPamind'; begaranId: string; senast: Datum }
  | { typ: 'begaranBesvarad'; begaranId: string; svar: NonNullable<Begaran['svar']> }
  | { typ: 'begaranAterkallad'; begaranId: string; skal: string }
  | { typ: 'kommunicerad'; kommunicering: Kommunicering; utskick: Utskick }
  /** over the newest communication, unless it says which */
  | { typ: 'yttrandeInkommet'; yttrande: Yttrande; kommuniceringId?: string }
  /** without a dispatch the letter is written when it goes out, as when an officer has approved a list of decisions */
  | { typ: 'beslutFattat'; beslut: Beslut; utskick?: Utskick }
  /** a letter that is no decision, communication or request, such as a reminder */
  | { typ: 'utskickSkapat'; utskick: Utskick }
  | { typ: 'utskickSkickat'; utskickId: string }
  | { typ: 'utskickMottaget'; utskickId: string; dag: Datum }
  | { typ: 'omprovningBegard'; begaran: Omprovningsbegaran }
  /** more about a request or an appeal that is not settled yet: `till` is its id */
  | { typ: 'skrivelseTillagd'; till: string; skrivelse: Skrivelse }
  | { typ: 'overklagandeInkommet'; overklagande: Overklagande }
  | { typ: 'overklagandeOverlamnat'; overklagandeId: string; domstol: string; utskick: Utskick }
  | { typ: 'kontaktNoterad'; kontakt: Kontakt }
  | { typ: 'anteckningSkriven'; anteckning: Anteckning }
  | { typ: 'informationGiven'; information: Information }
  | { typ: 'tilldelad'; roll: Roll; till: Aktor }
  | { typ: 'lamnadTillbaka'; roll: Roll; fran: Aktor; skal: Aterlamningsskal; text: string }
  | { typ: 'lagdVilande'; roll: Roll; skal: string; till: Datum }
  | { typ: 'vackt'; roll: Roll; orsak: string }
  | { typ: 'overlamnat'; overlamning: Overlamning }
  | { typ: 'overlamningBesvarad'; overlamningId: string; svar: NonNullable<Overlamning['svar']> }
  | { typ: 'overlamningFoljd'; overlamningId: string; foljd: Overlamningsfoljd }
  /** written in the case that received it */
  | { typ: 'overlamningKopplad'; ursprung: Overlamningsursprung }
  /** protected identity set or lifted; it is the person's, and stands in each of the person's cases */
  | { typ: 'skyddSatt'; skyddad: boolean; skal: string }
  | { typ: 'arendeAvslutat'; skal: string; period?: Period }
  /** what came in belongs to the case though it was closed: nobody is stopped from applying */
  | { typ: 'arendeOppnatIgen'; skal: string }

/** An event in its place in the journal of one case. */
export interface Handelse {
  readonly nr: number
  readonly tid: Tidpunkt
  /** the Swedish calendar day of `tid` */
  readonly dag: Datum
  readonly aktor: Aktor
  readonly data: Handelsedata
}
