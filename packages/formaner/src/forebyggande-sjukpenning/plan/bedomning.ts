import { gallandeSvar, type Begaran, type Svar } from '@atergang/arende'
import * as z from 'zod'
import { oppnadIgen } from '../../gemensamt/oppnad.ts'
import { underlagAv } from '../../gemensamt/steg.ts'
import { datumSchema, text } from '../../las.ts'
import { kapitlet } from '../evidens/diagnos.ts'
import type { Evidenssvar } from '../evidens/register.ts'
import { fakt, diagnosSchema, syfteSchema, type Flage, type Registerlage, type TidigarePlan } from '../fakta.ts'
import { KOMPLETTERINGSFALT, type Kompletteringsfalt } from '../koder/koder.ts'
import { PLANSKAL, type Planskal } from '../koder/skal.ts'
import { diagnoserna, granskningsnyckel, utlatandena, type Planmal } from './planlage.ts'
import type { Planbehandling } from './plan.ts'
import { nycklar } from '../../gemensamt/kodval.ts'

// The human judgements of step 1 (27 kap. 6 § SFB): their forms, keys and what each rests on.

const jaNejOklart = (vad: string) => z.enum(['ja', 'nej', 'oklart'], { message: vad })
const skal = text('Skälet')

/** One thing asked for: the field, in words, why, of whom and how (section 14 of the specification). */
export const kompletteringsradSchema = z.object({
  falt: z.enum(nycklar<Kompletteringsfalt>(KOMPLETTERINGSFALT), { message: 'Välj vilket fält som saknas.' }),
  text: text('Frågan', 2000),
  skal: text('Varför uppgiften behövs', 1000),
})
export type Kompletteringsrad = z.infer<typeof kompletteringsradSchema>

export const kompletteraSchema = z.object({
  till: z.enum(['vard', 'forsakrad'], { message: 'Välj vem du frågar.' }),
  kanal: z.enum(['minaSidor', 'brev', 'telefon', 'vardkanal'], { message: 'Välj hur du frågar.' }).default('brev'),
  rader: z.array(kompletteringsradSchema).min(1, 'Ange minst en sak att fråga om.'),
  senast: datumSchema.optional(),
})
export type Komplettera = z.infer<typeof kompletteraSchema>

export const utlatandegranskningSchema = z.discriminatedUnion('beslut', [
  /** the statement will do; the diagnoses as they are to stand in the register (B033, L007) */
  z.object({
    beslut: z.literal('racker'),
    diagnoser: z.array(diagnosSchema).min(1, 'Ange diagnosen (ICD-10-SE). Står den inte i utlåtandet: fråga läkaren.'),
    skal: z.string().trim().max(4000).default(''),
  }),
  z.object({ beslut: z.literal('komplettera'), fraga: kompletteraSchema }),
  /** no statement has come though asked for: the plan is tried on what there is */
  z.object({ beslut: z.literal('provasUtan'), skal }),
])
export type UtlatandegranskningSvar = z.infer<typeof utlatandegranskningSchema>

export const ordinationSchema = z.object({
  ordinerad: jaNejOklart('Svara om behandlingen är ordinerad av läkare.'),
  skal,
  fraga: kompletteraSchema.optional(),
})
export type OrdinationSvar = z.infer<typeof ordinationSchema>

export const RISKGRUNDER = {
  utlatande: 'läkarens utlåtande',
  tidigareSjukskrivning: 'tidigare sjukskrivning',
  undersokning: 'undersökning',
  arbetsforhallanden: 'förhållanden i arbetet',
  annat: 'annat',
} as const

export const riskSchema = z.object({
  sjukdom: text('Vilken sjukdom risken gäller', 1000),
  forvantadNedsattning: z.enum(['minstEnFjardedel', 'mindre', 'oklart'], {
    message: 'Välj hur mycket arbetsförmågan riskerar att sättas ned.',
  }),
  hurVisad: z.array(z.enum(nycklar<keyof typeof RISKGRUNDER>(RISKGRUNDER))).min(1, 'Välj minst en sak som bedömningen bygger på.'),
  visad: jaNejOklart('Svara om risken är visad.'),
  skal,
  fraga: kompletteraSchema.optional(),
})
export type RiskSvar = z.infer<typeof riskSchema>

