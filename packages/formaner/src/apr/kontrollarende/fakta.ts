import { fakta, type Faktum, type Lage } from '@atergang/arende'
import * as z from 'zod'
import { text } from '../../las.ts'
import { arLanskod, type Lanskod } from '../lan.ts'
import { SEKTORER, type Sektor } from '../storlek.ts'
import { KONTROLLFYND, type Kontrollfynd, type Kontrollfyndkod } from '../urval/kontrollfynd.ts'
import { dra, planera, type Plan, type Urval, type Urvalsval } from '../urval/plan.ts'
import type { Population } from '../urval/population.ts'
import { skatta, type Kontrollskattning } from '../urval/skatta.ts'
import { STRATAVARIABLER } from '../urval/strata.ts'

const enhet = z.object({
  id: z.string().min(1).max(64),
  belopp: z.number().int().min(1),
  anstallda: z.number().int().min(0).optional(),
  sektor: z.enum(Object.keys(SEKTORER) as [Sektor, ...Sektor[]]).optional(),
  lan: z.custom<Lanskod>(arLanskod).optional(),
})

/** What is settled before anything is drawn: the population by ids of no meaning, the share and the strata. */
export const planSchema = z.object({
  ar: z.number().int().min(2018).max(2200),
  halvar: z.union([z.literal(1), z.literal(2)]),
  andel: z
    .string()
    .regex(/^(0,\d{1,6}|1)$/, 'Skriv andelen som ett tal över 0 och högst 1, till exempel 0,15.')
    .refine((a) => Number(a.replace(',', '.')) > 0, 'Andelen ska vara större än 0.'),
  indelning: z.array(z.enum(STRATAVARIABLER)).max(4),
  population: z.array(enhet).min(1, 'Ingen arbetsgivare fick stöd det halvåret.'),
  utanfor: z.number().int().min(0),
})
export type Planfaktum = z.output<typeof planSchema>

/** Signals that may add a case beside the draw; never in place of one. */
export const RISKSIGNALER = {
  fakturatraff: 'Samma faktura i flera ansökningar',
  allaVidTak: 'Alla rader når ett tak',
  sammaKostnad: 'Samma kostnad på alla rader',
  mangaSammaDag: 'Många anställda hos en anordnare samma dag',
  annat: 'Annat',
} as const
export type Risksignal = keyof typeof RISKSIGNALER

export const riskfallSchema = z.object({
  enhet: z.string().min(1).max(64),
  signal: z.enum(Object.keys(RISKSIGNALER) as [Risksignal, ...Risksignal[]], { message: 'Välj signal.' }),
  skal: text('Varför arbetsgivaren tas med', 1_000),
})
export const resultatSchema = z.object({
  enhet: z.string().min(1).max(64),
  koder: z.array(z.enum(Object.keys(KONTROLLFYND) as [Kontrollfyndkod, ...Kontrollfyndkod[]])).min(1),
  felbelopp: z.number().int().min(0),
})

export const froSchema = z
  .object({
    fro: z
      .number({ message: 'Skriv fröet som ett heltal.' })
      .int('Skriv fröet som ett heltal.')
      .min(0, 'Fröet kan inte vara negativt.')
      .max(Number.MAX_SAFE_INTEGER),
    satt: z.enum(['offentligt', 'tvaTjansteman'], { message: 'Välj hur fröet har tagits fram.' }),
    hur: text('Hur fröet har tagits fram', 1_000),
    /** the second of two officials */
    medverkande: z.string().trim().max(200).default(''),
  })
  .refine((f) => f.satt === 'offentligt' || f.medverkande.length > 0, {
    message: 'Skriv vem den andra tjänstemannen är.',
    path: ['medverkande'],
  })
export type Frosvar = z.output<typeof froSchema>

