/** The version of the flow; stays with the case it was decided under. */
export const FLODESVERSION = 'sjukpenning-2'
/** The wording of the law the rules were written from. */
export const REGELVERSION = 'SFB september 2025, regelverk 2'
