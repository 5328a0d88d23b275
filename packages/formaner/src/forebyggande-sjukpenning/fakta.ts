import { fakta, type Faktadefinition, type Faktum, type Lage, type Roll } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import {
  arbetsgivareSchema,
  def,
  gemensammaFakta,
  HANDLAGGARE,
  inkomstSchema,
  sysselsattningSchema,
  type GemensammaFakta,
} from '../gemensamt/fakta.ts'
import { datumSchema, kronor, text } from '../las.ts'
import type { Evidensfall, Evidenssvar } from './evidens/register.ts'
import {
  FORMANSKODER,
  INITIATIVTAGARE,
  SYFTEN,
  UTFORANDEFORMER,
  VARDGIVARTYPER,
  type Formanskod,
  type Initiativ,
  type Syfte,
  type Utforandeform,
  type Vardgivartyp,
} from './koder/koder.ts'
import { papperSchema } from './papper.ts'
import { besokSchema } from './plan/plan.ts'
import { arKlockslag, arSluttid } from './tid/klocka.ts'
import { VECKODAGAR } from './tid/arbetsdag.ts'
import { FORMULAR } from './versioner.ts'
import { nycklar } from '../gemensamt/kodval.ts'

const fritext = (max = 4000) => z.string().trim().max(max).default('')
const klockslag = z.custom<string>(arKlockslag, { message: 'Skriv klockslaget som timme:minut, till exempel 08:00.' })

export const initiativSchema = z.enum(nycklar<Initiativ>(INITIATIVTAGARE), { message: 'Välj vem som tog initiativet.' })
export const syfteSchema = z.enum(nycklar<Syfte>(SYFTEN), { message: 'Välj vad behandlingen syftar till.' })
export const vardgivartypSchema = z.enum(nycklar<Vardgivartyp>(VARDGIVARTYPER), { message: 'Välj sorts vårdgivare.' })
export const utforandeSchema = z.enum(nycklar<Utforandeform>(UTFORANDEFORMER), { message: 'Välj var behandlingen görs.' })

// --- working time -----------------------------------------------------------------------------------

const timmar = z
  .number({ message: 'Ange timmar, till exempel 8 eller 7,5. Skriv 0 för en dag utan arbete.' })
  .min(0, 'Timmarna kan inte vara negativa.')
  .max(24, 'Ett dygn har 24 timmar.')
  .optional()

const sluttid = z.custom<string>(arSluttid, { message: 'Skriv klockslaget som timme:minut, till exempel 16:00. Midnatt skrivs 24:00.' })

/** Ordinary working time: by weekday, and dates on which it is another (shifts, holidays). Who works by shifts only has no week at all; a night shift is a part on each date. */
export const arbetsschemaSchema = z
  .object({
    arbetstid: z.object(Object.fromEntries(VECKODAGAR.map((d) => [d, timmar])) as Record<(typeof VECKODAGAR)[number], typeof timmar>),
    /** left out when no weekday has hours of its own */
    arbetsstart: klockslag.optional(),
    lunch: z.object({ start: klockslag, min: z.number().int('Ange rasten i hela minuter.').min(0).max(480) }).optional(),
    avvikelser: z
      .array(
        z.object({
          datum: datumSchema,
          pass: z.array(
            z
              .object({ fran: klockslag, till: sluttid })
              .refine((p) => p.fran < p.till, {
                message: 'Passet slutar innan det börjar. Ett pass över midnatt delas på två datum.',
                path: ['till'],
              }),
          ),
        }),
      )
      .max(800)
      .default([]),
  })
  .refine((s) => s.arbetsstart !== undefined || Object.values(s.arbetstid).every((t) => !t), {
    message: 'Skriv klockslaget då arbetsdagen börjar.',
    path: ['arbetsstart'],
  })
export type Schemauppgift = z.infer<typeof arbetsschemaSchema>

export const arsarbetstidSchema = z
  .number({ message: 'Ange årsarbetstiden i timmar.' })
  .min(1, 'Årsarbetstiden måste vara större än noll.')
  .max(8784, 'Ett år har högst 8 784 timmar.')

export const arbetssokandeSchema = z.object({
  anmald: z.boolean({ message: 'Svara om du är anmäld på Arbetsförmedlingen.' }),
  beredd: z.boolean({ message: 'Svara om du är beredd att ta ett arbete.' }),
  timmarPerDag: z.number({ message: 'Ange hur många timmar om dagen du söker arbete.' }).min(0).max(24),
})
export type Arbetssokande = z.infer<typeof arbetssokandeSchema>

/** What both applications may tell of the person's work and income: asked for only when it is not known (B024). */
const arbetsuppgifter = {
  sysselsattning: sysselsattningSchema.optional(),
  arbetsgivare: arbetsgivareSchema.optional(),
  inkomst: inkomstSchema.optional(),
  arbetsschema: arbetsschemaSchema.optional(),
  arsarbetstid: arsarbetstidSchema.optional(),
  arbetssokande: arbetssokandeSchema.optional(),
}

const underskrift = z.object({ tid: z.string(), metod: z.string() }).optional()

