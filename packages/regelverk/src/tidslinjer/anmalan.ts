import { langd, plusDagar, tidigast, type Datum, type Period } from '@atergang/kalender'
import { endaVardet } from '../parameter.ts'
import { anmalanBakat, interimistisktEfterDagar, lakarintygEfterDagar, planSenastDagen, planVidMinstDagar } from '../parametrar/index.ts'
import { forstaIVarje, sjukperiodVid } from './sjukperiod.ts'

/** 27 kap. 17 § SFB: not for longer back than seven days before the day of notification. */
export const ANMALAN_DAGAR_BAKAT = endaVardet(anmalanBakat)
/** 27 kap. 25 §: certificate from the seventh day after the first day of the sick period. */
export const LAKARINTYG_FRAN_DAG = endaVardet(lakarintygEfterDagar) + 1
/** 30 kap. 6 §: the employer's plan. */
export const PLAN_SENAST_DAG = endaVardet(planSenastDagen)
export const PLAN_OM_MINST_DAGAR = endaVardet(planVidMinstDagar)
/** 112 kap. 2 a §: interim decision from this length of the sick period. */
export const INTERIMISTISKT_EFTER_DAGAR = endaVardet(interimistisktEfterDagar)

/** The earliest day sjukpenning may be paid for when notification came on `anmald` (27 kap. 17 §). */
export const tidigasteDagEfterAnmalan = (anmald: Datum): Datum => plusDagar(anmald, -ANMALAN_DAGAR_BAKAT)

/** The day from which the reduction must be certified by a doctor (27 kap. 25 §): the seventh day after the first. */
export const lakarintygFran = (sjukperiodensForsta: Datum): Datum => plusDagar(sjukperiodensForsta, LAKARINTYG_FRAN_DAG - 1)

/** Days that need no certificate (27 kap. 25 §): the first seven of each sick period by itself. */
export const utanIntygskrav = (sjukperioder: readonly Period[]): Period[] => forstaIVarje(sjukperioder, LAKARINTYG_FRAN_DAG - 1)

/** How long the sick period of the day has lasted, the day included (112 kap. 2 a § 1); 0 on a day in none. */
export function sjukperiodensDagar(sjukperioder: readonly Period[], dag: Datum): number {
  const p = sjukperiodVid(sjukperioder, dag)
  return p ? langd({ from: p.from, tom: tidigast(p.tom, dag) }) : 0
}

/**
 * Days of a sick-pay period as first proposed: fourteen, as 27 kap. 10 and 22 §§ take for granted.
 * The act on sick pay itself is not in the sources, so the employer's report decides.
 */
export const foreslagenSjukloneperiod = (forstaSjukdag: Datum): Period => ({ from: forstaSjukdag, tom: plusDagar(forstaSjukdag, 13) })
