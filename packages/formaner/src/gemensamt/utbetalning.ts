import type { Utbetalningsrad } from '@atergang/arende'
import {
  dagarI,
  delaVid,
  forena,
  langd,
  manadensForsta,
  plusDagar,
  plusManader,
  tidslinje,
  vardePa,
  type Datum,
  type Period,
} from '@atergang/kalender'
import type { Niva } from '@atergang/regelverk'

// The payment basis of a decision, read by month, day by day, and compared between versions.

/** The two levels in words. */
export const NIVANAMN: Readonly<Record<Niva, string>> = { normal: 'normalnivå', fortsattning: 'fortsättningsnivå' }

/** The days of a row that it pays for: all of them, or those told one by one. */
export const betaldaPerioder = (r: Pick<Utbetalningsrad, 'from' | 'tom' | 'betaldaDagar'>): Period[] =>
  r.betaldaDagar ? forena(r.betaldaDagar.map((d) => ({ from: d, tom: d }))) : [{ from: r.from, tom: r.tom }]

export interface Manadssumma {
  readonly manad: Datum
  readonly dagar: number
  readonly brutto: number
  readonly avdrag: number
  readonly summa: number
}

/** A row by calendar month: its first and last paid day there, and how many days are paid. */
export function manadsdelar(r: Utbetalningsrad): (Period & { readonly manad: Datum; readonly dagar: number })[] {
  const ut = new Map<Datum, Period & { manad: Datum; dagar: number }>()
  for (const p of betaldaPerioder(r).flatMap((x) => delaVid(x, manadsgranser(x)))) {
    const manad = manadensForsta(p.from)
    const forra = ut.get(manad)
    ut.set(manad, { manad, from: forra?.from ?? p.from, tom: p.tom, dagar: (forra?.dagar ?? 0) + langd(p) })
  }
  return [...ut.values()]
}

/** What a row pays for so many of its days: a rounded amount a day, a day at a time. The only place where the two meet. */
export const bruttot = (r: Pick<Utbetalningsrad, 'kronorPerDag'>, dagar: number): number => r.kronorPerDag * dagar

/** The basis by calendar month; a row that crosses a month is divided by paid days, its deductions stand in its first month. */
export function perManad(rader: readonly Utbetalningsrad[]): Manadssumma[] {
  const ut = new Map<Datum, { dagar: number; brutto: number; avdrag: number }>()
  for (const r of rader) {
    manadsdelar(r).forEach(({ manad, dagar }, i) => {
      const forra = ut.get(manad) ?? { dagar: 0, brutto: 0, avdrag: 0 }
      ut.set(manad, {
        dagar: forra.dagar + dagar,
        brutto: forra.brutto + bruttot(r, dagar),
        avdrag: forra.avdrag + (i === 0 ? r.avdrag.reduce((n, a) => n + a.kronor, 0) : 0),
      })
    })
  }
  return [...ut.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([manad, v]) => ({ manad, ...v, summa: v.brutto - v.avdrag }))
}

function manadsgranser(p: Period): Datum[] {
  const ut: Datum[] = []
  for (let d = plusManader(manadensForsta(p.from), 1); d <= p.tom; d = plusManader(d, 1)) ut.push(d)
  return ut
}

export const totalt = (rader: readonly Utbetalningsrad[]): number => rader.reduce((n, r) => n + r.summa, 0)

/** What the new version pays more (or less) than the old, in all and by stretch of days. */
export function skillnad(
  gamla: readonly Utbetalningsrad[],
  nya: readonly Utbetalningsrad[],
): { kronor: number; rader: readonly (Period & { fore: number; efter: number })[] } {
  const perDag = (rader: readonly Utbetalningsrad[]) =>
    tidslinje(rader.flatMap((r) => betaldaPerioder(r).map((p) => ({ ...p, varde: r.kronorPerDag }))))
  const [fore, efter] = [perDag(gamla), perDag(nya)]
  const dagar = forena([...gamla, ...nya]).flatMap((p) =>
    delaVid(
      p,
      [...fore, ...efter].flatMap((s) => [s.from, plusDagar(s.tom, 1)]),
    ),
  )
  const rader = dagar
    .map((p) => ({ ...p, fore: vardePa(fore, p.from) ?? 0, efter: vardePa(efter, p.from) ?? 0 }))
    .filter((r) => r.fore !== r.efter)
  return { kronor: totalt(nya) - totalt(gamla), rader }
}

/** Day by day, for the table on screen; at most a few hundred rows. */
export const dagForDag = (rader: readonly Utbetalningsrad[]): { dag: Datum; grad: number; niva: Niva; kronor: number }[] =>
  rader.flatMap((r) =>
    betaldaPerioder(r)
      .flatMap(dagarI)
      .map((dag) => ({ dag, grad: r.grad, niva: r.niva, kronor: r.kronorPerDag })),
  )
