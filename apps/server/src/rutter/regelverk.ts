import { iOrd, lydelser, parametrar, regler, riksinstallningar, type Parameter } from '@atergang/regelverk'
import * as z from 'zod'
import { lagrumSchema } from './arendevy.ts'

const daterad = z.object({ from: z.string(), tom: z.string().nullable(), kalla: z.string() })
const namngiven = z.object({ namn: z.string(), rubrik: z.string(), enhet: z.string(), lagrum: z.array(lagrumSchema) })
const parameterSchema = namngiven.extend({ varden: z.array(daterad.extend({ varde: z.union([z.number(), z.boolean()]), /** false: supplied with the assignment, not printed in the sources */ iKallorna: z.boolean() })) })

export const regelverkSchema = z.object({
  idag: z.string(),
  parametrar: z.array(parameterSchema),
  riksinstallningar: z.array(parameterSchema),
  regler: z.array(namngiven.extend({ versioner: z.array(daterad.extend({ rakning: z.string() })) })),
})

/** Sources that say themselves that the statute does not hold the value. */
const UTANFOR_KALLORNA = /uppgift i uppdraget|inte avgjort i källorna|riksinställning/

const parametern = <V>(p: Parameter<V>, varde: (v: V) => number | boolean) => ({
  namn: p.namn, rubrik: p.rubrik, enhet: p.enhet, lagrum: [...p.lagrum],
  varden: p.varden.map((v) => ({ from: v.from, tom: v.tom ?? null, varde: varde(v.varde), kalla: v.kalla, iKallorna: !UTANFOR_KALLORNA.test(v.kalla) })),
})

/** What the house reckons by: dated values, national settings and rules, each with its paragraphs. */
export function regelverket(idag: string): z.infer<typeof regelverkSchema> {
  return {
    idag,
    parametrar: [...parametrar.map((p) => parametern(p, (v) => v.t / v.n)), ...lydelser.map((p) => parametern<boolean>(p, (v) => v))],
    riksinstallningar: riksinstallningar.map((p) => parametern<number | boolean>(p as Parameter<number | boolean>, (v) => v)),
    regler: regler.map((r) => ({ namn: r.namn, rubrik: r.rubrik, enhet: r.enhet, lagrum: [...r.lagrum], versioner: r.versioner.map((v) => ({ from: v.from, tom: v.tom ?? null, kalla: v.kalla, rakning: iOrd(v.varde) })) })),
  }
}
