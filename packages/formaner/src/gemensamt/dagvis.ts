import type { Utbetalningsrad } from '@atergang/arende'
import { dagarI, forena, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import { bruttot } from './utbetalning.ts'

// What each day gives, and two versions of a payment basis put together day by day: what may not become less stays (113 kap. 5, 8 §§ SFB).

type Avdrag = Utbetalningsrad['avdrag'][number]

/** A paid day: what the row gives for it, whole kronor. The days of a row add up to the row. */
interface Dagsdel {
  readonly dag: Datum
  readonly rad: Utbetalningsrad
  readonly karens: number
  /** kr of each deduction of the row, in the row's order */
  readonly avdrag: readonly number[]
  /** kr that the person has a right to; what an interim decision has paid of it is had, not lost */
  readonly ratt: number
}

const dagarnaAv = (r: Utbetalningsrad): readonly Datum[] => r.betaldaDagar ?? dagarI(r)

/** A whole number spread evenly over n days, so that the days add up to it. */
const jamnt = (kronor: number, i: number, n: number): number => Math.round((kronor * (i + 1)) / n) - Math.round((kronor * i) / n)

/** Pay lowers every day alike (28 kap. 20 §); karens is taken from the first day until all of it is taken (27 kap. 27 §). */
function dagsdelar(r: Utbetalningsrad): Dagsdel[] {
  const dagar = dagarnaAv(r)
  let kvar = r.avdrag.reduce((n, a) => n + (a.slag === 'karensavdrag' ? a.kronor : 0), 0)
  return dagar.map((dag, i): Dagsdel => {
    const spritt = r.avdrag.map((a) => (a.slag === 'karensavdrag' ? 0 : jamnt(a.kronor, i, dagar.length)))
    const fore = r.kronorPerDag - summan(r.avdrag, spritt, 'lon')
    const karens = Math.min(kvar, fore)
    kvar -= karens
    return { dag, rad: r, karens, ratt: fore - karens, avdrag: medKarens(r.avdrag, spritt, karens) }
  })
}

const summan = (avdrag: readonly Avdrag[], kronor: readonly number[], slag: Avdrag['slag']): number =>
  avdrag.reduce((n, a, i) => n + (a.slag === slag ? kronor[i]! : 0), 0)

function medKarens(avdrag: readonly Avdrag[], spritt: readonly number[], karens: number): number[] {
  const i = avdrag.findIndex((a) => a.slag === 'karensavdrag')
  return spritt.map((kr, j) => (j === i ? karens : kr))
}

const perDag = (rader: readonly Utbetalningsrad[]): Map<Datum, Dagsdel> => new Map(rader.flatMap(dagsdelar).map((d) => [d.dag, d]))

/** Days alike: one row before, one row after. Kronor for all the days together. */
export interface Jamforelse extends Period {
  readonly dagar: readonly Datum[]
  readonly fore: number
  readonly efter: number
  /** the amount a day before deductions is another */
  readonly annatDagsbelopp: boolean
}

interface Stracka extends Jamforelse {
  readonly gammal: Utbetalningsrad | undefined
  readonly ny: Utbetalningsrad | undefined
}

/** @param skiljer days that differ in this are never taken together */
function strackor(gamla: readonly Utbetalningsrad[], nya: readonly Utbetalningsrad[], skiljer: (dag: Datum) => unknown): Stracka[] {
  const [a, b] = [perDag(gamla), perDag(nya)]
  const ut: { dagar: Datum[]; a: Dagsdel[]; b: Dagsdel[] }[] = []
  for (const dag of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const [x, y] = [a.get(dag), b.get(dag)]
    const sist = ut.at(-1)
    const [fx, fy] = [sist?.a.at(-1), sist?.b.at(-1)]
    const lika = sist && fx?.rad === x?.rad && fy?.rad === y?.rad && skiljer(sist.dagar[0]!) === skiljer(dag)
    const karens = [x, y, fx, fy].some((d) => (d?.karens ?? 0) > 0)
    const s = lika && !karens ? sist : undefined
    if (s) s.dagar.push(dag)
    else ut.push({ dagar: [dag], a: [], b: [] })
    const den = ut.at(-1)!
    if (x) den.a.push(x)
    if (y) den.b.push(y)
  }
  const ratten = (d: readonly Dagsdel[]) => d.reduce((n, x) => n + x.ratt, 0)
  return ut.map((s) => {
    const [gammal, ny] = [s.a[0]?.rad, s.b[0]?.rad]
    return {
      from: s.dagar[0]!,
      tom: s.dagar.at(-1)!,
      dagar: s.dagar,
      fore: ratten(s.a),
      efter: ratten(s.b),
      annatDagsbelopp: (gammal?.kronorPerDag ?? 0) !== (ny?.kronorPerDag ?? 0),
      gammal,
      ny,
    }
  })
}

/**
 * Where the two versions give different amounts, day by day. A krona that comes from pay being spread over
 * other stretches is no difference.
 */
export const dagskillnader = (
  gamla: readonly Utbetalningsrad[],
  nya: readonly Utbetalningsrad[],
  skiljer: (dag: Datum) => unknown = () => '',
): Jamforelse[] =>
  strackor(gamla, nya, skiljer)
    .filter((s) => s.fore !== s.efter && (s.annatDagsbelopp || Math.abs(s.fore - s.efter) > 1))
    .map(({ gammal: _g, ny: _n, ...s }) => s)

/** The part of a row that falls on these of its days; nothing is lost or added when all parts are taken. */
function del(r: Utbetalningsrad, dagar: readonly Datum[]): Utbetalningsrad {
  const alla = dagarnaAv(r)
  if (dagar.length === alla.length) return r
  const delar = dagsdelar(r).filter((d) => dagar.includes(d.dag))
  const avdrag = r.avdrag.flatMap((a, i): Avdrag[] => {
    const kronor = delar.reduce((n, d) => n + d.avdrag[i]!, 0)
    return kronor === 0 ? [] : [kronor === a.kronor ? a : { ...a, kronor, text: `${a.text} På de här dagarna dras ${kronor} kr.` }]
  })
  return {
    ...r,
    from: dagar[0]!,
    tom: dagar.at(-1)!,
    dagar: dagar.length,
    ...(r.betaldaDagar ? { betaldaDagar: dagar } : {}),
    avdrag,
    summa: bruttot(r, dagar.length) - avdrag.reduce((n, a) => n + a.kronor, 0),
  }
}

/** The row's days as it pays them: one part when they are told one by one, else one for each unbroken stretch. */
const delar = (r: Utbetalningsrad, dagar: readonly Datum[]): Utbetalningsrad[] =>
  r.betaldaDagar ? [del(r, dagar)] : forena(dagar.map((d) => ({ from: d, tom: d }))).map((p) => del(r, dagarI(p)))

const BEHALLET = 'behallet'

/** Whether the amount of an earlier decision stands for the row. */
export const arBehallen = (r: Utbetalningsrad): boolean => (r.forklaring.delar ?? []).some((n) => n.namn === BEHALLET)

function behallen(r: Utbetalningsrad, s: Pick<Jamforelse, 'fore' | 'efter'>, grad: number, lagrum: readonly Lagrum[]): Utbetalningsrad {
  const skal = {
    namn: BEHALLET,
    rubrik: 'Beloppet står kvar',
    lagrum,
    utfall: 'uppfyllt' as const,
    resultat: `${s.fore} kr`,
    text: `På de uppgifter som finns nu hade dagarna gett ${s.efter} kr. Det får inte bli mindre än det tidigare beslutets ${s.fore} kr, som står kvar.`,
  }
  const forra = (r.forklaring.delar ?? []).filter((n) => n.namn !== BEHALLET)
  return { ...r, grad, forklaring: { ...r.forklaring, delar: [...forra, skal] } }
}

export interface Sammanlagt {
  readonly rader: readonly Utbetalningsrad[]
  /** where the earlier amount stands */
  readonly behallna: readonly Jamforelse[]
}

/**
 * The new payment basis, but with the old on the days where it may not become less.
 * @param o.far whether a day may give less than before; days that may and may not are never taken together
 * @param o.grad the share decided for a day, which a kept amount is paid under
 */
export function laggSamman(
  gamla: readonly Utbetalningsrad[],
  nya: readonly Utbetalningsrad[],
  o: { far(dag: Datum): boolean; grad(dag: Datum): number; lagrum: string },
): Sammanlagt {
  const alla = strackor(gamla, nya, (dag) => `${o.far(dag)} ${o.grad(dag)}`)
  const behallna = alla.filter((s) => s.efter < s.fore && !o.far(s.from))
  if (behallna.length === 0) return { rader: nya, behallna: [] }
  const lagrum = flera(o.lagrum)
  const kvar = behallna.flatMap((s) => delar(s.gammal!, s.dagar).map((r) => behallen(r, s, o.grad(s.from), lagrum)))
  const undan = new Set(behallna.flatMap((s) => s.dagar))
  const ovriga = nya.flatMap((r) => {
    const dagar = dagarnaAv(r).filter((d) => !undan.has(d))
    return dagar.length ? delar(r, dagar) : []
  })
  return {
    rader: [...ovriga, ...kvar].sort((a, b) => (a.from < b.from ? -1 : 1)),
    behallna: behallna.map(({ gammal: _g, ny: _n, ...s }) => s),
  }
}
