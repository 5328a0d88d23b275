import type { Beslutsrad, Utbetalningsrad } from '@atergang/arende'
import { dagarMellan, forena, innehaller, vardePa, type Datum, type Period, type Tidslinje } from '@atergang/kalender'
import {
  allaNoder,
  flera,
  FORSTA_DAGARNA,
  hemmadagarErsatts,
  nivaer,
  sjukperiodVid,
  vardetDen,
  type Karens,
  type Niva,
} from '@atergang/regelverk'
import { allvarligaDagar, andrasEjRaknade, andrasSjukloneperioder } from '../../gemensamt/formanstid.ts'
import { lonavdrag } from '../../gemensamt/lon.ts'
import { sgiBelopp, sgiDelar, sgiPa } from '../../gemensamt/sgi.ts'
import { dagsbelopp } from '../berakning/belopp.ts'
import { dagforklaring } from '../berakning/forklaring.ts'
import type { Dagvillkor } from '../berakning/villkor.ts'
import type { Flage, YrkatTillfalle } from '../fakta.ts'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { ERSATTNINGSSKAL, type Ersattningsskal } from '../koder/skal.ts'
import { dagstider, type Andel, type Dagstid } from '../tid/dagstid.ts'
import { tidsatgang } from '../tid/tillfalle.ts'
import { arArbetslos, arbetsdagPa, arsarbetstiden, helSjukersattning } from '../uppgifter.ts'
import { alder, andraSjukdagar, tidigareBetalda } from './betalda.ts'
import {
  annanErsattningssvaret,
  arbetssokandesvaret,
  avvikelsesvaret,
  genomforandesvaret,
  nodvandigTidssvaret,
  tveksamma,
  utanGodkandPlan,
} from './bedomning.ts'
import { arAvvikelse, matchade, yrkadeDatum, type Ersattningsmal, type Matchat } from './ersattningslage.ts'
import { karenstidenPa } from './karenstid.ts'

// A claim reckoned day by day: what each occasion counts for, the share of the day, and the amount (27 kap. 6–7, 45 §§, 28 kap. SFB).

/** A claimed occasion and whether it counts. */
export interface Tillfallesutfall extends Matchat {
  readonly raknas: boolean
  readonly skal: Ersattningsskal | null
  /** the minutes that were accepted, in place of those claimed */
  readonly godtaget: YrkatTillfalle
  readonly varfor: string
}

export interface Ersattningsdag {
  readonly datum: Datum
  /** what the claim's own minutes reach; at least the smallest share there is, since the date is asked for */
  readonly yrkad: Andel
  readonly andel: Andel
  readonly skal: Ersattningsskal | null
  readonly tid: Dagstid
  readonly tillfallen: readonly Tillfallesutfall[]
}

const MINSTA: Andel = 0.25

function tillfallena(l: Flage, m: Ersattningsmal): Tillfallesutfall[] {
  const avvikelse = new Map(avvikelsesvaret(l, m)?.svar.tillfallen.map((t) => [t.id, t]) ?? [])
  const genomforda = new Map(genomforandesvaret(l, m)?.svar.tillfallen.map((t) => [t.id, t]) ?? [])
  const tider = new Map(nodvandigTidssvaret(l, m)?.svar.tillfallen.map((t) => [t.id, t]) ?? [])
  const sagtsEmot = new Map(tveksamma(l, m).map((x) => [x.tillfalle.id, x.varfor]))
  return matchade(l, m).map((x): Tillfallesutfall => {
    const t = x.tillfalle
    const a = avvikelse.get(t.id)
    const g = genomforda.get(t.id)
    const n = tider.get(t.id)
    const { resaMin: _, ...utanResa } = t
    const godtaget = n
      ? { ...utanResa, forberedelseMin: n.forberedelseMin, efterMin: n.efterMin, resaDitMin: n.resaDitMin, resaHemMin: n.resaHemMin }
      : t
    const nej = (skal: Ersattningsskal, varfor: string): Tillfallesutfall => ({ ...x, godtaget, raknas: false, skal, varfor })
    if (x.traff === 'redanProvad') return nej('redanProvad', a?.skal ?? '')
    if (arAvvikelse(x) && (utanGodkandPlan(l) || a?.val !== 'ingarIPlanen'))
      return nej('utanforPlanen', a?.skal ?? 'Ingen plan är godkänd.')
    if (g?.genomfort === 'nej') return nej('inteGenomford', g.skal)
    // Of a decided claim nobody was asked: what has been told since is what it would come out by.
    if (m.beslut && !g && sagtsEmot.has(t.id)) return nej('inteGenomford', sagtsEmot.get(t.id)!)
    if (t.utforande === 'hemma' && !vardetDen(hemmadagarErsatts, t.datum))
      return nej('hemma', 'Om dagar då behandlingen görs hemma ersätts är inte avgjort i källorna. Riksinställningen räknar dem inte.')
    return { ...x, godtaget, raknas: true, skal: null, varfor: n?.skal ?? a?.skal ?? '' }
  })
}

