import { dagarMellan, innehaller, manadensForsta, type Datum, type Period } from '@atergang/kalender'
import { median } from '../../gemensamt/median.ts'
import { kapitlet } from '../evidens/diagnos.ts'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { ersattaDagar, type Forebyggandepost, type Kompletteringspost } from './post.ts'
import { del, HELA_LANDET, iGrupper, mottagarna, utanCovid, type Del, type Grupp } from './urval.ts'

// Definitions of the overview for unit and country (point 8 of the issue). Covid-19 is out of all of them; every figure carries its N.

export interface Inflodesrad {
  readonly grupp: string
  readonly manad: Datum
  readonly planer: number
  readonly ersattningar: number
}

/** Applications that came in, by month: plans (step 1) and claims (step 2) apart. */
export function inflode(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Inflodesrad[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) => {
    const planer = gruppera(ps, (p) => manadensForsta(p.inkom))
    const ersattningar = gruppera(
      ps.flatMap((p) => p.ersattningar),
      (e) => manadensForsta(e.inkom),
    )
    return [...new Set([...planer.keys(), ...ersattningar.keys()])]
      .sort()
      .map((manad) => ({ grupp: namn, manad, planer: planer.get(manad)?.length ?? 0, ersattningar: ersattningar.get(manad)?.length ?? 0 }))
  })
}

export interface Ledtidsrad {
  readonly grupp: string
  readonly steg: 1 | 2
  /** decided, and waiting for a decision */
  readonly n: number
  readonly oppna: number
  /** days from application to decision; null when nothing is decided */
  readonly median: number | null
  readonly p90: number | null
  readonly langst: number | null
}

/** Days from application to decision, step by step. */
export function ledtider(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Ledtidsrad[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) => [
    ledtid(
      namn,
      1,
      ps.map((p) => ({ inkom: p.inkom, dag: p.planbeslut?.dag ?? null })),
    ),
    ledtid(
      namn,
      2,
      ps.flatMap((p) => p.ersattningar.map((e) => ({ inkom: e.inkom, dag: e.beslut?.dag ?? null }))),
    ),
  ])
}

function ledtid(grupp: string, steg: 1 | 2, rader: readonly { inkom: Datum; dag: Datum | null }[]): Ledtidsrad {
  const dagar = rader.flatMap((r) => (r.dag ? [dagarMellan(r.inkom, r.dag)] : [])).sort((a, b) => a - b)
  return {
    grupp,
    steg,
    n: dagar.length,
    oppna: rader.length - dagar.length,
    median: median(dagar),
    p90: dagar[Math.ceil(dagar.length * 0.9) - 1] ?? null,
    langst: dagar.at(-1) ?? null,
  }
}

export interface Kompletteringsrad extends Del {
  readonly grupp: string
  readonly formularversion: string
  readonly steg: 1 | 2
  readonly falt: Kompletteringspost['falt']
  /** requests; a case asked twice for the same counts twice here and once in the share */
  readonly fragor: number
}

/** The share of applications that had to be completed, by area, form version and field (B024–B025, B051–B052). `n`: applications on that form; of a form that comes with every application, as the statement, all of the step. */
export function kompletteringar(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Kompletteringsrad[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) => {
    const ansokningar = ps.flatMap((p) => [
      { steg: 1 as const, formularversion: p.formularversion },
      ...p.ersattningar.map((e) => ({ steg: 2 as const, formularversion: e.formularversion })),
    ])
    const antal = gruppera(ansokningar, (a) => `${a.steg} ${a.formularversion}`)
    const fragor = ps.flatMap((p) => p.kompletteringar.map((k) => ({ ...k, arende: p.arende })))
    return [...gruppera(fragor, (k) => JSON.stringify([k.formularversion, k.steg, k.falt]))]
      .map(([, ks]) => {
        const { formularversion, steg, falt } = ks[0]!
        return {
          grupp: namn,
          formularversion,
          steg,
          falt,
          fragor: ks.length,
          ...del(
            new Set(ks.map((k) => k.arende)).size,
            antal.get(`${steg} ${formularversion}`)?.length ?? ansokningar.filter((a) => a.steg === steg).length,
          ),
        }
      })
      .sort(
        (a, b) =>
          a.formularversion.localeCompare(b.formularversion, 'sv', { numeric: true }) ||
          a.steg - b.steg ||
          b.fragor - a.fragor ||
          a.falt.localeCompare(b.falt),
      )
  })
}

