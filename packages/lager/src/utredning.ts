import { utred, type Lage, type Utredning } from '@atergang/arende'
import { formanen } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'

/** The case as the flow it began with sees it on the day. */
export const utredningAv = (lage: Lage, dag: Datum): Utredning =>
  utred(formanen(lage.arende.forman).flode(lage.arende.flodesversion), lage, dag)
