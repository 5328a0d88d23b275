import { INFORMATIONSLAGESKODER, INFORMATIONSTYPKODER, MALGRUPPSKODER, TEMAKODER } from '@atergang/formaner'
import * as z from 'zod'
import { lagrumSchema } from '../forklaring.ts'
import { datum, rader } from '../forebyggande/scheman.ts'

// The answers of the routes of directed information, as the API describes them.

const period = z.object({ from: datum, tom: datum })
const malgrupp = z.enum(MALGRUPPSKODER)
const tal = z.number().nullable()

export const insatsSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    lage: z.enum(INFORMATIONSLAGESKODER),
    typ: z.enum(INFORMATIONSTYPKODER),
    teman: rader(z.enum(TEMAKODER)),
    malgrupp,
    lan: rader(z.string()),
    from: datum,
    tom: datum,
    natta: tal,
    ansvarig: z.string(),
    beskrivning: z.string(),
    skal: z.string(),
    av: z.string(),
    enhet: z.string(),
    registrerad: datum,
  })
  .meta({ id: 'Informationsinsats' })

const tackningstal = { genomforda: z.number(), planerade: z.number(), natta: z.number(), utanAntal: z.number() }
export const tackningSchema = z
  .object({
    malgrupper: rader(z.object({ malgrupp, ...tackningstal })),
    lan: rader(z.object({ lan: z.string(), ...tackningstal })),
    celler: rader(z.object({ lan: z.string(), antal: rader(z.number()) })),
    utan: z.object({ malgrupper: rader(malgrupp), lan: rader(z.string()), par: z.number(), avPar: z.number() }),
    alla: z.object(tackningstal),
  })
  .meta({ id: 'Informationstackning' })

export const registerSchema = z
  .object({
    idag: datum,
    period,
    tema: z.enum(TEMAKODER).nullable(),
    far: z.boolean(),
    insatser: rader(insatsSchema),
    tackning: tackningSchema,
  })
  .meta({ id: 'Informationsregister' })

export const rollSchema = z
  .object({
    tema: z.enum(TEMAKODER),
    rubrik: z.string(),
    delar: rader(z.object({ rubrik: z.string(), rader: rader(z.object({ text: z.string(), lagrum: rader(lagrumSchema) })) })),
  })
  .meta({ id: 'Rollbeskrivning' })

const intervall = rader(z.number()).nullable()
const matt = z.object({ n: tal, varde: tal, intervall })
const omfang = z.object({ varde: z.number(), intervall }).nullable()
const grupp = z.object({ lan: z.number(), fore: matt, efter: matt, andring: omfang })
export const foreEfterSchema = z
  .object({
    fore: period,
    efter: period,
    avgjordaTill: datum,
    med: rader(z.string()),
    utan: rader(z.string()),
    andraInsatser: z.number(),
    matt: rader(
      z.object({
        id: z.enum(['inflode', 'kompletteringar', 'ledtid', 'godkanda']),
        slag: z.enum(['takt', 'andel', 'medel']),
        med: grupp,
        utan: grupp,
        skillnad: omfang,
      }),
    ),
  })
  .meta({ id: 'InformationForeEfter' })

export const insatssidaSchema = z
  .object({
    idag: datum,
    far: z.boolean(),
    versioner: rader(insatsSchema),
    rollbeskrivningar: rader(rollSchema),
    foreEfter: foreEfterSchema.nullable(),
    utanForeEfter: z.string().nullable(),
  })
  .meta({ id: 'Informationsinsatssida' })
