import { periodtext } from '@atergang/kalender'
import type { Underlag } from '../underlag.ts'

/** One sentence on why there is nothing to judge today. */
export function ejProvat(u: Underlag): string {
  if (u.senare) return `Dagarna från ${u.senare.fran} prövas när den dagen kommit: då gäller en annan bedömningsgrund.`
  if (u.ostyrkta.length) return `Dagarna ${u.ostyrkta.map(periodtext).join(', ')} saknar läkarintyg.`
  return 'Inga dagar att pröva just nu.'
}
