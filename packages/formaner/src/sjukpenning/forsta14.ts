import { snitt, vardePa, type Datum, type Period } from '@atergang/kalender'
import { forstaFjortonDagarna } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, text } from '../las.ts'
import type { Slage, Sysselsattningsuppgift } from './fakta.ts'
import { inkomstdelarPa, type Inkomstdelar } from './sgi.ts'
import { sjukperiodensForsta, type Underlag } from './underlag.ts'

/**
 * Who is reckoned by the calendar from the first day, so that no question of working time is asked: instead of föräldrapenning, or
 * with an SGI of other work than employment only (28 kap. 6 § first paragraph 2–3). Who has both is asked about the employment (5 § second paragraph).
 */
export const kalenderdagsberaknas = (slag: Sysselsattningsuppgift['slag'], delar: Inkomstdelar): boolean =>
  slag === 'foraldraledig' || (delar.anstallning === 0 && (delar.annat > 0 || slag === 'egenforetagare'))

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
    arsarbetstid: z
      .number({ message: 'Skriv årsarbetstiden i hela timmar.' })
      .int('Skriv årsarbetstiden i hela timmar.')
      .min(1, 'Årsarbetstiden måste vara minst en timme.')
      .max(3000, 'Årsarbetstiden är orimligt lång.'),
    dagar: z.array(z.object({ datum: datumSchema, timmar: z.number().min(0).max(24, 'Ett dygn har 24 timmar.') })),
    skal: text('Skälet'),
  }),
])
export type Forsta14Svar = z.infer<typeof forsta14SvarSchema>

export const forsta14Nyckel = (forsta: Datum): string => `forsta14:${forsta}`

/** The part of the period that lies in the first fourteen days of its sick period (27 kap. 10 § SFB). */
export function iForsta14(u: Underlag, p: Period): Period | null {
  return (
    forstaFjortonDagarna(u.sjukdagar)
      .map((d) => snitt(d, p))
      .find((d) => d !== null) ?? null
  )
}

/**
 * The answer on work in the first fourteen days of the sick period the day lies in. The question may
 * have been asked in parts: each day's hours stand as they were last answered.
 */
export function forsta14Svar(l: Slage, u: Underlag, dag: Datum): Forsta14Svar | undefined {
  const forsta = sjukperiodensForsta(u, dag)
  if (!forsta || !iForsta14(u, { from: dag, tom: dag })) return undefined
  const svaren = l.svar.filter((s) => s.nyckel === forsta14Nyckel(forsta)).map((s) => s.svar as Forsta14Svar)
  const sista = svaren.at(-1)
  if (sista?.slag !== 'arbete') return sista
  const dagar = new Map(svaren.flatMap((s) => (s.slag === 'arbete' ? s.dagar.map((d) => [d.datum, d] as const) : [])))
  return { ...sista, dagar: [...dagar.values()].sort((a, b) => (a.datum < b.datum ? -1 : 1)) }
}

/** The answer of working time that the employment is reckoned by on the day, or undefined when it is reckoned by the calendar (28 kap. 4–6 §§). */
export function arbetstidPa(l: Slage, u: Underlag, dag: Datum): Extract<Forsta14Svar, { slag: 'arbete' }> | undefined {
  const svar = forsta14Svar(l, u, dag)
  const slag = vardePa(u.sysselsattning, dag)?.slag
  return svar?.slag === 'arbete' && !(slag && kalenderdagsberaknas(slag, inkomstdelarPa(l, dag))) ? svar : undefined
}
