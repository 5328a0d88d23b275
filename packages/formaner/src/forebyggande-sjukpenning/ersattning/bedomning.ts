import { gallandeSvar, senasteSvar, type Svar } from '@atergang/arende'
import { innehaller, type Datum } from '@atergang/kalender'
import { langResaMinuter, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { andraArenden } from '../../gemensamt/andraArenden.ts'
import { oppnadIgen } from '../../gemensamt/oppnad.ts'
import { underlagAv } from '../../gemensamt/steg.ts'
import { gradEllerIngen, text } from '../../las.ts'
import { arbetsschemaSchema, arsarbetstidSchema, fakt, type Flage, type YrkatTillfalle } from '../fakta.ts'
import { avbrotDen, godkandaBehandlingar } from '../plan/planlage.ts'
import { tidsatgang } from '../tid/tillfalle.ts'
import {
  arArbetslos,
  arbetsdagPa,
  arbetssokandet,
  arsarbetstiden,
  helSjukersattning,
  sysselsattningen,
  uppgivenInkomst,
} from '../uppgifter.ts'
import { arAvvikelse, malperiod, matchade, yrkadeDatum, type Ersattningsmal, type Matchat } from './ersattningslage.ts'

// What a human judges of a claim: each question with what it rests on. A claim that is like its plan meets none of them.

const skal = text('Skälet')

/** The answer that holds: given on what the question rests on now; of a decided claim the one it was decided on. */
const svaret = <S>(l: Flage, m: Ersattningsmal, nyckel: string, grund: unknown): Svar<S> | undefined =>
  m.beslut ? senasteSvar<S>(l, nyckel) : gallandeSvar<S>(l, nyckel, underlagAv(grund))

// --- motPlanen -------------------------------------------------------------------------------------------

export const avvikelseSchema = z.object({
  tillfallen: z
    .array(
      z.object({
        id: z.string(),
        val: z.enum(['ingarIPlanen', 'nyPlanBehovs', 'ingarInte'], { message: 'Välj om tillfället ingår.' }),
        skal,
      }),
    )
    .min(1, 'Ta ställning till varje tillfälle.'),
})
export type AvvikelseSvar = z.infer<typeof avvikelseSchema>

export const avvikelser = (l: Flage, m: Ersattningsmal): Matchat[] => matchade(l, m).filter(arAvvikelse)
/** Nothing at all is approved: then nothing claimed is in a plan, and there is nothing to judge. */
export const utanGodkandPlan = (l: Flage): boolean => godkandaBehandlingar(l).length === 0
export const avvikelsenyckel = (m: Ersattningsmal): string => `motPlanen:${m.ansokan.id}`
export const avvikelsegrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  avvikelser: avvikelser(l, m).map((x) => [x.tillfalle.id, x.traff]),
  plan: godkandaBehandlingar(l).map((g) => [g.id, g.beslutId, g.tillfallen.length]),
  oppnad: oppnadIgen(l, avvikelsenyckel(m)),
})
export const avvikelsesvaret = (l: Flage, m: Ersattningsmal) => svaret<AvvikelseSvar>(l, m, avvikelsenyckel(m), avvikelsegrund(l, m))

// --- genomford -------------------------------------------------------------------------------------------

export const genomforandeSchema = z.object({
  tillfallen: z
    .array(z.object({ id: z.string(), genomfort: z.enum(['ja', 'nej'], { message: 'Svara om behandlingen genomfördes.' }), skal }))
    .min(1),
})
export type GenomforandeSvar = z.infer<typeof genomforandeSchema>

export interface Tveksamt {
  readonly tillfalle: YrkatTillfalle
  readonly varfor: string
}

