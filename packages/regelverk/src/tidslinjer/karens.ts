import { Dagmangd, dagmangd, dagnummer, datumFranDagnummer, perioderna, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '../lagrum.ts'
import { endaVardet } from '../parameter.ts'
import { antalKarensdagar, hogriskdagar, hogrisksjukperioder, hogrisktillfallen } from '../parametrar/index.ts'
import { harAllmantHogriskskydd, HOGRISKSKYDD, KARENS, karensutfall, Karenstillfallen, laggKarensdagar } from './karna/karens.mjs'
import { forstaIRaden } from './karna/rad.mjs'
import { ATERINSJUKNANDE_DAGAR, KARENSTID_DAGAR } from './sjukperiod.ts'

/** 27 kap. 27 a § SFB: seven days without sjukpenning for income of other work than employment. */
export const KARENSDAGAR = endaVardet(antalKarensdagar)
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
  /** days without sjukpenning (27 a, 30 §§); one when the karenstid is of one day */
  readonly dagar: readonly Period[]
  readonly lagrum: readonly Lagrum[]
  readonly text: string
}

/** The numbers that 27–33 and 39 §§ are reckoned with. */
export const KARENSTAL = {
  friaVidAterinsjuknande: ATERINSJUKNANDE_DAGAR - 1,
  friaVidKarenstid: KARENSTID_DAGAR - 1,
  karensdagar: KARENSDAGAR,
  hogrisktillfallen: endaVardet(hogrisktillfallen),
  hogriskperioder: endaVardet(hogrisksjukperioder),
  hogriskdagar: endaVardet(hogriskdagar),
} as const

const TYPER: Readonly<Record<number, Karens['typ']>> = {
  [KARENS.karensavdrag]: 'karensavdrag',
  [KARENS.karensdagar]: 'karensdagar',
  [KARENS.karenstid]: 'karenstid',
  [KARENS.enDagsKarenstid]: 'karenstid',
}

/** The waiting rule for the sick period that `dag` lies in (27 kap. 27–33 §§). */
export function karens(l: Karenslage, dag: Datum): Karens {
  const sjuk = dagmangd(l.sjukperioder)
  const i = sjuk.index(dagnummer(dag))
  const karenstid = l.karenstid ?? 0
  const hogriskskydd = l.hogriskskydd ? HOGRISKSKYDD[l.hogriskskydd] : HOGRISKSKYDD.inget
  const somAnstalld = l.inkomstslag === 'anstallning' || l.blevArbetslos === true
  const utfall = karensutfall(
    { somAnstalld, karenstid, forebyggande: l.forebyggande === true, sjoman: l.sjoman === true, hogriskskydd },
    sjuk,
    i,
    dagmangd(l.sjuklonePerioder),
    KARENSTAL,
  )
  const forsta = i < 0 ? i : forstaIRaden(sjuk, i, KARENSTAL.friaVidAterinsjuknande)
  const flera = i >= 0 && (forsta < i || (sjuk.antal > i + 1 && sjuk.from[i + 1]! - sjuk.tom[i]! <= ATERINSJUKNANDE_DAGAR))
  const avdragFran = utfall === KARENS.karensavdrag ? datumFranDagnummer(sjuk.from[forsta]!) : undefined
  return {
    typ: TYPER[utfall] ?? 'ingen',
    ...(avdragFran ? { avdragFran } : {}),
    dagar: perioderna(laggKarensdagar(new Dagmangd(), utfall, karenstid, sjuk, i, KARENSTAL)),
    ...karensIOrd(utfall, { flera, blevArbetslos: l.blevArbetslos === true, karenstid: somAnstalld ? 0 : karenstid, avdragFran }),
  }
}

interface Ordval {
  /** the sick period is several, joined by 32 § */
  readonly flera: boolean
  readonly blevArbetslos: boolean
  /** 0 for income of employment, and for the unemployed of 28 b § */
  readonly karenstid: number
  readonly avdragFran?: Datum | undefined
}

