import { dagarMellan, forena, type Datum, type Period } from '@atergang/kalender'
import {
  allaSaknade,
  arbetstidsberaknadPerDag,
  badaSlagenPerDag,
  flera,
  forklara,
  FORSTA_DAGARNA,
  heltal,
  kalenderdag,
  sgiAnnat,
  sgiAnstallning,
  sgiSumma,
  utanArbetsloshetstak,
  type Fakta,
  type Forklaring,
  type Kalla,
  type Svar,
  type Tal,
} from '@atergang/regelverk'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { iTimmar, type Dagstid } from '../tid/dagstid.ts'
import type { Dagvillkor, Inkomstdelar, Sgigrund, Villkorspa } from './villkor.ts'

/** The sick period a day with right to preventive benefit lies in, and how the day is reckoned there. */
export interface Dagsplats {
  /** 27 kap. 26 §: days in unbroken order with right to benefit; one day by itself is a period (ADR 0027) */
  readonly period: Period
  /** 1 for the first day of the period */
  readonly nummer: number
  readonly satt: 'arbetstid' | 'kalenderdag'
  /** the dates reckoned together with this one by 28 kap. 14–15 §§, itself included */
  readonly tillsammans: readonly Datum[]
}

export interface Dagsbelopp {
  readonly datum: Datum
  /** whole kronor; null when something that matters is not known */
  readonly belopp: number | null
  readonly saknas: readonly string[]
  readonly plats: Dagsplats | null
  readonly sgi: Forklaring | null
  readonly rakning: Forklaring | null
}

/**
 * The amount of each day, which come in date order (28 kap. SFB). `sjukdagar` are other days of 27 kap. 26 § that the days may lie beside (sjukpenning,
 * rehabiliteringspenning): they belong to the same sick period and count among its first fourteen days.
 */
export function dagsbelopp(dagar: readonly Dagstid[], villkorPa: Villkorspa, sjukdagar: readonly Period[] = []): Dagsbelopp[] {
  const ersatta = dagar.filter((d) => d.andel > 0)
  const perioder = forena([...ersatta.map((d) => ({ from: d.datum, tom: d.datum })), ...sjukdagar])
  let i = 0
  const placerade = ersatta.map((d) => {
    while (perioder[i]!.tom < d.datum) i++
    return placering(d, perioder[i]!, villkorPa(d.datum))
  })
  const grupper = gruppera(placerade, (p) => p.grupp)
  const perDatum = new Map(placerade.map((p) => [p.dag.datum, p]))
  return dagar.map((d) => {
    const p = perDatum.get(d.datum)
    if (!p) return { datum: d.datum, belopp: 0, saknas: [], plats: null, sgi: null, rakning: null }
    return beloppet(
      p,
      grupper.get(p.grupp)!.map((x) => x.dag),
    )
  })
}

interface Placerad {
  readonly dag: Dagstid
  readonly villkor: Dagvillkor
  readonly sgi: Sgisvar
  readonly period: Period
  readonly nummer: number
  readonly satt: Dagsplats['satt']
  /** days with the same text here are reckoned together */
  readonly grupp: string
}

/** Employment is reckoned by working time in the first fourteen days of the sick period; all else by the calendar (28 kap. 4–6 §§). */
function placering(dag: Dagstid, period: Period, villkor: Dagvillkor): Placerad {
  const nummer = dagarMellan(period.from, dag.datum) + 1
  const sgi = utanKarenstiden(sgiDen(villkor, dag.datum), villkor)
  const satt = !villkor.arbetslos && nummer <= FORSTA_DAGARNA && sgi.delar?.anstallning !== 0 ? 'arbetstid' : 'kalenderdag'
  const grupp = satt === 'arbetstid' ? JSON.stringify([period.from, dag.andel, villkor, sgi.delar]) : dag.datum
  return { dag, villkor, sgi, period, nummer, satt, grupp }
}

/** In a karenstid the other work is not paid for; the SGI and why it is what it is stand. */
const utanKarenstiden = (sgi: Sgisvar, v: Dagvillkor): Sgisvar =>
  v.karenstid && sgi.delar ? { ...sgi, delar: { ...sgi.delar, annat: 0 } } : sgi

function beloppet(p: Placerad, tillsammans: readonly Dagstid[]): Dagsbelopp {
  const plats: Dagsplats = { period: p.period, nummer: p.nummer, satt: p.satt, tillsammans: tillsammans.map((d) => d.datum) }
  const grund = { datum: p.dag.datum, plats, sgi: p.sgi.forklaring }
  if (p.sgi.delar === null) return { ...grund, belopp: null, saknas: p.sgi.saknas, rakning: null }
  if (summa(p.sgi.delar) === 0) return { ...grund, belopp: 0, saknas: [], rakning: null }
  const svar = rakna(p, p.sgi.delar, tillsammans)
  return {
    ...grund,
    belopp: svar.varde === null ? null : heltal(svar.varde as Tal),
    saknas: svar.varde === null ? saknasI(svar) : [],
    rakning: svar.forklaring,
  }
}

