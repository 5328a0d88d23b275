import * as z from 'zod'
import { kommandeSchema, vantanSchema } from './arendevy.ts'

const uppgift = z.object({
  nyckel: z.string(),
  kod: z.string(),
  underlag: z.string(),
  roll: z.string(),
  rubrik: z.string(),
  varforNu: z.string(),
  senast: z.iso.date().nullable(),
  lagrum: z.string(),
  inteFor: z.array(z.string()).readonly(),
})

export const listradSchema = z
  .object({
    id: z.string(),
    nummer: z.string(),
    namn: z.string(),
    partsnummer: z.string(),
    forman: z.string(),
    formansrubrik: z.string(),
    enhet: z.string(),
    kedjedag: z.number(),
    status: z.string(),
    inlett: z.iso.date(),
    sammanfattning: z.object({
      status: z.string(),
      uppgifter: z.array(uppgift).readonly(),
      vantar: z.array(vantanSchema).readonly(),
      nastaLagliga: kommandeSchema.nullable(),
      nastaDatum: z.iso.date().nullable(),
      kannetecken: z.record(z.string(), z.string()).default({}),
    }),
    tilldelad: z.object({ id: z.string(), namn: z.string(), sedan: z.iso.date() }).nullable(),
    vilarTill: z.iso.date().nullable(),
    vilaSkal: z.string().nullable(),
    oppnad: z.string().nullable(),
  })
  .meta({ id: 'Listrad' })
