import type { Period } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'
import type { Andel } from '../tid/dagstid.ts'
import { HELA_LANDET, mottagarna, type Grupp } from './urval.ts'
import type { Forebyggandepost } from './post.ts'

/** Net days: two half days are one (B048). Quarters, so the sum is exact. */
export const nettodagarAv = (dagar: readonly { readonly andel: Andel }[]): number => dagar.reduce((n, d) => n + d.andel * 4, 0) / 4

export interface Nettodagsrad {
  readonly grupp: string
  readonly mottagare: number
  readonly nettodagar: number
  readonly perMottagare: number
}

/** Net days and recipients in a period; a person in several cases belongs to the group of the first. */
export function nettodagar(poster: readonly Forebyggandepost[], period: Period, grupp: Grupp = HELA_LANDET): Nettodagsrad[] {
  return [...gruppera(mottagarna(poster, period), (m) => grupp(m.arenden[0]!))]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([namn, ms]) => {
      const summa = ms.reduce((n, m) => n + nettodagarAv(m.dagar), 0)
      return { grupp: namn, mottagare: ms.length, nettodagar: summa, perMottagare: summa / ms.length }
    })
}
