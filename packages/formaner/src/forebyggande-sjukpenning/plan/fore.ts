import type { Lage } from '@atergang/arende'
import { vardePa, type Datum, type Period } from '@atergang/kalender'
import { nivaer } from '@atergang/regelverk'
import * as z from 'zod'
import { inkomstSchema, sysselsattningSchema, type AnnatArende } from '../../gemensamt/fakta.ts'
import { sgiBelopp, sgiDelar, sgiPa } from '../../gemensamt/sgi.ts'
import type { Sgigrund } from '../berakning/villkor.ts'
import { arbetsschemaSchema, arbetssokandeSchema, arsarbetstidSchema } from '../fakta.ts'
import { uppgivenArbetstid } from '../uppgifter.ts'
import { forhandskoll, type Forhandskoll } from './forhandskoll.ts'
import { planbehandlingSchema, planeradeTillfallen } from './plan.ts'

/** What somebody tells before any application, or while filling one in; what is left out is not known. */
export const forhandsuppgifterSchema = z.object({
  behandlingar: z
    .array(planbehandlingSchema)
    .min(1, 'Lägg till minst en behandling.')
    .max(20, 'Högst 20 behandlingar kan räknas på en gång.'),
  sysselsattning: sysselsattningSchema.optional(),
  arbetsschema: arbetsschemaSchema.optional(),
  arsarbetstid: arsarbetstidSchema.optional(),
  arbetssokande: arbetssokandeSchema.optional(),
  inkomst: inkomstSchema.optional(),
})
export type Forhandsuppgifter = z.output<typeof forhandsuppgifterSchema>

/** What the person's cases already know, and that the person need not tell: a confirmed SGI, and days paid before with what the level rests on beside them (27 kap. 21–23 §§). */
export interface Kantfore extends Partial<Pick<AnnatArende, 'sjukloneperioder' | 'ejRaknade' | 'allvarligSjukdom'>> {
  readonly sgi: Sgigrund | null
  readonly betalda: readonly Period[]
}

export const INGET_KANT: Kantfore = { sgi: null, betalda: [] }

/** The SGI last confirmed in any of the person's cases, as it stands on the day; null when none is. */
export function bekraftadSgi(lagen: readonly Lage[], dag: Datum): Sgigrund | null {
  const sist = lagen
    .flatMap((l) => sgiPa(l, dag) ?? [])
    .sort((a, b) => (a.tid < b.tid ? -1 : 1))
    .at(-1)
  if (!sist) return null
  return sgiBelopp(sist.svar) > 0
    ? { slag: 'faststalld', ...sgiDelar(sist.svar), kalla: { typ: 'bedomning', text: 'SGI som vi har bedömt tidigare', datum: sist.dag } }
    : { slag: 'ingen' }
}

/** The pre-check on what is told and known (B015–B017): nothing is stored, nothing is decided. */
export function forhandskollFore(u: Forhandsuppgifter, idag: Datum, kant: Kantfore = INGET_KANT): Forhandskoll {
  const arbetslos = u.sysselsattning === 'arbetslos'
  const uppgiven: Sgigrund | null = u.inkomst
    ? { slag: 'arsinkomst', ...u.inkomst, kalla: { typ: 'forsakrad', text: 'det du har uppgett' } }
    : null
  return forhandskoll({
    behandlingar: u.behandlingar,
    arbetslos,
    arbetsdagPa: uppgivenArbetstid({ ...u, arbetslos }, idag),
    arsarbetstid: u.arsarbetstid ?? null,
    sgi: kant.sgi ?? uppgiven,
    niva: forstaNivan(u, kant),
    idag,
  })
}

/** The level of the first planned day, counting the days paid before it. */
function forstaNivan(u: Forhandsuppgifter, kant: Kantfore): 'normal' | 'fortsattning' {
  const forsta = planeradeTillfallen(u.behandlingar)[0]?.datum
  if (!forsta || kant.betalda.length === 0) return 'normal'
  return (
    vardePa(
      nivaer([{ from: forsta, tom: forsta }], {
        tidigareDagar: kant.betalda.filter((p) => p.from < forsta),
        sjuklonePerioder: kant.sjukloneperioder ?? [],
        ejRaknade: kant.ejRaknade ?? [],
        allvarligSjukdom: kant.allvarligSjukdom ?? [],
      }),
      forsta,
    ) ?? 'normal'
  )
}