export const evidensSchema = z.object({
  stodForProblemet: jaNejOklart('Svara om behandlingen har stöd för det här problemet.'),
  upplaggetPassar: jaNejOklart('Svara om upplägg och omfattning passar förmånen.'),
  skal,
  /** entries of the register that were shown */
  evidensposter: z.array(z.string()).default([]),
  /** like cases that were looked at, by their keys */
  liknandeFall: z.array(z.string()).default([]),
  /** the question to the adviser, when one is put */
  fragaFmr: z.string().trim().max(4000).optional(),
  fraga: kompletteraSchema.optional(),
  /** the person has had the same treatment before: what is different this time, or why the same again (B029) */
  denHarGangen: z.string().trim().max(2000).optional(),
})
export type EvidensSvar = z.infer<typeof evidensSchema>

export const planbedomningSchema = z.object({
  syfte: syfteSchema.optional(),
  behandlingar: z
    .array(
      z
        .object({
          id: z.string(),
          godkanns: z.enum(['ja', 'nej', 'begransat'], { message: 'Välj om behandlingen godkänns.' }),
          from: datumSchema.optional(),
          tom: datumSchema.optional(),
          hogstTillfallen: z.number().int('Ange antalet som ett heltal.').min(1, 'Minst ett tillfälle.').optional(),
          skal: z.array(z.enum(nycklar<Planskal>(PLANSKAL))).default([]),
          text: text('Motiveringen'),
        })
        .refine((b) => !b.from || !b.tom || b.from <= b.tom, {
          message: 'Perioden slutar innan den börjar. Byt plats på dagarna.',
          path: ['tom'],
        }),
    )
    .min(1, 'Ta ställning till varje behandling.'),
})
export type PlanbedomningSvar = z.infer<typeof planbedomningSchema>

export const riktaSgiSchema = z.discriminatedUnion('satt', [
  z.object({ satt: z.literal('samtal'), text: text('Vad du berättade') }),
  z.object({ satt: z.literal('brev') }),
  z.object({ satt: z.literal('iBeslutet'), skal: text('Skälet') }),
])
export type RiktaSgiSvar = z.infer<typeof riktaSgiSchema>

// --- keys and what the answers rest on ----------------------------------------------------------------

export const ordinationsnyckel = (p: Planmal): string => `ordination:${p.ansokan.id}`
export const risknyckel = (p: Planmal): string => `risk:${p.ansokan.id}`
export const evidensnyckel = (p: Planmal, behandling: string): string => `evidens:${p.ansokan.id}:${behandling}`
export const planbedomningsnyckel = (p: Planmal): string => `planbedomning:${p.ansokan.id}`
export const sgiinformationsnyckel = (p: Planmal): string => `informeraOmSgi:${p.ansokan.id}`

/** Answers to what was asked about the plan: a judgement made before them is made anew. Those to the adviser are told by treatment. */
const besvarade = (l: Flage): string[] => {
  const ersattningar = new Set(fakt(l, 'ansokanErsattning').map((f) => f.id))
  return l.begaran
    .filter(
      (b) =>
        b.svar && b.typ !== 'fmrKonsultation' && b.typ !== 'uppfoljning' && b.typ !== 'arbetsschema' && !(b.om && ersattningar.has(b.om)),
    )
    .map((b) => b.id)
}

const planensGrund = (l: Flage, p: Planmal) => ({
  ansokan: p.ansokan.id,
  utlatanden: utlatandena(l, p).map((u) => u.id),
  besvarade: besvarade(l),
})

export const granskningsgrund = (l: Flage, p: Planmal) => ({
  ...planensGrund(l, p),
  aterkallade: l.begaran.filter((b) => b.aterkallad && (b.typ === 'utlatande' || b.typ === 'utlatandekomplettering')).map((b) => b.id),
})
export const ordinationsgrund = (l: Flage, p: Planmal) => ({ ...planensGrund(l, p), oppnad: oppnadIgen(l, ordinationsnyckel(p)) })
export const riskgrund = (l: Flage, p: Planmal) => ({ ...planensGrund(l, p), oppnad: oppnadIgen(l, risknyckel(p)) })

