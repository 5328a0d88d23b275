import type { Faltfel } from '@atergang/arende'
import * as z from 'zod'
import { faltfelen, prova } from '../../las.ts'
import { andelsintervall, horvitzThompson, skattaTotal, tIntervall, type Intervall, type Skattning } from './estimator.ts'
import { KONTROLLFYND, type Kontrollfynd, type Kontrollfyndkod } from './kontrollfynd.ts'

const id = z.string({ message: 'Id ska vara en text.' }).min(1, 'Id saknas.')
const fynd = z
  .object({
    id,
    koder: z
      .array(
        z.enum(Object.keys(KONTROLLFYND) as [Kontrollfyndkod, ...Kontrollfyndkod[]], {
          message: `Välj bland ${Object.keys(KONTROLLFYND).join(', ')}.`,
        }),
        { message: 'Koder ska vara en lista.' },
      )
      .min(1, 'Ange minst en kod; ”ingetFel” när inget fel hittades.'),
    felbelopp: z
      .number({ message: 'Skriv felbeloppet i hela kronor.' })
      .int('Skriv felbeloppet i hela kronor.')
      .min(0, 'Felbeloppet kan inte vara negativt.')
      .default(0),
  })
  .refine((f) => !f.koder.includes('ingetFel') || f.koder.length === 1, {
    message: '”ingetFel” kan inte stå med andra koder.',
    path: ['koder'],
  })
  .refine((f) => f.felbelopp === 0 || f.koder.some((k) => KONTROLLFYND[k].belopp), {
    message: 'Ett felbelopp kräver en kod som påverkar beloppet.',
    path: ['felbelopp'],
  })

const stratum = z.object({
  stratum: z.string(),
  population: z.number().int().min(1),
  urval: z.number().int().min(1),
  sannolikhet: z.number().gt(0).max(1),
})
const indata = z.object({
  urval: z.object(
    {
      plan: z.object({ population: z.number().int().min(1), strata: z.array(stratum).min(1), fro: z.number(), metod: z.string() }),
      urval: z.array(z.object({ id, stratum: z.string(), sannolikhet: z.number().gt(0).max(1) })).min(1),
    },
    { message: 'Lägg in hela svaret från ”apr urval” som urval.' },
  ),
  fynd: z.array(fynd, { message: 'Kontrollfynd ska vara en lista med ett fynd för varje dragen arbetsgivare.' }),
  riskfall: z.array(fynd).default([]),
  utbetalt: z.number().int('Skriv det utbetalda beloppet i hela kronor.').min(1).optional(),
  niva: z.number().gt(0.5, 'Konfidensnivån ska ligga mellan 0.5 och 1.').lt(1, 'Konfidensnivån ska ligga mellan 0.5 och 1.').default(0.95),
})
export type Kontrollresultat = z.output<typeof indata>

/** A draw and its findings must be of each other: every drawn employer with exactly one finding, and no other among them. */
function sammanhang(k: Kontrollresultat): Faltfel[] {
  const dragna = new Map(k.urval.urval.map((u) => [u.id, u]))
  const strata = new Map(k.urval.plan.strata.map((s) => [s.stratum, s]))
  const sedda = new Set<string>()
  const perStratum = (s: string): number => k.urval.urval.filter((u) => u.stratum === s).length
  return [
    ...k.urval.plan.strata.flatMap((s, i) =>
      perStratum(s.stratum) === s.urval
        ? []
        : [
            {
              falt: `urval.plan.strata.${i}.urval`,
              text: `Planen säger ${s.urval} dragna i ”${s.stratum}”, men urvalet har ${perStratum(s.stratum)}. Använd svaret från ”apr urval” oförändrat.`,
            },
          ],
    ),
    ...(k.urval.plan.strata.reduce((n, x) => n + x.population, 0) === k.urval.plan.population
      ? []
      : [
          { falt: 'urval.plan.population', text: 'Populationen är inte summan av sina strata. Använd svaret från ”apr urval” oförändrat.' },
        ]),
    ...k.urval.urval.flatMap((u, i) => {
      const s = strata.get(u.stratum)
      if (!s) return [{ falt: `urval.urval.${i}.stratum`, text: `Stratumet ”${u.stratum}” finns inte i planen.` }]
      return u.sannolikhet === s.urval / s.population
        ? []
        : [
            {
              falt: `urval.urval.${i}.sannolikhet`,
              text: 'Sannolikheten är inte den som planen ger. Använd svaret från ”apr urval” oförändrat.',
            },
          ]
    }),
    ...k.fynd.flatMap((f, i) => {
      const fel = sedda.has(f.id)
        ? 'Arbetsgivaren har redan ett fynd. Lägg ihop dem.'
        : dragna.has(f.id)
          ? null
          : 'Arbetsgivaren är inte dragen. Lägg fyndet bland riskfall.'
      sedda.add(f.id)
      return fel ? [{ falt: `fynd.${i}.id`, text: fel }] : []
    }),
    ...k.urval.urval.flatMap((u, i) =>
      sedda.has(u.id)
        ? []
        : [{ falt: `urval.urval.${i}.id`, text: 'Den dragna arbetsgivaren saknar fynd. Kontrollera klart, eller ange underlagEjLamnat.' }],
    ),
    ...k.riskfall.flatMap((f, i) =>
      dragna.has(f.id) ? [{ falt: `riskfall.${i}.id`, text: 'Arbetsgivaren är slumpmässigt dragen och räknas där. Ta bort raden.' }] : [],
    ),
  ]
}

