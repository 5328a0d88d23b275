import { intervall, newcombe, wilson, type Intervall } from '../statistik/fordelning.ts'
import { skillnadISkillnader, type Celler } from './lansmodell.ts'
import { MINST } from './nivaer.ts'

/** One county in one of the two stretches of time. `varden`: one number a case (days; 0 or 1); left out when cases are only counted. */
export interface Foreefterlan {
  readonly lan: string
  readonly berord: boolean
  readonly efter: boolean
  /** length of the stretch */
  readonly dagar: number
  readonly antal: number
  readonly varden?: readonly number[]
}
/** `takt`: how many in thirty days; `andel`: a share; `medel`: a mean. */
export type Matslag = 'takt' | 'andel' | 'medel'

export interface Matt {
  readonly n: number
  readonly varde: number | null
  readonly intervall: Intervall | null
}
/** Before and after in one group of counties; the change is a ratio of a pace, else a difference. */
export interface Gruppskillnad {
  readonly lan: number
  readonly fore: Matt
  readonly efter: Matt
  readonly andring: Omfang | null
}
export interface Omfang {
  readonly varde: number
  readonly intervall: Intervall | null
}
export interface ForeOchEfter {
  readonly med: Gruppskillnad
  readonly utan: Gruppskillnad
  /** what changed with the effort beyond what changed elsewhere; null when it cannot be told */
  readonly skillnad: Omfang | null
}

const DAGAR_I_TAKT = 30
const MINST_LAN = 2
const summa = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0)
const medelav = (v: readonly number[]): number => summa(v) / v.length
function medelfel(v: readonly number[]): number | null {
  if (v.length < 2) return null
  const m = medelav(v)
  return Math.sqrt(v.reduce((s, x) => s + (x - m) ** 2, 0) / (v.length - 1) / v.length)
}

interface Samlat {
  readonly antal: number
  readonly dagar: number
  readonly varden: readonly number[]
}
const samla = (rader: readonly Foreefterlan[]): Samlat => ({
  antal: summa(rader.map((r) => r.antal)),
  dagar: rader[0]?.dagar ?? 0,
  varden: rader.flatMap((r) => r.varden ?? []),
})

function mattet(slag: Matslag, s: Samlat): Matt {
  if (slag === 'takt') {
    if (s.dagar === 0) return { n: 0, varde: null, intervall: null }
    const per = DAGAR_I_TAKT / s.dagar
    const [fran, till] = s.antal > 0 ? intervall(Math.log(s.antal), 1 / Math.sqrt(s.antal)) : [0, 0]
    return { n: s.antal, varde: s.antal * per, intervall: s.antal > 0 ? [Math.exp(fran) * per, Math.exp(till) * per] : null }
  }
  const n = s.varden.length
  if (n === 0) return { n, varde: null, intervall: null }
  if (slag === 'andel') return { n, varde: medelav(s.varden), intervall: wilson(summa(s.varden), n) }
  const fel = medelfel(s.varden)
  return { n, varde: medelav(s.varden), intervall: fel === null ? null : intervall(medelav(s.varden), fel, n - 1) }
}

function andringen(slag: Matslag, fore: Samlat, efter: Samlat): Omfang | null {
  if (slag === 'takt') {
    if (fore.antal === 0 || efter.antal === 0) return null
    const kvot = Math.log(efter.antal / efter.dagar) - Math.log(fore.antal / fore.dagar)
    const [fran, till] = intervall(kvot, Math.sqrt(1 / fore.antal + 1 / efter.antal))
    return { varde: Math.exp(kvot), intervall: [Math.exp(fran), Math.exp(till)] }
  }
  const [a, b] = [efter.varden, fore.varden]
  if (a.length === 0 || b.length === 0) return null
  const varde = medelav(a) - medelav(b)
  if (slag === 'andel') return { varde, intervall: newcombe(summa(a), a.length, summa(b), b.length) }
  const [fa, fb] = [medelfel(a), medelfel(b)]
  return { varde, intervall: fa === null || fb === null ? null : intervall(varde, Math.hypot(fa, fb)) }
}

function gruppen(slag: Matslag, rader: readonly Foreefterlan[]): Gruppskillnad {
  const [fore, efter] = [samla(rader.filter((r) => !r.efter)), samla(rader.filter((r) => r.efter))]
  return {
    lan: new Set(rader.map((r) => r.lan)).size,
    fore: mattet(slag, fore),
    efter: mattet(slag, efter),
    andring: andringen(slag, fore, efter),
  }
}

/** By the same model as the evaluation of efforts (J054): each county has a level of its own, and so has each stretch. */
function skillnaden(slag: Matslag, rader: readonly Foreefterlan[]): Omfang | null {
  const n = (r: Foreefterlan): number => (slag === 'takt' ? r.antal : (r.varden?.length ?? 0))
  if (summa(rader.filter((r) => r.berord && r.efter).map(n)) < MINST) return null
  // A county left out must leave others like it behind.
  if ([true, false].some((berord) => new Set(rader.filter((r) => r.berord === berord && n(r) > 0).map((r) => r.lan)).size < MINST_LAN))
    return null
  const lanen = [...new Set(rader.map((r) => r.lan))]
  const c: Celler = {
    lan: Float64Array.from(rader, (r) => lanen.indexOf(r.lan)),
    halvar: Float64Array.from(rader, (r) => (r.efter ? 0 : -1)),
    antal: Float64Array.from(rader, n),
    medel: Float64Array.from(rader, (r) => (r.varden?.length ? medelav(r.varden) : 0)),
    folk: Float64Array.from(rader, (r) => r.dagar),
    berord: Float64Array.from(rader, (r) => (r.berord ? 1 : 0)),
  }
  const s = skillnadISkillnader(slag === 'takt' ? 'poisson' : 'normal', c)
  if (!s) return null
  const bild = (x: number): number => (slag === 'takt' ? Math.exp(x) : x)
  const [fran, till] = intervall(s.beta[0]!, Math.sqrt(s.kov.a[0]!), s.frihetsgrader)
  return { varde: bild(s.beta[0]!), intervall: [bild(fran), bild(till)] }
}

/**
 * Before and after an effort in the counties that had it and in those that had none, and the difference between the two changes. It describes; that the
 * effort is the cause it cannot show.
 */
export const foreOchEfter = (slag: Matslag, rader: readonly Foreefterlan[]): ForeOchEfter => ({
  med: gruppen(
    slag,
    rader.filter((r) => r.berord),
  ),
  utan: gruppen(
    slag,
    rader.filter((r) => !r.berord),
  ),
  skillnad: skillnaden(slag, rader),
})

export { SENA_BESLUT } from './lansmodell.ts'
