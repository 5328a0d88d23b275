import { antalDagar, dagarMellan, innehaller, plusAr, plusDagar, tidigast, type Datum, type Period } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { planGodkand } from './likafall.ts'
import type { Forebyggandepost } from './post.ts'
import { utanCovid } from './urval.ts'

/** Years looked at on each side of an effort, at most (ours). */
const INSATSAR = 1

export interface Insatsfonster {
  readonly fore: Period
  readonly efter: Period
}

/** Equally long stretches before the first day and after the last, up to today; null when no day has passed. */
export function insatsfonster(insats: Period, idag: Datum): Insatsfonster | null {
  const dagar = dagarMellan(insats.tom, tidigast(plusAr(insats.tom, INSATSAR), idag))
  return dagar < 1
    ? null
    : {
        fore: { from: plusDagar(insats.from, -dagar), tom: plusDagar(insats.from, -1) },
        efter: { from: plusDagar(insats.tom, 1), tom: plusDagar(insats.tom, dagar) },
      }
}

/** What an effort may change in one county in one stretch (B051, J054): a number for each plan that came in. */
export interface Insatsmatt {
  readonly lan: string
  readonly efter: boolean
  readonly dagar: number
  readonly planer: number
  /** 1 when something had to be asked for in step 1 */
  readonly kompletterad: readonly number[]
  /** days from application to decision, and 1 for a plan approved in whole or in part; of the decided that came in up to `avgjordaTill` */
  readonly ledtid: readonly number[]
  readonly godkand: readonly number[]
}

/** By county, before and after. `avgjordaTill`: what came in later is mostly not decided, and the quick ones alone would tell a lie. */
export function insatsmatt(
  poster: readonly Forebyggandepost[],
  f: Insatsfonster,
  lan: readonly string[],
  avgjordaTill: Datum,
): Insatsmatt[] {
  const per = gruppera(utanCovid(poster), (p) => p.lan)
  return lan.flatMap((l) =>
    [false, true].map((efter): Insatsmatt => {
      const period = efter ? f.efter : f.fore
      const i = (per.get(l) ?? []).filter((p) => innehaller(period, p.inkom))
      const avgjorda = i.filter((p) => p.planbeslut && p.inkom <= avgjordaTill)
      return {
        lan: l,
        efter,
        dagar: antalDagar([period]),
        planer: i.length,
        kompletterad: i.map((p) => Number(p.kompletteringar.some((k) => k.steg === 1))),
        ledtid: avgjorda.map((p) => dagarMellan(p.inkom, p.planbeslut!.dag)),
        godkand: avgjorda.map((p) => Number(planGodkand(p))),
      }
    }),
  )
}
