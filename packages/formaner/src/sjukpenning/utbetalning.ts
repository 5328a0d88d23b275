import type { Utbetalningsrad } from '@atergang/arende'
import {
  antalDagar,
  delaVid,
  forena,
  gemensamma,
  plusDagar,
  tidslinje,
  utom,
  vardePa,
  type Datum,
  type Period,
  type Tidslinje,
} from '@atergang/kalender'
import {
  arbetstidsberaknadPerDag,
  badaSlagenPerDag,
  brytdagar as lagensBrytdagar,
  forstaFjortonDagarna,
  kalenderdag,
  kalenderdagDelvisArbetslos,
  nivaer,
} from '@atergang/regelverk'
import { betaldaPerioder, bruttot } from '../gemensamt/utbetalning.ts'
import { dagrader, dagsdelar, heltKarensavdrag, obetaldRad, type Dagsdelar } from './dagbelopp.ts'
import type { Slage } from './fakta.ts'
import { formanstiden } from './formanstid.ts'
import { forsta14Svar } from './forsta14.ts'
import { medKarensavdrag } from './karensavdrag.ts'
import { karenserFor } from './karenslage.ts'
import { lonegranser } from './lon.ts'
import { sgiGranser } from './sgi.ts'
import type { Underlag } from './underlag.ts'

export interface Beviljat extends Period {
  readonly grad: number
}

/**
 * The payment basis of granted days (28 kap. SFB): equal days together, whole kronor. Null with
 * what is missing when a day cannot be reckoned; nothing is guessed.
 */
export function utbetalningsrader(
  l: Slage,
  u: Underlag,
  beviljat: readonly Beviljat[],
): { rader: readonly Utbetalningsrad[]; saknas: readonly string[] } {
  const dagar = forena(beviljat.filter((b) => b.grad > 0))
  if (dagar.length === 0) return { rader: [], saknas: [] }
  const karenser = dagar.flatMap((p) => karenserFor(l, u, p.from))
  const delar = dagsdelar(l, u, karenser)
  const obetalda = utanBetalning(l, dagar, delar)
  const betalda = utom(dagar, obetalda)
  const niva = nivaer(betalda, formanstiden(l, u, betalda[0]?.from ?? u.idag, betalda))
  const grad = tidslinje(beviljat.map((b) => ({ from: b.from, tom: b.tom, varde: b.grad })))
  const saknas: string[] = []
  const stracka = (p: Period) => ({ ...p, grad: vardePa(grad, p.from)!, niva: vardePa(niva, p.from) ?? ('normal' as const) })
  const rader = [
    ...obetalda
      .flatMap((p) => delaVid(p, [...granser(grad), ...granser(u.sjukloneperioder), ...delar.granser]))
      .map((p) => obetaldRad(stracka(p), karenser)),
    ...betalda
      .flatMap((p) => delaVid(p, brytdagar(l, u, [...grad, ...niva], betalda)))
      .flatMap((p) => dagrader(l, u, stracka(p), delar, saknas)),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
  return {
    rader: medRedanUtbetalt(
      l,
      medKarensavdrag(l, u, rader, karenser, (forsta) => heltKarensavdrag(l, u, forsta)),
    ),
    saknas: [...new Set(saknas)],
  }
}

/** Granted days on which no part of a confirmed SGI is left to pay for. */
const utanBetalning = (l: Slage, dagar: readonly Period[], delar: Dagsdelar): Period[] =>
  forena(
    dagar
      .flatMap((p) => delaVid(p, [...delar.granser, ...sgiGranser(l)]))
      .filter((p) => {
        const d = delar.pa(p.from)
        return d !== null && d.anstallning + d.annat === 0
      }),
  )

const granser = (t: readonly Period[]): Datum[] => t.flatMap((s) => [s.from, plusDagar(s.tom, 1)])

/** Days on which the law of the day's amount changes: a row has one law. */
const LAGBYTEN: readonly Datum[] = [
  kalenderdag.sjukpenningPerDag,
  kalenderdagDelvisArbetslos.sjukpenningPerDag,
  arbetstidsberaknadPerDag,
  badaSlagenPerDag,
].flatMap((r) => lagensBrytdagar(r))

const brytdagar = (l: Slage, u: Underlag, t: Tidslinje<unknown>, dagar: readonly Period[]): Datum[] => [
  ...LAGBYTEN,
  ...granser([...t, ...u.sysselsattning, ...u.sjukloneperioder, ...forsta14Dagar(l, u)]),
  ...lonegranser(l, dagar),
  ...sgiGranser(l),
]

/** Days reckoned by working time; the day after them is always reckoned by the calendar (28 kap. 4–5 §§). */
const forsta14Dagar = (l: Slage, u: Underlag): Period[] =>
  forstaFjortonDagarna(u.sjukdagar).filter((p) => forsta14Svar(l, u, p.from)?.slag === 'arbete')

/** What an interim decision has already paid for the same days is not paid twice. */
function medRedanUtbetalt(l: Slage, rader: readonly Utbetalningsrad[]): Utbetalningsrad[] {
  const interim = l.beslut.filter((b) => b.typ === 'interimistiskt').flatMap((b) => b.utbetalning)
  return rader.map((r) => {
    const redan = interim.reduce((n, i) => n + bruttot(i, antalDagar(gemensamma(betaldaPerioder(i), betaldaPerioder(r)))), 0)
    if (redan === 0) return r
    const kronor = Math.min(redan, r.summa)
    return {
      ...r,
      avdrag: [...r.avdrag, { slag: 'redanUtbetalt', kronor, text: 'Redan utbetalt genom interimistiskt beslut (112 kap. 2 a §).' }],
      summa: r.summa - kronor,
    }
  })
}
