/** The version of the flow; stays with the case it was decided under. */
export const FLODESVERSION = 'sjukpenning-2'
/** The wording of the law the rules were written from. */
const LAGTEXT = 'SFB september 2025'
export const VERSIONER = { flode: FLODESVERSION, regel: LAGTEXT } as const
