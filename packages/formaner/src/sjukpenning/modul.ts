import { gallandeBeslut } from '@atergang/arende'
import { medAndraArenden } from '../gemensamt/andraArenden.ts'
import { egenKarenstid, egnaAllvarligaDagar } from '../gemensamt/formanstid.ts'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import type { Formansmodul } from '../modul.ts'
import { paminnelsebrev } from './brev/paminnelse.ts'
import type { Slage } from './fakta.ts'
import { sjukpenning } from './forman.ts'
import { egnaEjRaknade } from './formanstid.ts'
import { egnaSjukdagar, underlaget, type Underlag } from './underlag.ts'
import { sjukpenningsvag } from './vag.ts'
import { arendevy } from './vy/index.ts'

/** Nothing of the days of a case in which nothing is decided: what others reckon with is what was decided. */
function dagarnaAv(l: Slage, u: Underlag) {
  const sjukdagar = egnaSjukdagar(u)
  const karenstid = egenKarenstid(l)
  return {
    sjukdagar,
    sjukloneperioder: sjukdagar.length ? u.sjukloneperioder : [],
    ejRaknade: egnaEjRaknade(l, u),
    allvarligSjukdom: egnaAllvarligaDagar(l),
    ...(karenstid === undefined ? {} : { karenstid }),
  }
}

export const sjukpenningmodul: Formansmodul = {
  forman: sjukpenning,
  arendevy,
  vagar: [sjukpenningsvag],
  paminnelsebrev,
  utdagar: (l, idag) => ({
    betalda: l.beslut
      .filter((b) => gallandeBeslut(l, b) === b)
      .flatMap((b) =>
        b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap((r) => betaldaPerioder(r).map((p) => ({ ...p, grad: r.grad }))),
      ),
    ...dagarnaAv(l as Slage, underlaget(l as Slage, idag)),
  }),
  hamta: (l, o, k) => (l.avslutat ? [] : medAndraArenden(l, o.andraArenden, k)),
}
