import { fakta, type Faktum, type Lage } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, text } from '../../las.ts'
import { KNYTNINGAR, KOMPETENSER, type Kompetens, type Knytning } from '../anordnare/kompetens.ts'
import { ANORDNARTYPER, type Anordnartyp } from '../anordnare/register.ts'
import { arLanskod, type Lanskod } from '../lan.ts'
import { kodval } from '../../gemensamt/kodval.ts'

const id = z.string().min(1).max(64)

/** What the register shows of the provider, and who we talk to. */
export const anordnaruppgiftSchema = z.object({
  namn: text('Anordnarens namn', 200),
  typ: kodval(Object.keys(ANORDNARTYPER) as Anordnartyp[], 'slag av anordnare'),
  lan: z
    .array(z.custom<Lanskod>(arLanskod, { message: 'Välj län i listan.' }))
    .min(1, 'Välj minst ett län.')
    .transform((l) => [...new Set(l)].sort()),
  ort: text('Ort', 100),
  webbplats: z.url('Skriv hela adressen, till exempel https://exempel.se.').max(300).optional(),
  kontakt: z.object({
    namn: text('Kontaktpersonens namn', 200),
    epost: z.string().trim().max(200).default(''),
    telefon: z.string().trim().max(40).default(''),
  }),
})
export type Anordnaruppgift = z.output<typeof anordnaruppgiftSchema>

/** One person's competence, as the provider states it. People are named by the provider's own mark. */
export const kompetensSchema = z
  .object({
    uppgiftId: id,
    kompetens: kodval(Object.keys(KOMPETENSER) as Kompetens[], 'kompetens'),
    person: text('Personens beteckning', 100),
    knytning: kodval(Object.keys(KNYTNINGAR) as Knytning[], 'anställd eller avtal'),
    from: datumSchema,
    tom: datumSchema.optional(),
    underlag: z.string().optional(),
  })
  .refine((k) => !k.tom || k.from <= k.tom, { message: 'Sista dagen är före den första.', path: ['tom'] })
export type Kompetensfaktum = z.output<typeof kompetensSchema>

/** `inkomOkand`: the day it came does not show, and the day it was registered stands in its place; nothing in an approval is counted from it. */
export const ansokanSchema = z.object({
  ansokanId: id,
  inkom: datumSchema,
  inkomOkand: z.literal(true).optional(),
  kanal: z.enum(['etjanst', 'papper']),
  skannad: datumSchema.optional(),
  underskrift: z.object({ namn: z.string().max(200), metod: z.string().max(100), tid: z.string().max(40) }).optional(),
})
export const personalandringSchema = z.object({ dag: datumSchema, text: text('Vad som har ändrats', 2_000) })
export const slutbegaranSchema = z.object({
  tom: datumSchema,
  skal: z.enum(['egenBegaran', 'upphort'], { message: 'Välj varför godkännandet ska upphöra.' }),
  text: z.string().trim().max(2_000).default(''),
})

export interface Anordnarfakta {
  ansokan: z.output<typeof ansokanSchema>
  anordnare: Anordnaruppgift
  kompetens: Kompetensfaktum
  personalandring: z.output<typeof personalandringSchema>
  slutbegaran: z.output<typeof slutbegaranSchema>
}
export type Anordnarfaktum = Extract<keyof Anordnarfakta, string>
export type Nlage = Lage<Record<string, unknown> & Anordnarfakta>

export const fakt = <N extends Anordnarfaktum>(l: Nlage, namn: N): Faktum<Anordnarfakta[N], N>[] =>
  fakta(l, namn) as unknown as Faktum<Anordnarfakta[N], N>[]
export const sistaFakt = <N extends Anordnarfaktum>(l: Nlage, namn: N): Faktum<Anordnarfakta[N], N> | undefined => fakt(l, namn).at(-1)

export const FAKTARUBRIK: Readonly<Record<Anordnarfaktum, string>> = {
  ansokan: 'Ansökan om godkännande',
  anordnare: 'Anordnaren',
  kompetens: 'Kompetens',
  personalandring: 'Ändrad personal',
  slutbegaran: 'Begäran att godkännandet upphör',
}
/** When the application came, or that it does not show. */
export const ankomsttext = (a: Anordnarfakta['ansokan']): string =>
  a.inkomOkand ? `registrerad ${medManadsnamn(a.inkom)}, vilken dag den kom in framgår inte` : `kom in ${medManadsnamn(a.inkom)}`
export type { Datum }
