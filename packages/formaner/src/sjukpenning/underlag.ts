import { personen, type Beslut } from '@atergang/arende'
import {
  datum,
  delaVid,
  forena,
  gemensamma,
  innehaller,
  inom,
  plusDagar,
  tidigast,
  tidslinje,
  utom,
  vardePa,
  type Datum,
  type Period,
  type Tidslinje,
} from '@atergang/kalender'
import {
  bedomningsgrund,
  datumForKedjedag,
  foreslagenSjukloneperiod,
  grundgranser,
  harUppnattRiktalder,
  harUppnattTidigastePension,
  kedjedagar,
  kortaLagrum,
  raknasSammanlagt,
  sjukperiodensDagar,
  sjukperiodVid,
  tidigasteInkomstpension,
  uppnarRiktalder,
  utanIntygskrav,
  type Bedomningsgrund,
  type Person,
} from '@atergang/regelverk'
import { attBortseFran } from '../gemensamt/annanErsattning.ts'
import { andraArenden } from '../gemensamt/andraArenden.ts'
import { ansokningar } from './ansokningar.ts'
import { nekarNedsattning } from './avslagsskal.ts'
import { fakt, type Slage, type Sysselsattningsuppgift } from './fakta.ts'
import { inkomstdelarPa, sgiGranser } from './sgi.ts'

/** Days alike in all that the assessment looks at. */
export interface Provrad extends Period {
  readonly yrkadGrad: number
  readonly intygadGrad: number | null
  readonly kedjedagFran: number
  readonly kedjedagTill: number
  /** another benefit rests on a reduction that 53 § looks away from */
  readonly annanErsattning?: true
}

/** Days judged together: one question. */
export interface Provgrupp extends Period {
  readonly nyckel: string
  readonly grund: Bedomningsgrund
  readonly sysselsattning: Sysselsattningsuppgift
  readonly rader: readonly Provrad[]
}

/** What the case rests on today, worked out once from the facts. Every step reads from here. */
export interface Underlag {
  readonly idag: Datum
  /** what is asked for, by day */
  readonly yrkat: Tidslinje<number>
  readonly intygat: Tidslinje<number>
  readonly sysselsattning: Tidslinje<Sysselsattningsuppgift>
  readonly sjukloneperioder: readonly Period[]
  /** sick-pay days on which nothing but the employment could be paid for: the employer's alone (27 kap. 9 §). With other work beside it they are tried for that work (28 kap. 8 §). */
  readonly arbetsgivarens: readonly Period[]
  /** sick days by 27 kap. 26 §: what the chain counts */
  readonly sjukdagar: readonly Period[]
  readonly beslutat: Tidslinje<{
    readonly utfall: 'beviljat' | 'avslag'
    readonly grad: number
    readonly beslutId: string
    /** ill with reduced ability, whatever was decided for other reasons */ readonly sjuk: boolean
  }>
  readonly interimistiskt: readonly Period[]
  /** asked for, not decided and not the employer's alone to pay */
  readonly oprovade: readonly Period[]
  /** undecided days that no certificate supports though one is needed (27 kap. 25 §) */
  readonly ostyrkta: readonly Period[]
  /** undecided days whose ground of assessment has not come yet, with the day it comes */
  readonly senare: { readonly fran: Datum; readonly dagar: readonly Period[] } | null
  readonly grupper: readonly Provgrupp[]
}

const ALLTID: Period = { from: datum('1900-01-01'), tom: datum('2999-12-31') }

const minne = new WeakMap<Slage, Map<Datum, Underlag>>()

/** The same case and day always give the same object: worked out once. */
export function underlaget(l: Slage, idag: Datum): Underlag {
  let perDag = minne.get(l)
  if (!perDag) minne.set(l, (perDag = new Map()))
  let u = perDag.get(idag)
  if (!u) perDag.set(idag, (u = nyttUnderlag(l, idag)))
  return u
}

/**
 * Remembers what was worked out from one basis. The basis is an object of its own for each case and
 * day, so what was worked out from it never goes stale and is let go with it.
 */
