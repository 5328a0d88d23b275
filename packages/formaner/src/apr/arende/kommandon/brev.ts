import * as z from 'zod'
import { las } from '../../../las.ts'
import { sandBrev } from '../../../gemensamt/brev/sand.ts'
import { brevAvBeslut } from '../brev/beslut.ts'
import { JANUARI, januaribrev } from '../brev/januari.ts'
import { paminnelsebrev } from '../brev/ovriga.ts'
import type { Alage } from '../fakta.ts'
import type { Aprbeslut } from '../rakning.ts'
import type { Def } from './grund.ts'

/** The letter of a decision without one. */
export const sandBeslutsbrev: Def<{ beslutId: string }> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: (v) => las(z.object({ beslutId: z.string() }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const innehall = beslutsbrevet(l, d.beslutId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall, d.beslutId)
    return [handling, { typ: 'utskickSkapat', utskick }]
  },
}

/** The letter a decision still lacks, or null. */
export function beslutsbrevet(l: Alage, beslutId: string) {
  const b = l.beslut.find((x) => x.id === beslutId)
  return b && !l.utskick.some((u) => u.beslutId === b.id) && (b.typ === 'slutligt' || b.typ === 'andring')
    ? brevAvBeslut(l, b as Aprbeslut)
    : null
}

/** The letter of a request that the system made, or of a reminder. */
export const sandPaminnelse: Def<{ begaranId: string }> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: (v) => las(z.object({ begaranId: z.string() }), v),
  utfor(lage, d, k) {
    const innehall = paminnelsebrev(lage as Alage, d.begaranId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick: { ...utskick, begaranId: d.begaranId } }]
  },
}

/** The clock says that the last day to apply is near; the letter follows. */
export const paminnJanuari: Def<null> = {
  roller: ['system'],
  las: () => null,
  utfor: (l, _d, k) =>
    l.information.some((i) => i.amne === JANUARI)
      ? []
      : [{ typ: 'informationGiven', information: { amne: JANUARI, satt: 'brev', tid: k.tid, av: k.aktor } }],
}

export const sandJanuaribrev: Def<null> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: () => null,
  utfor(lage, _d, k) {
    const innehall = januaribrev(lage as Alage, k.dag)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick }]
  },
}
