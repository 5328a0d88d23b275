import type { Brevinnehall } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { kronortext } from '../../berakning/index.ts'
import { kostnadsaret } from '../ansokningar.ts'
import type { Alage } from '../fakta.ts'
import { kvarAvArbetsgivarens } from '../rakning.ts'
import { aprbrev, besked } from './block.ts'

/** What the information is about, in the journal. */
export const JANUARI = 'sista dagen att söka'

const rubrik = (l: Alage): string => `Påminnelse. Sista dagen att söka stöd för ${kostnadsaret(l)}`

/** The reminder that the last day is near (C012), or null when it has gone out. */
export function januaribrev(l: Alage, dag: Datum): Brevinnehall | null {
  if (l.utskick.some((u) => u.rubrik === rubrik(l))) return null
  const ar = kostnadsaret(l)
  return aprbrev(l, { typ: 'information', mall: 'apr-januari', rubrik: rubrik(l), dag }, [
    besked('januari', { kostnadsar: String(ar), sistaDag: medManadsnamn(aprAnsokanSenast(ar)), kvar: kronortext(kvarAvArbetsgivarens(l)) }),
  ])
}