export interface Rondfakta {
  plan: Planfaktum
  /** the draw as it was made, byte for byte */
  urval: { text: string }
  riskfall: z.output<typeof riskfallSchema>
  resultat: z.output<typeof resultatSchema>
  skattning: Kontrollskattning
}
export type Rondfaktum = Extract<keyof Rondfakta, string>
export type Rlage = Lage<Record<string, unknown> & Rondfakta>
export const fakt = <N extends Rondfaktum>(l: Rlage, namn: N): Faktum<Rondfakta[N], N>[] =>
  fakta(l, namn) as unknown as Faktum<Rondfakta[N], N>[]

export const FAKTARUBRIK: Readonly<Record<Rondfaktum, string>> = {
  plan: 'Plan',
  urval: 'Urval',
  riskfall: 'Riskfall',
  resultat: 'Resultat',
  skattning: 'Skattning',
}

export const planfaktum = (l: Rlage): Planfaktum | undefined => fakt(l, 'plan').at(-1)?.varde
export const populationen = (p: Planfaktum): Population => ({ ar: p.ar, halvar: p.halvar, enheter: p.population, utanfor: p.utanfor })
const valet = (p: Planfaktum): Omit<Urvalsval, 'fro'> => ({ andel: p.andel, indelning: p.indelning })

/** The plan with its seed still open: shown, and kept in the journal, before anything is drawn. */
export const planen = (p: Planfaktum): Plan => planera(populationen(p), { ...valet(p), fro: null })
/** The draw, as text: the same plan and seed give the same bytes as `apr urval --json` on the same population. */
export const dragning = (p: Planfaktum, fro: number): string => JSON.stringify(dra(populationen(p), { ...valet(p), fro }))
export const urvalet = (l: Rlage): Urval | undefined => {
  const f = fakt(l, 'urval').at(-1)
  return f && (JSON.parse(f.varde.text) as Urval)
}

export interface Uttagen {
  readonly enhet: string
  readonly slag: 'dragen' | 'risk'
  readonly stratum: string | null
  readonly sannolikhet: number | null
  readonly signal: Risksignal | null
  readonly skal: string
  readonly resultat: Kontrollfynd | null
}

/** Everyone who is controlled in the round: the drawn, and beside them those chosen for a named risk. */
export function uttagna(l: Rlage): readonly Uttagen[] {
  const resultat = new Map(
    fakt(l, 'resultat').map((f) => [f.varde.enhet, { id: f.varde.enhet, koder: f.varde.koder, felbelopp: f.varde.felbelopp }]),
  )
  return [
    ...(urvalet(l)?.urval ?? []).map((u): Uttagen => ({
      enhet: u.id,
      slag: 'dragen',
      stratum: u.stratum,
      sannolikhet: u.sannolikhet,
      signal: null,
      skal: '',
      resultat: resultat.get(u.id) ?? null,
    })),
    ...fakt(l, 'riskfall').map((f): Uttagen => ({
      enhet: f.varde.enhet,
      slag: 'risk',
      stratum: null,
      sannolikhet: null,
      signal: f.varde.signal,
      skal: f.varde.skal,
      resultat: resultat.get(f.varde.enhet) ?? null,
    })),
  ]
}

/** The estimate, when every drawn employer has its result; risk cases are told apart. */
export function skattningen(l: Rlage): Kontrollskattning | null {
  const p = planfaktum(l)
  const u = urvalet(l)
  if (!p || !u || u.plan.fro === null) return null
  const alla = uttagna(l)
  const dragna = alla.filter((x) => x.slag === 'dragen')
  if (dragna.some((x) => !x.resultat)) return null
  const fynd = (xs: readonly Uttagen[]) =>
    xs.flatMap((x) => (x.resultat ? [{ id: x.resultat.id, koder: [...x.resultat.koder], felbelopp: x.resultat.felbelopp }] : []))
  return skatta({
    urval: { plan: { ...u.plan, fro: u.plan.fro, strata: [...u.plan.strata] }, urval: [...u.urval] },
    fynd: fynd(dragna),
    riskfall: fynd(alla.filter((x) => x.slag === 'risk')),
    utbetalt: p.population.reduce((s, e) => s + e.belopp, 0),
    niva: 0.95,
  })
}
