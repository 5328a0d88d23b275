import { forena, innehaller, type Datum } from '@atergang/kalender'
import { karens, type Karens } from '@atergang/regelverk'
import { andrasSjukloneperioder, karenstiden } from '../../gemensamt/formanstid.ts'
import { sgiDelar, sgiPa } from '../../gemensamt/sgi.ts'
import type { Flage } from '../fakta.ts'
import { arArbetslos } from '../uppgifter.ts'
import { andraSjukdagar } from './betalda.ts'

/** The person has income of other work than employment on the day and is not unemployed: 27 a and 29–30 §§ are about that person (28 b §). */
export const harEgenforetagarkarens = (l: Flage, dag: Datum): boolean => {
  const sgi = sgiPa(l, dag)
  return sgi !== undefined && sgiDelar(sgi.svar).annat > 0 && !arArbetslos(l, dag)
}

/**
 * The karenstid that each of the days lies in, of a benefit that is otherwise without karens (27 kap. 28 § SFB): 28 § lifts one day's karenstid but
 * not one of 14–90 days, whose days are the first of the sick period as 33 § joins it. Undefined for a day that lies in none.
 */
export function karenstidenPa(l: Flage, dagar: readonly Datum[], utomBeslut?: string): (dag: Datum) => Karens | undefined {
  const karenstid = karenstiden(l)
  if (karenstid === undefined) return () => undefined
  const sjukperioder = forena([...andraSjukdagar(l, utomBeslut), ...dagar.map((d) => ({ from: d, tom: d }))])
  const lage = { inkomstslag: 'annat', karenstid, forebyggande: true, sjukperioder, sjuklonePerioder: andrasSjukloneperioder(l) } as const
  return (dag) => {
    if (!harEgenforetagarkarens(l, dag)) return undefined
    const k = karens(lage, dag)
    return k.dagar.some((p) => innehaller(p, dag)) ? k : undefined
  }
}
