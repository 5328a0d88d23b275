import { dagarMellan } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { median } from '../../gemensamt/median.ts'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { APRSKALKODER, type Aprskal } from '../arende/skal.ts'
import { andel, summa, unika, type Andel, type Bidragsrad, type Kanal } from './underlag.ts'

/** Days, by nearest rank: the smallest value that at least the share of all reach. */
export function percentil(v: readonly number[], p: number): number | null {
  if (v.length === 0) return null
  const s = [...v].sort((a, b) => a - b)
  return s[Math.max(0, Math.ceil(p * s.length) - 1)]!
}

export interface Ledtid {
  readonly ansokningar: number
  readonly mediandagar: number | null
  readonly p90dagar: number | null
}

export interface Ledtider {
  /** from the day it came in to the decision */
  readonly alla: Ledtid
  readonly perKanal: Readonly<Record<Kanal, Ledtid>>
  /** from the day a paper application came in until it was scanned: part of the above (C015) */
  readonly skanning: Ledtid
}

const ledtid = (dagar: readonly number[]): Ledtid => ({
  ansokningar: dagar.length,
  mediandagar: median(dagar),
  p90dagar: percentil(dagar, 0.9),
})

/** Lead times, one for each application. Counted from the day it came in, never from the day it was scanned. */
export function ledtider(rader: readonly Bidragsrad[]): Ledtider {
  const ansokningar = [...gruppera(rader, (r) => r.ansokan).values()].map((g) => g[0]!)
  const dagar = (v: readonly Bidragsrad[]): number[] => v.map((r) => dagarMellan(r.inkom, r.beslutad))
  return {
    alla: ledtid(dagar(ansokningar)),
    perKanal: {
      etjanst: ledtid(dagar(ansokningar.filter((r) => r.kanal === 'etjanst'))),
      papper: ledtid(dagar(ansokningar.filter((r) => r.kanal === 'papper'))),
    },
    skanning: ledtid(ansokningar.flatMap((r) => (r.skannad ? [dagarMellan(r.inkom, r.skannad)] : []))),
  }
}

export interface Avslagsoversikt {
  readonly ansokningar: Andel
  readonly rader: Andel
  readonly perSkal: Readonly<Record<Aprskal, { readonly ansokningar: number; readonly rader: number; readonly kostnadOre: number }>>
  /** rows that got less than half, or nothing, since a ceiling was reached: no refusal for a reason */
  readonly skurnaAvTak: { readonly anstalld: number; readonly arbetsgivare: number }
  /** applications that came in up to a week after the last day: near misses, worth a reminder in January (C012) */
  readonly senaMedHogstEnVecka: number
}

/** Refusals by reason (C013), in applications and rows, each with what it is a share of. */
export function avslag(rader: readonly Bidragsrad[]): Avslagsoversikt {
  const per = [...gruppera(rader, (r) => r.ansokan).values()]
  const skalet = (s: Aprskal) => {
    const g = rader.filter((r) => r.skal === s)
    return { ansokningar: unika(g.map((r) => r.ansokan)), rader: g.length, kostnadOre: summa(g.map((r) => r.kostnadOre)) }
  }
  return {
    ansokningar: andel(per.filter((g) => summa(g.map((r) => r.belopp)) === 0).length, per.length),
    rader: andel(rader.filter((r) => r.skal !== null).length, rader.length),
    perSkal: Object.fromEntries(APRSKALKODER.map((s) => [s, skalet(s)])) as Avslagsoversikt['perSkal'],
    skurnaAvTak: {
      anstalld: rader.filter((r) => r.begransadAv === 'anstalld').length,
      arbetsgivare: rader.filter((r) => r.begransadAv === 'arbetsgivare').length,
    },
    senaMedHogstEnVecka: per.filter(([r]) => r!.skal === 'forSent' && dagarMellan(aprAnsokanSenast(r!.kostnadsar), r!.inkom) <= 7).length,
  }
}
