/** The version of the flow; stays with the case it was decided under. */
export const FLODESVERSION = 'forebyggande-1'
/** The wording of the law the rules were written from. */
export const REGELVERSION = 'SFB september 2025, regelverk 2'
export const VERSIONER = { flode: FLODESVERSION, regel: REGELVERSION } as const

/** Our own forms. What has to be completed is counted by form version (B025, B051): a changed form is a new version. */
export const FORMULAR = {
  plan: 'Plan 1',
  utlatande: 'Utlåtande 1',
  ersattning: 'Ersättning 1',
  arbetsgivare: 'Frågor till arbetsgivaren 1',
} as const