export interface Utfallsrad {
  readonly grupp: string
  readonly steg: 1 | 2
  readonly n: number
  readonly bifall: Del
  readonly delvis: Del
  readonly avslag: Del
  /** how often each reason stood in a refusal or part refusal, the most common first */
  readonly skal: readonly (Del & { readonly kod: string })[]
}

/** Approvals and refusals at each step with their reasons. Decisions are counted, not persons (X35). */
export function utfall(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Utfallsrad[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) => [
    utfallsrad(
      namn,
      1,
      ps.flatMap((p) => (p.planbeslut ? [{ utfall: PLANUTFALL[p.planbeslut.utfall], skal: p.planbeslut.skal }] : [])),
    ),
    utfallsrad(
      namn,
      2,
      ps.flatMap((p) =>
        p.ersattningar.flatMap((e) => (e.beslut ? [{ utfall: ERSATTNINGSUTFALL[e.beslut.utfall], skal: e.beslut.skal }] : [])),
      ),
    ),
  ])
}

const PLANUTFALL = { godkand: 'bifall', delvis: 'delvis', ejGodkand: 'avslag' } as const
const ERSATTNINGSUTFALL = { beviljad: 'bifall', delvis: 'delvis', avslag: 'avslag' } as const

function utfallsrad(
  grupp: string,
  steg: 1 | 2,
  beslut: readonly { utfall: 'bifall' | 'delvis' | 'avslag'; skal: readonly string[] }[],
): Utfallsrad {
  const antal = (u: string): Del => del(beslut.filter((b) => b.utfall === u).length, beslut.length)
  const negativa = beslut.filter((b) => b.utfall !== 'bifall')
  const skal = [
    ...gruppera(
      negativa.flatMap((b) => [...new Set(b.skal)]),
      (s) => s,
    ),
  ]
    .map(([kod, xs]) => ({ kod, ...del(xs.length, negativa.length) }))
    .sort((a, b) => b.antal - a.antal || a.kod.localeCompare(b.kod))
  return { grupp, steg, n: beslut.length, bifall: antal('bifall'), delvis: antal('delvis'), avslag: antal('avslag'), skal }
}

export type Arendeutfall = 'godkandOchBeviljad' | 'godkandEjBeviljad' | 'delvisGodkand' | 'ejGodkand'

/** How a case ended so far; null before the plan is decided. */
export function arendeutfall(p: Forebyggandepost): Arendeutfall | null {
  if (!p.planbeslut) return null
  if (p.planbeslut.utfall !== 'godkand') return p.planbeslut.utfall === 'delvis' ? 'delvisGodkand' : 'ejGodkand'
  return ersattaDagar(p).length ? 'godkandOchBeviljad' : 'godkandEjBeviljad'
}

export interface Konsultationsrad extends Del {
  readonly grupp: string
  readonly utfall: Arendeutfall
}

/** The share of cases in which the insurance medical adviser was asked before the plan was decided, by outcome (H015). */
export function konsultationer(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Konsultationsrad[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) =>
    UTFALLSORDNING.flatMap((u) => {
      const med = ps.filter((p) => arendeutfall(p) === u)
      return med.length
        ? [{ grupp: namn, utfall: u, ...del(med.filter((p) => p.fmr.some((d) => d <= p.planbeslut!.dag)).length, med.length) }]
        : []
    }),
  )
}

const UTFALLSORDNING: readonly Arendeutfall[] = ['godkandOchBeviljad', 'godkandEjBeviljad', 'delvisGodkand', 'ejGodkand']

export interface Konsultationstakt {
  readonly grupp: string
  readonly manad: Datum
  readonly fmr: number
  readonly specialist: number
}

