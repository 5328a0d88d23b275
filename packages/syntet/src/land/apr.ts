import type { Slump } from '../slump.ts'
import { APR_FONSTER } from './effekter.ts'
import { erlang, exponential } from './fordelning.ts'
import { APR_MINST, APR_STEG, APR_STEGANTAL, type Grund } from './grund.ts'
import { ANSTALLD, type Invanare } from './person.ts'
import { aretI, forstaDagen, manadenFor } from './tid.ts'
import { kanFaForebyggande } from './forebyggande.ts'

export const ATGARDSTYPER = ['utreda', 'planera', 'initiera', 'genomfora', 'folja_upp'] as const
const ATGARDSVIKT = [0.3, 0.55, 0.65, 0.93, 1]

/** A grant for workplace-directed rehabilitation, of one employee at one employer. */
export interface Aprbidrag {
  readonly inkom: number
  readonly beslutad: number
  readonly bifall: boolean
  readonly handlaggare: number
  readonly atgardstyp: number
  /** whole kronor, at most 10 000 an employee and year (004 §2.1) */
  readonly belopp: number
  /** the employee is or becomes sick-listed around it */
  readonly vidSjukskrivning: boolean
  readonly anordnarlott: number
}

const YNGST = 18
const NEKAS = 0.06
const VID_SJUKSKRIVNING = 0.5
const HANDLAGGNINGSDAGAR = 25

/** Applications for the person's sake. Column 8 is of granted money, so there are as many more as are refused. */
export function aprBidrag(s: Slump, p: Invanare, g: Grund): Aprbidrag[] {
  if (p.sysselsattning !== ANSTALLD || !kanFaForebyggande(p)) return []
  const forsta = Math.max(manadenFor(APR_FONSTER.fran), manadenFor(g.start))
  const manader = manadenFor(g.slut) - forsta + 1
  const takt = g.aprTakt[p.lan]! / (1 - NEKAS)
  const ut: Aprbidrag[] = []
  let x = 0
  let senasteAr = 0
  for (;;) {
    x += exponential(s, 1 / takt)
    if (x >= manader) return ut
    const m = forsta + Math.floor(x)
    const beslutad = forstaDagen(m) + Math.floor(s.tal() * 28)
    const lott = [s.tal(), s.tal(), s.tal(), s.tal(), s.tal(), s.tal()] as const
    const inkom = beslutad - 1 - Math.floor(erlang(s, 4, HANDLAGGNINGSDAGAR))
    const alder = aretI(m) - p.fodelsear
    // The ceiling is of an employee and year: one grant of each.
    if (alder < YNGST || aretI(m) === senasteAr) continue
    senasteAr = aretI(m)
    const hl = g.organisation.for('apr', p.sf)
    ut.push({
      inkom,
      beslutad,
      bifall: lott[0] >= NEKAS,
      handlaggare: hl[Math.floor(lott[1] * hl.length)]!.id,
      atgardstyp: ATGARDSVIKT.findIndex((v) => lott[2] < v),
      belopp: APR_MINST + APR_STEG * Math.floor(lott[3] * APR_STEGANTAL),
      vidSjukskrivning: lott[4] < VID_SJUKSKRIVNING,
      anordnarlott: lott[5],
    })
  }
}