/** An outcome of `KARENS` with its paragraphs, in words. */
function karensIOrd(utfall: number, o: Ordval): Pick<Karens, 'lagrum' | 'text'> {
  const ord = (text: string, ...lagrum: string[]) => ({ lagrum: flera(...lagrum), text })
  const lagts = o.flera ? ['27:32'] : []
  /** the paragraph for the unemployed of 28 b §, for one day's karenstid, and for others */
  const enligt = (arbetslos: string, enDag: string, annars: string) => (o.blevArbetslos ? arbetslos : o.karenstid === 1 ? enDag : annars)
  switch (utfall) {
    case KARENS.forebyggande:
      return ord('Ingen karens vid medicinsk behandling eller rehabilitering.', enligt('27:28 b st 2', '27:28 st 2', '27:28 st 1'))
    case KARENS.sjoman:
      return ord('Ingen karens för sjöman på fartyg som inte går enbart i inre fart.', '27:28 a')
    case KARENS.allmantHogriskskydd:
      return ord('Allmänt högriskskydd: ingen karens.', enligt('27:39 a', '27:39 st 2', '27:39 st 1'))
    case KARENS.sarskiltHogriskskydd:
      return ord('Särskilt högriskskydd: ingen karens.', enligt('27:40 st 3', '27:40 st 2', '27:40 st 1'))
    case KARENS.sjuklon:
      return ord('Sjukperioden inleddes med sjuklön. Karensavdraget gjordes där, av arbetsgivaren.', '27:27 st 1', '27:26 st 2')
    case KARENS.karensavdrag:
      return ord(
        `Sjukperioden inleddes med sjukpenning den ${o.avdragFran}: ett karensavdrag görs från och med den dagen.`,
        '27:27',
        ...lagts,
        ...(o.blevArbetslos ? ['27:28 b'] : []),
      )
    case KARENS.enDagsKarenstid:
      return ord(
        'Vald karenstid 1 dag: sjukpenning lämnas inte för den första dagen i sjukperioden.',
        '27:30',
        ...(o.flera ? ['27:33 st 2', '27:32'] : []),
      )
    case KARENS.karenstid:
      return ord(`Vald karenstid ${o.karenstid} dagar: sjukpenning lämnas inte för dem.`, '27:30', '27:33 st 1')
    case KARENS.karensdagar:
      return ord('Sju karensdagar: sjukpenning lämnas inte för de första sju dagarna i sjukperioden.', '27:27 a', ...lagts)
    default:
      return ord('Dagen ligger inte i någon sjukperiod.', '27:26')
  }
}

export interface Karenstillfalle {
  readonly dag: Datum
  /** days of sjukpenning lost by 27 a § or 30 §; 1 for a karensavdrag */
  readonly forloradeDagar: number
  readonly inkomstslag: Inkomstslag
  /** the karenstid the days were lost to (30 §); left out for 27 a §. The first paragraph of 39 § counts only what was lost to 27 a §. */
  readonly karenstid?: Karenstid
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
 * or, with one day's karenstid, at least ten sick periods with 27 a or 30 §. With a longer karenstid there is none.
 */
export function allmantHogriskskydd(
  tidigare: readonly Karenstillfalle[],
  dag: Datum,
  slag: Inkomstslag,
  karenstid?: Karenstid,
): Hogriskprovning {
  const alla = new Karenstillfallen()
  for (const t of tidigare)
    if (t.inkomstslag === slag && (t.karenstid === undefined || karenstid === 1)) alla.lagg(dagnummer(t.dag), t.forloradeDagar)
  const d = dagnummer(dag)
  const uppfyllt = harAllmantHogriskskydd(alla, d, slag === 'anstallning', karenstid ?? 0, KARENSTAL)
  return {
    uppfyllt,
    tillfallen: alla.inomAret(d),
    forloradeDagar: alla.forloradeInomAret(d),
    lagrum: flera(slag === 'annat' && karenstid === 1 ? '27:39 st 2' : '27:39 st 1'),
  }
}
