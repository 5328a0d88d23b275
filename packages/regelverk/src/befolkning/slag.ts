import { SOM, SYSSELSATT } from '../tidslinjer/karna/kolumner.mjs'
import type { Sysselsattning } from '../tidslinjer/bedomningsgrund.ts'

/**
 * What a period of a person is. Where sjukpenning or rehabiliteringspenning is paid the person is in a sick period (27 kap. 20, 26 §§), so one period
 * says both.
 */
const SOM_SLAG = {
  /** 26 § first paragraph 1: ill */
  sjukperiod: SOM.sjuk,
  /** ill, with a doctor's certificate */
  intyg: SOM.sjuk | SOM.intyg,
  /** 26 § second paragraph: sick pay, directly before sjukpenning */
  sjuklon: SOM.sjuk | SOM.sjuklon,
  /** paid, on either level */
  sjukpenning: SOM.sjuk | SOM.raknas | SOM.sjukpenning,
  /** 6 §: paid during preventive treatment */
  forebyggande: SOM.sjuk | SOM.raknas | SOM.sjukpenning | SOM.forebyggande,
  /** 31 kap.: counts on normal level (22 § 2), not after an age limit (36–38 §§ speak of sjukpenning) */
  rehabiliteringspenning: SOM.sjuk | SOM.raknas,
  /** 23 § */
  allvarligSjukdom: SOM.allvarlig,
  /** 40–43 §§: the time of the decision */
  sarskiltHogriskskydd: SOM.sarskiltSkydd,
  /** 28 a § */
  sjoman: SOM.sjoman,
} as const

export type Periodslag = keyof typeof SOM_SLAG
export const PERIODSLAG = Object.keys(SOM_SLAG) as readonly Periodslag[]
/** What each kind counts as, in the order of `PERIODSLAG`. */
export const SLAGEN_SOM: readonly number[] = Object.values(SOM_SLAG)
/** The kind of a period that says none: a certified spell of illness, as the command line has always read it. */
export const UTAN_SLAG: Periodslag = 'intyg'

/** In the order of their codes; code 0 is not told. */
export const SYSSELSATTNINGAR: readonly Sysselsattning[] = (Object.keys(SYSSELSATT) as Sysselsattning[]).sort(
  (a, b) => SYSSELSATT[a] - SYSSELSATT[b],
)
export const sysselsattningskod = (s: Sysselsattning | undefined): number => (s ? SYSSELSATT[s] : 0)