// --- step 1: the plan -------------------------------------------------------------------------------

/** A treatment as it came in: what is missing is asked for, and nobody is stopped from applying. */
export const ansoktBehandlingSchema = z.object({
  id: z.string().min(1),
  behandling: z.string().default(''),
  annatText: z.string().max(200).optional(),
  beskrivning: z.string().max(2000).optional(),
  utforande: utforandeSchema,
  vardgivare: z.string().trim().max(200).default(''),
  besok: z.array(besokSchema).default([]),
})

/** What the person applies for in step 1 (27 kap. 6 §), given on honour and signed (110 kap. 4 §). */
export const ansokanPlanSchema = z.object({
  inkom: datumSchema,
  formularversion: z.string().default(FORMULAR.plan),
  kod: z.enum(nycklar<Formanskod>(FORMANSKODER)).default('forebyggande'),
  syfte: syfteSchema.optional(),
  behandlingar: z.array(ansoktBehandlingSchema).default([]),
  ordineradAv: z.object({ namn: fritext(200), vardenhet: fritext(200), vardgivartyp: vardgivartypSchema.optional() }).optional(),
  initiativ: initiativSchema.optional(),
  ...arbetsuppgifter,
  overigt: fritext(),
  hederOchSamvete: z.boolean(),
  underskrift,
  papper: papperSchema.optional(),
})
export type AnsokanPlan = z.infer<typeof ansokanPlanSchema>

export const diagnosSchema = z.object({
  kod: z
    .string()
    .trim()
    .regex(/^[A-Za-z]\d\d([.\s]?[0-9A-Za-z]{0,4})?$/, 'Skriv diagnosen som kod i ICD-10-SE, till exempel F43.8A.'),
  text: fritext(300),
})

/** The doctor's statement (our own form; RiR 2021:19 avsnitt 4.5, Försäkringskassan's page on the statement). What is left empty is asked for. */
export const utlatandeSchema = z.object({
  inkom: datumSchema,
  formularversion: z.string().default(FORMULAR.utlatande),
  handlingId: z.string(),
  diagnoser: z.array(diagnosSchema).default([]),
  beskrivning: fritext(),
  risk: fritext(),
  behandlingar: z
    .array(
      z.object({
        /** the treatment of the plan that it speaks of; left out when the doctor names another */
        id: z.string().optional(),
        behandling: z.string().default(''),
        annatText: z.string().max(200).optional(),
        hurMinskarRisken: fritext(),
        stod: fritext(),
        from: datumSchema.optional(),
        tom: datumSchema.optional(),
        schemaSaknas: fritext(500),
        schema: fritext(2000),
      }),
    )
    .default([]),
  uppfoljning: z
    .object({ nar: datumSchema, hur: text('Hur behandlingen följs upp', 1000) })
    .nullable()
    .default(null),
  lakare: fritext(200),
  vardenhet: fritext(200),
  vardgivartyp: vardgivartypSchema.optional(),
  ordinerad: datumSchema.optional(),
  signerad: z.string().optional(),
  papper: papperSchema.optional(),
})
export type Utlatande = z.infer<typeof utlatandeSchema>

// --- step 2: the claim ------------------------------------------------------------------------------

const minuter = (vad: string) =>
  z
    .number({ message: `Ange ${vad} i hela minuter. Skriv 0 om det inte tog någon tid.` })
    .int(`Ange ${vad} i hela minuter.`)
    .min(0, `${vad[0]!.toUpperCase()}${vad.slice(1)} kan inte vara negativ.`)
    .max(1440, `${vad[0]!.toUpperCase()}${vad.slice(1)} är längre än ett dygn.`)

export const yrkatTillfalleSchema = z.object({
  id: z.string().min(1),
  /** id of the treatment in the plan */
  behandling: z.string(),
  utforande: utforandeSchema,
  datum: datumSchema,
  start: klockslag,
  behandlingMin: minuter('behandlingstiden'),
  forberedelseMin: minuter('förberedelsetiden').default(0),
  resaMin: minuter('restiden').optional(),
  efterMin: minuter('tiden efteråt').optional(),
  resaDitMin: minuter('resan dit').optional(),
  resaHemMin: minuter('resan hem').optional(),
})
export type YrkatTillfalle = z.infer<typeof yrkatTillfalleSchema>

export const ansokanErsattningSchema = z.object({
  inkom: datumSchema,
  formularversion: z.string().default(FORMULAR.ersattning),
  tillfallen: z.array(yrkatTillfalleSchema).min(1, 'Ange minst ett tillfälle.'),
  lonForTiden: z.object({ perManad: kronor('lönen').optional(), lonIArbetePerManad: kronor('lönen').optional() }).optional(),
  ...arbetsuppgifter,
  overigt: fritext(),
  hederOchSamvete: z.boolean(),
  underskrift,
  papper: papperSchema.optional(),
})
export type AnsokanErsattning = z.infer<typeof ansokanErsattningSchema>

// --- what comes later -------------------------------------------------------------------------------

