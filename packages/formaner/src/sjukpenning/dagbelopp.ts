import type { Utbetalningsrad } from '@atergang/arende'
import {
  antalDagar,
  delaVid,
  gemensamma,
  innehaller,
  langd,
  periodtext,
  plusDagar,
  utom,
  vardePa,
  type Datum,
  type Period,
} from '@atergang/kalender'
import {
  arbetstidsberaknadPerDag,
  badaSlagenPerDag,
  dagarPaNormalnivaFore,
  flera,
  forklara,
  heltal,
  kalenderdag,
  kalenderdagDelvisArbetslos,
  karensavdragArbetstid,
  karensavdragKalenderdag,
  NORMALNIVADAGAR,
  RAMTID,
  type Forklaring,
  type Kalla,
  type Niva,
  type Svar,
  type Tal,
} from '@atergang/regelverk'
import { bruttot, NIVANAMN } from '../gemensamt/utbetalning.ts'
import { utanArbetsantagande } from './behovsanstalld.ts'
import type { Slage } from './fakta.ts'
import { formanstiden } from './formanstid.ts'
import { arbetstidPa, type Forsta14Svar } from './forsta14.ts'
import type { Heltavdrag } from './karensavdrag.ts'
import type { Delkarens } from './karenslage.ts'
import { lonavdrag } from './lon.ts'
import { sgiDelar, sgiPa, type Inkomstdelar } from './sgi.ts'
import { utanAnnatForSena } from './steg/anmalan.ts'
import type { Underlag } from './underlag.ts'

/** What is left of the SGI on each day once sick pay and karens are taken away. */
export interface Dagsdelar {
  /** the days on which what is paid for can change */
  readonly granser: readonly Datum[]
  /** null when no SGI is confirmed */
  pa(dag: Datum): Inkomstdelar | null
}

/**
 * Employment is not paid for in a sick-pay period (27 kap. 9 §, 28 kap. 8 § SFB), nor for time that one who works when called cannot be
 * assumed to have worked (27 kap. 16 a §); other work not on its karensdagar or in its
 * karenstid (27 kap. 27 a, 30 §§), nor for days notified too late (17, 18 §§). What is left of the SGI is what the day is reckoned on.
 */
export function dagsdelar(l: Slage, u: Underlag, karenser: readonly Delkarens[]): Dagsdelar {
  const karensdagar = karenser.filter((k) => k.slag === 'annat').flatMap((k) => k.dagar)
  const utanAnstallning = [...u.sjukloneperioder, ...utanArbetsantagande(l, u)]
  const utanAnnat = [...karensdagar, ...utanAnnatForSena(l)]
  const granser = [...utanAnstallning, ...utanAnnat].flatMap((p) => [p.from, plusDagar(p.tom, 1)])
  const bland = (perioder: readonly Period[], dag: Datum) => perioder.some((p) => innehaller(p, dag))
  return {
    granser,
    pa(dag) {
      const sgi = sgiPa(l, dag)
      if (!sgi) return null
      const { anstallning, annat } = sgiDelar(sgi.svar)
      return { anstallning: bland(utanAnstallning, dag) ? 0 : anstallning, annat: bland(utanAnnat, dag) ? 0 : annat }
    },
  }
}

/** Days alike in all that the amount depends on but the parts of the income. */
export interface Stracka extends Period {
  readonly grad: number
  readonly niva: Niva
}

/** The rows of one stretch of granted days: reckoned by working time where work would have been done in an employment, else by the calendar. */
export function dagrader(l: Slage, u: Underlag, s: Stracka, delar: Dagsdelar, saknas: string[]): Utbetalningsrad[] {
  const arbete = (delar.pa(s.from)?.anstallning ?? 0) > 0 ? arbetstidPa(l, u, s.from) : undefined
  return arbete
    ? arbetstidsrader(l, u, s, delar, arbete, saknas)
    : delaVid(s, delar.granser).flatMap((p) => kalenderrader(l, u, { ...s, ...p }, delar.pa(p.from), saknas))
}

/** Of the unemployed how much; undefined for others, and for those who are it wholly. */
const andelArbetslos = (u: Underlag, dag: Datum): number | undefined => {
  const s = vardePa(u.sysselsattning, dag)
  return s?.slag === 'arbetslos' ? s.andelArbetslos : undefined
}

/** 28 kap. 11 §: the ceiling for ”den del den försäkrade är arbetslös”. */
const perKalenderdag = (u: Underlag, dag: Datum) =>
  (andelArbetslos(u, dag) === undefined ? kalenderdag : kalenderdagDelvisArbetslos).sjukpenningPerDag

