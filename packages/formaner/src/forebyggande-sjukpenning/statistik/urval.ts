import { innehaller, type Period } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { ersattaDagar, type Ersattningsdag, type Forebyggandepost } from './post.ts'

/** Cases of the benefit itself: covid-19 is kept out of every figure (A049). Every measure here begins with this. */
export const utanCovid = (poster: readonly Forebyggandepost[]): Forebyggandepost[] => poster.filter((p) => p.kod === 'forebyggande')

/** What the figures are divided by: area, county, kind of caregiver, … */
export type Grupp = (p: Forebyggandepost) => string

export const HELA_LANDET: Grupp = () => 'hela landet'

/** A part of a whole with its size; the share is null when there is nothing to share. */
export interface Del {
  readonly antal: number
  readonly n: number
  readonly andel: number | null
}

export const del = (antal: number, n: number): Del => ({ antal, n, andel: n === 0 ? null : antal / n })

/** A person with benefit in a stretch of days. */
export interface Mottagare {
  readonly person: string
  /** the cases with paid days there, the first first */
  readonly arenden: readonly Forebyggandepost[]
  readonly dagar: readonly Ersattningsdag[]
}

/** Persons with at least one paid day in the period, each once however many cases. */
export function mottagarna(poster: readonly Forebyggandepost[], period: Period): Mottagare[] {
  const medDagar = utanCovid(poster)
    .map((p) => ({ p, dagar: ersattaDagar(p).filter((d) => innehaller(period, d.datum)) }))
    .filter((x) => x.dagar.length > 0)
    .sort((a, b) =>
      a.dagar[0]!.datum < b.dagar[0]!.datum ? -1 : a.dagar[0]!.datum > b.dagar[0]!.datum ? 1 : a.p.arende < b.p.arende ? -1 : 1,
    )
  return [...gruppera(medDagar, (x) => x.p.person)].map(([person, xs]) => ({
    person,
    arenden: xs.map((x) => x.p),
    dagar: xs.flatMap((x) => x.dagar).sort((a, b) => (a.datum < b.datum ? -1 : 1)),
  }))
}

/** Groups in a fixed order, so that two runs read the same. */
export const iGrupper = (poster: readonly Forebyggandepost[], grupp: Grupp): [string, Forebyggandepost[]][] =>
  [...gruppera(poster, grupp)].sort(([a], [b]) => a.localeCompare(b, 'sv'))
