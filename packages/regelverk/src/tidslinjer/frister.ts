import { datumAv, fristDagar, fristManader, plusAr, narmasteVardag, type Datum } from '@atergang/kalender'
import { vardetDen } from '../parameter.ts'
import { kommuniceringsfrist } from '../parametrar/index.ts'

/** Last day a request for omprövning can come in: two months from the day the person got the decision (113 kap. 19 § SFB). */
export const omprovningSenast = (fickDel: Datum): Datum => fristManader(fickDel, 2)

/** Last day to take up a change of a wrong decision without one of the grounds that hold for longer: two years from the day of the decision (113 kap. 6 § SFB). */
export const andringSenast = (beslut: Datum): Datum => plusAr(beslut, 2)

/** Last day an appeal can come in: two months from the day the person got the decision (113 kap. 20 § SFB). */
export const overklagandeSenast = (fickDel: Datum): Datum => fristManader(fickDel, 2)

/** Last day an appeal under förvaltningslagen can come in: three weeks from the day the party got the decision (44 § FL). */
export const overklagandeSenastFL = (fickDel: Datum): Datum => fristDagar(fickDel, 21)

/** Last day to comment on the coming decision (110 kap. 13 a § SFB); the law says a set time, the country's setting says which. */
export const yttrandeSenast = (skickat: Datum): Datum => fristDagar(skickat, vardetDen(kommuniceringsfrist, skickat))

/** Last day to report changed circumstances (110 kap. 47 §): fourteen days from knowing. */
export const anmalanAndringSenast = (kannedom: Datum): Datum => fristDagar(kannedom, 14)

/**
 * Last day an application for arbetsplatsinriktat rehabiliteringsstöd for costs of a calendar year can come in: 1 February the year after
 * (RiR 2021:19, footnote 135, which names no paragraph), or the next weekday (lag (1930:173) 2 §).
 */
export const aprAnsokanSenast = (kostnadsar: number): Datum => narmasteVardag(datumAv(kostnadsar + 1, 2, 1))
