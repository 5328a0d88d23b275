import { innehaller, snitt, type Datum, type Period } from '@atergang/kalender'
import { aterinsjuknande, forstaDagarna } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, text } from '../las.ts'
import type { Slage } from './fakta.ts'
import { sjukperiodensForsta, type Underlag } from './underlag.ts'

/** The first days of a sick period, in which sjukpenning for an employee asks whether work would have been done (27 kap. 10 § SFB). */
export const FORSTA_DAGARNA = 14

export const forsta14SvarSchema = z.discriminatedUnion('slag', [
  z.object({
    slag: z.literal('arbetslos'),
    anmald: z.boolean({ message: 'Svara om personen är anmäld som arbetssökande.' }),
    beredd: z.boolean({ message: 'Svara om personen är beredd att ta ett erbjudet arbete.' }),
    oskaligt: z.boolean().default(false),
    skal: text('Skälet'),
  }),
  z.object({
    slag: z.literal('arbete'),
    arsarbetstid: z.number({ message: 'Skriv årsarbetstiden i hela timmar.' }).int('Skriv årsarbetstiden i hela timmar.').min(1, 'Årsarbetstiden måste vara minst en timme.').max(3000, 'Årsarbetstiden är orimligt lång.'),
    dagar: z.array(z.object({ datum: datumSchema, timmar: z.number().min(0).max(24, 'Ett dygn har 24 timmar.') })),
    skal: text('Skälet'),
  }),
])
export type Forsta14Svar = z.infer<typeof forsta14SvarSchema>

export const forsta14Nyckel = (forsta: Datum): string => `forsta14:${forsta}`

/** The part of the period that lies in the first fourteen days of its sick period. */
export function iForsta14(u: Underlag, p: Period): Period | null {
  const grupp = aterinsjuknande(u.sjukdagar, p.from)
  return forstaDagarna(grupp, FORSTA_DAGARNA).map((d) => snitt(d, p)).find((d) => d !== null) ?? null
}

/** The answer on work in the first fourteen days of the sick period the day lies in. */
export function forsta14Svar(l: Slage, u: Underlag, dag: Datum): Forsta14Svar | undefined {
  const forsta = sjukperiodensForsta(u, dag)
  if (!forsta) return undefined
  const grupp = aterinsjuknande(u.sjukdagar, dag)
  if (!forstaDagarna(grupp, FORSTA_DAGARNA).some((p) => innehaller(p, dag))) return undefined
  return l.svar.findLast((s) => s.nyckel === forsta14Nyckel(forsta))?.svar as Forsta14Svar | undefined
}
