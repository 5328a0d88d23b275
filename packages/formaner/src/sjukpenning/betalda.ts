import { utom, type Datum, type Period } from '@atergang/kalender'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import { andraArenden } from '../gemensamt/andraArenden.ts'
import { fakt, type Slage } from './fakta.ts'

/** Days that decisions of this case pay. */
export const egnaBetalda = (l: Slage): Period[] =>
  l.beslut.flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap(betaldaPerioder))

/** Days paid before the ones now reckoned: in this case and before it (27 kap. 21–22 §§). */
export function tidigareBetalda(l: Slage, fore: Datum): Period[] {
  const innan = fakt(l, 'tidigareErsattning').flatMap((f) => f.period ?? [])
  return utom([...egnaBetalda(l), ...innan, ...andraArenden(l).flatMap((a) => a.betalda)], [{ from: fore, tom: '2999-12-31' as Datum }])
}
