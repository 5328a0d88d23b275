import type { Datum } from '@atergang/kalender'
import { fragaFmrOmInternetbehandling, hemmadagarErsatts, vardetDen, type Niva } from '@atergang/regelverk'
import { dagsbelopp, sgiDen } from '../berakning/belopp.ts'
import type { Dagvillkor, Sgigrund } from '../berakning/villkor.ts'
import { gruppera } from '../../gemensamt/gruppera.ts'
import { VECKODAGAR, veckodagAv, type Arbetsdag, type Arbetstid } from '../tid/arbetsdag.ts'
import { dagstider, type Dagstid } from '../tid/dagstid.ts'
import { granskaTillfallen } from '../tid/tillfalle.ts'
import type { Dagsgrupp, Dagsutfall, Planeraddag } from './planeraddag.ts'
import { planeradeTillfallen, type Planbehandling, type PlaneratTillfalle } from './plan.ts'
import { grupptext, INLEDNING, OBSERVERA, sgitext, STEG1, STEG2, type Planskede, type Sgilage, type Upplysning } from './texter.ts'

/** What is known before the treatment. What is not known is null, and the answer says so. */
export interface Planuppgifter {
  readonly behandlingar: readonly Planbehandling[]
  readonly arbetslos: boolean
  /** dates whose working time is not known answer undefined */
  readonly arbetsdagPa: Arbetstid
  readonly arsarbetstid: number | null
  readonly sgi: Sgigrund | null
  readonly niva: Niva
  readonly idag: Datum
  /** `fore` when left out */
  readonly skede?: Planskede
}

export interface Forhandskoll {
  readonly inledning: string
  readonly dagar: readonly Planeraddag[]
  readonly grupper: readonly Dagsgrupp[]
  readonly sgi: Upplysning & Sgilage
  readonly steg1: readonly Upplysning[]
  readonly steg2: readonly Upplysning[]
  readonly observera: readonly Upplysning[]
  /** working days in the plan that reach a quarter, of all its dates */
  readonly antal: { readonly nar: number; readonly alla: number }
}

/**
 * The pre-check of step 1 (B015–B017): which planned days reach a quarter of the working day and which do not and why, roughly what a day would
 * give, what each step decides. Information, never a decision or a promise; nothing in it stops an application.
 */
export function forhandskoll(p: Planuppgifter): Forhandskoll {
  const tillfallen = planeradeTillfallen(p.behandlingar)
  const hemmaRaknas = vardetDen(hemmadagarErsatts, p.idag)
  const tider = raknadeDagar(p, tillfallen, hemmaRaknas)
  const belopp = ungefarliga(p, tider.raknade)
  const dagar = [...tider.ovriga, ...tider.raknade.map((d) => enDag(d, belopp.get(d.datum) ?? null))].sort((a, b) =>
    a.datum < b.datum ? -1 : 1,
  )
  const sgi = sgilaget(p, dagar)
  const skede = p.skede ?? 'fore'
  return {
    inledning: INLEDNING[skede],
    dagar,
    grupper: grupperna(dagar, p.arbetslos, skede),
    sgi: { ...sgitext(sgi), ...sgi },
    steg1: STEG1,
    steg2: STEG2,
    observera: observera(p, tillfallen, dagar, hemmaRaknas),
    antal: { nar: dagar.filter((d) => d.utfall === 'nar').length, alla: dagar.length },
  }
}

const okand = (datum: Datum, utfall: Dagsutfall, arbetsminuter = 0): Planeraddag => ({
  datum,
  utfall,
  hindradeMinuter: 0,
  arbetsminuter,
  andel: 0,
  kravs: Math.ceil(arbetsminuter / 4),
  ungefarKronor: null,
})

/** Dates that can be reckoned, and the others with the reason why not. */
function raknadeDagar(
  p: Planuppgifter,
  tillfallen: readonly PlaneratTillfalle[],
  hemmaRaknas: boolean,
): { raknade: Dagstid[]; ovriga: Planeraddag[] } {
  const ovriga: Planeraddag[] = []
  const attRakna: PlaneratTillfalle[] = []
  const arbetsdagar = new Map<Datum, Arbetsdag>()
  for (const [datum, dagens] of gruppera(tillfallen, (t) => t.datum)) {
    const arbetsdag = p.arbetsdagPa(datum)
    const raknas = dagens.filter((t) => hemmaRaknas || t.utforande !== 'hemma')
    if (!arbetsdag) ovriga.push(okand(datum, 'arbetstidOkand'))
    else if (granskaTillfallen(dagens, () => arbetsdag.minuter).length) ovriga.push(okand(datum, 'krock', arbetsdag.minuter))
    else if (arbetsdag.minuter === 0) ovriga.push(okand(datum, 'ingenArbetstid'))
    else if (raknas.length === 0) ovriga.push(okand(datum, 'hemma', arbetsdag.minuter))
    else {
      attRakna.push(...raknas)
      arbetsdagar.set(datum, arbetsdag)
    }
  }
  return { raknade: dagstider(attRakna, (d) => arbetsdagar.get(d)!), ovriga }
}

