import type { Steg, Utfall } from '@atergang/arende'
import { flera } from '@atergang/regelverk'
import { helErsattning } from '../../gemensamt/annanErsattning.ts'
import { automatiskt, ejAktuellt } from '../../gemensamt/steg.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { provperiod, underlaget } from '../underlag.ts'

/** Whole sjukersättning or aktivitetsersättning leaves no right to sjukpenning (27 kap. 34, 35 §§). A part of one is for the judgement of the ability (53 §). */
export const annanErsattningssteg: Steg<Sjukpenningfakta> = {
  namn: 'annanErsattning',
  rubrik: 'Annan ersättning',
  lagrum: flera('27:34', '27:35'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const p = provperiod(underlaget(l, idag))
    const fakta = fakt(l, 'sjukersattning')
    if (!p) return [ejAktuellt('Inga dagar att pröva just nu.')]
    if (fakta.length === 0) return [ejAktuellt('Ingen sjukersättning, aktivitetsersättning eller livränta är känd.')]
    // Each day on which it may begin or end; the first that is hindered is shown, else the first.
    const dagar = [p.from, ...fakta.flatMap((f) => (f.period && f.period.from > p.from && f.period.from <= p.tom ? [f.period.from] : []))]
    const svar = dagar.map((dag) => helErsattning(fakta, dag))
    const { hindrar, forklaring } = svar.find((s) => s.hindrar) ?? svar[0]!
    return [automatiskt({ ...forklaring, utfall: hindrar ? 'ejUppfyllt' : 'uppfyllt' })]
  },
}
