import type { Datum } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { planGodkand } from './likafall.ts'
import type { Forebyggandepost } from './post.ts'
import { del, utanCovid, type Del } from './urval.ts'

/** Whom officers ask, and how their unit has them (H018). */
export const STODSLAG = { fmr: 'försäkringsmedicinska rådgivare', specialist: 'specialister' } as const
export type Stodslag = keyof typeof STODSLAG
export const STODORDNINGAR = { egna: 'egna', delade: 'delade med andra' } as const
export type Stodordningsslag = keyof typeof STODORDNINGAR

/** A unit's setting from a day on. */
export interface Stodordning {
  readonly enhet: string
  readonly stod: Stodslag
  readonly ordning: Stodordningsslag
  readonly delasMed: string
  readonly from: Datum
  readonly skal: string
  readonly av: string
  readonly registrerad: Datum
}

/** What holds for the unit on the day: the latest that has begun; of several from the same day the last written. `alla` in the order they were written. */
export const stodordningDen = (alla: readonly Stodordning[], enhet: string, stod: Stodslag, dag: Datum): Stodordning | undefined =>
  alla
    .filter((o) => o.enhet === enhet && o.stod === stod && o.from <= dag)
    .reduce<Stodordning | undefined>((senast, o) => (senast && senast.from > o.from ? senast : o), undefined)

export interface Stodjamforelse {
  readonly stod: Stodslag
  /** `okand`: the unit had written no setting that held when the plan was decided */
  readonly ordning: Stodordningsslag | 'okand'
  readonly omraden: number
  /** plans decided, with a consultation before the decision */
  readonly konsulterade: Del
  readonly godkanda: Del
  /** highest area less lowest, of areas that are not too small to show; null with fewer than two */
  readonly spridning: { readonly konsulterade: number | null; readonly godkanda: number | null }
}

const vidd = (andelar: readonly number[]): number | null => (andelar.length > 1 ? Math.max(...andelar) - Math.min(...andelar) : null)

/** Consultations and approvals of plans by how the area had its support on the day of the decision. `visas`: whether an area of so many cases may be shown. Describes; other things differ between the areas too. */
export function stodjamforelse(
  poster: readonly Forebyggandepost[],
  ordningar: readonly Stodordning[],
  visas: (n: number) => boolean,
): Stodjamforelse[] {
  const avgjorda = utanCovid(poster).flatMap((p) => (p.planbeslut ? [{ p, dag: p.planbeslut.dag }] : []))
  return (Object.keys(STODSLAG) as Stodslag[]).flatMap((stod) => {
    const tillfragad = ({ p, dag }: (typeof avgjorda)[number]): boolean => p[stod].some((d) => d <= dag)
    const tal = (xs: typeof avgjorda) => ({
      konsulterade: del(xs.filter(tillfragad).length, xs.length),
      godkanda: del(xs.filter((x) => planGodkand(x.p)).length, xs.length),
    })
    return [...gruppera(avgjorda, (x) => stodordningDen(ordningar, x.p.omrade, stod, x.dag)?.ordning ?? 'okand')]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([ordning, xs]): Stodjamforelse => {
        const omraden = [...gruppera(xs, (x) => x.p.omrade).values()]
        const stora = omraden.filter((o) => visas(o.length)).map(tal)
        return {
          stod,
          ordning,
          omraden: omraden.length,
          ...tal(xs),
          spridning: { konsulterade: vidd(stora.map((o) => o.konsulterade.andel!)), godkanda: vidd(stora.map((o) => o.godkanda.andel!)) },
        }
      })
  })
}