/** Reads the findings of an after-control. @throws {Domanfel} naming each fault, also the drawn employers that have no finding. */
export function lasKontrollresultat(varde: unknown): Kontrollresultat {
  const { data, falt } = prova(indata, varde)
  const fel = falt ?? sammanhang(data!)
  if (fel.length) throw faltfelen('ogiltigtKontrollresultat', fel)
  return data!
}

export interface Skattat {
  readonly varde: number
  readonly standardfel: number
  /** null when the draw cannot say: then `utanIntervall` says why */
  readonly intervall: Intervall | null
  readonly utanIntervall?: string
}

export interface Kontrollskattning {
  readonly niva: number
  readonly dragna: number
  readonly population: number
  /** share of employers with a fault that meant too much was paid */
  readonly felandel: Skattat
  /** kr paid too much to the whole population in the half-year */
  readonly felbelopp: Skattat
  /** the same as a share of what was paid, when that is known */
  readonly felandelAvBelopp: Skattat | null
  readonly perKod: readonly { readonly kod: Kontrollfyndkod; readonly funna: number; readonly skattadAndel: number }[]
  /** what was really found, before any estimate: kr to recover */
  readonly funnet: { readonly medFel: number; readonly felbelopp: number }
  /** chosen for a reason: tells nothing of the population and is never added to the estimate */
  readonly riskfall: { readonly antal: number; readonly medFel: number; readonly felbelopp: number }
  readonly antaganden: readonly string[]
}

const ANTAGANDEN = [
  'Arbetsgivarna är dragna oberoende i varje stratum, var och en med sin sannolikhet i planen.',
  'Varje dragen arbetsgivare är kontrollerad. Den som inte lämnat underlag räknas som fel med sitt felbelopp.',
  'Skattningen gäller arbetsgivare som fick stöd för ansökningar det halvåret, inte andra.',
  'Ändlig population: variansen är multiplicerad med 1 − n/N i varje stratum.',
  'Andelens intervall är Korn–Graubards; beloppets bygger på t-fördelningen och är osäkert när felen är få och stora.',
] as const

const kontrollerat = (k: Kontrollresultat, vad: (f: Kontrollfynd) => number) => {
  const fynden = new Map(k.fynd.map((f) => [f.id, f]))
  return k.urval.plan.strata.map((s) => ({
    population: s.population,
    varden: k.urval.urval.filter((u) => u.stratum === s.stratum).map((u) => vad(fynden.get(u.id)!)),
  }))
}

const arFel = (f: Kontrollfynd): boolean => f.koder.some((k) => KONTROLLFYND[k].belopp)
const summa = (fynd: readonly Kontrollfynd[]): number => fynd.reduce((s, f) => s + f.felbelopp, 0)

/** The total as a share of a known number. */
const delad = (s: Skattning, med: number): Skattning => ({
  varde: s.varde / med,
  varians: s.varians / med ** 2,
  frihetsgrader: s.frihetsgrader,
})

/** Never below what was found, never above what was paid. */
function beloppsintervall(s: Skattning, k: Kontrollresultat, minst: number, hogst: number): Skattat {
  const standardfel = Math.sqrt(s.varians)
  if (minst === 0 && s.frihetsgrader > 0)
    return {
      varde: s.varde,
      standardfel,
      intervall: null,
      utanIntervall: 'Inget felbelopp hittades. Urvalet kan då inte säga hur stort det kan vara; andelen har ett intervall.',
    }
  const i = tIntervall(s, k.niva)
  return { varde: s.varde, standardfel, intervall: { fran: Math.max(minst, i.fran), till: Math.min(hogst, i.till) } }
}

/**
 * What the random draw says of all employers of the half-year: how many were paid too much, and how much, with a confidence
 * interval. Cases added for risk are reported apart and never stand in for the draw (C016).
 */
export function skatta(k: Kontrollresultat): Kontrollskattning {
  const N = k.urval.plan.population
  const dragna = k.urval.urval.length
  const andelen = (vad: (f: Kontrollfynd) => boolean): Skattning => delad(skattaTotal(kontrollerat(k, (f) => (vad(f) ? 1 : 0))), N)
  const fel = andelen(arFel)
  const belopp = skattaTotal(kontrollerat(k, (f) => f.felbelopp))
  const funnet = summa(k.fynd)
  const utbetalt = k.utbetalt ?? Infinity
  return {
    niva: k.niva,
    dragna,
    population: N,
    felandel: { varde: fel.varde, standardfel: Math.sqrt(fel.varians), intervall: andelsintervall(fel, dragna, k.niva) },
    felbelopp: beloppsintervall(belopp, k, funnet, utbetalt),
    felandelAvBelopp: k.utbetalt ? beloppsintervall(delad(belopp, k.utbetalt), k, funnet / k.utbetalt, 1) : null,
    perKod: (Object.keys(KONTROLLFYND) as Kontrollfyndkod[]).flatMap((kod) => {
      const funna = k.fynd.filter((f) => f.koder.includes(kod)).length
      return funna ? [{ kod, funna, skattadAndel: andelen((f) => f.koder.includes(kod)).varde }] : []
    }),
    funnet: { medFel: k.fynd.filter(arFel).length, felbelopp: funnet },
    riskfall: { antal: k.riskfall.length, medFel: k.riskfall.filter(arFel).length, felbelopp: summa(k.riskfall) },
    antaganden: ANTAGANDEN,
  }
}

/** The same total by each one's own chance in the draw: for an auditor who wants to see that both ways agree. */
export function skattatMedSannolikheter(k: Kontrollresultat): number {
  const fynden = new Map(k.fynd.map((f) => [f.id, f.felbelopp]))
  return horvitzThompson(k.urval.urval.map((u) => ({ varde: fynden.get(u.id)!, sannolikhet: u.sannolikhet })))
}
