import { datum, datumFranDagnummer, type Datum } from '@atergang/kalender'
import type { Saknad } from '../forklaring.ts'
import { flera, type Lagrum } from '../lagrum.ts'
import { lydelse } from '../lydelse.ts'
import { inteKant } from '../parameter.ts'
import { kedjelydelse } from '../parametrar/index.ts'
import type { Niva } from '../tidslinjer/formanstid.ts'
import { KARENS } from '../tidslinjer/karna/karens.mjs'
import { ALDER, INGET, NASTA, SAKNAS } from '../tidslinjer/karna/kolumner.mjs'
import { dagintervall, type Dagintervall } from '../tidslinjer/kedja.ts'
import type { Tidslinjeutfall } from './kor.ts'

/** A name for each outcome of the karens. */
export type Karensutfall = Exclude<keyof typeof KARENS, 'okand' | 'ingenSjukperiod'>
export type Nastaslag = keyof typeof NASTA
export type Aldersgrans = Exclude<keyof typeof ALDER, 'okand'>

/** Where a person stands on a day. Null: not known (`saknas` says why), or the day is in no sick period. */
export interface Tidslinjelage {
  readonly datum: Datum
  /** the day lies in a sick period */
  readonly sjukperiod: boolean
  readonly kedjedag: number
  readonly bedomningsgrund: Dagintervall | null
  readonly intygsdag: number
  /** day of the sick period of 26 §; 0 on a day in none */
  readonly sjukperiodsdag: number
  /** the greatest of the periods that hold the day */
  readonly grad: number | null
  readonly niva: Niva | null
  /** counted within the frame of the day (21, 22 §§) */
  readonly normalnivadagar: number | null
  /** first day on continuation level if the person is paid every day */
  readonly normalnivanSlutar: Datum | null
  /** of the day's sick period, for each kind of income it answers to */
  readonly karens: {
    readonly anstallning: Karensutfall | null
    readonly annat: Karensutfall | null
    readonly avdragFran: Datum | null
    readonly karensdag: boolean
  } | null
  readonly hogriskskydd: 'allmant' | 'sarskilt' | null
  readonly alder: Aldersgrans | null
  /** 36, 38 §§: paid days since the month of riktåldern; null before it */
  readonly betaldaEfterRiktalder: number | null
  /** 36 §: the question whether sjukpenning is to end stands */
  readonly fraganEfterRiktalder: boolean
  /** 37, 38 §§ */
  readonly betaldaEfter71: number | null
  /** 37 §: no more days can be paid */
  readonly slutEfter71: boolean
  /** the next day on which the law changes something if the person stays ill and is paid every day, and all that it changes then */
  readonly nasta: { readonly datum: Datum; readonly slag: readonly Nastaslag[] } | null
  readonly saknas: readonly Saknad[]
}

/** Each next day in the words of the law. */
export const NASTATEXT: Readonly<Record<Nastaslag, { readonly text: string; readonly lagrum: readonly Lagrum[] }>> = {
  dag91: { text: 'Dag 91 i rehabiliteringskedjan', lagrum: flera('27:47') },
  dag181: { text: 'Dag 181 i rehabiliteringskedjan', lagrum: flera('27:48') },
  dag366: { text: 'Dag 366 i rehabiliteringskedjan', lagrum: flera('27:49') },
  dag551: { text: 'Dag 551 i rehabiliteringskedjan', lagrum: flera('27:48', '27:49') },
  normalnivanSlutar: { text: 'Första dagen på fortsättningsnivån', lagrum: flera('27:21', '27:24') },
  tidigastePension: { text: 'Inkomstgrundad ålderspension kan tas ut', lagrum: flera('27:49 d') },
  riktalder: { text: 'Månaden för riktåldern börjar', lagrum: flera('27:36') },
  manadenFor71: { text: 'Månaden för 71-årsdagen börjar', lagrum: flera('27:37') },
  fraganEfterRiktalder: { text: '180 dagar är betalda efter riktåldern: sjukpenningen får upphöra', lagrum: flera('27:36') },
  slutEfter71: { text: '180 dagar är betalda efter månaden för 71-årsdagen: fler får inte lämnas', lagrum: flera('27:37') },
  kedjanBryts: { text: 'Nittio dagar har gått: kedjan börjar om', lagrum: flera('27:51') },
}

const namnPa = <N extends string>(koder: Readonly<Record<N, number>>): ReadonlyMap<number, N> =>
  new Map((Object.entries(koder) as [N, number][]).map(([n, k]) => [k, n]))
const KARENSNAMN = namnPa(KARENS)
const NASTANAMN = Object.keys(NASTA) as readonly Nastaslag[]
const ALDERSNAMN = namnPa(ALDER)
const HOGRISKNAMN = [null, 'allmant', 'sarskilt'] as const

