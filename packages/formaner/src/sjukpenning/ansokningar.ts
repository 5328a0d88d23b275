import { avvisningar } from '../gemensamt/ansokan/granskning.ts'
import { fakt, type Slage } from './fakta.ts'

export { avvisningar, AVVISNINGSGRUNDER, kompletteringar, utgangetForelaggande } from '../gemensamt/ansokan/granskning.ts'

type Ansokansfaktum = ReturnType<typeof fakt<'ansokan'>>[number]

/** Applications that are tried: all but those not taken up. */
export function ansokningar(l: Slage): Ansokansfaktum[] {
  const avvisade = new Set(avvisningar(l).map((b) => b.orsak))
  return fakt(l, 'ansokan').filter((a) => !avvisade.has(a.id))
}
