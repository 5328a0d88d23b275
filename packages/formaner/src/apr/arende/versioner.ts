/** The version of the flow; stays with the case it was decided under. */
export const FLODESVERSION = 'apr-1'
/** What the rules were written from. The ordinance itself is not in the sources (ADR 0033). */
export const REGELVERSION = 'förordning (2014:67) som den återges i RiR 2021:19, regelverk 2'
export const VERSIONER = { flode: FLODESVERSION, regel: REGELVERSION } as const
