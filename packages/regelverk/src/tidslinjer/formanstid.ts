import { antalDagar, forena, gemensamma, plusDagar, tidigast, tidslinje, utom, type Datum, type Period, type Tidslinje } from '@atergang/kalender'

/** 27 kap. 21 § SFB: at most 364 days on normal level within the 450 days before the day. */
export const NORMALNIVADAGAR = 364
export const RAMTID = 450
/** 27 kap. 22 § second paragraph: thirteen days of each sick-pay period count. */
export const SJUKLONEDAGAR_SOM_RAKNAS = 13

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
export function sjuklonedagarSomRaknas(sjuklonePerioder: readonly Period[]): Period[] {
  return sjuklonePerioder.flatMap((p) => {
    const from = plusDagar(p.from, 1)
    const tom = tidigast(p.tom, plusDagar(p.from, SJUKLONEDAGAR_SOM_RAKNAS))
    return from <= tom ? [{ from, tom }] : []
  })
}

/** Days that count within the frame time on a given day: the 450 days before it. */
export function raknadeIRamtiden(raknade: readonly Period[], dag: Datum): number {
  return antalDagar(gemensamma(raknade, [{ from: plusDagar(dag, -RAMTID), tom: plusDagar(dag, -1) }]))
}

/**
 * The level of each day to be paid (27 kap. 21–24 §§ SFB). Days of `attBetala` count in turn for
 * the days after them. Interval algebra: work grows with the number of periods, not of days.
 */
export function nivaer(attBetala: readonly Period[], f: Formanstid): Tidslinje<Niva> {
  const ejRaknade = f.ejRaknade.map((d) => ({ from: d, tom: d }))
  let raknade = utom([...f.tidigareDagar, ...sjuklonedagarSomRaknas(f.sjuklonePerioder)], ejRaknade)
  const ut: { from: Datum; tom: Datum; varde: Niva }[] = []
  for (const p of forena(attBetala)) {
    let dag = p.from
    while (dag <= p.tom) {
      const { tom, niva } = nastaStracka(dag, p.tom, raknade, f)
      ut.push({ from: dag, tom, varde: niva })
      raknade = forena([...raknade, ...utom([{ from: dag, tom }], ejRaknade)])
      dag = plusDagar(tom, 1)
    }
  }
  return tidslinje(ut)
}

/** How far from `dag` the level is sure to stay the same, with every day until then paid. */
function nastaStracka(dag: Datum, sist: Datum, raknade: readonly Period[], f: Formanstid): { tom: Datum; niva: Niva } {
  const allvarlig = forena(f.allvarligSjukdom).find((a) => a.from <= dag && dag <= a.tom)
  if (allvarlig) return { tom: tidigast(sist, allvarlig.tom), niva: 'normal' }
  const nastaAllvarlig = f.allvarligSjukdom.map((a) => a.from).filter((d) => d > dag).sort()[0]
  // A day leaves the frame 451 days later: the count changes its slope there.
  const brytdagar = [
    ...raknade.flatMap((r) => [plusDagar(r.from, RAMTID + 1), plusDagar(r.tom, RAMTID + 2)]),
    ...f.ejRaknade.flatMap((d) => [d, plusDagar(d, 1)]),
  ].filter((d) => d > dag)
  const gransen = [...brytdagar, ...(nastaAllvarlig ? [nastaAllvarlig] : []), plusDagar(sist, 1)].sort()[0]!
  const tom = plusDagar(gransen, -1)
  const i = raknadeIRamtiden(raknade, dag)
  if (i >= NORMALNIVADAGAR) return { tom, niva: 'fortsattning' }
  // Each day adds at most one to the count: the level holds for at least as many days as are left.
  return { tom: tidigast(tom, plusDagar(dag, NORMALNIVADAGAR - i - 1)), niva: 'normal' }
}

/** Paid days after a date, each counted as one day however small its degree (38 §): for 36 and 37 §§. */
export const betaldaEfter = (betalda: readonly Period[], fran: Datum, till: Datum): number =>
  fran > till ? 0 : antalDagar(gemensamma(betalda, [{ from: fran, tom: till }]))