/** How often the adviser and the specialists are asked, month by month (H017). */
export function konsultationstakt(poster: readonly Forebyggandepost[], grupp: Grupp = HELA_LANDET): Konsultationstakt[] {
  return iGrupper(utanCovid(poster), grupp).flatMap(([namn, ps]) => {
    const antal = (dagar: readonly Datum[]) => gruppera(dagar, manadensForsta)
    const [fmr, specialist] = [antal(ps.flatMap((p) => p.fmr)), antal(ps.flatMap((p) => p.specialist))]
    return [...new Set([...fmr.keys(), ...specialist.keys()])]
      .sort()
      .map((manad) => ({ grupp: namn, manad, fmr: fmr.get(manad)?.length ?? 0, specialist: specialist.get(manad)?.length ?? 0 }))
  })
}

export interface Aterkommanderad {
  readonly grupp: string
  /** persons with benefit in the period */
  readonly mottagare: number
  /** had none before it */
  readonly forsta: Del
  readonly aterkommande: Del
  /** with paid days in more than one case within the period */
  readonly fleraArenden: Del
}

/** First-time against returning recipients (B053): returning had preventive benefit on a day before the period, as far as the records go back. */
export function forstaOchAterkommande(poster: readonly Forebyggandepost[], period: Period, grupp: Grupp = HELA_LANDET): Aterkommanderad[] {
  const forst = new Map<string, Datum>()
  for (const p of utanCovid(poster))
    for (const d of ersattaDagar(p)) if (!forst.has(p.person) || d.datum < forst.get(p.person)!) forst.set(p.person, d.datum)
  return [...gruppera(mottagarna(poster, period), (m) => grupp(m.arenden[0]!))]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([namn, ms]) => {
      const nya = ms.filter((m) => forst.get(m.person)! >= period.from).length
      return {
        grupp: namn,
        mottagare: ms.length,
        forsta: del(nya, ms.length),
        aterkommande: del(ms.length - nya, ms.length),
        fleraArenden: del(ms.filter((m) => m.arenden.length > 1).length, ms.length),
      }
    })
}

/** Applications by a person who has applied before (B029), of all applications in the period. */
export function aterkommandeSokande(poster: readonly Forebyggandepost[], period: Period): Del {
  const alla = utanCovid(poster)
  const i = alla.filter((p) => innehaller(period, p.inkom))
  return del(i.filter((p) => alla.some((q) => q.person === p.person && q.inkom < p.inkom)).length, i.length)
}

/** Treatments that had begun before the plan was decided, of all with a decided plan (B018). */
export function startForeBeslut(poster: readonly Forebyggandepost[]): Del {
  const provade = utanCovid(poster).filter((p) => p.planbeslut && p.behandlingar.length)
  return del(provade.filter((p) => p.behandlingar.some((b) => b.from < p.planbeslut!.dag)).length, provade.length)
}

export interface Korstabellrad extends Del {
  readonly rad: string
  readonly kolumn: string
}

/** Cases by two things at once, with the share within the row: caregiver × diagnosis chapter (B034), initiator × area (B039), history × treatment (B037). */
export function korstabell(poster: readonly Forebyggandepost[], rad: Grupp, kolumn: Grupp): Korstabellrad[] {
  return iGrupper(utanCovid(poster), rad).flatMap(([r, ps]) =>
    iGrupper(ps, kolumn).map(([k, xs]) => ({ rad: r, kolumn: k, ...del(xs.length, ps.length) })),
  )
}

/** Things cases are grouped by, by name. */
export const GRUPPER = {
  omrade: (p) => p.omrade,
  lan: (p) => p.lan,
  kon: (p) => p.kon,
  initiativ: (p) => p.initiativ,
  vardgivartyp: (p) => p.behandlingar[0]?.vardgivartyp ?? 'okänd',
  behandling: (p) => p.behandlingar[0]?.behandling ?? 'okänd',
  utforande: (p) => p.behandlingar[0]?.utforande ?? 'okänd',
  diagnoskapitel: (p) => (p.diagnoser[0] ? (kapitlet(p.diagnoser[0]) ?? 'okänd') : 'okänd'),
} as const satisfies Record<string, Grupp>
