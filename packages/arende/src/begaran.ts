import type { Datum } from '@atergang/kalender'
import type { Lagrum } from '@atergang/regelverk'
import type { Tidpunkt } from './faktum.ts'
import type { Aktor, Roll } from './roller.ts'

export type Begaranstyp =
  /** completion question to the doctor, one `frageId` each */
  | 'intygskomplettering'
  /** the employer's plan for return (30 kap. 6 § SFB) */
  | 'atergansplan'
  /** other duties with the employer (27 kap. 47 § SFB) */
  | 'andraArbetsuppgifter'
  /** what is missing in the application; the person is helped first (20 § förvaltningslagen) */
  | 'ansokanskomplettering'
  /** what is missing, on pain of the application being turned away (110 kap. 11 § SFB) */
  | 'forelaggande'
  /** a question to the insurance medical adviser: advice, never a decision */
  | 'fmrKonsultation'
  /** the doctor's statement on a plan of treatment (110 kap. 13–14 §§ SFB); asked of the person, who asks the doctor */
  | 'utlatande'
  /** what the statement leaves out, field by field; asked of the doctor */
  | 'utlatandekomplettering'
  /** ordinary working time on dates that are claimed */
  | 'arbetsschema'
  /** how the treatment went; voluntary, a condition for nothing */
  | 'uppfoljning'
  /** what is missing in an application for workplace support, or for approval as provider (23 § förvaltningslagen) */
  | 'aprKomplettering'
  /** invoices and what the measures were, at after-control (15 § förordning (2014:67)) */
  | 'aprKontroll'

export const BEGARANSNAMN: Record<Begaranstyp, string> = {
  intygskomplettering: 'Komplettering av läkarintyg',
  atergansplan: 'Arbetsgivarens plan för återgång',
  andraArbetsuppgifter: 'Andra arbetsuppgifter hos arbetsgivaren',
  ansokanskomplettering: 'Komplettering av ansökan',
  forelaggande: 'Föreläggande att komplettera ansökan',
  fmrKonsultation: 'Fråga till försäkringsmedicinsk rådgivare',
  utlatande: 'Läkarutlåtande',
  utlatandekomplettering: 'Komplettering av läkarutlåtande',
  arbetsschema: 'Arbetstider',
  uppfoljning: 'Hur behandlingen gick',
  aprKomplettering: 'Komplettering av ansökan',
  aprKontroll: 'Underlag till efterkontroll',
}

export interface Delfraga {
  readonly frageId: string
  readonly text: string
  /** the answer in the certificate that the question is about: ”32” */
  readonly svarId?: string
  /** the field of a form it asks for, by the benefit's own word: so that what is asked can be counted, and answered in its place */
  readonly falt?: string
  /** why it is needed */
  readonly skal?: string
}

/** How a request reaches the one who is asked. */
export type Kanal = 'minaSidor' | 'brev' | 'telefon' | 'vardkanal'

/** Something asked of someone outside the hand of the officer, with a deadline, reminders and an answer. */
export interface Begaran {
  readonly id: string
  readonly typ: Begaranstyp
  readonly till: Roll
  /** whom, as the letter names them: a clinic, an employer (organisation number in `tillId`) */
  readonly tillNamn: string
  readonly tillId?: string
  readonly rubrik: string
  readonly fragor: readonly Delfraga[]
  readonly lagrum: readonly Lagrum[]
  /** document the request is about, such as the certificate */
  readonly om?: string
  readonly kanal?: Kanal
  /** the version of the form that left out what is asked for */
  readonly formularversion?: string
  readonly skickad: Datum
  readonly senast: Datum
  readonly av: Aktor
  readonly paminnelser: readonly Datum[]
  readonly svar?: {
    readonly dag: Datum
    readonly tid: Tidpunkt
    readonly av: Aktor
    readonly svar: readonly { readonly frageId: string; readonly text: string }[]
    readonly handlingId?: string
    /** the recorded fact that answered it, when no answer of its own came in */
    readonly faktumId?: string
  }
  readonly aterkallad?: { readonly dag: Datum; readonly skal: string }
}

/** Not answered, not withdrawn. */
export const arOppen = (b: Begaran): boolean => !b.svar && !b.aterkallad
