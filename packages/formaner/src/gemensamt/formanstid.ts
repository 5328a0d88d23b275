import { fakta, type Lage } from '@atergang/arende'
import { datum, type Datum, type Period } from '@atergang/kalender'
import type { Karenstid } from '@atergang/regelverk'
import { andraArenden } from './andraArenden.ts'

// What 27 kap. 21–23, 30 §§ SFB ask of a person beside the paid days, whichever of the person's cases knows it. What a case said before these were asked for is empty.

const ALLTID: Period = { from: datum('1900-01-01'), tom: datum('2999-12-31') }

/** Days of serious illness told in this case (23 §); a fact without a period is true for every day. */
export const egnaAllvarligaDagar = (l: Lage): Period[] => fakta(l, 'allvarligSjukdom').map((f) => f.period ?? ALLTID)

export const allvarligaDagar = (l: Lage): Period[] => [
  ...egnaAllvarligaDagar(l),
  ...andraArenden(l).flatMap((a) => a.allvarligSjukdom ?? []),
]

/** Sick-pay periods before sjukpenning in the person's other cases (22 § second paragraph, 26 § second paragraph). */
export const andrasSjukloneperioder = (l: Lage): Period[] => andraArenden(l).flatMap((a) => a.sjukloneperioder ?? [])

/** First paid days with karensavdrag in the person's other cases (21 § second sentence). */
export const andrasEjRaknade = (l: Lage): Datum[] => andraArenden(l).flatMap((a) => a.ejRaknade ?? [])

export const egenKarenstid = (l: Lage): Karenstid | undefined =>
  (fakta(l, 'karenstid').at(-1)?.varde as { dagar: Karenstid } | undefined)?.dagar

/** The karenstid the person has chosen (29 §), told in this case or, when it is silent, in another. */
export const karenstiden = (l: Lage): Karenstid | undefined =>
  egenKarenstid(l) ?? andraArenden(l).findLast((a) => a.karenstid !== undefined)?.karenstid