function kalenderrader(l: Slage, u: Underlag, s: Stracka, delar: Inkomstdelar | null, saknas: string[]): Utbetalningsrad[] {
  const svar = forklara(perKalenderdag(u, s.from), dagfakta(l, u, s, delar), s.from)
  if (svar.varde === null) return ofullstandigt(svar, saknas)
  const avdrag = delar && delar.anstallning === 0 ? [] : lonavdrag(l, s, langd(s))
  return [rad(l, u, s, svar, { dagar: langd(s), avdrag })]
}

/** Days told not to be workdays are paid for the other work alone, when there is any (28 kap. 5 § second paragraph, 17 §). */
function arbetstidsrader(l: Slage, u: Underlag, s: Stracka, delar: Dagsdelar, arbete: Arbetstid, saknas: string[]): Utbetalningsrad[] {
  const svarade = arbete.dagar.filter((d) => innehaller(s, d.datum))
  const obesvarade = utom(
    [s],
    svarade.map((d) => ({ from: d.datum, tom: d.datum })),
  )
  if (obesvarade.length) {
    saknas.push(`Arbetstiden under sjukperiodens första 14 dagar är inte utredd för ${obesvarade.map(periodtext).join(', ')}.`)
    return []
  }
  const arbetsdagar = svarade.filter((d) => d.timmar > 0)
  const minuter = arbetsdagar.reduce((n, d) => n + Math.round(d.timmar * 60), 0)
  const timmar = { arsarbetstid: arbete.arsarbetstid, timmar: { t: minuter, n: 60 } as Tal, antalDagar: arbetsdagar.length }
  const rader = delaVid(s, delar.granser).flatMap((p) => {
    const d = delar.pa(p.from)!
    const iDelen = svarade.filter((x) => innehaller(p, x.datum))
    const dagar = (arbetar: boolean) => iDelen.filter((x) => x.timmar > 0 === arbetar).map((x) => x.datum)
    const perArbetsdag = () =>
      forklara(
        d.annat > 0 ? badaSlagenPerDag : arbetstidsberaknadPerDag,
        { ...dagfakta(l, u, { ...s, ...p }, { anstallning: d.anstallning, annat: 0 }), sgiAnnat: d.annat, ...timmar },
        p.from,
      )
    const ledig = () => forklara(kalenderdag.sjukpenningPerDag, dagfakta(l, u, { ...s, ...p }, { anstallning: 0, annat: d.annat }), p.from)
    return [
      ...dagarnasRad(l, u, { ...s, ...p }, dagar(true), perArbetsdag, lonavdrag(l, { ...s, ...p }, langd(p)), saknas),
      ...(d.annat > 0 ? dagarnasRad(l, u, { ...s, ...p }, dagar(false), ledig, [], saknas) : []),
    ]
  })
  return rader
}

function dagarnasRad(
  l: Slage,
  u: Underlag,
  s: Stracka,
  dagar: readonly Datum[],
  perDag: () => Svar,
  avdrag: Utbetalningsrad['avdrag'],
  saknas: string[],
): Utbetalningsrad[] {
  if (dagar.length === 0) return []
  const svar = perDag()
  if (svar.varde === null) return ofullstandigt(svar, saknas)
  return [{ ...rad(l, u, { ...s, from: dagar[0]!, tom: dagar.at(-1)! }, svar, { dagar: dagar.length, avdrag }), betaldaDagar: dagar }]
}

function ofullstandigt(svar: Svar, saknas: string[]): [] {
  saknas.push(...(svar.forklaring.saknas ?? [{ text: 'SGI är inte bekräftad.' }]).map((s) => s.text))
  return []
}

type Arbetstid = Extract<Forsta14Svar, { slag: 'arbete' }>

const DELTEXT = { anstallning: 'del av anställning', annat: 'del av annat förvärvsarbete' } as const

function dagfakta(l: Slage, u: Underlag, s: Stracka, delar: Inkomstdelar | null) {
  const sgi = sgiPa(l, s.from)
  const hela = sgi ? sgiDelar(sgi.svar) : null
  const avArbetsloshet = andelArbetslos(u, s.from)
  const del =
    delar && hela && delar.anstallning + delar.annat < hela.anstallning + hela.annat
      ? `, ${DELTEXT[delar.anstallning > 0 ? 'anstallning' : 'annat']}`
      : ''
  const kalla: Kalla | undefined = sgi && { typ: 'bedomning', text: `SGI bekräftad av ${sgi.av.namn}${del}`, id: sgi.id, datum: sgi.dag }
  return {
    ...(delar && kalla ? { sgi: { varde: delar.anstallning + delar.annat, kalla } } : {}),
    ...(avArbetsloshet === undefined
      ? { arbetslos: vardePa(u.sysselsattning, s.from)?.slag === 'arbetslos' }
      : { andelArbetslos: String(avArbetsloshet).replace('.', ',') }),
    fortsattningsniva: s.niva === 'fortsattning',
    omfattning: String(s.grad).replace('.', ','),
  }
}

