import { iNamnordning } from '../lista.ts'
import type { Tidsregel } from '../tidsregel.ts'
import * as alder from './alder.ts'
import * as ersattningstid from './ersattningstid.ts'
import * as graviditet from './graviditet.ts'
import * as handlaggning from './handlaggning.ts'
import * as sjukersattning from './sjukersattning.ts'
import * as sjukpenning from './sjukpenning.ts'

export { manadFor71, riktaldersmanad, tidigastePensionsmanad } from './alder.ts'
export * from './ersattningstid.ts'
export * from './graviditet.ts'
export * from './handlaggning.ts'
export * from './sjukersattning.ts'
export * from './sjukpenning.ts'

const arTidsregel = (v: unknown): v is Tidsregel => typeof v === 'object' && v !== null && 'sort' in v && v.sort === 'tidsregel'

/** Every rule that answers with days and needs the calendar. */
export const tidsregler: readonly Tidsregel[] = [sjukpenning, graviditet, ersattningstid, sjukersattning, alder, handlaggning].flatMap(
  (m) => iNamnordning(m).filter(arTidsregel),
)
