import type { Beslut, Beslutsrad, Utbetalningsrad } from '@atergang/arende'
import { overlappar, type Datum, type Period } from '@atergang/kalender'
import { dagskillnader, laggSamman, type Jamforelse } from '../dagvis.ts'

/** A decision that would come out otherwise on the facts known now (113 kap. 3 § SFB). Never changed silently. */
export interface Omrakning {
  readonly beslut: Beslut
  readonly nya: readonly Utbetalningsrad[]
  /** days decided otherwise, when it is not the amounts alone */
  readonly rader?: readonly Beslutsrad[]
  readonly skillnad: { readonly kronor: number; readonly rader: readonly (Period & { readonly fore: number; readonly efter: number })[] }
  /** what makes the difference, when it is known */
  readonly varfor?: string
}

/** Days whose amount would be another. Kronor for all the days together. */
export interface Andringsrad extends Period {
  readonly fore: number
  readonly efter: number
  /** due for payment: may not become less (113 kap. 5 §) */
  readonly forfallen: boolean
}

/** What a change would mean on a day. Whole kronor, each of them not negative. */
export interface Andringslage {
  readonly rader: readonly Andringsrad[]
  readonly mer: number
  /** less for days to come: may be changed, unless there are synnerliga skäl against it */
  readonly mindre: number
  /** less for days that are due: stands */
  readonly sparrat: number
}

/**
 * Due for payment: every day that has come. When sjukpenning is to be paid is not said in the code, and whoever
 * counts the day as due takes nothing from anybody.
 */
export const harForfallit = (dag: Datum, idag: Datum): boolean => dag <= idag

export function andringslaget(o: Omrakning, idag: Datum): Andringslage {
  const rader = dagskillnader(o.beslut.utbetalning, o.nya, (dag) => harForfallit(dag, idag)).map((s): Andringsrad => ({
    from: s.from,
    tom: s.tom,
    fore: s.fore,
    efter: s.efter,
    forfallen: harForfallit(s.from, idag),
  }))
  const summa = (vilka: (r: Andringsrad) => boolean) => rader.filter(vilka).reduce((n, r) => n + Math.abs(r.efter - r.fore), 0)
  return {
    rader,
    mer: summa((r) => r.efter > r.fore),
    mindre: summa((r) => r.efter < r.fore && !r.forfallen),
    sparrat: summa((r) => r.efter < r.fore && r.forfallen),
  }
}

/** What makes one difference another question than the one that was answered: the amounts, and the days when it is not the amounts alone. */
export function andringsgrund(o: Omrakning): unknown {
  const dolda = dagskillnader(o.beslut.utbetalning, o.nya).filter((s) => !s.annatDagsbelopp)
  return {
    beslut: o.beslut.id,
    skillnad: o.skillnad,
    ...(dolda.length ? { avdrag: dolda.map(({ from, tom, fore, efter }) => ({ from, tom, fore, efter })) } : {}),
  }
}

const utdrag = (s: readonly Jamforelse[]) => s.map(({ from, tom, fore, efter }) => ({ from, tom, fore, efter }))

/** The decision as changed: never less on a day that is due, nor on one to come when synnerliga skäl speak against it. */
export function andrat(o: Omrakning, idag: Datum, sanks: boolean): Pick<Beslut, 'utbetalning' | 'rader' | 'behallet'> {
  const { beslut } = o
  const grad = (dag: Datum) => beslut.rader.find((r) => r.from <= dag && dag <= r.tom)?.grad ?? 0
  const { rader: utbetalning, behallna } = laggSamman(beslut.utbetalning, o.nya, {
    far: (dag) => sanks && !harForfallit(dag, idag),
    grad,
    lagrum: '113:5',
  })
  const star = (r: Beslutsrad) => behallna.some((b) => b.dagar.some((d) => overlappar({ from: d, tom: d }, r)))
  const forra = (r: Beslutsrad) => beslut.rader.find((x) => x.from === r.from && x.tom === r.tom)
  return {
    utbetalning,
    rader: o.rader?.map((r) => (star(r) ? (forra(r) ?? r) : r)) ?? beslut.rader,
    ...(behallna.length ? { behallet: utdrag(dagskillnader(utbetalning, o.nya)) } : {}),
  }
}

/** Nothing differs but what the change itself let stand. */
export const redanProvat = (o: Omrakning): boolean =>
  o.beslut.behallet !== undefined &&
  JSON.stringify(utdrag(dagskillnader(o.beslut.utbetalning, o.nya))) === JSON.stringify(o.beslut.behallet)
