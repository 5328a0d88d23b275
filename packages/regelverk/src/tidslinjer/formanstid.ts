import {
  Dagmangd,
  dagmangd,
  dagnummer,
  datumFranDagnummer,
  perioderna,
  type Datum,
  type Period,
  type Stracka,
  type Tidslinje,
} from '@atergang/kalender'
import { endaVardet } from '../parameter.ts'
import { dagarPaNormalnivan, ramtidensDagar, sjuklonedagarIRamtiden } from '../parametrar/index.ts'
import { betaldaMellan } from './karna/alder.mjs'
import { fortsattningsdagar, laggSjuklonedagar, normalnivanSlutar as slutar, raknadeFore } from './karna/formanstid.mjs'

/** 27 kap. 21 § SFB: at most 364 days on normal level within the 450 days before the day. */
export const NORMALNIVADAGAR = endaVardet(dagarPaNormalnivan)
export const RAMTID = endaVardet(ramtidensDagar)
/** 27 kap. 22 § second paragraph: thirteen days of each sick-pay period count. */
export const SJUKLONEDAGAR_SOM_RAKNAS = endaVardet(sjuklonedagarIRamtiden)

export type Niva = 'normal' | 'fortsattning'

export interface Formanstid {
  /** paid days before: sjukpenning on either level and rehabiliteringspenning (22 §) */
  readonly tidigareDagar: readonly Period[]
  readonly sjuklonePerioder: readonly Period[]
  /** the first paid day of a sick period with karensavdrag: not counted (21 § second sentence) */
  readonly ejRaknade: readonly Datum[]
  /** days with a serious illness: always normal level (23 §) */
  readonly allvarligSjukdom: readonly Period[]
}

/** Thirteen days of each sick-pay period: all but the first, at most thirteen. */
export const sjuklonedagarSomRaknas = (sjuklonePerioder: readonly Period[]): Period[] =>
  perioderna(laggSjuklonedagar(new Dagmangd(), dagmangd(sjuklonePerioder), SJUKLONEDAGAR_SOM_RAKNAS))

/** The days that count on normal level: paid before, thirteen of each sick-pay period, and `attBetala`; never a first paid day with karensavdrag. */
function raknadeDagar(f: Omit<Formanstid, 'allvarligSjukdom'>, attBetala?: Dagmangd): Dagmangd {
  const m = dagmangd(f.tidigareDagar)
  laggSjuklonedagar(m, dagmangd(f.sjuklonePerioder), SJUKLONEDAGAR_SOM_RAKNAS)
  if (attBetala) m.laggAlla(attBetala)
  for (const d of f.ejRaknade) m.taBort(dagnummer(d), dagnummer(d))
  return m
}

/** Days that count within the frame time on a given day: the 450 days before it. */
export const raknadeIRamtiden = (raknade: readonly Period[], dag: Datum): number => raknadeFore(dagmangd(raknade), dagnummer(dag), RAMTID)

/** Days on normal level within the frame time of a day (21, 22 §§), worked out of what was paid before. */
export const dagarPaNormalnivaFore = (f: Omit<Formanstid, 'allvarligSjukdom'>, dag: Datum): number =>
  raknadeFore(raknadeDagar(f), dagnummer(dag), RAMTID)

/**
 * The level of each day to be paid (27 kap. 21–24 §§ SFB). Days of `attBetala` count in turn for
 * the days after them. Interval algebra: work grows with the number of periods, not of days.
 */
export function nivaer(attBetala: readonly Period[], f: Formanstid): Tidslinje<Niva> {
  const betala = dagmangd(attBetala)
  const fortsattning = fortsattningsdagar(
    new Dagmangd(),
    betala,
    raknadeDagar(f, betala),
    dagmangd(f.allvarligSjukdom),
    RAMTID,
    NORMALNIVADAGAR,
    new Dagmangd(),
  )
  const ut: Stracka<Niva>[] = []
  const lagg = (from: number, tom: number, varde: Niva): void =>
    void (from <= tom && ut.push({ from: datumFranDagnummer(from), tom: datumFranDagnummer(tom), varde }))
  for (let i = 0, k = 0; i < betala.antal; i++) {
    let dag = betala.from[i]!
    for (; k < fortsattning.antal && fortsattning.from[k]! <= betala.tom[i]!; k++) {
      lagg(dag, fortsattning.from[k]! - 1, 'normal')
      lagg(fortsattning.from[k]!, fortsattning.tom[k]!, 'fortsattning')
      dag = fortsattning.tom[k]! + 1
    }
    lagg(dag, betala.tom[i]!, 'normal')
  }
  return ut
}

/**
 * The first day on continuation level when sjukpenning is paid every day from `fran` on (21–24 §§); `fran` itself when the level is there already.
 * A first paid day with karensavdrag among them stands in `ejRaknade`.
 */
export function normalnivanSlutar(fran: Datum, f: Formanstid): Datum {
  const d = dagnummer(fran)
  return datumFranDagnummer(slutar(raknadeDagar(f), d, f.ejRaknade.includes(fran), dagmangd(f.allvarligSjukdom), RAMTID, NORMALNIVADAGAR))
}

/** Paid days after a date, each counted as one day however small its degree (38 §): for 36 and 37 §§. */
export const betaldaEfter = (betalda: readonly Period[], fran: Datum, till: Datum): number =>
  fran > till ? 0 : betaldaMellan(dagmangd(betalda), dagnummer(fran), dagnummer(till) + 1)