/** A hindrance of the whole day, whatever was done on it. */
function daghinder(l: Flage, m: Ersattningsmal, dag: Datum, idag: Datum): Ersattningsskal | null {
  const sgi = sgiPa(l, dag)
  if (sgi && sgiBelopp(sgi.svar) === 0) return 'ingenSgi'
  if (helSjukersattning(l, dag)) return 'helSjukersattning'
  const sokande = arbetssokandesvaret(l, m)?.svar
  if (arArbetslos(l, dag) && sokande && !(sokande.anmald && sokande.beredd) && !sokande.oskaligt && blandDeForsta(l, m, dag))
    return 'inteArbetssokande'
  return alder.efterAldersgrans(l, idag, dag)
}

/** Among the first fourteen days of the sick period, for which 28 kap. 6 § third paragraph asks that an unemployed person seeks work. */
function blandDeForsta(l: Flage, m: Ersattningsmal, dag: Datum): boolean {
  const p = sjukperiodVid(forena([...andraSjukdagar(l, m.beslut?.id), { from: dag, tom: dag }]), dag)
  return !p || dagarMellan(p.from, dag) < FORSTA_DAGARNA
}

/** Why a day gives less than was claimed, when nothing of the day as a whole is in the way. */
function skalet(t: readonly Tillfallesutfall[], tid: Dagstid, yrkad: Andel, andel: Andel): Ersattningsskal | null {
  if (andel >= yrkad) return null
  const nekat = t.find((x) => !x.raknas)
  if (nekat && (t.every((x) => !x.raknas) || !minskad(t))) return nekat.skal
  if (minskad(t)) return 'onodigTid'
  return tid.hindradeMinuter === 0 ? 'utanforArbetstid' : 'underEnFjardedel'
}

const tid = (t: YrkatTillfalle): number => Object.values(tidsatgang(t)).reduce((n, x) => n + x, 0)
const minskad = (t: readonly Tillfallesutfall[]): boolean => t.some((x) => x.raknas && tid(x.godtaget) < tid(x.tillfalle))

/** The days of a claim as its answers decide them. Working time is known for every date when this is asked. */
export function dagarna(l: Flage, m: Ersattningsmal, idag: Datum): Ersattningsdag[] {
  const alla = tillfallena(l, m)
  const arbetsdag = (dag: Datum) => arbetsdagPa(l, dag) ?? { pass: [], minuter: 0 }
  const yrkade = new Map(
    dagstider(
      alla.map((x) => x.tillfalle),
      arbetsdag,
    ).map((d) => [d.datum, d]),
  )
  const raknade = new Map(
    dagstider(
      alla.filter((x) => x.raknas).map((x) => x.godtaget),
      arbetsdag,
    ).map((d) => [d.datum, d]),
  )
  const tak = new Map(annanErsattningssvaret(l, m)?.svar.dagar.map((d) => [d.datum, d.hogst as Andel]) ?? [])
  const perDag = gruppera(alla, (x) => x.tillfalle.datum)
  return yrkadeDatum(m).map((datum): Ersattningsdag => {
    const y = yrkade.get(datum)!
    const tillfallen = perDag.get(datum)!
    const r = raknade.get(datum)
    const hinder = daghinder(l, m, datum, idag)
    const yrkad: Andel = y.andel === 0 ? MINSTA : y.andel
    const avTiden: Andel = r?.andel ?? 0
    const hogst = tak.get(datum)
    const andel: Andel = hinder ? 0 : hogst !== undefined && hogst < avTiden ? hogst : avTiden
    const skal = hinder ?? (hogst !== undefined && hogst < avTiden ? 'annanErsattning' : skalet(tillfallen, r ?? y, yrkad, andel))
    return {
      datum,
      yrkad,
      andel,
      skal: andel < yrkad ? skal : null,
      tid: r ?? { ...y, andel: 0, hindrad: [], hindradeMinuter: 0 },
      tillfallen,
    }
  })
}

