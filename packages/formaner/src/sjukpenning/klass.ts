import type { Kannetecken } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { KEDJEGRANSER } from '@atergang/regelverk'
import { diagnoskapitel } from '../gemensamt/diagnoskapitel.ts'
import { fakt, sistaFakt, type Slage } from './fakta.ts'
import { FOLJDA_AMNEN, informeradeOm } from '../gemensamt/information.ts'
import { kedjedagIdag, underlaget, type Underlag } from './underlag.ts'
import { uppmarksamma } from './vy/uppmarksamma.ts'

export const KLASSER = ['enkel', 'utredning', 'samordning'] as const
export type Klass = (typeof KLASSER)[number]

/** How demanding the case is to handle (A046): a proposal from the facts, which a recorded class overrides. */
export function handlaggningsklass(l: Slage, u: Underlag): { klass: Klass; skal: string } {
  const vald = fakt(l, 'handlaggningsklass').at(-1)
  if (vald) return vald.varde
  const rehab = l.svar.findLast((s) => s.kod === 'rehabilitering')?.svar as { behov?: string; vag?: string } | undefined
  if (rehab?.behov === 'ja' && rehab.vag !== 'vard')
    return { klass: 'samordning', skal: 'Behov av rehabiliteringsåtgärder med annan aktör.' }
  const psykisk = fakt(l, 'intyg').some((i) => i.varde.diagnoser.some((d) => d.kod.startsWith('F')))
  const skal = [
    ...(kedjedagIdag(u) >= KEDJEGRANSER[0] ? ['mer än 90 dagar'] : []),
    ...(psykisk ? ['psykiatrisk diagnos (F)'] : []),
    ...(fakt(l, 'intyg').some((i) => i.varde.fynd.some((f) => f.allvar !== 'upplysning')) ? ['oklarheter i intyg'] : []),
  ]
  return skal.length
    ? { klass: 'utredning', skal: `Föreslagen: ${skal.join(', ')}.` }
    : { klass: 'enkel', skal: 'Kort sjukfall utan oklarheter.' }
}

/** Of what is counted for managers (C039, D025): `kvar` when it is still to be told of, else who was told. Nothing when it is not called for and was not told. */
function informationslage(l: Slage, u: Underlag): Kannetecken {
  const attBeratta = new Set(uppmarksamma(l, u).map((r) => r.amne))
  return Object.fromEntries(
    FOLJDA_AMNEN.flatMap((a) => {
      const till = informeradeOm(l, a)
      return till || attBeratta.has(a) ? [[`information.${a}`, till ?? 'kvar']] : []
    }),
  )
}

/** What queue, lists and counts sort the case by: its class (A046) and the chapters of the newest certificate's diagnoses (A044). */
export function kannetecken(l: Slage, idag: Datum): Kannetecken {
  const kapitel = diagnoskapitel(sistaFakt(l, 'intyg')?.varde.diagnoser.map((d) => d.kod) ?? [])
  const u = underlaget(l, idag)
  return { klass: handlaggningsklass(l, u).klass, diagnoskapitel: kapitel.join(' '), ...informationslage(l, u) }
}
