import { datumSchema } from '@atergang/formaner'
import { medManadsnamn } from '@atergang/kalender'
import * as z from 'zod'

/** Shapes of the survey. */
export const rader = <S extends z.ZodType>(s: S) => z.array(s).readonly()
const text = (hogst: number, krav: string) => z.string().trim().min(1, krav).max(hogst, `Högst ${hogst} tecken.`)

export const redovisasSchema = z.enum(['lan', 'omrade', 'roll'], { message: 'Välj vad resultatet ska redovisas efter.' })
const grundSchema = z.object({
  namn: text(120, 'Skriv vad enkäten heter.'),
  syfte: text(1000, 'Skriv varför ni frågar, och vad svaren ska användas till.'),
  redovisas: redovisasSchema,
  oppnar: datumSchema,
  stanger: datumSchema,
  paminnelser: z.array(datumSchema).max(10, 'Högst tio påminnelser.').default([]),
})
export const installningSchema = grundSchema
  .superRefine((e, s) => {
    if (e.stanger < e.oppnar) s.addIssue({ code: 'custom', path: ['stanger'], message: 'Sista svarsdagen kan inte vara före den första.' })
    e.paminnelser.forEach((p, i) => {
      if (p <= e.oppnar || p > e.stanger)
        s.addIssue({
          code: 'custom',
          path: ['paminnelser'],
          message: `Påminnelsen ${medManadsnamn(p)} ska ligga efter första dagen och senast sista svarsdagen.`,
        })
      else if (e.paminnelser.indexOf(p) < i)
        s.addIssue({ code: 'custom', path: ['paminnelser'], message: `Påminnelsen ${medManadsnamn(p)} finns två gånger.` })
    })
  })
  .transform((e) => ({ ...e, paminnelser: [...e.paminnelser].sort() }))
  .meta({ id: 'Enkatinstallning' })

const fragaSchema = z
  .object({
    fraga: z.number({ message: 'Skriv frågans nummer.' }).int('Numret är ett heltal.').min(1, 'Numret är minst 1.').max(999),
    item: text(10, 'Skriv frågans bokstav eller ord, till exempel a.').regex(/^[\p{L}\d]+$/u, 'Bara bokstäver och siffror.'),
    text: text(500, 'Skriv frågan.'),
    slag: z.enum(['skala', 'val', 'fritext']),
    minst: z.number().int().nullable(),
    hogst: z.number().int().nullable(),
    vetEj: z.boolean(),
    index: z
      .string()
      .trim()
      .max(60)
      .nullable()
      .transform((x) => x || null),
    alternativ: rader(z.string().trim().min(1).max(200)),
  })
  .meta({ id: 'EnkatfragaIn' })
const fragaUtSchema = z
  .object({
    fraga: z.number(),
    item: z.string(),
    text: z.string(),
    slag: z.enum(['skala', 'val', 'fritext']),
    minst: z.number().nullable(),
    hogst: z.number().nullable(),
    vetEj: z.boolean(),
    index: z.string().nullable(),
    alternativ: rader(z.string()),
  })
  .meta({ id: 'Enkatfraga' })
export const fragorSchema = z.array(fragaSchema).min(1, 'En enkät ska ha minst en fråga.').max(300, 'Högst 300 frågor.')

