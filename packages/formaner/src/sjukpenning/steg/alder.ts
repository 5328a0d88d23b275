import { aldersprovning } from '../../gemensamt/alder.ts'
import { tidigareBetalda } from '../betalda.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { provperiod, underlaget } from '../underlag.ts'

const { steg, slutdag71, efterAldersgrans } = aldersprovning<Sjukpenningfakta>({
  efter: ['ansokan'],
  provperiod: (l, idag) => provperiod(underlaget(l as Slage, idag)),
  betalda: (l, fore) => tidigareBetalda(l as Slage, fore),
})

export const alderssteg = steg
export { efterAldersgrans, slutdag71 }
