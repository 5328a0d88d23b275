import type { Slump } from '../slump.ts'
import { LAN, SF_OMRADEN } from './geografi.ts'
import { dagen } from './tid.ts'

/** The period that columns 1–7 of table 1 are about. */
export const FBSJP_FONSTER = { fran: dagen('2016-01-01'), tom: dagen('2019-09-30') } as const
/** The period of column 8, and the day the earlier workplace support became the one of today. */
export const APR_FONSTER = { fran: dagen('2014-01-01'), tom: dagen('2019-12-31') } as const
export const APR_FRAN = dagen('2018-08-01')
/** How long after a course its effect is followed, as the audit's windows. */
export const FOLJDTEXT = '6, 12 och 24 månader efter'

/**
 * What is planted in the country, with its true size. Every figure here is invented, so that a method can be tried against a truth that is
 * known; none says anything of the real country.
 */
export const EFFEKTER = {
  informationsinsats: { fran: dagen('2018-04-01'), antalLan: 7, kvotAnsokningar: 1.35, handlaggningsdagar: -6 },
  behandling: { dagar: 730, fara: { kbt_ipt: 0.7, mmr: 0.75, fysioterapi: 0.85, missbruksbehandling: 0.8, ovrigt: 1 } },
  apr: { faraAterga: 1.3 },
  reform: { fran: dagen('2018-07-01'), minstAnstallda: 50, faraAterga: 1.12 },
  /** hazard of return at small and large employers, for spells of any time */
  storlek: { liten: 0.94, stor: 1.05, litenTill: 49 },
  brev: { fran: dagen('2019-02-01'), steg: 6, dagarMellanSteg: 61, andelsenheter: 0.1, grund: 0.4, perAr: 0.02, spridningOmrade: 0.05 },
  nekande: { omrade: 0.25, handlaggare: 0.35, arligOkning: 0.15, fran: 2016 },
} as const

export type Behandlingsgrupp = keyof typeof EFFEKTER.behandling.fara

/** Counties with the information effort, and the day each area gets the letter: drawn once for the country. */
export interface Lottning {
  readonly informerade: ReadonlySet<number>
  /** by place in `SF_OMRADEN` */
  readonly brevFran: readonly number[]
}

export function lottade(rot: Slump): Lottning {
  const s = rot.gren('lottning')
  const informerade = new Set(s.blandad(LAN.map((_, i) => i)).slice(0, EFFEKTER.informationsinsats.antalLan))
  const ordning = s.blandad(SF_OMRADEN.map((_, i) => i))
  const perSteg = Math.ceil(ordning.length / EFFEKTER.brev.steg)
  const brevFran = SF_OMRADEN.map((_, i) => EFFEKTER.brev.fran + Math.floor(ordning.indexOf(i) / perSteg) * EFFEKTER.brev.dagarMellanSteg)
  return { informerade, brevFran }
}
