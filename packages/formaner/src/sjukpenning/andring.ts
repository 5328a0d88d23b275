import { gallandeSlutliga, type Andringsvag, type Omrakning } from '../gemensamt/beslut/andring.ts'
import { dagskillnader } from '../gemensamt/dagvis.ts'
import { skillnad } from '../gemensamt/utbetalning.ts'
import { andringsbrev } from './brev/ovriga.ts'
import type { Sjukpenningfakta, Slage } from './fakta.ts'
import { minns, underlaget, type Underlag } from './underlag.ts'
import { utbetalningsrader } from './utbetalning.ts'
import { VERSIONER } from './versioner.ts'

export { gallandeSlutliga } from '../gemensamt/beslut/andring.ts'

/** Decisions whose payment would come out otherwise on the facts known now (113 kap. 3 § SFB). */
export const omrakningar = minns((l: Slage, u: Underlag): Omrakning[] =>
  gallandeSlutliga(l).flatMap((beslut) => {
    const { rader, saknas } = utbetalningsrader(l, u, beslut.rader)
    if (saknas.length) return []
    const s = skillnad(beslut.utbetalning, rader)
    return s.kronor === 0 && s.rader.length === 0 && dagskillnader(beslut.utbetalning, rader).length === 0
      ? []
      : [{ beslut, nya: rader, skillnad: s }]
  }),
)

export const andringsvag: Andringsvag<Sjukpenningfakta> = {
  versioner: VERSIONER,
  forman: 'sjukpenning',
  omrakningar: (l, idag) => omrakningar(l as Slage, underlaget(l as Slage, idag)),
  brev: (l, a) => andringsbrev(l as Slage, a),
}
