import { gemensamma, innehaller, utom, type Datum, type Period } from '@atergang/kalender'
import { karensgrupper, type Formanstid } from '@atergang/regelverk'
import { andraArenden } from '../gemensamt/andraArenden.ts'
import { allvarligaDagar, andrasEjRaknade, andrasSjukloneperioder } from '../gemensamt/formanstid.ts'
import { egnaBetalda, tidigareBetalda } from './betalda.ts'
import { fakt, type Slage } from './fakta.ts'
import { karenserFor } from './karenslage.ts'
import type { Underlag } from './underlag.ts'

const FOREBYGGANDE = 'forebyggande-sjukpenning'

/**
 * The first day with sjukpenning of every sick period, as 32 § joins them, that has a karensavdrag (27 kap. 21 § second sentence SFB): of days paid before
 * and of those `attBetala`. Preventive days carry no deduction (28 §). A case that has told of its own is believed for the days it paid.
 */
export function ejRaknadeDagar(l: Slage, u: Underlag, attBetala: readonly Period[] = []): Datum[] {
  const andra = andraArenden(l).filter((a) => a.forman !== FOREBYGGANDE)
  const sagda = andrasEjRaknade(l)
  const avAndra = andra.flatMap((a) => (a.ejRaknade ? a.betalda : []))
  const betalda = [
    ...egnaBetalda(l),
    ...fakt(l, 'tidigareErsattning').flatMap((f) => (f.varde.slag === 'sjukpenning' && f.period ? [f.period] : [])),
    ...andra.flatMap((a) => a.betalda),
    ...attBetala,
  ]
  return karensgrupper(u.sjukdagar).flatMap((grupp) => {
    const forsta = gemensamma(betalda, grupp)[0]?.from
    if (!forsta) return []
    if (sagda.some((d) => grupp.some((p) => innehaller(p, d)))) return [forsta]
    if (avAndra.some((p) => innehaller(p, forsta))) return []
    return karenserFor(l, u, grupp[0]!.from).some((k) => k.typ === 'karensavdrag') ? [forsta] : []
  })
}

/** What the level of days from `fore` on rests on (21–24 §§): of this case, of the person's others and of what came before them. */
export const formanstiden = (l: Slage, u: Underlag, fore: Datum, attBetala: readonly Period[] = []): Formanstid => ({
  tidigareDagar: tidigareBetalda(l, fore),
  sjuklonePerioder: [...u.sjukloneperioder, ...andrasSjukloneperioder(l)],
  ejRaknade: ejRaknadeDagar(l, u, attBetala),
  allvarligSjukdom: allvarligaDagar(l),
})

/** Of the days not counted those that this case paid: what it tells the person's other cases. */
export const egnaEjRaknade = (l: Slage, u: Underlag): Datum[] => {
  const egna = utom(
    egnaBetalda(l),
    andraArenden(l).flatMap((a) => a.betalda),
  )
  return ejRaknadeDagar(l, u).filter((d) => egna.some((p) => innehaller(p, d)))
}