/** From when the sources give the law: before that a part is not known, and neither is the next day. */
const LYDELSER: readonly {
  readonly del: 'kedja' | 'niva'
  readonly namn: string
  readonly rubrik: string
  readonly varden: readonly { readonly from: Datum }[]
}[] = [
  { del: 'kedja', namn: kedjelydelse.namn, rubrik: 'Rehabiliteringskedjans prövningar', varden: kedjelydelse.varden },
  {
    del: 'niva',
    namn: 'formanstid',
    rubrik: 'Nivåer och karens i 27 kap. 21–33 och 39–40 §§',
    varden: [{ from: datum(lydelse('2018:647').from) }],
  },
]

const SAKNADE: readonly (readonly [number, Saknad])[] = [
  [
    SAKNAS.fodd,
    { typ: 'uppgift', namn: 'fodd', text: 'Födelsedagen är inte känd: åldersgränserna kan inte räknas, och nästa dag kan komma tidigare.' },
  ],
  [
    SAKNAS.riktalder,
    { typ: 'parameter', namn: 'riktalder', text: 'Källorna ger ingen riktålder så långt fram: nästa dag kan komma tidigare.' },
  ],
  [
    SAKNAS.inkomstslag,
    { typ: 'uppgift', namn: 'inkomstslag', text: 'Inkomstslag eller sysselsättning är inte känd: karensen kan inte avgöras.' },
  ],
]

const dagEllerNull = (n: number): Datum | null => (n === INGET ? null : datumFranDagnummer(n))
const talEllerNull = (n: number): number | null => (n === INGET ? null : n)

/** The row of a person in words and dates. */
export function lageFor(u: Tidslinjeutfall, i: number): Tidslinjelage {
  if (!Number.isInteger(i) || i < 0 || i >= u.antal) throw new RangeError(`Rad ${i} finns inte.`)
  const k = u.kolumner
  const dagen = datumFranDagnummer(u.dag(i))
  const okandaLydelser = LYDELSER.filter((l) => l.varden[0]!.from > dagen)
  const kandKedja = !okandaLydelser.some((l) => l.del === 'kedja')
  const kandNiva = !okandaLydelser.some((l) => l.del === 'niva')
  const pagar = k.pagar[i] === 1
  const saknas = k.saknas[i]!
  const alder = ALDERSNAMN.get(k.alder[i]!)!
  const slag = NASTANAMN.filter((n) => k.nastaSlag[i]! & NASTA[n])
  return {
    datum: dagen,
    sjukperiod: pagar,
    kedjedag: k.kedjedag[i]!,
    bedomningsgrund: pagar && kandKedja ? dagintervall(k.kedjedag[i]!) : null,
    intygsdag: k.intygsdag[i]!,
    sjukperiodsdag: k.sjukperiodsdag[i]!,
    grad: pagar ? k.grad[i]! / 4 : null,
    niva: !pagar || k.nivaOkand[i] || !kandNiva ? null : k.fortsattningsniva[i] ? 'fortsattning' : 'normal',
    normalnivadagar: kandNiva ? talEllerNull(k.normalnivadagar[i]!) : null,
    normalnivanSlutar: kandNiva ? dagEllerNull(k.normalnivanSlutar[i]!) : null,
    karens: pagar && kandNiva ? karensen(u, i) : null,
    hogriskskydd: kandNiva ? HOGRISKNAMN[k.hogriskskydd[i]!]! : null,
    alder: alder === 'okand' ? null : alder,
    betaldaEfterRiktalder: talEllerNull(k.betaldaEfterRiktalder[i]!),
    fraganEfterRiktalder: k.fraganEfterRiktalder[i] === 1,
    betaldaEfter71: talEllerNull(k.betaldaEfter71[i]!),
    slutEfter71: k.slutEfter71[i] === 1,
    nasta: slag.length === 0 || okandaLydelser.length > 0 ? null : { datum: datumFranDagnummer(k.nastaDag[i]!), slag },
    saknas: [
      ...SAKNADE.filter(([bit]) => saknas & bit).map(([, s]) => s),
      ...okandaLydelser.map((l): Saknad => ({
        typ: 'lag',
        namn: l.namn,
        text: `${l.rubrik} är ${inteKant(l, dagen, 'kända')} i källorna.`,
      })),
    ],
  }
}

function karensen({ kolumner: k }: Tidslinjeutfall, i: number): Tidslinjelage['karens'] {
  if (k.karensAnstallning[i] === KARENS.okand) return null
  const namn = (kod: number): Karensutfall | null => (kod === KARENS.ingenSjukperiod ? null : (KARENSNAMN.get(kod) as Karensutfall))
  return {
    anstallning: namn(k.karensAnstallning[i]!),
    annat: namn(k.karensAnnat[i]!),
    avdragFran: dagEllerNull(k.avdragFran[i]!),
    karensdag: k.karensdag[i] === 1,
  }
}
