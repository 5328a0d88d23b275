import { personen } from '@atergang/arende'
import { utom, type Datum, type Period } from '@atergang/kalender'
import { aldersprovning } from '../../gemensamt/alder.ts'
import { andraArenden } from '../../gemensamt/andraArenden.ts'
import { betaldaPerioder } from '../../gemensamt/utbetalning.ts'
import { fakt, type Flage, type Forebyggandefakta } from '../fakta.ts'
import { malperiod, provbara, yrkadeDatum } from './ersattningslage.ts'

/** Days paid before a day: in this case, in the person's others, and before them (27 kap. 21–22 §§). */
export function tidigareBetalda(l: Flage, fore: Datum): Period[] {
  const iArendet = l.beslut
    .filter((b) => !l.beslut.some((x) => x.ersatter === b.id))
    .flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap(betaldaPerioder))
  const innan = fakt(l, 'tidigareErsattning').flatMap((f) => f.period ?? [])
  return utom([...iArendet, ...innan, ...andraArenden(l).flatMap((a) => a.betalda)], [{ from: fore, tom: '2999-12-31' as Datum }])
}

/** Days of 27 kap. 26 § that a claimed day may lie beside: of other cases, and granted in this one by earlier decisions. */
export const andraSjukdagar = (l: Flage, utomBeslut?: string): Period[] => [
  ...andraArenden(l).flatMap((a) => a.sjukdagar),
  ...fakt(l, 'tidigareSjukperiod').flatMap((f) => f.period ?? []),
  ...l.beslut
    .filter((b) => b.id !== utomBeslut && !l.beslut.some((x) => x.ersatter === b.id))
    .flatMap((b) => b.rader.filter((r) => r.grad > 0).map(({ from, tom }) => ({ from, tom }))),
]

/** From the first to the last claimed date that can be tried now. */
export function provperiod(l: Flage): Period | null {
  const p = provbara(l).map(malperiod)
  return p.length
    ? {
        from: p.map((x) => x.from).sort()[0]!,
        tom: p
          .map((x) => x.tom)
          .sort()
          .at(-1)!,
      }
    : null
}

/** Every claimed date that can be tried now, each a period of its own. */
export const provdagar = (l: Flage): Period[] => [...new Set(provbara(l).flatMap(yrkadeDatum))].sort().map((d) => ({ from: d, tom: d }))

export const alder = aldersprovning<Forebyggandefakta>({
  efter: [],
  provperiod: (l) => provperiod(l as Flage),
  betalda: (l, fore) => tidigareBetalda(l as Flage, fore),
})

export const foddDen = (l: Flage): Datum => personen(l).fodd