export const beslutsrader = (dagar: readonly Ersattningsdag[]): Beslutsrad[] =>
  dagar.map((d) => ({
    from: d.datum,
    tom: d.datum,
    utfall: d.andel > 0 ? 'beviljat' : 'avslag',
    grad: d.andel,
    yrkadGrad: d.yrkad,
    ...(d.skal ? { avslagsskal: d.skal } : {}),
    lagrum: d.skal ? ERSATTNINGSSKAL[d.skal].lagrum : flera('27:6', '27:7', '27:45'),
  }))

// --- the amounts -----------------------------------------------------------------------------------------

/** A day with the share it is to be paid for. */
export interface Attbetala {
  readonly datum: Datum
  readonly andel: Andel
  readonly tid: Dagstid
}

/** A preventive day has no karensavdrag and is always counted; what is not counted are days of other cases (21–23 §§). */
const nivaerna = (l: Flage, betalda: readonly Period[]): Tidslinje<Niva> =>
  betalda.length
    ? nivaer(betalda, {
        tidigareDagar: tidigareBetalda(l, betalda[0]!.from),
        sjuklonePerioder: andrasSjukloneperioder(l),
        ejRaknade: andrasEjRaknade(l),
        allvarligSjukdom: allvarligaDagar(l),
      })
    : []

/** Paid for the day besides the part that the karenstid takes: an employment of its own. */
const harMerAnKarenstiden = (l: Flage, dag: Datum): boolean => {
  const sgi = sgiPa(l, dag)
  return sgi !== undefined && sgiDelar(sgi.svar).anstallning > 0
}

function villkoret(l: Flage, niva: Tidslinje<Niva>, karenstid: Karens | undefined, dag: Datum): Dagvillkor {
  const sgi = sgiPa(l, dag)
  const ars = arsarbetstiden(l, dag)
  const kalla = sgi && { typ: 'bedomning' as const, text: `SGI bekräftad av ${sgi.av.namn}`, id: sgi.id, datum: sgi.dag }
  return {
    sgi:
      sgi && sgiBelopp(sgi.svar) > 0
        ? { slag: 'faststalld', ...sgiDelar(sgi.svar), ...(kalla ? { kalla } : {}) }
        : { slag: 'ingen', ...(kalla ? { kalla } : {}) },
    niva: vardePa(niva, dag) ?? 'normal',
    arbetslos: arArbetslos(l, dag),
    ...(ars === undefined ? {} : { arsarbetstid: ars }),
    ...(karenstid ? { karenstid } : {}),
  }
}

/** One row a date, since each date has an amount of its own (28 kap. 13–16 §§); with what could not be reckoned. */
export function utbetalningen(l: Flage, dagar: readonly Attbetala[], utomBeslut?: string): { rader: Utbetalningsrad[]; saknas: string[] } {
  const betalda = dagar.filter((d) => d.andel > 0)
  const karenstid = karenstidenPa(
    l,
    betalda.map((d) => d.datum),
    utomBeslut,
  )
  const niva = nivaerna(
    l,
    betalda.filter((d) => !karenstid(d.datum) || harMerAnKarenstiden(l, d.datum)).map((d) => ({ from: d.datum, tom: d.datum })),
  )
  const villkorPa = (dag: Datum): Dagvillkor => villkoret(l, niva, karenstid(dag), dag)
  const tider = betalda.map((d): Dagstid => ({ ...d.tid, andel: d.andel }))
  const datum = new Set(betalda.map((d) => d.datum))
  const sjukdagar = andraSjukdagar(l, utomBeslut).filter((p) => ![...datum].some((d) => innehaller(p, d)))
  const belopp = dagsbelopp(tider, villkorPa, sjukdagar)
  const saknas = [...new Set(belopp.flatMap((b) => b.saknas))]
  const rader = tider.map((t, i): Utbetalningsrad => {
    const v = villkorPa(t.datum)
    const kronorPerDag = belopp[i]!.belopp ?? 0
    const avdrag = lonavdrag(l, { from: t.datum, tom: t.datum, grad: t.andel, niva: v.niva }, 1).map((a) => ({
      ...a,
      kronor: Math.min(a.kronor, kronorPerDag),
    }))
    return {
      from: t.datum,
      tom: t.datum,
      grad: t.andel,
      niva: v.niva,
      dagar: 1,
      kronorPerDag,
      avdrag,
      summa: kronorPerDag - avdrag.reduce((n, a) => n + a.kronor, 0),
      forklaring: dagforklaring(t, belopp[i]!, v),
    }
  })
  return { rader, saknas }
}

/** What was worked out of a day, in steps, for the letter. */
export const rakningen = (r: Utbetalningsrad): string[] =>
  allaNoder(r.forklaring)
    .filter((n) => n.rakning)
    .map((n) => `${n.rubrik}: ${n.rakning}`)
    .reverse()
