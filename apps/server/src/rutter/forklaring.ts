import * as z from 'zod'

/** Paragraphs, sources and the explanation of an outcome, as the API describes them. */
const datum = z.iso.date()
export const lagrumSchema = z
  .object({
    forfattning: z.string(),
    kapitel: z.string().optional(),
    paragraf: z.string(),
    stycke: z.string().optional(),
    punkt: z.string().optional(),
  })
  .meta({ id: 'Lagrum' })
export const kallaSchema = z.object({ typ: z.string(), text: z.string(), id: z.string().optional(), datum: datum.optional() })

interface Forklaringsnod {
  namn: string
  rubrik: string
  lagrum: z.infer<typeof lagrumSchema>[]
  utfall: string
  resultat?: string | undefined
  text?: string | undefined
  rakning?: string | undefined
  fakta?: unknown[] | undefined
  parametrar?: unknown[] | undefined
  saknas?: unknown[] | undefined
  delar?: Forklaringsnod[] | undefined
}
export const forklaringSchema: z.ZodType<Forklaringsnod> = z
  .lazy(() =>
    z.object({
      namn: z.string(),
      rubrik: z.string(),
      lagrum: z.array(lagrumSchema),
      utfall: z.enum(['uppfyllt', 'ejUppfyllt', 'oklart', 'beraknat']),
      resultat: z.string().optional(),
      text: z.string().optional(),
      rakning: z.string().optional(),
      fakta: z.array(z.object({ namn: z.string(), varde: z.string(), kalla: kallaSchema.optional() })).optional(),
      parametrar: z
        .array(
          z.object({
            namn: z.string(),
            varde: z.string(),
            from: datum,
            tom: datum.optional(),
            lagrum: z.array(lagrumSchema).optional(),
            kalla: z.string(),
          }),
        )
        .optional(),
      saknas: z.array(z.object({ typ: z.string(), namn: z.string(), text: z.string() })).optional(),
      delar: z.array(forklaringSchema).optional(),
    }),
  )
  .meta({ id: 'Forklaring' })