export function minns<T>(rakna: (l: Slage, u: Underlag) => T): (l: Slage, u: Underlag) => T {
  const kant = new WeakMap<Underlag, { readonly varde: T }>()
  return (l, u) => {
    let k = kant.get(u)
    if (!k) kant.set(u, (k = { varde: rakna(l, u) }))
    return k.varde
  }
}

function nyttUnderlag(l: Slage, idag: Datum): Underlag {
  const yrkat = tidslinje(
    ansokningar(l).flatMap((a) => a.varde.perioder.map((p) => ({ from: p.from, tom: p.tom, varde: p.omfattning as number }))),
  )
  const intygat = tidslinje(
    fakt(l, 'intyg').flatMap((i) => i.varde.perioder.map((p) => ({ from: p.from, tom: p.tom, varde: p.grad as number }))),
  )
  const sysselsattning = sysselsattningen(l)
  const sjukloneperioder = sjuklonen(l, sysselsattning)
  const arbetsgivarens = sjukloneperioder.flatMap((p) => delaVid(p, sgiGranser(l))).filter((p) => inkomstdelarPa(l, p.from).annat === 0)
  const beslutat = beslutade(l)
  const interimistiskt = forena(l.beslut.filter((b) => b.typ === 'interimistiskt').flatMap((b) => b.rader))
  const inteSjuk = beslutat.filter((s) => !s.varde.sjuk)
  const sjukdagar = forena([
    ...utom([...yrkat, ...intygat], inteSjuk),
    ...sjukloneperioder,
    ...interimistiskt,
    ...fakt(l, 'tidigareSjukperiod').flatMap((f) => f.period ?? []),
    ...andraArenden(l).flatMap((a) => a.sjukdagar),
  ])
  const oprovade = utom(yrkat, [...beslutat, ...arbetsgivarens])
  const styrkta = gemensamma(oprovade, [
    ...intygat,
    ...utanIntygskrav(sjukdagar),
    ...fakt(l, 'provasUtanIntyg').flatMap((f) => f.period ?? []),
  ])
  const grund = {
    idag,
    yrkat,
    intygat,
    sysselsattning,
    sjukloneperioder,
    arbetsgivarens,
    sjukdagar,
    beslutat,
    interimistiskt,
    oprovade,
    ostyrkta: utom(oprovade, styrkta),
  }
  return { ...grund, ...provning(l, grund, styrkta) }
}

function sysselsattningen(l: Slage): Tidslinje<Sysselsattningsuppgift> {
  const urAnsokan = fakt(l, 'ansokan').flatMap((a) => [
    { ...ALLTID, varde: { slag: a.varde.sysselsattning, arbetsgivare: a.varde.arbetsgivare } as Sysselsattningsuppgift },
    ...a.varde.perioder.map((p) => ({
      from: p.from,
      tom: p.tom,
      varde: { slag: a.varde.sysselsattning, arbetsgivare: a.varde.arbetsgivare } as Sysselsattningsuppgift,
    })),
  ])
  // The first application speaks for all days until another says otherwise; a recorded fact speaks last.
  const forsta = urAnsokan.length ? [urAnsokan[0]!] : []
  const registrerade = fakt(l, 'sysselsattning').map((f) => ({ ...(f.period ?? ALLTID), varde: f.varde }))
  return tidslinje([...forsta, ...urAnsokan.filter((s) => s.from !== ALLTID.from), ...registrerade])
}

/** The employer's report decides; else what the person said; else the usual length is proposed for an employee. */
function sjuklonen(l: Slage, sysselsattning: Tidslinje<Sysselsattningsuppgift>): Period[] {
  const rapporterade = fakt(l, 'sjukloneperiod').flatMap((f) => f.period ?? [])
  if (rapporterade.length) return forena(rapporterade)
  return forena(
    fakt(l, 'ansokan').flatMap((a) => {
      if (a.varde.sjuklon) return [{ from: a.varde.sjuklon.from, tom: a.varde.sjuklon.tom }]
      return vardePa(sysselsattning, a.varde.forstaSjukdag)?.slag === 'anstalld' ? [foreslagenSjukloneperiod(a.varde.forstaSjukdag)] : []
    }),
  )
}

