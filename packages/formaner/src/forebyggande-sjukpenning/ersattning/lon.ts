import { lonesteget } from '../../gemensamt/lonesteg.ts'
import type { Flage, Forebyggandefakta } from '../fakta.ts'
import { provdagar } from './betalda.ts'
import { ersattningarna, yrkadeDatum } from './ersattningslage.ts'

/** Pay for the same time (28 kap. 19–21 §§), as the claims tell of it. */
export const lonen = lonesteget<Forebyggandefakta>({
  efter: [],
  dagar: (l) => provdagar(l as Flage),
  ansokningar: (l) =>
    ersattningarna(l as Flage).map((m) => ({
      id: m.ansokan.id,
      registrerad: m.ansokan.registrerad,
      perioder: yrkadeDatum(m).map((d) => ({ from: d, tom: d })),
      lon: m.ansokan.varde.lonForTiden,
    })),
})