/** The adviser's answers about a treatment. */
export const konsultationer = (l: Flage, p: Planmal, behandling: string): Begaran[] =>
  l.begaran.filter((b) => b.typ === 'fmrKonsultation' && (b.om === evidensnyckel(p, behandling) || b.om === undefined))

export const registerlaget = (l: Flage, p: Planmal, behandling: string) =>
  fakt(l, 'registerlage').findLast((f) => f.varde.ansokan === p.ansokan.id && f.varde.behandling === behandling)

export const evidensgrund = (l: Flage, p: Planmal, behandling: string) => ({
  ...planensGrund(l, p),
  diagnoser: diagnoserna(l).map((d) => d.kod),
  register: registerlaget(l, p, behandling)?.id ?? null,
  fmr: konsultationer(l, p, behandling)
    .filter((b) => b.svar)
    .map((b) => b.id),
  oppnad: oppnadIgen(l, evidensnyckel(p, behandling)),
})

export const granskat = (l: Flage, p: Planmal): Svar<UtlatandegranskningSvar> | undefined =>
  gallandeSvar(l, granskningsnyckel(p), underlagAv(granskningsgrund(l, p)))
export const ordinationen = (l: Flage, p: Planmal): Svar<OrdinationSvar> | undefined =>
  gallandeSvar(l, ordinationsnyckel(p), underlagAv(ordinationsgrund(l, p)))
export const risken = (l: Flage, p: Planmal): Svar<RiskSvar> | undefined => gallandeSvar(l, risknyckel(p), underlagAv(riskgrund(l, p)))
export const evidensen = (l: Flage, p: Planmal, behandling: string): Svar<EvidensSvar> | undefined =>
  gallandeSvar(l, evidensnyckel(p, behandling), underlagAv(evidensgrund(l, p, behandling)))

/** The statement names the doctor who has ordered the treatment: then nobody needs to ask. */
export function ordineradIUtlatandet(l: Flage, p: Planmal): boolean {
  const u = utlatandena(l, p).at(-1)?.varde
  return u !== undefined && u.lakare !== '' && (u.ordinerad !== undefined || u.signerad !== undefined)
}

/** What the whole judgement of the plan rests on: the answers to its parts. */
export const planbedomningsgrund = (l: Flage, p: Planmal) => ({
  ansokan: p.ansokan.id,
  ordination: ordinationen(l, p)?.id ?? ordineradIUtlatandet(l, p),
  risk: risken(l, p)?.id ?? null,
  evidens: p.attProva.map((b) => evidensen(l, p, b.id)?.id ?? null),
  oppnad: oppnadIgen(l, planbedomningsnyckel(p)),
})
export const planbedomningen = (l: Flage, p: Planmal): Svar<PlanbedomningSvar> | undefined =>
  gallandeSvar(l, planbedomningsnyckel(p), underlagAv(planbedomningsgrund(l, p)))

/** Stances by treatment, as they were fetched; null when nothing has been. */
export const stallningarna = (l: Flage, p: Planmal): ReadonlyMap<string, Evidenssvar> =>
  new Map(
    p.attProva.flatMap((b): [string, Evidenssvar][] => {
      const r: Registerlage | undefined = registerlaget(l, p, b.id)?.varde
      return r ? [[b.id, r.svar]] : []
    }),
  )

/** Earlier plans of the same treatment and diagnosis chapter: then the officer says what is different (B029). */
export function sammaForut(l: Flage, b: Pick<Planbehandling, 'behandling'>): readonly TidigarePlan[] {
  const kapitel = new Set(diagnoserna(l).flatMap((d) => kapitlet(d.kod) ?? []))
  const planer = fakt(l, 'tidigarePlaner').at(-1)?.varde.planer ?? []
  return planer.filter(
    (t) =>
      t.behandlingar.some((x) => x.behandling === b.behandling) && (kapitel.size === 0 || t.diagnoskapitel.some((k) => kapitel.has(k))),
  )
}