/** Occasions that somebody has said otherwise about: the provider's dates, or an end before the day (B027–B028). Else honour and conscience are enough. */
export function tveksamma(l: Flage, m: Ersattningsmal): Tveksamt[] {
  return m.ansokan.varde.tillfallen.flatMap((t) => {
    const slut = avbrotDen(l, t.behandling)
    if (slut && t.datum > slut) return [{ tillfalle: t, varfor: `Behandlingen uppges ha slutat ${slut}.` }]
    const n = fakt(l, 'narvaro').findLast((f) => f.varde.behandling === t.behandling)
    if (!n) return []
    const dagar = [...n.varde.datum].sort()
    return innehaller({ from: dagar[0]!, tom: dagar.at(-1)! }, t.datum) && !dagar.includes(t.datum)
      ? [{ tillfalle: t, varfor: 'Vårdgivarens uppgift om närvaro har inte dagen med.' }]
      : []
  })
}
export const genomforandenyckel = (m: Ersattningsmal): string => `genomforande:${m.ansokan.id}`
export const genomforandegrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  tveksamma: tveksamma(l, m).map((x) => [x.tillfalle.id, x.varfor]),
  oppnad: oppnadIgen(l, genomforandenyckel(m)),
})
export const genomforandesvaret = (l: Flage, m: Ersattningsmal) =>
  svaret<GenomforandeSvar>(l, m, genomforandenyckel(m), genomforandegrund(l, m))

// --- arbetsschema ----------------------------------------------------------------------------------------

export const arbetsschemaSvarSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('fraga'),
    till: z.enum(['forsakrad', 'arbetsgivare'], { message: 'Välj vem du frågar.' }),
    text: text('Frågan', 2000),
  }),
  z.object({
    val: z.literal('uppgift'),
    arbetsschema: arbetsschemaSchema.optional(),
    arsarbetstid: arsarbetstidSchema.optional(),
    arbetssokandeTimmar: z.number().min(0).max(24).optional(),
    kalla: text('Varifrån uppgiften kommer', 500),
  }),
])
export type ArbetsschemaSvar = z.infer<typeof arbetsschemaSvarSchema>

export interface Okant {
  readonly dagar: readonly Datum[]
  readonly arsarbetstid: boolean
}

/** What of the working time is not known for the dates claimed; asked for only then (B024). */
export function okandArbetstid(l: Flage, m: Ersattningsmal): Okant {
  const dagar = yrkadeDatum(m)
  const bara = (d: Datum) =>
    !arArbetslos(l, d) && !(sysselsattningen(l, d) === 'egenforetagare' && (uppgivenInkomst(l)?.inkomst.anstallning ?? 0) === 0)
  return {
    dagar: dagar.filter((d) => arbetsdagPa(l, d) === undefined),
    arsarbetstid: dagar.some((d) => bara(d) && arsarbetstiden(l, d) === undefined),
  }
}
export const arOkand = (o: Okant): boolean => o.dagar.length > 0 || o.arsarbetstid
export const arbetsschemanyckel = (m: Ersattningsmal): string => `arbetsschema:${m.ansokan.id}`
export const arbetsschemagrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  okant: okandArbetstid(l, m),
  besvarade: l.begaran.filter((b) => b.typ === 'arbetsschema' && (b.svar ?? b.aterkallad)).map((b) => b.id),
})

// --- arbetssokande ---------------------------------------------------------------------------------------

export const arbetssokandeSvarSchema = z
  .object({
    anmald: z.boolean({ message: 'Svara om personen var anmäld som arbetssökande.' }),
    beredd: z.boolean({ message: 'Svara om personen var beredd att ta ett arbete.' }),
    oskaligt: z.boolean().default(false),
    skal,
  })
  .refine((s) => !s.oskaligt || !(s.anmald && s.beredd), { message: 'Kravet är uppfyllt. Då behövs inget undantag.', path: ['oskaligt'] })
export type ArbetssokandeSvar = z.infer<typeof arbetssokandeSvarSchema>

