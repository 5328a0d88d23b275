import { lydelser, parametrar, riksinstallningar, type Parameter } from '@atergang/regelverk'
import * as z from 'zod'
import { lagrumSchema } from '../forklaring.ts'

export const parameterSchema = z.object({
  namn: z.string(),
  rubrik: z.string(),
  enhet: z.string(),
  lagrum: z.array(lagrumSchema),
  varden: z.array(
    z.object({
      from: z.string(),
      tom: z.string().nullable(),
      kalla: z.string(),
      varde: z.union([z.number(), z.boolean()]),
      /** false: supplied with the assignment, not printed in the sources */ iKallorna: z.boolean(),
    }),
  ),
})
export const beloppSchema = z.object({
  idag: z.string(),
  parametrar: z.array(parameterSchema),
  riksinstallningar: z.array(parameterSchema),
})

const parametern = <V>(p: Parameter<V>, varde: (v: V) => number | boolean): z.infer<typeof parameterSchema> => ({
  namn: p.namn,
  rubrik: p.rubrik,
  enhet: p.enhet,
  lagrum: [...p.lagrum],
  varden: p.varden.map((v) => ({
    from: v.from,
    tom: v.tom ?? null,
    varde: varde(v.varde),
    kalla: v.kalla,
    iKallorna: v.utanforKallorna !== true,
  })),
})

/** A number of the law with its dates. */
export const talet = (p: Parameter): z.infer<typeof parameterSchema> => parametern(p, (v) => v.t / v.n)

/** The dated values of the law, and the national settings, each with its paragraphs. */
export const beloppen = (idag: string): z.infer<typeof beloppSchema> => ({
  idag,
  parametrar: [...parametrar.map(talet), ...lydelser.map((p) => parametern<boolean>(p, (v) => v))],
  riksinstallningar: riksinstallningar.map((p) => parametern<number | boolean>(p as Parameter<number | boolean>, (v) => v)),
})
