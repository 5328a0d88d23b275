import { fristDagar, fristManader, type Datum } from '@atergang/kalender'
import { vardetDen } from '../parameter.ts'
import { kommuniceringsfrist } from '../parametrar/index.ts'

/** Last day a request for omprövning can come in: two months from the day the person got the decision (113 kap. 19 § SFB). */
export const omprovningSenast = (fickDel: Datum): Datum => fristManader(fickDel, 2)

/** Last day an appeal can come in: two months from the day the person got the decision (113 kap. 20 § SFB). */
export const overklagandeSenast = (fickDel: Datum): Datum => fristManader(fickDel, 2)

/** Last day to comment on the coming decision (110 kap. 13 a § SFB); the law says a set time, the country's setting says which. */
export const yttrandeSenast = (skickat: Datum): Datum => fristDagar(skickat, vardetDen(kommuniceringsfrist, skickat))

/** Last day to report changed circumstances (110 kap. 47 §): fourteen days from knowing. */
export const anmalanAndringSenast = (kannedom: Datum): Datum => fristDagar(kannedom, 14)
