/** A diagnosis with all that a certificate and an assessment say of it, in words that hang together. */
export interface Diagnos {
  /** ICD-10-SE */
  readonly kod: string
  readonly text: string
  readonly vikt: number
  /** no longer spell than this many days is plausible */
  readonly langst: number
  /** body function, with ICF titles */
  readonly funktion: { readonly icf: readonly string[]; readonly text: string }
  readonly aktivitet: { readonly icf: readonly string[]; readonly text: string }
  readonly behandling: string
  /** what hinders, as the end of ”läkaren beskriver …” */
  readonly hindrar: string
  /** what can still be done in a lighter job, as the end of ”du kan …” */
  readonly klarar: string
  /** groups of normally occurring work that suit, for a refusal */
  readonly yrkesgrupp: string
}

export const ALLTID = 9999

export const KONTOR = 'Kontorsassistenter och sekreterare, med möjlighet att växla mellan att sitta och stå'
export const ENKELT_SERVICE = 'Receptionister och växeltelefonister, med tydliga och avgränsade arbetsuppgifter'
export const LATT_INDUSTRI = 'Montörer och packare av lätta varor, i eget tempo'
