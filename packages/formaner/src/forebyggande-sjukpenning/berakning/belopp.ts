import { dagarMellan, forena, type Datum, type Period } from '@atergang/kalender'
import {
  allaSaknade, arbetstidsberaknadPerDag, flera, forklara, FORSTA_DAGARNA, heltal, kalenderdag, sgiSumma, utanArbetsloshetstak, type Fakta, type Forklaring, type Kalla, type Svar, type Tal,
} from '@atergang/regelverk'
import { gruppera } from '../gruppera.ts'
import { iTimmar, type Dagstid } from '../tid/dagstid.ts'
import type { Dagvillkor, Sgigrund, Villkorspa } from './villkor.ts'

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
    return beloppet(p, grupper.get(p.grupp)!.map((x) => x.dag))
  })
}

interface Placerad {
  readonly dag: Dagstid
  readonly villkor: Dagvillkor
  readonly period: Period
  readonly nummer: number
  readonly satt: Dagsplats['satt']
  /** days with the same text here are reckoned together */
  readonly grupp: string
}

function placering(dag: Dagstid, period: Period, villkor: Dagvillkor): Placerad {
  const nummer = dagarMellan(period.from, dag.datum) + 1
  const satt = villkor.sysselsattning === 'anstalld' && nummer <= FORSTA_DAGARNA ? 'arbetstid' : 'kalenderdag'
  const grupp = satt === 'arbetstid' ? `${period.from} ${dag.andel} ${JSON.stringify(villkor)}` : dag.datum
  return { dag, villkor, period, nummer, satt, grupp }
}

function beloppet(p: Placerad, tillsammans: readonly Dagstid[]): Dagsbelopp {
  const plats: Dagsplats = { period: p.period, nummer: p.nummer, satt: p.satt, tillsammans: tillsammans.map((d) => d.datum) }
  const sgi = sgiDen(p.villkor, p.dag.datum)
  const grund = { datum: p.dag.datum, plats, sgi: sgi.forklaring }
  if (sgi.kronor === 0) return { ...grund, belopp: 0, saknas: [], rakning: null }
  if (sgi.kronor === null) return { ...grund, belopp: null, saknas: sgi.saknas, rakning: null }
  const svar = rakna(p, { varde: sgi.kronor, kalla: sgi.kalla }, tillsammans)
  return { ...grund, belopp: svar.varde === null ? null : heltal(svar.varde as Tal), saknas: svar.varde === null ? saknasI(svar) : [], rakning: svar.forklaring }
}

/** The rule of the day with its facts: working time by 28 kap. 12–16 §§, else the calendar by 10 §, never with the ceiling of 11 §. */
function rakna(p: Placerad, sgi: { varde: number; kalla: Kalla }, tillsammans: readonly Dagstid[]): Svar {
  const fakta: Fakta = { sgi, fortsattningsniva: p.villkor.niva === 'fortsattning', omfattning: String(p.dag.andel) }
  if (p.satt === 'kalenderdag') return p.villkor.sysselsattning === 'arbetslos' ? forklara(utanArbetsloshetstak.sjukpenningPerDag, fakta, p.dag.datum) : forklara(kalenderdag.sjukpenningPerDag, { ...fakta, arbetslos: false }, p.dag.datum)
  const minuter = tillsammans.reduce((n, d) => n + d.arbetsdag.minuter, 0)
  const arbetstid: Fakta = { timmar: iTimmar(minuter), antalDagar: tillsammans.length, ...(p.villkor.arsarbetstid === undefined ? {} : { arsarbetstid: p.villkor.arsarbetstid }) }
  return forklara(arbetstidsberaknadPerDag, { ...fakta, ...arbetstid }, p.dag.datum)
}

const saknasI = (s: Svar): string[] => allaSaknade(s.forklaring).map((x) => x.text)

export interface Sgisvar {
  /** 0 when none can be fixed; null when the parameters of the day are not known */
  readonly kronor: number | null
  readonly kalla: Kalla
  readonly saknas: readonly string[]
  readonly forklaring: Forklaring | null
}

/** The SGI the day is reckoned on, worked out of a yearly income when no decided one is given. */
export function sgiDen(v: Dagvillkor, dag: Datum): Sgisvar {
  const { sgi } = v
  const kalla = sgi.kalla ?? { typ: 'forsakrad', text: 'uppgift i underlaget' }
  if (sgi.slag === 'faststalld') return { kronor: sgi.kronor, kalla, saknas: [], forklaring: sgi.kronor === 0 ? ingenSgi(sgi) : null }
  if (sgi.slag === 'ingen') return { kronor: 0, kalla, saknas: [], forklaring: ingenSgi(sgi) }
  const avAnnat = v.sysselsattning === 'egenforetagare'
  const uppgift = { varde: sgi.kronor, kalla }
  const svar = forklara(sgiSumma, { inkomstAnstallning: avAnnat ? 0 : uppgift, inkomstAnnat: avAnnat ? uppgift : 0 }, dag)
  const kronor = svar.varde === null ? null : heltal(svar.varde as Tal)
  const forklaring = kronor === 0 ? { ...svar.forklaring, utfall: 'ejUppfyllt' as const, text: INGEN_SGI } : svar.forklaring
  return { kronor, kalla: { typ: 'berakning', text: `SGI av årsinkomsten, räknad ${dag}` }, saknas: kronor === null ? saknasI(svar) : [], forklaring }
}

const INGEN_SGI = 'Ingen sjukpenninggrundande inkomst kan fastställas. Beloppet blir 0 kronor.'

const ingenSgi = (sgi: Sgigrund): Forklaring => ({
  namn: 'sgi', rubrik: 'Sjukpenninggrundande inkomst', lagrum: flera('25:3'), utfall: 'ejUppfyllt', resultat: 'ingen', text: INGEN_SGI,
  ...(sgi.kalla ? { fakta: [{ namn: 'Sjukpenninggrundande inkomst', varde: 'ingen', kalla: sgi.kalla }] } : {}),
})
