import type { Datum, Period } from '@atergang/kalender'
import { INGA, sgiDelar, sgiPa, sgiUnderUppgiven, sistUppgiven, type Inkomstdelar, type UppgivenInkomst } from '../gemensamt/sgi.ts'
import { fakt, type Slage } from './fakta.ts'

export {
  SGI_GRUNDER,
  SGI_NYCKEL,
  SGI_UNDER,
  sgiBelopp,
  sgiDelar,
  sgiGranser,
  sgiPa,
  sgiSvaren,
  underUppgivenText,
  type Inkomstdelar,
  type SgiSvar,
} from '../gemensamt/sgi.ts'

const inkomstuppgifter = (l: Slage): UppgivenInkomst[] => [
  ...fakt(l, 'ansokan').flatMap((f) => (f.varde.inkomst ? [{ inkomst: f.varde.inkomst, kalla: f.kalla, registrerad: f.registrerad }] : [])),
  ...fakt(l, 'inkomst').map((f) => ({ inkomst: f.varde, kalla: f.kalla, registrerad: f.registrerad })),
]

/** Income as last told, in an application or by itself, and from where. */
export const uppgivenInkomst = (l: Slage) => sistUppgiven(inkomstuppgifter(l))

/** An SGI of the days that goes against what the person has told. */
export const underUppgiven = (l: Slage, p: Period) => sgiUnderUppgiven(l, inkomstuppgifter(l), p)

/** By kind on a day: as confirmed, else as last told. Says which rules apply before the SGI is confirmed, never how much. */
export function inkomstdelarPa(l: Slage, dag: Datum): Inkomstdelar {
  const sgi = sgiPa(l, dag)
  return sgi ? sgiDelar(sgi.svar) : (uppgivenInkomst(l)?.inkomst ?? INGA)
}