const SLUTLIGA: ReadonlySet<Beslut['typ']> = new Set(['slutligt', 'omprovning', 'andring'])

const beslutade = (l: Slage): Underlag['beslutat'] =>
  tidslinje(
    l.beslut
      .filter((b) => SLUTLIGA.has(b.typ))
      .flatMap((b) =>
        b.rader.map((r) => ({
          from: r.from,
          tom: r.tom,
          varde: { utfall: r.utfall, grad: r.grad, beslutId: b.id, sjuk: r.grad > 0 || !nekarNedsattning(r.avslagsskal) },
        })),
      ),
  )

/** Sick days of this case alone that the person's other cases must know: decided as ill, paid in the meantime, and the employer's before them. */
export const egnaSjukdagar = (u: Underlag): Period[] => {
  const beslutade = [...u.beslutat.filter((s) => s.varde.sjuk), ...u.interimistiskt]
  return beslutade.length ? forena([...beslutade, ...u.sjukloneperioder]) : []
}

type Grund = Omit<Underlag, 'grupper' | 'senare'>

const personenDen = (l: Slage, s: Sysselsattningsuppgift, dag: Datum): Person => ({
  sysselsattning: s.slag,
  overenskommetPass: s.overenskommetPass ?? false,
  lamnatProgram: s.lamnatProgram ?? false,
  // At most until garantipension can be drawn (49 d § third paragraph); then the ordinary chain again (ADR 0005).
  forbiTidigastePension:
    s.slag !== 'arbetslos' && harUppnattTidigastePension(personen(l).fodd, dag) && !harUppnattRiktalder(personen(l).fodd, dag),
})

/** What the ability is judged against on a day, or null before it is known how the person makes a living. */
export function grundenPa(l: Slage, u: Pick<Underlag, 'sjukdagar' | 'sysselsattning'>, dag: Datum): Bedomningsgrund | null {
  const s = vardePa(u.sysselsattning, dag)
  return s ? bedomningsgrund(personenDen(l, s, dag), kedjedagar(u.sjukdagar, dag).dagar, dag, sjukperiodensDagar(u.sjukdagar, dag)) : null
}

/** Dates on which the ground of assessment changes for the person: chain days, and the age of the earliest pension (49 d §). */
export function grunddatum(l: Slage, u: Pick<Underlag, 'sjukdagar' | 'sysselsattning'>, p: Period): Datum[] {
  const aldrar = [tidigasteInkomstpension(personen(l).fodd), uppnarRiktalder(personen(l).fodd)].filter((d) => d !== null)
  const delar = delaVid(p, [...u.sysselsattning.map((s) => s.from), ...aldrar])
  return delar.flatMap((d) => {
    const s = vardePa(u.sysselsattning, d.from)
    if (!s) return []
    const person = personenDen(l, s, d.from)
    const egen = sjukperiodVid(u.sjukdagar, d.from)
    const perioder = egen && !raknasSammanlagt(person, d.from) ? [egen] : u.sjukdagar
    const kedjegranser = grundgranser(person).flatMap((n) => datumForKedjedag(perioder, d.from, n) ?? [])
    return [...kedjegranser.filter((g) => innehaller(d, g)), ...aldrar.filter((a) => a === d.from)]
  })
}

/** What can be judged today: undecided, supported, and on a ground whose day has come. The rest waits for its day. */
function provning(l: Slage, u: Grund, styrkta: readonly Period[]): Pick<Underlag, 'grupper' | 'senare'> {
  const granser = styrkta.flatMap((p) => grunddatum(l, u, p))
  const kommer = granser.filter((g) => g > u.idag).sort()[0]
  const nu = kommer ? utom(styrkta, [{ from: kommer, tom: ALLTID.tom }]) : styrkta
  const dagar = kommer ? utom(styrkta, nu) : []
  return { grupper: grupperade(l, u, nu, granser), senare: kommer ? { fran: kommer, dagar } : null }
}

