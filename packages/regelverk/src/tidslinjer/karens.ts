import { forena, innehaller, plusManader, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '../lagrum.ts'
import { forstaDagarna, karensgrupper, sammaKarenstid } from './sjukperiod.ts'

/** 27 kap. 27 a § SFB: seven days without sjukpenning for income of other work than employment. */
export const KARENSDAGAR = 7
/** 27 kap. 29 §: what a person who pays egenavgift may choose instead. */
export type Karenstid = 1 | 14 | 30 | 60 | 90
export const KARENSTIDER: readonly Karenstid[] = [1, 14, 30, 60, 90]

/** What the benefit of this sick period answers to. */
export type Inkomstslag = 'anstallning' | 'annat'

export interface Karenslage {
  readonly inkomstslag: Inkomstslag
  /** every sick period of 26 §, sick-pay periods included */
  readonly sjukperioder: readonly Period[]
  readonly sjuklonePerioder: readonly Period[]
  /** 29 §: chosen karenstid, in force when the illness came (31 §) */
  readonly karenstid?: Karenstid
  /** 28 b §: was under 27 a § and became unemployed */
  readonly blevArbetslos?: boolean
  /** 28 § first paragraph: preventive treatment */
  readonly forebyggande?: boolean
  /** 28 a §: seaman on a ship not only in inner waters */
  readonly sjoman?: boolean
  /** 39 or 40 §: general or special high-risk protection for this sick period */
  readonly hogriskskydd?: 'allmant' | 'sarskilt'
}

export interface Karens {
  readonly typ: 'ingen' | 'karensavdrag' | 'karensdagar' | 'karenstid'
  /** the day the deduction is made from (27 §) */
  readonly avdragFran?: Datum
  /** days without sjukpenning (27 a, 30 §§) */
  readonly dagar: readonly Period[]
  readonly lagrum: readonly Lagrum[]
  readonly text: string
}

const ingen = (text: string, ...lagrum: string[]): Karens => ({ typ: 'ingen', dagar: [], lagrum: flera(...lagrum), text })

/** The waiting rule for the sick period that `dag` lies in (27 kap. 27–33 §§). */
export function karens(l: Karenslage, dag: Datum): Karens {
  if (l.forebyggande) return ingen('Ingen karens vid medicinsk behandling eller rehabilitering.', '27:28 st 1')
  if (l.sjoman) return ingen('Ingen karens för sjöman på fartyg som inte går enbart i inre fart.', '27:28 a')
  if (l.hogriskskydd) return ingen(`${l.hogriskskydd === 'allmant' ? 'Allmänt' : 'Särskilt'} högriskskydd: ingen karens.`, l.hogriskskydd === 'allmant' ? '27:39' : '27:40')
  const somAnstalld = l.inkomstslag === 'anstallning' || l.blevArbetslos
  return somAnstalld ? karensavdrag(l, dag) : karensForEgenavgift(l, dag)
}

function karensavdrag(l: Karenslage, dag: Datum): Karens {
  const grupp = karensgrupper(l.sjukperioder).find((g) => g.some((p) => innehaller(p, dag)))
  const forsta = grupp?.[0]?.from
  if (!forsta) return ingen('Dagen ligger inte i någon sjukperiod.', '27:26')
  if (forena(l.sjuklonePerioder).some((p) => innehaller(p, forsta)))
    return ingen('Sjukperioden inleddes med sjuklön. Karensavdraget gjordes där, av arbetsgivaren.', '27:27 st 1', '27:26 st 2')
  return {
    typ: 'karensavdrag',
    avdragFran: forsta,
    dagar: [],
    lagrum: flera('27:27', ...(grupp!.length > 1 ? ['27:32'] : []), ...(l.blevArbetslos ? ['27:28 b'] : [])),
    text: `Sjukperioden inleddes med sjukpenning den ${forsta}: ett karensavdrag görs från och med den dagen.`,
  }
}

function karensForEgenavgift(l: Karenslage, dag: Datum): Karens {
  if (l.karenstid === 1) return ingen('Anmäld karenstid på en dag: ingen karens för den första dagen.', '27:28 st 2', '27:29')
  if (l.karenstid) {
    const dagar = forstaDagarna(sammaKarenstid(l.sjukperioder, dag), l.karenstid)
    return { typ: 'karenstid', dagar, lagrum: flera('27:30', '27:33'), text: `Vald karenstid ${l.karenstid} dagar: sjukpenning lämnas inte för dem.` }
  }
  const grupp = karensgrupper(l.sjukperioder).find((g) => g.some((p) => innehaller(p, dag))) ?? []
  return { typ: 'karensdagar', dagar: forstaDagarna(grupp, KARENSDAGAR), lagrum: flera('27:27 a', ...(grupp.length > 1 ? ['27:32'] : [])), text: 'Sju karensdagar: sjukpenning lämnas inte för de första sju dagarna i sjukperioden.' }
}

export interface Karenstillfalle {
  readonly dag: Datum
  /** days of sjukpenning lost by 27 a § or 30 §; 1 for a karensavdrag */
  readonly forloradeDagar: number
  readonly inkomstslag: Inkomstslag
}

export interface Hogriskprovning {
  readonly uppfyllt: boolean
  readonly tillfallen: number
  readonly forloradeDagar: number
  readonly lagrum: readonly Lagrum[]
}

/**
 * General high-risk protection on the first day of a new sick period (27 kap. 39, 39 a §§):
 * ten karensavdrag in twelve months; or five sick periods with 27 a § and at least 21 days lost;
 * or, with one day's karenstid, at least ten sick periods.
 */
export function allmantHogriskskydd(tidigare: readonly Karenstillfalle[], dag: Datum, slag: Inkomstslag, karenstid?: Karenstid): Hogriskprovning {
  const fran = plusManader(dag, -12)
  const inom = tidigare.filter((t) => t.inkomstslag === slag && t.dag > fran && t.dag < dag)
  const forloradeDagar = inom.reduce((n, t) => n + t.forloradeDagar, 0)
  const svar = (uppfyllt: boolean, ...l: string[]) => ({ uppfyllt, tillfallen: inom.length, forloradeDagar, lagrum: flera(...l) })
  if (slag === 'anstallning') return svar(inom.length >= 10, '27:39 st 1')
  if (karenstid === 1) return svar(inom.length >= 10, '27:39 st 2')
  return svar(inom.length >= 5 && forloradeDagar >= 21, '27:39 st 1')
}