const huvudfalt = {
  id: z.string(),
  namn: z.string(),
  syfte: z.string(),
  enhet: z.string(),
  redovisas: z.enum(['lan', 'omrade', 'roll']),
  oppnar: z.string(),
  stanger: z.string(),
  paminnelser: rader(z.string()),
  tillstand: z.enum(['utkast', 'oppen', 'stangd']),
  stangd: z.string().nullable(),
  av: z.string(),
}
export const huvudSchema = z.object(huvudfalt).meta({ id: 'Enkathuvud' })
/** Answers are null where fewer than five have answered, or have not. */
export const frekvensSchema = z.object({ grupp: z.string(), mottagare: z.number(), svarande: z.number().nullable() })
export const enkatvySchema = z
  .object({
    ...huvudfalt,
    idag: z.string(),
    fragor: rader(fragaUtSchema),
    antalMottagare: z.number(),
    antalSvarande: z.number(),
    frekvens: rader(frekvensSchema),
    utskick: rader(
      z.object({
        nr: z.number(),
        forsta: z.string().nullable(),
        sista: z.string().nullable(),
        skickade: z.number(),
        vantar: z.number(),
        behovdesInte: z.number(),
      }),
    ),
    svarEfterPaminnelser: rader(z.object({ paminnelser: z.number(), svar: z.number() })),
    handelser: rader(z.object({ dag: z.string(), namn: z.string(), text: z.string() })),
    farKoda: z.boolean(),
    lan: rader(z.string()),
  })
  .meta({ id: 'Enkatvy' })
export const mottagarradSchema = z
  .object({ id: z.string(), adress: z.string().nullable(), lan: z.string(), omrade: z.string(), roll: z.string() })
  .meta({ id: 'Enkatmottagare' })

const antal = { antal: z.number().nullable(), dold: z.enum(['liten', 'skyddad']).nullable() }
const skyddat = z.object(antal)
export const resultatSchema = z
  .object({
    svarande: z.number(),
    forFa: z.boolean(),
    fragor: rader(
      z.object({
        fraga: z.number(),
        item: z.string(),
        text: z.string(),
        slag: z.enum(['skala', 'val']),
        n: skyddat,
        vetEj: skyddat,
        obesvarad: skyddat,
        steg: rader(z.object({ namn: z.string(), ...antal })),
        medel: z.number().nullable(),
      }),
    ),
    index: rader(
      z.object({
        index: z.string(),
        items: rader(z.string()),
        n: z.number().nullable(),
        medel: z.number().nullable(),
        gruppmedel: z.number().nullable(),
        grupper: rader(
          z.object({ grupp: z.string(), varde: z.number().nullable(), n: z.number().nullable(), over: z.boolean().nullable() }),
        ),
      }),
    ),
    grader: rader(z.object({ grupp: z.string(), grad: z.enum(['låg', 'medelhög', 'hög']) })),
    kombinationer: rader(
      z.object({ fraga: z.number(), par: rader(z.object({ mest: z.string(), minst: z.string(), antal: z.number() })), ovriga: skyddat }),
    ),
    fritext: rader(
      z.object({
        fraga: z.number(),
        item: z.string(),
        text: z.string(),
        svar: z.number(),
        koder: rader(z.object({ kod: z.string(), antal: z.number() })),
        kappa: z.number().nullable(),
        n: z.number(),
      }),
    ),
  })
  .meta({ id: 'Enkatresultat' })
export const posterSchema = z
  .object({ rubriker: rader(z.string()), rader: rader(rader(z.union([z.string(), z.number(), z.null()]))) })
  .meta({ id: 'Enkatposter' })
export const kodningSchema = z
  .object({
    koder: rader(z.object({ fraga: z.number(), item: z.string(), kod: z.string(), beskrivning: z.string(), av: z.string() })),
    svar: rader(
      z.object({
        id: z.string(),
        fraga: z.number(),
        item: z.string(),
        text: z.string(),
        kodningar: rader(z.object({ kod: z.string(), kodare: z.string(), dag: z.string(), min: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'Enkatkodning' })

export const svarsradSchema = z.object({
  fraga: z.number().int(),
  item: z.string().max(10),
  varde: z.number().int().nullable().optional(),
  vetEj: z.boolean().optional(),
  svar: z.string().max(4000, 'Högst 4 000 tecken.').nullable().optional(),
})
export const svarssidaSchema = z
  .object({
    namn: z.string(),
    syfte: z.string(),
    stanger: z.string(),
    fragor: rader(fragaUtSchema),
    svar: rader(svarsradSchema),
    sparad: z.string().nullable(),
    besvarad: z.string().nullable(),
  })
  .meta({ id: 'Enkatsvarssida' })