export const FULLFOLJD = { ja: 'ja', delvis: 'delvis', nej: 'nej', okant: 'okänt' } as const
export type Fullfoljd = keyof typeof FULLFOLJD
export const fullfoljdSchema = z.enum(nycklar<Fullfoljd>(FULLFOLJD), { message: 'Välj om behandlingen fullföljdes.' })

/** What an earlier plan of the person's came to, as the register has it: shown beside the new one (B029). */
export interface TidigarePlan {
  readonly nummer: string
  readonly inkom: Datum
  readonly behandlingar: readonly {
    readonly behandling: string
    readonly annatText?: string
    readonly utforande: Utforandeform
    readonly planeradeTillfallen: number
  }[]
  readonly diagnoskapitel: readonly string[]
  readonly utfall: string
  readonly nettodagar: number
  readonly fullfoljd: string
  readonly uppfoljning: string
}

/** The stance of the register for a treatment, as it was fetched: what the judgement was made on can always be shown. */
export interface Registerlage {
  readonly ansokan: string
  readonly behandling: string
  readonly fall: Evidensfall
  readonly svar: Evidenssvar
}

/** Facts of förebyggande sjukpenning, by name. */
export interface Forebyggandefakta extends GemensammaFakta {
  ansokanPlan: AnsokanPlan
  /** the same treatment at other times, no more of it: no new decision (section 11 of the specification) */
  planandring: { ansokan: string; behandlingar: z.infer<typeof ansoktBehandlingSchema>[]; skal: string }
  utlatande: Utlatande
  arbetsschema: Schemauppgift
  arsarbetstid: { timmar: number }
  arbetssokande: Arbetssokande
  ansokanErsattning: AnsokanErsattning
  /** which dates the provider says that the person was there; voluntary (B028) */
  narvaro: { behandling: string; datum: Datum[]; text: string }
  /** the treatment ended before the plan said (B027); without a treatment all of it */
  avbruten: { dag: Datum; behandling?: string; skal: string }
  uppfoljningsnot: { dag: Datum; fullfoljd: Fullfoljd; text: string }
  registerlage: Registerlage
  tidigarePlaner: { planer: readonly TidigarePlan[] }
}
export type Forebyggandefaktanamn = keyof Forebyggandefakta & string
export type Flage = Lage<Forebyggandefakta & Record<string, unknown>>

/** Standing facts of one name. */
export const fakt = <N extends Forebyggandefaktanamn>(l: Flage, namn: N): Faktum<Forebyggandefakta[N], N>[] =>
  fakta(l, namn) as unknown as Faktum<Forebyggandefakta[N], N>[]
export const sistaFakt = <N extends Forebyggandefaktanamn>(l: Flage, namn: N): Faktum<Forebyggandefakta[N], N> | undefined =>
  fakt(l, namn).at(-1)

const OCH = (...roller: Roll[]): readonly Roll[] => [...HANDLAGGARE, ...roller]

export const faktadefinitioner: Record<Forebyggandefaktanamn, Faktadefinition<unknown>> = {
  ...gemensammaFakta,
  ansokanPlan: def('Ansökan om godkännande av plan', ansokanPlanSchema, OCH('forsakrad')),
  planandring: def(
    'Ändrad plan',
    z.object({ ansokan: z.string(), behandlingar: z.array(ansoktBehandlingSchema).min(1), skal: text('Vad som ändrats') }),
    OCH('forsakrad', 'vard'),
  ),
  utlatande: def('Läkarutlåtande', utlatandeSchema, OCH('forsakrad', 'vard')),
  arbetsschema: def('Arbetstider', arbetsschemaSchema, OCH('forsakrad', 'arbetsgivare')),
  arsarbetstid: def('Årsarbetstid', z.object({ timmar: arsarbetstidSchema }), OCH('forsakrad', 'arbetsgivare')),
  arbetssokande: def('Arbetssökande', arbetssokandeSchema, OCH('forsakrad')),
  ansokanErsattning: def('Ansökan om ersättning', ansokanErsattningSchema, OCH('forsakrad')),
  narvaro: def(
    'Närvaro enligt vårdgivaren',
    z.object({ behandling: z.string(), datum: z.array(datumSchema).min(1, 'Ange minst ett datum.'), text: fritext(2000) }),
    OCH('vard'),
  ),
  avbruten: def(
    'Behandlingen avslutades tidigare',
    z.object({ dag: datumSchema, behandling: z.string().optional(), skal: fritext(2000) }),
    OCH('forsakrad', 'vard'),
  ),
  uppfoljningsnot: def(
    'Hur behandlingen gick',
    z.object({ dag: datumSchema, fullfoljd: fullfoljdSchema, text: fritext(4000) }),
    OCH('forsakrad', 'vard'),
  ),
  registerlage: def(
    'Evidensregistret',
    z.custom<Registerlage>((v) => typeof v === 'object' && v !== null),
    ['system'],
  ),
  tidigarePlaner: def(
    'Tidigare planer',
    z.custom<{ planer: readonly TidigarePlan[] }>((v) => typeof v === 'object' && v !== null),
    ['system'],
  ),
}
