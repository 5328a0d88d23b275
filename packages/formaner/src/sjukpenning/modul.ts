import { gallandeBeslut } from '@atergang/arende'
import { medAndraArenden } from '../gemensamt/andraArenden.ts'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import type { Formansmodul } from '../modul.ts'
import { paminnelsebrev } from './brev/paminnelse.ts'
import type { Slage } from './fakta.ts'
import { sjukpenning } from './forman.ts'
import { egnaSjukdagar, underlaget } from './underlag.ts'
import { sjukpenningsvag } from './vag.ts'
import { arendevy } from './vy/index.ts'

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
    sjukdagar: egnaSjukdagar(underlaget(l as Slage, idag)),
  }),
  hamta: (l, o, k) => (l.avslutat ? [] : medAndraArenden(l, o.andraArenden, k)),
}
