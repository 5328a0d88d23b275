import type { Datum } from '@atergang/kalender'
import { aprStatistiktyp, aprStodtyp, gallande, type AprStodtyp } from '@atergang/regelverk'

export type { AprStodtyp }

/** The two supports before and after 1 July 2018 (C029). A third grant, to providers for medical service, is not one of them (C030). */
export const STODTYPNAMN: Readonly<Record<AprStodtyp, string>> = {
  arbetsplatsnara: 'arbetsplatsnära stöd',
  arbetsplatsinriktat: 'arbetsplatsinriktat rehabiliteringsstöd',
}

/** Which support a measure belongs to by the day it was carried out; undefined before 2014. */
export const stodtyp = (insatsdag: Datum): AprStodtyp | undefined => gallande(aprStodtyp, insatsdag)?.varde

/** Which support the published figures put a payment under: the break lies a month later there. */
export const statistiktyp = (utbetald: Datum): AprStodtyp | undefined => gallande(aprStatistiktyp, utbetald)?.varde
