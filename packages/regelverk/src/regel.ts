import { datum } from '@atergang/kalender'
import type { Enhet, Regel, Uttryck } from './definition.ts'
import { flera } from './lagrum.ts'

/** SFB has been in force since this day; what the law was before is not in the sources. */
export const SFB_I_KRAFT = '2011-01-01'

interface Regelhuvud<E extends Enhet> {
  namn: string
  rubrik: string
  enhet: E
  lagrum: readonly string[]
}

/** A rule with one wording. */
interface Regeltext<E extends Enhet> extends Regelhuvud<E> {
  /** first day of the wording that the sources print; default: the day the code came into force */
  from?: string
  kalla?: string
  uttryck: Uttryck<NoInfer<E>>
}

/** A rule that has been worded otherwise: each wording with its days, in order of time. */
interface Regellydelser<E extends Enhet> extends Regelhuvud<E> {
  lydelser: readonly { from: string; tom?: string; kalla: string; uttryck: Uttryck<NoInfer<E>> }[]
}

export function regel<E extends Enhet>(r: Regeltext<E> | Regellydelser<E>): Regel<E> {
  const lydelser =
    'lydelser' in r
      ? r.lydelser
      : [{ from: r.from ?? SFB_I_KRAFT, kalla: r.kalla ?? 'SFB (2010:110), lydelse september 2025', uttryck: r.uttryck }]
  return {
    namn: r.namn,
    rubrik: r.rubrik,
    enhet: r.enhet,
    lagrum: flera(...r.lagrum),
    versioner: lydelser.map((l) => ({
      from: datum(l.from),
      ...('tom' in l && l.tom ? { tom: datum(l.tom) } : {}),
      kalla: l.kalla,
      varde: l.uttryck as Uttryck<E>,
    })),
  }
}

/** A rule as part of another rule. */
export const enligt = <E extends Enhet>(r: Regel<E>): Uttryck<E> => ({ sort: 'regel', regel: r, enhet: r.enhet }) as unknown as Uttryck<E>