const summa = (d: Inkomstdelar): number => d.anstallning + d.annat

/** The rule of the day with its facts. Never with the ceiling of 28 kap. 11 §, whose last sentence excepts this benefit. */
function rakna(p: Placerad, delar: Inkomstdelar, tillsammans: readonly Dagstid[]): Svar {
  const sgi = (kronor: number) => ({ varde: kronor, kalla: p.sgi.kalla })
  const fakta: Fakta = { fortsattningsniva: p.villkor.niva === 'fortsattning', omfattning: String(p.dag.andel) }
  if (p.villkor.arbetslos) return forklara(utanArbetsloshetstak.sjukpenningPerDag, { ...fakta, sgi: sgi(summa(delar)) }, p.dag.datum)
  if (p.satt === 'kalenderdag')
    return forklara(kalenderdag.sjukpenningPerDag, { ...fakta, sgi: sgi(summa(delar)), arbetslos: false }, p.dag.datum)
  const minuter = tillsammans.reduce((n, d) => n + d.arbetsdag.minuter, 0)
  const arbetstid: Fakta = {
    ...fakta,
    sgi: sgi(delar.anstallning),
    timmar: iTimmar(minuter),
    antalDagar: tillsammans.length,
    ...(p.villkor.arsarbetstid === undefined ? {} : { arsarbetstid: Math.round(p.villkor.arsarbetstid) }),
  }
  return delar.annat === 0
    ? forklara(arbetstidsberaknadPerDag, arbetstid, p.dag.datum)
    : forklara(badaSlagenPerDag, { ...arbetstid, sgiAnnat: sgi(delar.annat), arbetslos: false }, p.dag.datum)
}

const saknasI = (s: Svar): string[] => allaSaknade(s.forklaring).map((x) => x.text)

export interface Sgisvar {
  /** both 0 when none can be fixed; null when the parameters of the day are not known */
  readonly delar: Inkomstdelar | null
  readonly kalla: Kalla
  readonly saknas: readonly string[]
  readonly forklaring: Forklaring | null
}

/** The SGI the day is reckoned on, worked out of a yearly income when no decided one is given. */
export function sgiDen(v: Dagvillkor, dag: Datum): Sgisvar {
  const { sgi } = v
  const kalla = sgi.kalla ?? { typ: 'forsakrad', text: 'uppgift i underlaget' }
  if (sgi.slag === 'ingen') return { delar: { anstallning: 0, annat: 0 }, kalla, saknas: [], forklaring: ingenSgi(sgi) }
  if (sgi.slag === 'faststalld')
    return {
      delar: { anstallning: sgi.anstallning, annat: sgi.annat },
      kalla,
      saknas: [],
      forklaring: summa(sgi) === 0 ? ingenSgi(sgi) : null,
    }
  const fakta = { inkomstAnstallning: { varde: sgi.anstallning, kalla }, inkomstAnnat: { varde: sgi.annat, kalla } }
  const svar = forklara(sgiSumma, fakta, dag)
  if (svar.varde === null) return { delar: null, kalla, saknas: saknasI(svar), forklaring: svar.forklaring }
  const delar = { anstallning: kronor(sgiAnstallning, fakta, dag), annat: kronor(sgiAnnat, fakta, dag) }
  const forklaring = summa(delar) === 0 ? { ...svar.forklaring, utfall: 'ejUppfyllt' as const, text: INGEN_SGI } : svar.forklaring
  return { delar, kalla: { typ: 'berakning', text: `SGI av årsinkomsten, räknad ${dag}` }, saknas: [], forklaring }
}

const kronor = (regel: typeof sgiAnstallning, fakta: Fakta, dag: Datum): number => heltal(forklara(regel, fakta, dag).varde as Tal)

const INGEN_SGI = 'Ingen sjukpenninggrundande inkomst kan fastställas. Beloppet blir 0 kronor.'

const ingenSgi = (sgi: Sgigrund): Forklaring => ({
  namn: 'sgi',
  rubrik: 'Sjukpenninggrundande inkomst',
  lagrum: flera('25:3'),
  utfall: 'ejUppfyllt',
  resultat: 'ingen',
  text: INGEN_SGI,
  ...(sgi.kalla ? { fakta: [{ namn: 'Sjukpenninggrundande inkomst', varde: 'ingen', kalla: sgi.kalla }] } : {}),
})
