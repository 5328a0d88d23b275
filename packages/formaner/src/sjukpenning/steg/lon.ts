import { lonesteget } from '../../gemensamt/lonesteg.ts'
import { ansokningar } from '../ansokningar.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { underlaget } from '../underlag.ts'

export { LONENYCKEL } from '../../gemensamt/lonesteg.ts'

const lon = lonesteget<Sjukpenningfakta>({
  efter: ['ansokan'],
  dagar: (l, idag) => underlaget(l as Slage, idag).grupper.flatMap((g) => g.rader),
  ansokningar: (l) =>
    ansokningar(l as Slage).map((a) => ({
      id: a.id,
      registrerad: a.registrerad,
      perioder: a.varde.perioder,
      lon: a.varde.lonUnderSjukdom,
    })),
})

export const lonesteg = lon.steg
export const lonefraga = lon.fraga
