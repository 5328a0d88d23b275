import { aprTakArbetstagare, heltal } from '@atergang/regelverk'
import { lansmal } from '../forlaga.ts'
import type { Slump } from '../slump.ts'
import { arbetsgivarregister, type Arbetsgivarregister } from './arbetsgivarregister.ts'
import { dagbelopp, type Dagbelopp } from './dagbelopp.ts'
import { APR_FONSTER, EFFEKTER, lottade, type Lottning } from './effekter.ts'
import { normal } from './fordelning.ts'
import { forebyggandetakter, type Forebyggandetakt } from './forebyggandetakt.ts'
import { LAN, SF_OMRADEN } from './geografi.ts'
import { nekandeandelar, type Nekandeandel } from './nekande.ts'
import { organisation, type Organisation } from './organisation.ts'
import { ANDEL_ANSTALLDA, ANDEL_FORSAKRADE, ANDEL_FORSAKRADE_ANSTALLDA } from './person.ts'
import { manadenFor, nyarsdagen } from './tid.ts'
import { utbud, type Utbud } from './utbud.ts'
import { ANDEL_18_64, type Landval } from './val.ts'

/** What every person's life is drawn from: made once from the seed. */
export interface Grund {
  readonly val: Landval
  readonly start: number
  readonly slut: number
  readonly lottning: Lottning
  readonly arbetsgivare: Arbetsgivarregister
  readonly organisation: Organisation
  readonly forebyggandetakter: readonly Forebyggandetakt[]
  readonly nekande: readonly Nekandeandel[]
  /** grants a month and employee, by county */
  readonly aprTakt: readonly number[]
  /** county's level of sickness, about 1 */
  readonly lansniva: readonly number[]
  /** how much oftener a plan comes in time, by area */
  readonly planOmrade: readonly number[]
  readonly utbud: Utbud
  readonly dagbelopp: Dagbelopp
}

export const APR_MINST = 3000
export const APR_STEG = 100
/** Up to the ceiling of an employee and year (7 § förordning (2014:67) as the report retells it). */
export const APR_STEGANTAL = (heltal(aprTakArbetstagare.varden.at(-1)!.varde) - APR_MINST) / APR_STEG + 1
export const APR_MEDEL = APR_MINST + (APR_STEG * (APR_STEGANTAL - 1)) / 2
/** Counties with more preventive benefit are made to have somewhat more sickness (J066), the rest by chance. */
const SAMBAND = { forebyggande: 0.06, slump: 0.08 }

export function grund(rot: Slump, val: Landval): Grund {
  const mal = lansmal()
  const hela = mal.reduce((s, l) => s + l.befolkning1864, 0)
  const perLan = mal.map((l) => (l.befolkning1864 / hela) * val.personer * ANDEL_18_64)
  const lottning = lottade(rot)
  const org = organisation(rot, val)
  const bruk = mal.map((l) => Math.log((l.mottagarePer1000 * l.beloppPerMottagare) / 1000))
  const m = bruk.reduce((a, b) => a + b, 0) / bruk.length
  const sd = Math.sqrt(bruk.reduce((a, b) => a + (b - m) ** 2, 0) / bruk.length)
  const aprManader = manadenFor(APR_FONSTER.tom) - manadenFor(APR_FONSTER.fran) + 1
  return {
    val,
    start: nyarsdagen(val.fran),
    slut: nyarsdagen(val.till + 1) - 1,
    lottning,
    organisation: org,
    arbetsgivare: arbetsgivarregister(
      rot,
      perLan.map((n) => n * ANDEL_ANSTALLDA),
    ),
    utbud: utbud(rot, val, perLan),
    forebyggandetakter: forebyggandetakter(rot, val, lottning, ANDEL_FORSAKRADE),
    nekande: nekandeandelar(rot, org),
    aprTakt: mal.map((l) => l.aprPerInvanare / APR_MEDEL / ANDEL_FORSAKRADE_ANSTALLDA / aprManader),
    lansniva: LAN.map((_, i) => Math.exp((SAMBAND.forebyggande * (bruk[i]! - m)) / sd + SAMBAND.slump * normal(rot.gren(`niva${i}`)))),
    planOmrade: SF_OMRADEN.map((_, i) => EFFEKTER.brev.spridningOmrade * normal(rot.gren(`plan${i}`))),
    dagbelopp: dagbelopp(),
  }
}
