import type { Datum } from '@atergang/kalender'
import { INGA, sgiDelar, sgiPa, sistUppgiven, type Inkomstdelar } from '../gemensamt/sgi.ts'
import { fakt, type Slage } from './fakta.ts'

export {
  SGI_GRUNDER,
  SGI_NYCKEL,
  sgiBelopp,
  sgiDelar,
  sgiGranser,
  sgiPa,
  sgiSvaren,
  type Inkomstdelar,
  type SgiSvar,
} from '../gemensamt/sgi.ts'

/** Income as last told, in an application or by itself, and from where. */
export const uppgivenInkomst = (l: Slage) =>
  sistUppgiven([
    ...fakt(l, 'ansokan').flatMap((f) =>
      f.varde.inkomst ? [{ inkomst: f.varde.inkomst, kalla: f.kalla, registrerad: f.registrerad }] : [],
    ),
    ...fakt(l, 'inkomst').map((f) => ({ inkomst: f.varde, kalla: f.kalla, registrerad: f.registrerad })),
  ])

/** By kind on a day: as confirmed, else as last told. Says which rules apply before the SGI is confirmed, never how much. */
export function inkomstdelarPa(l: Slage, dag: Datum): Inkomstdelar {
  const sgi = sgiPa(l, dag)
  return sgi ? sgiDelar(sgi.svar) : (uppgivenInkomst(l)?.inkomst ?? INGA)
}