export const arbetslosaDagar = (l: Flage, m: Ersattningsmal): Datum[] => yrkadeDatum(m).filter((d) => arArbetslos(l, d))
export const arbetssokandenyckel = (m: Ersattningsmal): string => `arbetssokande:${m.ansokan.id}`
export const arbetssokandegrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  dagar: arbetslosaDagar(l, m),
  uppgift: arbetslosaDagar(l, m)[0] ? (arbetssokandet(l, arbetslosaDagar(l, m)[0]!) ?? null) : null,
  oppnad: oppnadIgen(l, arbetssokandenyckel(m)),
})
export const arbetssokandesvaret = (l: Flage, m: Ersattningsmal) =>
  svaret<ArbetssokandeSvar>(l, m, arbetssokandenyckel(m), arbetssokandegrund(l, m))

// --- nodvandigTid ----------------------------------------------------------------------------------------

/** A journey one way beyond so many minutes, or preparation longer than the treatment: a human says whether it was necessary (27 kap. 7 §, HFD 2019 ref. 42). The limits are ours: the sources name none. */
export const langResa = (m: Ersattningsmal): number => vardetDen(langResaMinuter, malperiod(m).from)

export const nodvandigTidSchema = z.object({
  tillfallen: z
    .array(
      z.object({
        id: z.string(),
        forberedelseMin: z.number().int().min(0),
        efterMin: z.number().int().min(0),
        resaDitMin: z.number().int().min(0),
        resaHemMin: z.number().int().min(0),
        skal,
      }),
    )
    .min(1),
})
export type NodvandigTidSvar = z.infer<typeof nodvandigTidSchema>

export const langaTider = (m: Ersattningsmal): YrkatTillfalle[] =>
  m.ansokan.varde.tillfallen.filter((t) => {
    const lang = langResa(m)
    const { dit, hem, forberedelse, efter, behandling } = tidsatgang(t)
    return dit > lang || hem > lang || forberedelse + efter > behandling
  })
export const nodvandigTidsnyckel = (m: Ersattningsmal): string => `nodvandigTid:${m.ansokan.id}`
export const nodvandigTidsgrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  tillfallen: langaTider(m).map((t) => t.id),
  oppnad: oppnadIgen(l, nodvandigTidsnyckel(m)),
})
export const nodvandigTidssvaret = (l: Flage, m: Ersattningsmal) =>
  svaret<NodvandigTidSvar>(l, m, nodvandigTidsnyckel(m), nodvandigTidsgrund(l, m))

// --- annanErsattning -------------------------------------------------------------------------------------

export const annanErsattningSchema = z.object({ dagar: z.array(z.object({ datum: z.string(), hogst: gradEllerIngen, skal })).min(1) })
export type AnnanErsattningSvar = z.infer<typeof annanErsattningSchema>

/** Claimed dates on which the person is paid sjukpenning in another case, and how much: both are never paid for the same part of a day. */
export const sammaDagar = (l: Flage, m: Ersattningsmal): { datum: Datum; grad: number; nummer: string }[] =>
  yrkadeDatum(m).flatMap((datum) => {
    const p = andraArenden(l).flatMap((a) =>
      a.betalda.filter((b) => innehaller(b, datum)).map((b) => ({ datum, grad: b.grad, nummer: a.nummer })),
    )[0]
    return p && !helSjukersattning(l, datum) ? [p] : []
  })
export const annanErsattningsnyckel = (m: Ersattningsmal): string => `annanErsattning:${m.ansokan.id}`
export const annanErsattningsgrund = (l: Flage, m: Ersattningsmal) => ({
  ansokan: m.ansokan.id,
  dagar: sammaDagar(l, m),
  oppnad: oppnadIgen(l, annanErsattningsnyckel(m)),
})
export const annanErsattningssvaret = (l: Flage, m: Ersattningsmal) =>
  svaret<AnnanErsattningSvar>(l, m, annanErsattningsnyckel(m), annanErsattningsgrund(l, m))
