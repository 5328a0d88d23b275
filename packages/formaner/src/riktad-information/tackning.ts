import type { Period } from '@atergang/kalender'
import { LANSNAMNEN, type Informationsinsats } from './insats.ts'
import { MALGRUPPSKODER, type Informationstema, type Malgrupp } from './koder.ts'

/** What an actor kind or a county got in the period. */
export interface Tackningstal {
  /** activities held; planned and not yet held */
  readonly genomforda: number
  readonly planerade: number
  /** persons reached, and held activities where nobody counted */
  readonly natta: number
  readonly utanAntal: number
}

export interface Informationstackning {
  readonly malgrupper: readonly (Tackningstal & { readonly malgrupp: Malgrupp })[]
  readonly lan: readonly (Tackningstal & { readonly lan: string })[]
  /** held activities in each county, by kind of actor in the order of `malgrupper` */
  readonly celler: readonly { readonly lan: string; readonly antal: readonly number[] }[]
  /** those that got nothing: said outright, for what is missing shows in no list of what was done */
  readonly utan: { readonly malgrupper: readonly Malgrupp[]; readonly lan: readonly string[]; readonly par: number; readonly avPar: number }
  readonly alla: Tackningstal
}

const iPerioden = (i: Informationsinsats, p: Period): boolean => i.from <= p.tom && i.tom >= p.from

function talen(xs: readonly Informationsinsats[]): Tackningstal {
  const genomforda = xs.filter((i) => i.lage === 'genomford')
  return {
    genomforda: genomforda.length,
    planerade: xs.filter((i) => i.lage === 'planerad').length,
    natta: genomforda.reduce((s, i) => s + (i.natta ?? 0), 0),
    utanAntal: genomforda.filter((i) => i.natta === null).length,
  }
}

/**
 * Coverage by kind of actor and county of the activities that touch the period, of one topic or of all (D027). An activity in several counties counts
 * in each, so the counties add up to more than the whole. `insatser`: the newest version of each.
 */
export function informationstackning(
  insatser: readonly Informationsinsats[],
  period: Period,
  tema?: Informationstema,
): Informationstackning {
  const i = insatser.filter((x) => iPerioden(x, period) && (tema === undefined || x.teman.includes(tema)))
  const malgrupper = MALGRUPPSKODER.map((malgrupp) => ({ malgrupp, ...talen(i.filter((x) => x.malgrupp === malgrupp)) }))
  const lan = LANSNAMNEN.map((l) => ({ lan: l, ...talen(i.filter((x) => x.lan.includes(l))) }))
  const celler = LANSNAMNEN.map((l) => ({
    lan: l,
    antal: MALGRUPPSKODER.map((m) => i.filter((x) => x.lage === 'genomford' && x.malgrupp === m && x.lan.includes(l)).length),
  }))
  return {
    malgrupper,
    lan,
    celler,
    alla: talen(i),
    utan: {
      malgrupper: malgrupper.filter((m) => m.genomforda === 0).map((m) => m.malgrupp),
      lan: lan.filter((l) => l.genomforda === 0).map((l) => l.lan),
      par: celler.flatMap((c) => c.antal).filter((n) => n === 0).length,
      avPar: LANSNAMNEN.length * MALGRUPPSKODER.length,
    },
  }
}
