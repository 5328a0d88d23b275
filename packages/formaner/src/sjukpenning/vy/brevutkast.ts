import type { Aktor, Brevinnehall, Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { yttrandeSenast } from '@atergang/regelverk'
import { las } from '../../las.ts'
import { beslutsbrev } from '../brev/beslut.ts'
import { kommuniceringsbrev } from '../brev/ovriga.ts'
import type { Slage } from '../fakta.ts'
import { beredning, forslagSchema } from '../handlaggning.ts'
import { underlaget } from '../underlag.ts'

/**
 * The letter a proposal will lead to, for the officer to read while writing: the coming decision when it
 * goes against the person, else the decision itself. Null when nothing is ready to be proposed. Never sent as it is.
 */
export function brevForForslag(lage: Lage, svar: unknown, o: { dag: Datum; av: Aktor }): Brevinnehall | null {
  const l = lage as Slage
  const b = beredning(l, underlaget(l, o.dag))
  if (!b) return null
  const { motivering, information } = las(forslagSchema, svar)
  if (b.tillNackdel) return kommuniceringsbrev(l, { rader: b.forslag.rader, motivering, senast: yttrandeSenast(o.dag), dag: o.dag })
  return beslutsbrev(l, { forslag: b.forslag, motivering, information, dag: o.dag, fattatAv: o.av, medverkande: [] })
}
