import {
  atergivning,
  lagrum,
  lydelser,
  paragrafnyckel,
  parametrar,
  regelkatalog,
  riksinstallningar,
  tackningsstatus,
  type Lagrum,
  type Stod,
} from '@atergang/regelverk'
import { KAPITELNAMN, LAGTEXTKALLA, paragrafrubrik, paragraftext } from '@atergang/regelverk/lagtext'
import { lagtackning } from '@atergang/regelverk/tackning'
import * as z from 'zod'
import { lagrumSchema } from '../forklaring.ts'
import { entydig } from './entydig.ts'

const slagSchema = z.enum(['regel', 'parameter', 'riksinställning', 'tidslinje', 'handläggning', 'fråga'])
const statusSchema = z.enum(['regel', 'fråga till människa', 'regel och fråga till människa', 'inte infört'])

/** The words of a paragraph, or what a report says it holds, or neither. */
export const paragrafordSchema = z.object({
  nyckel: z.string(),
  lagrum: lagrumSchema,
  rubrik: z.string().nullable(),
  stycken: z.array(z.object({ text: z.string(), punkter: z.array(z.string()) })).nullable(),
  aterges: z.object({ text: z.string(), kalla: z.string() }).nullable(),
  kalla: z.string().nullable(),
})
export const stodSchema = z.object({ slag: slagSchema, namn: z.string(), rubrik: z.string().nullable() })
export const paragrafSchema = paragrafordSchema.extend({
  kapitel: z.string().nullable(),
  status: statusSchema.nullable(),
  skal: z.string().nullable(),
  stod: z.array(stodSchema),
  lydelser: z.array(z.object({ regel: z.string(), rubrik: z.string(), from: z.string(), tom: z.string().nullable(), kalla: z.string() })),
  forra: z.string().nullable(),
  nasta: z.string().nullable(),
})
export const lagtackningSchema = z.object({
  kalla: z.string(),
  delar: z.array(
    z.object({
      namn: z.string(),
      rader: z.array(
        z.object({
          nyckel: z.string(),
          lagrum: lagrumSchema,
          rubrik: z.string(),
          status: statusSchema,
          skal: z.string().nullable(),
          stod: z.array(stodSchema),
        }),
      ),
    }),
  ),
})

export function paragraford(l: Lagrum): z.infer<typeof paragrafordSchema> {
  const text = paragraftext(l)
  return {
    nyckel: paragrafnyckel(l),
    lagrum: lagrum(paragrafnyckel(l)),
    rubrik: paragrafrubrik(l) ?? null,
    kalla: text ? LAGTEXTKALLA : null,
    aterges: atergivning(l) ?? null,
    stycken: text?.map((s) => ({ text: s.text, punkter: [...s.punkter] })) ?? null,
  }
}

const katalog = regelkatalog()
const raderna = new Map(lagtackning.flatMap((d) => d.rader.map((r) => [r.nyckel, r] as const)))
const medRubrik = (s: Stod): z.infer<typeof stodSchema> => ({ slag: s.slag, namn: s.namn, rubrik: entydig(s.namn) })

export const lagtackningen = (): z.infer<typeof lagtackningSchema> => ({
  kalla: LAGTEXTKALLA,
  delar: lagtackning.map((d) => ({
    namn: d.namn,
    rader: d.rader.map((r) => ({
      nyckel: r.nyckel,
      lagrum: lagrum(r.nyckel),
      rubrik: r.rubrik,
      status: tackningsstatus(r),
      skal: r.skal ?? null,
      stod: r.stod.map(medRubrik),
    })),
  })),
})

/** What rests on a paragraph outside the covered chapters: rules, values and questions that cite it. */
const citerar = (nyckel: string): Stod[] =>
  [
    ...katalog.regler.map((r) => ({ slag: 'regel' as const, namn: r.namn, nycklar: r.lagrum.map((l) => l.paragraf) })),
    ...[...parametrar, ...lydelser].map((p) => ({ slag: 'parameter' as const, namn: p.namn, nycklar: p.lagrum.map(paragrafnyckel) })),
    ...riksinstallningar.map((p) => ({ slag: 'riksinställning' as const, namn: p.namn, nycklar: p.lagrum.map(paragrafnyckel) })),
    ...katalog.fragor.map((f) => ({ slag: 'fråga' as const, namn: f.namn, nycklar: f.lagrum.map((l) => l.paragraf) })),
  ]
    .filter((x) => x.nycklar.includes(nyckel))
    .map(({ slag, namn }) => ({ slag, namn }))

/** A paragraph and what rests on it; null when the text is no citation. A paragraph of a law the house does not keep has no words. */
export function paragrafen(nyckel: string): z.infer<typeof paragrafSchema> | null {
  let l: Lagrum
  try {
    l = lagrum(nyckel)
  } catch {
    return null
  }
  const rad = raderna.get(nyckel)
  const stod = rad?.stod ?? citerar(nyckel)
  const ord = paragraford(l)
  if (!rad && !stod.length && !ord.stycken && !ord.aterges) return null
  const del = lagtackning.find((d) => d.rader.some((r) => r.nyckel === nyckel))
  const plats = del?.rader.findIndex((r) => r.nyckel === nyckel) ?? -1
  return {
    ...ord,
    kapitel: del?.namn ?? (l.kapitel ? `${l.kapitel} kap. ${KAPITELNAMN[l.kapitel] ?? ''}`.trim() : null),
    status: rad ? tackningsstatus(rad) : null,
    skal: rad?.skal ?? null,
    stod: stod.map(medRubrik),
    lydelser: katalog.regler
      .filter((r) => r.lagrum.some((x) => x.paragraf === nyckel))
      .flatMap((r) => r.versioner.map((v) => ({ regel: r.namn, rubrik: entydig(r.namn)!, from: v.from, tom: v.tom, kalla: v.kalla }))),
    forra: del?.rader[plats - 1]?.nyckel ?? null,
    nasta: del?.rader[plats + 1]?.nyckel ?? null,
  }
}
