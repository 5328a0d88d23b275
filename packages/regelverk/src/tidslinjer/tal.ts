import { DAGAR_EFTER_71, DAGAR_EFTER_RIKTALDER } from './alder.ts'
import { NORMALNIVADAGAR, RAMTID, SJUKLONEDAGAR_SOM_RAKNAS } from './formanstid.ts'
import { KARENSTAL } from './karens.ts'
import type { Tidslinjetal } from './karna/tal.mjs'
import { INTYGSGLAPP, KEDJAGLAPP } from './kedja.ts'

export type { Tidslinjetal }

/** The numbers of days of 27 kap. that a population is reckoned with: the very ones that one person's case is. */
export const TIDSLINJETAL: Tidslinjetal = {
  kedjeglapp: KEDJAGLAPP,
  intygsglapp: INTYGSGLAPP,
  ramtid: RAMTID,
  normalnivadagar: NORMALNIVADAGAR,
  sjuklonedagar: SJUKLONEDAGAR_SOM_RAKNAS,
  efterRiktalder: DAGAR_EFTER_RIKTALDER,
  efter71: DAGAR_EFTER_71,
  karens: KARENSTAL,
}
