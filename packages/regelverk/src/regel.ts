import { datum } from '@atergang/kalender'
import type { Enhet, Regel, Uttryck } from './definition.ts'
import { flera } from './lagrum.ts'

/** SFB has been in force since this day; what the law was before is not in the sources. */
export const SFB_I_KRAFT = '2011-01-01'

interface Regeltext<E extends Enhet> {
  namn: string
  rubrik: string
  enhet: E
  lagrum: readonly string[]
  /** first day of the wording that the sources print; default: the day the code came into force */
  from?: string
  kalla?: string
  uttryck: Uttryck<NoInfer<E>>
}

export function regel<E extends Enhet>(r: Regeltext<E>): Regel<E> {
  return {
    namn: r.namn,
    rubrik: r.rubrik,
    enhet: r.enhet,
    lagrum: flera(...r.lagrum),
    versioner: [{ from: datum(r.from ?? SFB_I_KRAFT), kalla: r.kalla ?? 'SFB (2010:110), lydelse september 2025', varde: r.uttryck as Uttryck<E> }],
  }
}

/** A rule as part of another rule. */
export const enligt = <E extends Enhet>(r: Regel<E>): Uttryck<E> => ({ sort: 'regel', regel: r, enhet: r.enhet }) as unknown as Uttryck<E>
