import type { Utbetalningsrad } from '@atergang/arende'
import { forena, utom, type Datum, type Period } from '@atergang/kalender'
import { fakt, type Slage } from './fakta.ts'

/** The days of a row that it pays for: all of them, or those told one by one. */
export const betaldaPerioder = (r: Pick<Utbetalningsrad, 'from' | 'tom' | 'betaldaDagar'>): Period[] =>
  r.betaldaDagar ? forena(r.betaldaDagar.map((d) => ({ from: d, tom: d }))) : [{ from: r.from, tom: r.tom }]

/** Days paid before the ones now reckoned: in this case and before it (27 kap. 21–22 §§). */
export function tidigareBetalda(l: Slage, fore: Datum): Period[] {
  const iArendet = l.beslut.flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap(betaldaPerioder))
  const innan = fakt(l, 'tidigareErsattning').flatMap((f) => f.period ?? [])
  return utom([...iArendet, ...innan], [{ from: fore, tom: '2999-12-31' as Datum }])
}