function enDag(d: Dagstid, ungefarKronor: number | null): Planeraddag {
  const utfall = d.andel > 0 ? 'nar' : d.hindradeMinuter === 0 ? 'utanforArbetstiden' : 'narInteUpp'
  return {
    datum: d.datum,
    utfall,
    hindradeMinuter: d.hindradeMinuter,
    arbetsminuter: d.arbetsdag.minuter,
    andel: d.andel,
    kravs: Math.ceil(d.arbetsdag.minuter / 4),
    ungefarKronor: d.andel > 0 ? ungefarKronor : null,
  }
}

/** Amounts of the days when the SGI is known; an employee's also need the yearly working time. */
function ungefarliga(p: Planuppgifter, dagar: readonly Dagstid[]): Map<Datum, number | null> {
  const villkor = villkoren(p)
  if (!villkor) return new Map()
  return new Map(dagsbelopp(dagar, () => villkor).map((b) => [b.datum, b.belopp]))
}

const villkoren = (p: Planuppgifter): Dagvillkor | null =>
  p.sgi === null
    ? null
    : { sgi: p.sgi, niva: p.niva, arbetslos: p.arbetslos, ...(p.arsarbetstid === null ? {} : { arsarbetstid: p.arsarbetstid }) }

/** The SGI as it is known on the first planned day. */
function sgilaget(p: Planuppgifter, dagar: readonly Planeraddag[]): Sgilage {
  const villkor = villkoren(p)
  if (!villkor) return { lage: 'okand' }
  const { delar } = sgiDen(villkor, dagar[0]?.datum ?? p.idag)
  const kronor = delar && delar.anstallning + delar.annat
  return kronor === null ? { lage: 'kanInteRaknas' } : kronor === 0 ? { lage: 'ingen' } : { lage: 'kand', kronor, niva: p.niva }
}

function grupperna(dagar: readonly Planeraddag[], arbetslos: boolean, skede: Planskede): Dagsgrupp[] {
  return [...gruppera(dagar, ({ datum, ...resten }) => JSON.stringify([veckodagAv(datum), resten])).values()].map((lika) => {
    const { datum: forsta, ...resten } = lika[0]!
    const g = { ...resten, veckodag: veckodagAv(forsta), dagar: lika.map((d) => d.datum) }
    return { ...g, text: grupptext(g, arbetslos, skede) }
  })
}

function observera(
  p: Planuppgifter,
  tillfallen: readonly PlaneratTillfalle[],
  dagar: readonly Planeraddag[],
  hemmaRaknas: boolean,
): Upplysning[] {
  const former = new Set(p.behandlingar.map((b) => b.utforande))
  const okanda = VECKODAGAR.filter((v) => dagar.some((d) => d.utfall === 'arbetstidOkand' && veckodagAv(d.datum) === v))
  const forsta = tillfallen[0]?.datum
  return [
    ...(tillfallen.length === 1 ? [OBSERVERA.enstaka] : []),
    ...(forsta && forsta <= p.idag ? [OBSERVERA.borjarFore(forsta)] : []),
    ...(okanda.length ? [OBSERVERA.arbetstidOkand(okanda)] : []),
    ...(former.has('hemma') ? [OBSERVERA.hemma(hemmaRaknas)] : []),
    ...(former.has('internet') ? [OBSERVERA.internet(vardetDen(fragaFmrOmInternetbehandling, p.idag))] : []),
    ...(former.has('utomlands') ? [OBSERVERA.utomlands] : []),
    ...(p.arbetslos ? [OBSERVERA.arbetslos] : []),
    ...(!p.arbetslos && p.sgi && p.sgi.slag !== 'ingen' && p.sgi.annat > 0 ? [OBSERVERA.karenstid] : []),
    OBSERVERA.raknas,
    OBSERVERA.andringar,
  ]
}
