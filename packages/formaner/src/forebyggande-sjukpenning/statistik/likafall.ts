import { gruppera } from '../../gemensamt/gruppera.ts'
import { behandlingsnamn } from '../koder/behandlingar.ts'
import { UTFORANDEFORMER } from '../koder/koder.ts'
import type { Forebyggandepost } from './post.ts'
import { del, utanCovid, type Del } from './urval.ts'
import { GRUPPER } from './oversikt.ts'

/** Hours of treatment a week, in classes: the fourth part of what cases are like in. */
export const OMFATTNINGSKLASSER = [
  [0, 'under 4 timmar i veckan'],
  [4, '4–9 timmar i veckan'],
  [10, '10–19 timmar i veckan'],
  [20, '20 timmar i veckan eller mer'],
] as const

const omfattning = (timmar: number): string => OMFATTNINGSKLASSER.findLast(([fran]) => timmar >= fran)![1]

/** Cases that should be judged alike: same treatment, diagnosis chapter, setting and class of extent, of the main treatment. Null when something of it is not registered. */
export function likhetsgrupp(p: Forebyggandepost): string | null {
  const b = p.behandlingar[0]
  const kapitel = GRUPPER.diagnoskapitel(p)
  return !b || kapitel === 'okänd'
    ? null
    : [behandlingsnamn(b.behandling, b.annatText), kapitel, UTFORANDEFORMER[b.utforande].namn, omfattning(b.timmarPerVecka)].join(' · ')
}

/** What is compared: a yes or a no of the case, or null when it has none yet. */
export type Utslag = (p: Forebyggandepost) => boolean | null

/** The plan approved, in whole or in part. */
export const planGodkand: Utslag = (p) => (p.planbeslut ? p.planbeslut.utfall !== 'ejGodkand' : null)
/** The first claim granted, in whole or in part. */
export const ersattningBeviljad: Utslag = (p) => {
  const b = p.ersattningar.find((e) => e.beslut)?.beslut
  return b ? b.utfall !== 'avslag' : null
}

export interface Likagrupp {
  readonly grupp: string
  readonly n: number
  readonly omraden: readonly (Del & { readonly omrade: string })[]
  /** highest share less lowest; null with one area only */
  readonly spridning: number | null
}

export interface Omradesskillnad {
  readonly omrade: string
  /** cases of the area that have like cases elsewhere, those like cases, and the groups they lie in */
  readonly n: number
  readonly nOvriga: number
  readonly grupper: number
  /** the area's share less that of like cases elsewhere (Mantel–Haenszel risk difference); null when nothing can be compared */
  readonly skillnad: number | null
  /** 95 per cent (Greenland–Robins); null when the cases do not vary enough to tell */
  readonly intervall: readonly [number, number] | null
}

export interface Likafall {
  readonly grupper: readonly Likagrupp[]
  readonly omraden: readonly Omradesskillnad[]
  /** decided cases that lack a diagnosis or a treatment and cannot be compared */
  readonly utanGrupp: number
}

/** Differences between areas in how like cases are judged, each with its size and N (H028, point 8). Like is compared with like only: groups found in one area alone say nothing. */
export function likaFall(poster: readonly Forebyggandepost[], utslag: Utslag = planGodkand): Likafall {
  const avgjorda = utanCovid(poster).flatMap((p) => {
    const ja = utslag(p)
    return ja === null ? [] : [{ omrade: p.omrade, grupp: likhetsgrupp(p), ja }]
  })
  const jamforbara = avgjorda.flatMap((x) => (x.grupp === null ? [] : [{ ...x, grupp: x.grupp }]))
  const celler = [...gruppera(jamforbara, (x) => x.grupp)]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([grupp, xs]): Cell => ({
      grupp,
      omraden: new Map([...gruppera(xs, (x) => x.omrade)].map(([o, ys]) => [o, { ja: ys.filter((y) => y.ja).length, n: ys.length }])),
    }))
  const omraden = [...new Set(jamforbara.map((x) => x.omrade))].sort((a, b) => a.localeCompare(b, 'sv'))
  return {
    grupper: celler.map(gruppen),
    omraden: omraden.map((o) => skillnaden(o, celler)),
    utanGrupp: avgjorda.length - jamforbara.length,
  }
}

interface Antal {
  readonly ja: number
  readonly n: number
}
interface Cell {
  readonly grupp: string
  readonly omraden: ReadonlyMap<string, Antal>
}

function gruppen(c: Cell): Likagrupp {
  const omraden = [...c.omraden]
    .map(([omrade, a]) => ({ omrade, ...del(a.ja, a.n) }))
    .sort((a, b) => a.omrade.localeCompare(b.omrade, 'sv'))
  const andelar = omraden.map((o) => o.andel!)
  return {
    grupp: c.grupp,
    n: omraden.reduce((s, o) => s + o.n, 0),
    omraden,
    spridning: omraden.length > 1 ? Math.max(...andelar) - Math.min(...andelar) : null,
  }
}

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054

function skillnaden(omrade: string, celler: readonly Cell[]): Omradesskillnad {
  const skikt = celler.flatMap((c) => {
    const har = c.omraden.get(omrade)
    const ovriga = [...c.omraden].filter(([o]) => o !== omrade).reduce((s, [, a]) => ({ ja: s.ja + a.ja, n: s.n + a.n }), { ja: 0, n: 0 })
    return har && ovriga.n > 0 ? [{ har, ovriga }] : []
  })
  const vikt = skikt.reduce((s, { har, ovriga }) => s + (har.n * ovriga.n) / (har.n + ovriga.n), 0)
  const grund = {
    omrade,
    n: skikt.reduce((s, x) => s + x.har.n, 0),
    nOvriga: skikt.reduce((s, x) => s + x.ovriga.n, 0),
    grupper: skikt.length,
  }
  if (vikt === 0) return { ...grund, skillnad: null, intervall: null }
  const skillnad = skikt.reduce((s, { har, ovriga }) => s + (har.ja * ovriga.n - ovriga.ja * har.n) / (har.n + ovriga.n), 0) / vikt
  const varians =
    skikt.reduce(
      (s, { har, ovriga }) =>
        s +
        (har.ja * (har.n - har.ja) * ovriga.n ** 3 + ovriga.ja * (ovriga.n - ovriga.ja) * har.n ** 3) /
          (har.n * ovriga.n * (har.n + ovriga.n) ** 2),
      0,
    ) /
    vikt ** 2
  const bredd = Z * Math.sqrt(varians)
  return { ...grund, skillnad, intervall: varians === 0 ? null : [Math.max(-1, skillnad - bredd), Math.min(1, skillnad + bredd)] }
}
