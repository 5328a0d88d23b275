import type { Forman } from '@atergang/arende'
import type { Sjukpenningfakta, Slage } from './fakta.ts'
import { faktaMedFoljder } from './faktafoljder.ts'
import { sjukpenningsflode } from './flode.ts'
import { beslutsfragor } from './fragor/beslut.ts'
import { utredningsfragor } from './fragor/utredning.ts'
import { kommandon } from './kommandon.ts'
import { kedjedagIdag, underlaget } from './underlag.ts'
import { FLODESVERSION } from './versioner.ts'

/** Sjukpenning (27–28 kap. SFB) as a benefit of the case core. */
export const sjukpenning: Forman<Sjukpenningfakta> = {
  namn: 'sjukpenning',
  rubrik: 'Sjukpenning',
  nummerprefix: 'SP',
  flodesversion: FLODESVERSION,
  // One version so far; an older case keeps finding its own here when a second comes.
  flode: () => sjukpenningsflode,
  dagnummer: (l, idag) => kedjedagIdag(underlaget(l as Slage, idag)),
  fragor: { ...utredningsfragor, ...beslutsfragor },
  fakta: faktaMedFoljder,
  kommandon,
}
