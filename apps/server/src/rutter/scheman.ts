import { datumSchema, periodSchema } from '@atergang/formaner'
import * as z from 'zod'
import { problemSchema } from '../problem.ts'

export const idSchema = z.object({ id: z.uuid('Adressen ska innehålla ärendets id.') })

const rollSchema = z.enum([
  'handlaggare',
  'specialist',
  'fmr',
  'enhetschef',
  'samverkansansvarig',
  'analytiker',
  'forsakrad',
  'arbetsgivare',
  'anordnare',
  'vard',
  'system',
])
const kallaSchema = z.object({
  typ: z.enum(['handling', 'register', 'forsakrad', 'arbetsgivare', 'anordnare', 'vard', 'bedomning', 'beslut', 'berakning']),
  text: z.string().min(1, 'Skriv varifrån uppgiften kommer.'),
  id: z.string().optional(),
  datum: datumSchema.optional(),
})
const aktorSchema = z.object({ id: z.string(), namn: z.string(), roll: rollSchema, enhet: z.string().optional() })

/** What an official may ask of a case. The benefit's own commands carry their data in `data`. */
export const kommandoSchema = z
  .discriminatedUnion('typ', [
    z.object({ typ: z.literal('svara'), nyckel: z.string(), underlag: z.string(), svar: z.unknown() }),
    z.object({
      typ: z.literal('registreraFaktum'),
      namn: z.string(),
      varde: z.unknown(),
      period: periodSchema.optional(),
      kalla: kallaSchema,
      ersatter: z.string().optional(),
    }),
    z.object({ typ: z.literal('tilldela'), roll: rollSchema, till: aktorSchema }),
    z.object({
      typ: z.literal('lamnaTillbaka'),
      roll: rollSchema,
      skal: z.enum(['jav', 'franvaro', 'fordelning', 'annat']),
      text: z.string(),
    }),
    z.object({ typ: z.literal('laggVilande'), roll: rollSchema, skal: z.string(), till: datumSchema }),
    z.object({ typ: z.literal('vack'), roll: rollSchema, orsak: z.string() }),
    z.object({ typ: z.literal('anteckna'), text: z.string().max(10_000) }),
    z.object({
      typ: z.literal('noteraKontakt'),
      kontakt: z.object({
        med: z.enum(['forsakrad', 'arbetsgivare', 'vard', 'arbetsformedlingen', 'facket', 'annan']),
        satt: z.enum(['telefon', 'mote', 'digitaltMote', 'brev', 'meddelande']),
        riktning: z.enum(['in', 'ut']),
        varfor: z.enum(['forklara', 'utreda', 'aterga', 'annat']).optional(),
        traffad: z.boolean(),
        dag: datumSchema,
        text: z.string().max(10_000),
        nasta: datumSchema.optional(),
      }),
      information: z.array(z.string().min(1)).max(20).optional(),
    }),
    z.object({
      typ: z.literal('geInformation'),
      amne: z.string().min(1),
      satt: z.enum(['brev', 'samtal', 'minaSidor']),
      till: z.enum(['forsakrad', 'arbetsgivare', 'bada']).optional(),
    }),
    z.object({
      typ: z.literal('vagHandling'),
      vagning: z.object({
        handlingId: z.string(),
        beaktad: z.boolean(),
        vikt: z.enum(['stor', 'viss', 'liten']),
        for: z.array(z.enum(['ratten', 'rehabiliteringen'])),
        skal: z.string().max(4000),
      }),
    }),
    z.object({ typ: z.literal('paminnBegaran'), begaranId: z.string() }),
    z.object({ typ: z.literal('aterkallaBegaran'), begaranId: z.string(), skal: z.string().min(1, 'Skriv varför frågan återkallas.') }),
    z.object({
      typ: z.literal('besvaraBegaran'),
      begaranId: z.string(),
      svar: z.array(z.object({ frageId: z.string(), text: z.string().min(1, 'Skriv svaret.') })),
    }),
    z.object({
      typ: z.literal('noteraYttrande'),
      satt: z.enum(['skriftligt', 'muntligt']),
      dag: datumSchema,
      text: z.string().max(20_000),
      slutligt: z.boolean().optional(),
      kommuniceringId: z.string().optional(),
    }),
    z.object({ typ: z.literal('sattSkydd'), skyddad: z.boolean(), skal: z.string().max(2000) }),
    z.object({
      typ: z.enum([
        'begarPlan',
        'fragaFmr',
        'beslutaInterimistiskt',
        'begarOmprovning',
        'overklaga',
        'provaUtanIntyg',
        'lamnaOver',
        'komplettera',
        'aterkallaAnsokan',
        'lamnaKontrollunderlag',
        'anmalAndring',
        'begarSlut',
        'planera',
        'laggTillRiskfall',
      ]),
      data: z.unknown(),
    }),
  ])
  .meta({ id: 'Kommando' })

export const kommandosvarSchema = z
  .object({ arendeId: z.string(), version: z.number().int(), handelser: z.array(z.number().int()) })
  .meta({ id: 'Kommandosvar' })

/** The problem answers every route can give. */
export const problemsvar = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
}
