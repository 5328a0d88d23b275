import {
  bedomningsfragor,
  brytdagar,
  iOrdning,
  lagrum,
  provfakta,
  regelkatalog,
  regelkvitto,
  regelnAttProva,
  underliggande,
  parametrarTill,
  type Katalogfraga,
  type Kataloglagrum,
  type Katalogregel,
  type Lagrum,
} from '@atergang/regelverk'
import { KAPITELNAMN } from '@atergang/regelverk/lagtext'
import * as z from 'zod'
import { forklaringSchema, lagrumSchema } from '../forklaring.ts'
import { parameterSchema, talet } from './belopp.ts'
import { entydig } from './entydig.ts'
import { lagfallFor, lagfallSchema } from './lagfall.ts'
import { paragraford, paragrafordSchema } from './paragraf.ts'

const lankSchema = z.object({ namn: z.string(), rubrik: z.string() })
const slagSchema = z.enum(['regel', 'tidsregel', 'fraga'])

export const listaSchema = z.object({
  idag: z.string(),
  kapitel: z.array(z.object({ kod: z.string(), namn: z.string() })),
  poster: z.array(
    z.object({
      slag: slagSchema,
      namn: z.string(),
      rubrik: z.string(),
      enhet: z.string().nullable(),
      lagrum: z.array(lagrumSchema),
      kapitel: z.array(z.string()),
    }),
  ),
})
export const regelSchema = z.object({
  slag: z.enum(['regel', 'tidsregel']),
  namn: z.string(),
  rubrik: z.string(),
  enhet: z.string().nullable(),
  idag: z.string(),
  paragrafer: z.array(paragrafordSchema),
  lagrum: z.array(lagrumSchema),
  versioner: z.array(z.object({ from: z.string(), tom: z.string().nullable(), kalla: z.string(), iOrd: z.string().nullable() })),
  fakta: z.array(
    z.object({
      namn: z.string(),
      rubrik: z.string(),
      slag: z.enum(['tal', 'antal', 'ja/nej', 'datum', 'perioder']),
      enhet: z.string(),
      minst: z.string().nullable(),
      hogst: z.string().nullable(),
      egen: z.boolean(),
      fraga: z.string().nullable(),
    }),
  ),
  parametrar: z.array(parameterSchema),
  underparametrar: z.array(parameterSchema),
  anvander: z.array(lankSchema),
  anvandsAv: z.array(lankSchema),
  lagfall: z.object({ egna: z.array(lagfallSchema), genomAndra: z.number().int() }),
  /** days on which anything the rule rests on changes */
  brytdagar: z.array(z.string()),
  kvitto: z.string().nullable(),
})
export const fragaSchema = z.object({
  namn: z.string(),
  rubrik: z.string(),
  enhet: z.string(),
  ord: z.string(),
  svarar: z.enum(['handlaggare', 'specialist']),
  radfraga: z.enum(['fmr', 'specialist']).nullable(),
  lagrum: z.array(lagrumSchema),
  paragrafer: z.array(paragrafordSchema),
  anvandsAv: z.array(lankSchema),
})
export const provsvarSchema = z.object({
  utfall: z.enum(['varde', 'oklart', 'inteKant']),
  varde: z.string().nullable(),
  minst: z.string().nullable(),
  hogst: z.string().nullable(),
  saknas: z.array(z.object({ typ: z.string(), namn: z.string(), text: z.string() })),
  forklaring: forklaringSchema,
})

const katalog = regelkatalog()
const fragenamn = new Set(bedomningsfragor.map((f) => f.namn))
const lankar = (namn: readonly string[]): z.infer<typeof lankSchema>[] => namn.map((n) => ({ namn: n, rubrik: entydig(n)! }))

