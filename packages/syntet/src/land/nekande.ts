import { publiceradTabell } from '../forlaga.ts'
import type { Slump } from '../slump.ts'
import { ANDEL_SVAG, SVAG_LOGIT } from './behandlingar.ts'
import { EFFEKTER } from './effekter.ts'
import { los, logistisk, normal } from './fordelning.ts'
import { LAN, LANETS_SF } from './geografi.ts'
import { DIAGNOSKODER } from './langd.ts'
import type { Organisation } from './organisation.ts'
import { ARBETSLOS, type Invanare } from './person.ts'

/** Shares refused in preventive benefit that a county is made to have: table 5 where it is printed, else about these, spread by seed. */
const VANLIG_ANDEL = { plan: 0.03, ersattning: 0.04 }
const SPRIDNING = 0.4

export interface Nekandeandel {
  readonly plan: number
  readonly ersattning: number
  /** log odds that give those shares over the county's officers and treatments */
  readonly planGrund: number
  readonly ersattningGrund: number
}

export function nekandeandelar(rot: Slump, org: Organisation): readonly Nekandeandel[] {
  const tryckta = new Map(
    publiceradTabell('5').map((r) => [
      r.lan!,
      {
        plan: Number(r.ej_godkanda) / Number(r.ansokningar_behandlingsplan),
        ersattning: Number(r.avslag) / Number(r.ansokningar_ersattning),
      },
    ]),
  )
  return LAN.map((l, i) => {
    const s = rot.gren(`nekande${i}`)
    const dragen = (mitt: number): number => mitt * Math.exp(SPRIDNING * normal(s))
    const mal = tryckta.get(l.namn) ?? { plan: dragen(VANLIG_ANDEL.plan), ersattning: dragen(VANLIG_ANDEL.ersattning) }
    const hl = org.for('forebyggande', LANETS_SF[i]![0]!)
    const medel = (f: (logit: number) => number): number => hl.reduce((a, h) => a + f(h.logit), 0) / hl.length
    const planen = (b: number): number => medel((x) => (1 - ANDEL_SVAG) * logistisk(b + x) + ANDEL_SVAG * logistisk(b + x + SVAG_LOGIT))
    return {
      ...mal,
      planGrund: los(planen, mal.plan, -15, 5),
      ersattningGrund: los((b) => medel((x) => logistisk(b + x)), mal.ersattning, -15, 5),
    }
  })
}

const SJUKPENNING_GRUND = -3.3
const DIAGNOSLOGIT: Readonly<Record<string, number>> = { F: 0.3, M: 0.25, S: -0.8 }
const ARBETSLOSLOGIT = 0.5

/** Chance that a first decision on sickness benefit refuses. What it depends on is on record: year, diagnosis, work, area, officer. */
export function nekasSjukpenning(p: Invanare, diagnos: number, ar: number, omradeslogit: number, handlaggarlogit: number): number {
  const x =
    SJUKPENNING_GRUND +
    EFFEKTER.nekande.arligOkning * (ar - EFFEKTER.nekande.fran) +
    (DIAGNOSLOGIT[DIAGNOSKODER[diagnos]![0]!] ?? 0) +
    (p.sysselsattning === ARBETSLOS ? ARBETSLOSLOGIT : 0)
  return logistisk(x + omradeslogit + handlaggarlogit)
}
export const NEKANDE_FACIT = {
  grund: SJUKPENNING_GRUND,
  diagnos: DIAGNOSLOGIT,
  arbetslos: ARBETSLOSLOGIT,
  svagEvidens: SVAG_LOGIT,
} as const