function rad(l: Slage, u: Underlag, s: Stracka, svar: Svar, o: { dagar: number; avdrag: Utbetalningsrad['avdrag'] }): Utbetalningsrad {
  const kronorPerDag = heltal(svar.varde as Tal)
  const brutto = bruttot({ kronorPerDag }, o.dagar)
  const avdrag = o.avdrag.map((a) => ({ ...a, kronor: Math.min(a.kronor, brutto) }))
  return {
    from: s.from,
    tom: s.tom,
    grad: s.grad,
    niva: s.niva,
    dagar: o.dagar,
    kronorPerDag,
    avdrag,
    summa: brutto - avdrag.reduce((n, a) => n + a.kronor, 0),
    forklaring: { ...svar.forklaring, delar: [...(svar.forklaring.delar ?? []), nivaforklaring(l, u, s)] },
  }
}

function nivaforklaring(l: Slage, u: Underlag, { from: dag, niva }: Stracka): Forklaring {
  const f = formanstiden(l, u, dag)
  const allvarlig = f.allvarligSjukdom.some((p) => innehaller(p, dag))
  return {
    namn: 'niva',
    rubrik: 'Ersättningsnivå',
    lagrum: allvarlig ? flera('27:23') : flera('27:19', '27:21', '27:22', '27:24'),
    utfall: 'beraknat',
    resultat: NIVANAMN[niva],
    text: allvarlig
      ? 'Allvarlig sjukdom: normalnivå utan gräns i tid.'
      : `Högst ${NORMALNIVADAGAR} dagar på normalnivå inom ${RAMTID} dagar. Tidigare beslut och sjuklön räknas med ${dagarPaNormalnivaFore(f, dag)} dagar före den ${dag}.`,
  }
}

/** Granted days on which nothing is left to pay for: in the karens of the other work, or paid by the employer. */
export function obetaldRad(s: Stracka, karenser: readonly Delkarens[]): Utbetalningsrad {
  const k = karenser.find((x) => x.slag === 'annat' && gemensamma(x.dagar, [s]).length > 0)
  const forklaring: Forklaring = k
    ? {
        namn: 'karens',
        rubrik: k.typ === 'karenstid' ? 'Karenstid' : 'Karensdagar',
        lagrum: k.lagrum,
        utfall: 'beraknat',
        resultat: `${antalDagar(k.dagar)} dagar utan sjukpenning`,
        text: k.text,
      }
    : {
        namn: 'sjuklon',
        rubrik: 'Sjuklön',
        lagrum: flera('27:9', '28:8'),
        utfall: 'beraknat',
        resultat: `${langd(s)} dagar utan sjukpenning`,
        text: 'Arbetsgivaren svarar för sjuklön för dagarna.',
      }
  return { from: s.from, tom: s.tom, grad: s.grad, niva: 'normal', dagar: langd(s), kronorPerDag: 0, avdrag: [], summa: 0, forklaring }
}

/**
 * A whole day's benefit, or a fifth of an average week's when the first days are reckoned by working time (27 kap. 27 §
 * second and third paragraphs): of what answers to employment, unless the person is treated as an employee for all of it (28 b §).
 */
export function heltKarensavdrag(l: Slage, u: Underlag, forsta: Stracka): Heltavdrag {
  const sgi = sgiPa(l, forsta.from)
  const hela = sgi ? sgiDelar(sgi.svar) : null
  const arbetslos = vardePa(u.sysselsattning, forsta.from)?.slag === 'arbetslos'
  const fakta = dagfakta(l, u, { ...forsta, grad: 1 }, hela && (arbetslos ? hela : { anstallning: hela.anstallning, annat: 0 }))
  const arbete = arbetstidPa(l, u, forsta.from)
  const kronor = heltal(
    forklara(
      arbete
        ? karensavdragArbetstid
        : andelArbetslos(u, forsta.from) === undefined
          ? karensavdragKalenderdag
          : kalenderdagDelvisArbetslos.sjukpenningPerDag,
      { ...fakta, ...(arbete ? { arsarbetstid: arbete.arsarbetstid } : {}) },
      forsta.from,
    ).varde as Tal,
  )
  return {
    kronor,
    text: arbete
      ? `Karensavdrag, 20 procent av en genomsnittlig vecka: ${kronor} kr (27 kap. 27 § tredje stycket).`
      : `Karensavdrag, en hel dag: ${kronor} kr (27 kap. 27 § andra stycket).`,
  }
}
