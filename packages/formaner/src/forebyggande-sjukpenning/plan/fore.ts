import type { Datum } from '@atergang/kalender'
import { arbetslosDagarPerVecka, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { inkomstSchema, sysselsattningSchema } from '../../gemensamt/fakta.ts'
import { arbetsschemaSchema, arbetssokandeSchema, arsarbetstidSchema } from '../fakta.ts'
import { sokveckan, somSchema } from '../uppgifter.ts'
import { forhandskoll, type Forhandskoll } from './forhandskoll.ts'
import { planbehandlingSchema } from './plan.ts'

/** What somebody tells before any application, or while filling one in; what is left out is not known. */
export const forhandsuppgifterSchema = z.object({
  behandlingar: z.array(planbehandlingSchema).min(1, 'Lägg till minst en behandling.').max(20, 'Högst 20 behandlingar kan räknas på en gång.'),
  sysselsattning: sysselsattningSchema.optional(),
  arbetsschema: arbetsschemaSchema.optional(),
  arsarbetstid: arsarbetstidSchema.optional(),
  arbetssokande: arbetssokandeSchema.optional(),
  inkomst: inkomstSchema.optional(),
})
export type Forhandsuppgifter = z.output<typeof forhandsuppgifterSchema>

/** The pre-check on what is told (B015–B017): nothing is stored, nothing is decided. */
export function forhandskollFore(u: Forhandsuppgifter, idag: Datum): Forhandskoll {
  const arbetslos = u.sysselsattning === 'arbetslos'
  const schema = arbetslos ? (u.arbetssokande ? sokveckan(u.arbetssokande.timmarPerDag, vardetDen(arbetslosDagarPerVecka, idag)) : null) : u.arbetsschema ? somSchema(u.arbetsschema) : null
  return forhandskoll({ behandlingar: u.behandlingar, arbetslos, schema, arsarbetstid: u.arsarbetstid ?? null, sgi: u.inkomst ? { slag: 'arsinkomst', ...u.inkomst, kalla: { typ: 'forsakrad', text: 'det du har uppgett' } } : null, niva: 'normal', idag })
}
