import type { Utbetalningsrad } from '@atergang/arende'
import {
  antalDagar, dagarI, delaVid, forena, gemensamma, innehaller, langd, periodtext, manadensForsta, plusDagar, plusManader, tidslinje, utom, vardePa, type Datum, type Period, type Tidslinje,
} from '@atergang/kalender'
import {
  arbetstidsberaknadPerDag, flera, forklara, forstaFjortonDagarna, heltal, kalenderdag, karens, karensavdragArbetstid, karensavdragKalenderdag, minskningForLon, nivaer, raknadeIRamtiden, RAMTID, sjuklonedagarSomRaknas,
  type Forklaring, type Karens, type Niva, type Svar, type Tal,
} from '@atergang/regelverk'
import { fakt, sistaFakt, type Slage } from './fakta.ts'
import { forsta14Svar, KALENDERDAGSBERAKNADE, type Forsta14Svar } from './forsta14.ts'
import { medKarensavdrag, type Heltavdrag } from './karensavdrag.ts'
import { sgiBelopp, sgiGranser, sgiPa } from './sgi.ts'
import type { Underlag } from './underlag.ts'

export interface Beviljat extends Period {
  readonly grad: number
}

/** Days paid before the ones now reckoned: in this case and before it (27 kap. 21–22 §§). */
export function tidigareBetalda(l: Slage, fore: Datum): Period[] {
  const iArendet = l.beslut.flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap(betaldaPerioder))
  const innan = fakt(l, 'tidigareErsattning').flatMap((f) => f.period ?? [])
  return utom([...iArendet, ...innan], [{ from: fore, tom: '2999-12-31' as Datum }])
}

/** The waiting rule that applies on a day, from the facts (27 kap. 27–33, 39–44 §§). */
export function karensFor(l: Slage, u: Underlag, dag: Datum): Karens {
  const sgi = sgiPa(l, dag)?.svar
  const sysselsattning = vardePa(u.sysselsattning, dag)?.slag
  const hogrisk = fakt(l, 'hogriskskydd').find((f) => !f.period || (f.period.from <= dag && dag <= f.period.tom))
  const karenstid = sistaFakt(l, 'karenstid')
  const baraAnnat = sgi !== undefined && sgi.annat > 0 && sgi.anstallning === 0
  return karens(
    {
      inkomstslag: baraAnnat ? 'annat' : 'anstallning',
      // 28 b §: the SGI is of other work than employment, and the person is unemployed on the day.
      blevArbetslos: baraAnnat && sysselsattning === 'arbetslos',
      sjoman: fakt(l, 'sjoman').some((f) => !f.period || (f.period.from <= dag && dag <= f.period.tom)),
      sjukperioder: u.sjukdagar,
      sjuklonePerioder: u.sjukloneperioder,
      ...(hogrisk ? { hogriskskydd: hogrisk.varde.slag } : {}),
      ...(karenstid && sgi && sgi.annat > 0 ? { karenstid: karenstid.varde.dagar } : {}),
    },
    dag,
  )
}

/**
 * The payment basis of granted days (28 kap. SFB): equal days together, whole kronor. Null with
 * what is missing when a day cannot be reckoned; nothing is guessed.
 */