function grupperade(l: Slage, u: Grund, dagar: readonly Period[], granser: readonly Datum[]): Provgrupp[] {
  const andra = fakt(l, 'sjukersattning')
  const perioder = [...u.yrkat, ...u.intygat, ...u.sysselsattning, ...andra.flatMap((f) => f.period ?? [])]
  const brytdagar = [...granser, ...perioder.flatMap((s) => [s.from, plusDagar(s.tom, 1)])]
  const grupper: Provgrupp[] = []
  for (const p of dagar.flatMap((d) => delaVid(d, brytdagar))) {
    const sysselsattning = vardePa(u.sysselsattning, p.from)!
    const kedjedagFran = kedjedagar(u.sjukdagar, p.from).dagar
    const kedjedagTill = kedjedagar(u.sjukdagar, p.tom).dagar
    const grund = grundenPa(l, u, p.from)!
    const rad: Provrad = {
      ...p,
      yrkadGrad: vardePa(u.yrkat, p.from)!,
      intygadGrad: vardePa(u.intygat, p.from) ?? null,
      kedjedagFran,
      kedjedagTill,
      ...(attBortseFran(andra, p).length ? { annanErsattning: true as const } : {}),
    }
    const sist = grupper.at(-1)
    if (sist && sammaGrund(sist, grund, sysselsattning)) grupper[grupper.length - 1] = { ...sist, tom: p.tom, rader: [...sist.rader, rad] }
    else grupper.push({ ...p, nyckel: `${p.from}:${kortaLagrum(grund.lagrum)}`, grund, sysselsattning, rader: [rad] })
  }
  return grupper
}

const sammaGrund = (g: Provgrupp, grund: Bedomningsgrund, s: Sysselsattningsuppgift): boolean =>
  g.grund.text === grund.text && g.grund.undantag.length === grund.undantag.length && g.sysselsattning.slag === s.slag

// --- readings that several steps share -------------------------------------------------------------

/** The whole stretch to be judged now, or null. */
export function provperiod(u: Underlag): Period | null {
  const [forsta, sista] = [u.grupper[0], u.grupper.at(-1)]
  return forsta && sista ? { from: forsta.from, tom: sista.tom } : null
}

/** First day of the sick period (26 §) that the day lies in. What 32 § joins is asked for where it applies, in the rules of karens. */
export const sjukperiodensForsta = (u: Pick<Underlag, 'sjukdagar'>, dag: Datum): Datum | null =>
  sjukperiodVid(u.sjukdagar, dag)?.from ?? null

/** Last sick day known. */
export const sistaSjukdag = (u: Pick<Underlag, 'sjukdagar'>): Datum | null => u.sjukdagar.at(-1)?.tom ?? null

/** Last day the case is about: sick, certified, asked for or decided. Days on which no illness reduced the ability are no sick days, but the case was about them. */
export const sistaDagen = (u: Pick<Underlag, 'sjukdagar' | 'yrkat' | 'intygat'>): Datum | null =>
  [...u.sjukdagar, ...u.yrkat, ...u.intygat]
    .map((p) => p.tom)
    .sort()
    .at(-1) ?? null

/** Chain day today; while the person is well the count stands still until it lapses. */
export const kedjedagIdag = (u: Underlag): number => kedjedagar(u.sjukdagar, u.idag).dagar

/** Certificates that cover any of the days. */
export const intygFor = (l: Slage, p: Period) =>
  fakt(l, 'intyg').filter((i) => inom(tidslinje(i.varde.perioder.map((x) => ({ ...x, varde: 1 }))), p).length > 0)

export const dagensSysselsattning = (u: Underlag): Sysselsattningsuppgift | undefined =>
  vardePa(u.sysselsattning, tidigast(u.idag, sistaSjukdag(u) ?? u.idag))