/** The chapter a paragraph stands in, or the act when it has none. */
const kapitelkod = (l: Lagrum): string => (l.forfattning === 'SFB' ? l.kapitel! : l.forfattning)
const LAGNAMN: Readonly<Record<string, string>> = { FL: 'Förvaltningslagen', 'lag (1991:1047)': 'Lagen (1991:1047) om sjuklön' }
const kapitelnamn = (kod: string): string =>
  KAPITELNAMN[kod]
    ? `${kod} kap. ${KAPITELNAMN[kod]}`
    : (LAGNAMN[kod] ?? (/^\d/.test(kod) ? `${kod} kap.` : `${kod[0]!.toUpperCase()}${kod.slice(1)}`))
const iLagensOrdning = (a: { lagrum: readonly Kataloglagrum[] }, b: { lagrum: readonly Kataloglagrum[] }): number =>
  iOrdning(a.lagrum[0]?.paragraf ?? '', b.lagrum[0]?.paragraf ?? '')
const lagrummen = (ls: readonly Kataloglagrum[]): Lagrum[] => ls.map((l) => lagrum(l.kort))
const somPost = (x: Katalogregel | Katalogfraga) => {
  const ls = lagrummen(x.lagrum)
  return {
    slag: 'slag' in x ? x.slag : ('fraga' as const),
    namn: x.namn,
    rubrik: entydig(x.namn)!,
    enhet: x.enhet,
    lagrum: ls,
    kapitel: [...new Set(ls.map(kapitelkod))],
  }
}

/** Every rule and every question to a human, in the order of the law. */
export function listan(idag: string): z.infer<typeof listaSchema> {
  const poster = [...katalog.regler, ...katalog.fragor].sort(iLagensOrdning).map(somPost)
  const koder = [...new Set(poster.flatMap((p) => p.kapitel))].sort((a, b) =>
    iOrdning(/^\d/.test(a) ? `${a}:1` : `${a} 1`, /^\d/.test(b) ? `${b}:1` : `${b} 1`),
  )
  return { idag, kapitel: koder.map((kod) => ({ kod, namn: kapitelnamn(kod) })), poster }
}

/** Words of each paragraph once, however many of its parts are cited. */
const orden = (ls: readonly Kataloglagrum[]) => [...new Set(ls.map((l) => l.paragraf))].map((n) => paragraford(lagrum(n)))

export function regeln(namn: string, idag: string): z.infer<typeof regelSchema> | null {
  const k = katalog.regler.find((r) => r.namn === namn)
  const r = regelnAttProva(namn)
  if (!k || !r) return null
  const uttryck = 'sort' in r ? null : r
  const egna = new Set(uttryck ? parametrarTill(uttryck).map((p) => p.namn) : [])
  const under = uttryck ? underliggande(uttryck).parametrar : []
  return {
    slag: k.slag,
    namn,
    rubrik: k.rubrik,
    enhet: k.enhet,
    idag,
    lagrum: lagrummen(k.lagrum),
    paragrafer: orden(k.lagrum),
    versioner: k.versioner.map((v) => ({ ...v })),
    fakta: provfakta(r).map((f) => ({ ...f, fraga: fragenamn.has(f.namn) ? f.namn : null })),
    parametrar: under.filter((p) => egna.has(p.namn)).map(talet),
    underparametrar: under.filter((p) => !egna.has(p.namn)).map(talet),
    anvander: lankar(k.anvander),
    anvandsAv: lankar(k.anvandsAv),
    lagfall: lagfallFor(namn),
    brytdagar: uttryck ? [...brytdagar(uttryck)] : k.versioner.map((v) => v.from),
    kvitto: uttryck ? regelkvitto(uttryck) : null,
  }
}

export function fragan(namn: string): z.infer<typeof fragaSchema> | null {
  const f = katalog.fragor.find((x) => x.namn === namn)
  return f
    ? {
        namn,
        rubrik: f.rubrik,
        enhet: f.enhet,
        ord: f.ord,
        svarar: f.svarar,
        radfraga: f.radfraga,
        lagrum: lagrummen(f.lagrum),
        paragrafer: orden(f.lagrum),
        anvandsAv: lankar(f.anvandsAv),
      }
    : null
}