export function utbetalningsrader(l: Slage, u: Underlag, beviljat: readonly Beviljat[]): { rader: readonly Utbetalningsrad[]; saknas: readonly string[] } {
  const dagar = forena(beviljat.filter((b) => b.grad > 0))
  const forsta = dagar[0]?.from
  if (!forsta) return { rader: [], saknas: [] }
  const karenser = dagar.map((p) => karensFor(l, u, p.from))
  const karensdagar = forena(karenser.flatMap((k) => k.dagar))
  const betalda = utom(dagar, karensdagar)
  const niva = nivaerna(l, u, betalda, karenser)
  const grad = tidslinje(beviljat.map((b) => ({ from: b.from, tom: b.tom, varde: b.grad })))
  const saknas: string[] = []
  const rader = [
    ...gemensamma(dagar, karensdagar).map((p) => karensrad(p, vardePa(grad, p.from)!, karenser.find((k) => k.dagar.length > 0)!)),
    ...betalda.flatMap((p) => delaVid(p, brytdagar(l, u, [...grad, ...niva]))).flatMap((p) => dagrader(l, u, p, vardePa(grad, p.from)!, vardePa(niva, p.from)!, saknas)),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
  return { rader: medRedanUtbetalt(l, medKarensavdrag(l, u, rader, karenser, (forsta) => heltKarensavdrag(l, u, forsta))), saknas: [...new Set(saknas)] }
}

const brytdagar = (l: Slage, u: Underlag, t: Tidslinje<unknown>): Datum[] => [
  ...[...t, ...u.sysselsattning, ...fakt(l, 'lonUnderSjukdom').flatMap((f) => f.period ?? []), ...forsta14Dagar(l, u)].flatMap((s) => [s.from, plusDagar(s.tom, 1)]),
  ...sgiGranser(l),
]

/** Days reckoned by working time; the day after them is always reckoned by the calendar (28 kap. 4–5 §§). */
const forsta14Dagar = (l: Slage, u: Underlag): Period[] => forstaFjortonDagarna(u.sjukdagar).filter((p) => forsta14Svar(l, u, p.from)?.slag === 'arbete')

function nivaerna(l: Slage, u: Underlag, betalda: readonly Period[], karenser: readonly Karens[]): Tidslinje<Niva> {
  return nivaer(betalda, {
    tidigareDagar: tidigareBetalda(l, betalda[0]?.from ?? u.idag),
    sjuklonePerioder: u.sjukloneperioder,
    ejRaknade: karenser.flatMap((k) => k.avdragFran ?? []),
    allvarligSjukdom: fakt(l, 'allvarligSjukdom').flatMap((f) => f.period ?? []),
  })
}

function dagrader(l: Slage, u: Underlag, p: Period, grad: number, niva: Niva, saknas: string[]): Utbetalningsrad[] {
  const arbete = arbetstidPa(l, u, p.from)
  if (arbete) return arbetstidsrader(l, u, p, grad, niva, arbete, saknas)
  const svar = forklara(kalenderdag.sjukpenningPerDag, dagfakta(l, u, p.from, grad, niva), p.from)
  if (svar.varde === null) {
    saknas.push(...saknasI(svar))
    return []
  }
  return [rad(p, grad, niva, langd(p), svar, nivaforklaring(l, u, p.from, niva), lonavdrag(l, p, niva))]
}

const saknasI = (svar: Svar): string[] => (svar.forklaring.saknas ?? [{ text: 'SGI är inte bekräftad.' }]).map((s) => s.text)

/** Reckoned by working time in the first fourteen days: only days on which work would have been done (28 kap. 3, 5, 12–16 §§). */
function arbetstidsrader(l: Slage, u: Underlag, p: Period, grad: number, niva: Niva, arbete: { arsarbetstid: number; dagar: { datum: Datum; timmar: number }[] }, saknas: string[]): Utbetalningsrad[] {
  const svarade = arbete.dagar.filter((d) => innehaller(p, d.datum))
  const obesvarade = utom([p], svarade.map((d) => ({ from: d.datum, tom: d.datum })))
  if (obesvarade.length) {
    saknas.push(`Arbetstiden under sjukperiodens första 14 dagar är inte utredd för ${obesvarade.map(periodtext).join(', ')}.`)
    return []
  }
  const arbetsdagar = svarade.filter((d) => d.timmar > 0)
  if (arbetsdagar.length === 0) return []
  const minuter = arbetsdagar.reduce((n, d) => n + Math.round(d.timmar * 60), 0)
  const fakta = { ...dagfakta(l, u, p.from, grad, niva), arsarbetstid: arbete.arsarbetstid, timmar: { t: minuter, n: 60 } as Tal, antalDagar: arbetsdagar.length }
  const svar = forklara(arbetstidsberaknadPerDag, fakta, p.from)
  if (svar.varde === null) {
    saknas.push(...saknasI(svar))
    return []
  }
  const datum = arbetsdagar.map((d) => d.datum)
  return [{ ...rad({ from: datum[0]!, tom: datum.at(-1)! }, grad, niva, datum.length, svar, nivaforklaring(l, u, p.from, niva), []), betaldaDagar: datum }]
}

function dagfakta(l: Slage, u: Underlag, dag: Datum, grad: number, niva: Niva) {
  const sgi = sgiPa(l, dag)
  const slag = vardePa(u.sysselsattning, dag)?.slag
  return {
    ...(sgi ? { sgi: { varde: sgiBelopp(sgi.svar), kalla: { typ: 'bedomning' as const, text: `SGI bekräftad av ${sgi.av.namn}`, id: sgi.id, datum: sgi.dag } } } : {}),
    arbetslos: slag === 'arbetslos',
    fortsattningsniva: niva === 'fortsattning',
    omfattning: String(grad).replace('.', ','),
  }
}

function rad(p: Period, grad: number, niva: Niva, dagar: number, svar: Svar, nivan: Forklaring, avdrag: Utbetalningsrad['avdrag']): Utbetalningsrad {
  const kronorPerDag = heltal(svar.varde as Tal)
  const avdraget = avdrag.reduce((n, a) => n + a.kronor, 0)
  return {
    from: p.from, tom: p.tom, grad, niva, dagar, kronorPerDag, avdrag,
    summa: Math.max(0, kronorPerDag * dagar - avdraget),
    forklaring: { ...svar.forklaring, delar: [...(svar.forklaring.delar ?? []), nivan] },
  }
}

function nivaforklaring(l: Slage, u: Underlag, dag: Datum, niva: Niva): Forklaring {
  const raknade = [...tidigareBetalda(l, dag), ...sjuklonedagarSomRaknas(u.sjukloneperioder)]
  const antal = raknadeIRamtiden(raknade, dag)
  const allvarlig = fakt(l, 'allvarligSjukdom').some((f) => f.period && f.period.from <= dag && dag <= f.period.tom)
  return {
    namn: 'niva',
    rubrik: 'Ersättningsnivå',
    lagrum: allvarlig ? flera('27:23') : flera('27:19', '27:21', '27:22', '27:24'),
    utfall: 'beraknat',
    resultat: niva === 'normal' ? 'normalnivå' : 'fortsättningsnivå',
    text: allvarlig ? 'Allvarlig sjukdom: normalnivå utan gräns i tid.' : `Högst 364 dagar på normalnivå inom ${RAMTID} dagar. Tidigare beslut och sjuklön räknas med ${antal} dagar före den ${dag}.`,
  }
}

function lonavdrag(l: Slage, p: Period, niva: Niva): Utbetalningsrad['avdrag'] {
  const lon = fakt(l, 'lonUnderSjukdom').findLast((f) => !f.period || (f.period.from <= p.from && p.tom <= f.period.tom))
  if (!lon) return []
  const svar = forklara(minskningForLon, { lonUnderSjukdom: lon.varde.kronorPerDag, lonIArbete: lon.varde.lonIArbetePerDag, lonUnderSjukdomOverTak: 0, lonIArbeteOverTak: 0, fortsattningsniva: niva === 'fortsattning' }, p.from)
  const perDag = heltal(svar.varde as Tal)
  return perDag > 0 ? [{ slag: 'lon', kronor: perDag * langd(p), text: `Lön under sjukdom: ${perDag} kr per dag dras av (28 kap. 19–21 §§).` }] : []
}

function karensrad(p: Period, grad: number, k: Karens): Utbetalningsrad {
  const forklaring: Forklaring = { namn: 'karens', rubrik: k.typ === 'karenstid' ? 'Karenstid' : 'Karensdagar', lagrum: k.lagrum, utfall: 'beraknat', resultat: `${antalDagar(k.dagar)} dagar utan sjukpenning`, text: k.text }
  return { ...p, grad, niva: 'normal', dagar: langd(p), kronorPerDag: 0, avdrag: [], summa: 0, forklaring }
}

/** A whole day's benefit, or a fifth of an average week's when the first days are reckoned by working time (27 kap. 27 § second and third paragraphs). */
function heltKarensavdrag(l: Slage, u: Underlag, forsta: Utbetalningsrad): Heltavdrag {
  const fakta = dagfakta(l, u, forsta.from, 1, forsta.niva)
  const arbete = arbetstidPa(l, u, forsta.from)
  const kronor = heltal(forklara(arbete ? karensavdragArbetstid : karensavdragKalenderdag, { ...fakta, ...(arbete ? { arsarbetstid: arbete.arsarbetstid } : {}) }, forsta.from).varde as Tal)
  return { kronor, text: arbete ? `Karensavdrag, 20 procent av en genomsnittlig vecka: ${kronor} kr (27 kap. 27 § tredje stycket).` : `Karensavdrag, en hel dag: ${kronor} kr (27 kap. 27 § andra stycket).` }
}

/** The answer of working time that the day is reckoned by, or undefined when it is reckoned by the calendar (28 kap. 4–6 §§). */
function arbetstidPa(l: Slage, u: Underlag, dag: Datum): Extract<Forsta14Svar, { slag: 'arbete' }> | undefined {
  const svar = forsta14Svar(l, u, dag)
  const slag = vardePa(u.sysselsattning, dag)?.slag
  return svar?.slag === 'arbete' && !(slag && KALENDERDAGSBERAKNADE.has(slag)) ? svar : undefined
}

/** What an interim decision has already paid for the same days is not paid twice. */
function medRedanUtbetalt(l: Slage, rader: readonly Utbetalningsrad[]): Utbetalningsrad[] {
  const interim = l.beslut.filter((b) => b.typ === 'interimistiskt').flatMap((b) => b.utbetalning)
  return rader.map((r) => {
    const redan = interim.reduce((n, i) => n + i.kronorPerDag * antalDagar(gemensamma(betaldaPerioder(i), betaldaPerioder(r))), 0)
    if (redan === 0) return r
    const kronor = Math.min(redan, r.summa)
    return { ...r, avdrag: [...r.avdrag, { slag: 'redanUtbetalt', kronor, text: 'Redan utbetalt genom interimistiskt beslut (112 kap. 2 a §).' }], summa: r.summa - kronor }
  })
}

// --- the same basis, read by month, and compared between versions ---------------------------------------

export interface Manadssumma {
  readonly manad: Datum
  readonly dagar: number
  readonly brutto: number
  readonly avdrag: number
  readonly summa: number
}

/** The days of a row that it pays for: all of them, or those of work when reckoned by working time. */
export const betaldaPerioder = (r: Pick<Utbetalningsrad, 'from' | 'tom' | 'betaldaDagar'>): Period[] =>
  r.betaldaDagar ? forena(r.betaldaDagar.map((d) => ({ from: d, tom: d }))) : [{ from: r.from, tom: r.tom }]

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

/** The basis by calendar month; a row that crosses a month is divided by paid days, its deductions stand in its first month. */
export function perManad(rader: readonly Utbetalningsrad[]): Manadssumma[] {
  const ut = new Map<Datum, { dagar: number; brutto: number; avdrag: number }>()
  for (const r of rader) {
    manadsdelar(r).forEach(({ manad, dagar }, i) => {
      const forra = ut.get(manad) ?? { dagar: 0, brutto: 0, avdrag: 0 }
      ut.set(manad, { dagar: forra.dagar + dagar, brutto: forra.brutto + dagar * r.kronorPerDag, avdrag: forra.avdrag + (i === 0 ? r.avdrag.reduce((n, a) => n + a.kronor, 0) : 0) })
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
export function skillnad(gamla: readonly Utbetalningsrad[], nya: readonly Utbetalningsrad[]): { kronor: number; rader: readonly (Period & { fore: number; efter: number })[] } {
  const perDag = (rader: readonly Utbetalningsrad[]) => tidslinje(rader.flatMap((r) => betaldaPerioder(r).map((p) => ({ ...p, varde: r.kronorPerDag }))))
  const [fore, efter] = [perDag(gamla), perDag(nya)]
  const dagar = forena([...gamla, ...nya]).flatMap((p) => delaVid(p, [...fore, ...efter].flatMap((s) => [s.from, plusDagar(s.tom, 1)])))
  const rader = dagar.map((p) => ({ ...p, fore: vardePa(fore, p.from) ?? 0, efter: vardePa(efter, p.from) ?? 0 })).filter((r) => r.fore !== r.efter)
  return { kronor: totalt(nya) - totalt(gamla), rader }
}

/** Day by day, for the table on screen; at most a few hundred rows. */
export const dagForDag = (rader: readonly Utbetalningsrad[]): { dag: Datum; grad: number; niva: Niva; kronor: number }[] =>
  rader.flatMap((r) => betaldaPerioder(r).flatMap(dagarI).map((dag) => ({ dag, grad: r.grad, niva: r.niva, kronor: r.kronorPerDag })))
