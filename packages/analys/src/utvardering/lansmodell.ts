import { kniv, type Familj, type Glmdata, type Knivsvar } from '../statistik/glm.ts'
import { avbildad, nivakolumner } from './nivaer.ts'

/** What came in so many days before the end is mostly not decided yet. */
export const SENA_BESLUT = 120

/** What is counted by county and stretch of time: `halvar` numbers the stretches, those from 0 on being after. */
export interface Celler {
  readonly lan: Float64Array
  readonly halvar: Float64Array
  readonly antal: Float64Array
  readonly medel: Float64Array
  readonly folk: Float64Array
  readonly berord: Float64Array
}

export const efter = (c: Celler): Float64Array => avbildad(c.halvar, (h) => (h >= 0 ? 1 : 0))

/** Counties and half-years each with a level of their own; rows without anything to take a mean of are left out. */
export function lansmodell(familj: Familj, c: Celler, effekter: readonly { namn: string; x: Float64Array }[]): Glmdata {
  const rader = Array.from(c.lan, (_, i) => i).filter((i) => familj === 'poisson' || c.antal[i]! > 0)
  const ur = (v: ArrayLike<number>): Float64Array => Float64Array.from(rader, (i) => v[i]!)
  const kluster = [...new Set(Array.from(c.lan))].sort((a, b) => a - b)
  const halvaren = [...new Set(Array.from(c.halvar))].sort((a, b) => a - b)
  return {
    y: ur(familj === 'poisson' ? c.antal : c.medel),
    ...(familj === 'poisson' ? { offset: avbildad(ur(c.folk), Math.log) } : { vikt: ur(c.antal) }),
    kluster: ur(c.lan),
    kolumner: [
      ...effekter.map((e) => ({ namn: e.namn, x: ur(e.x) })),
      ...nivakolumner(
        'län',
        avbildad(ur(c.lan), (l) => kluster.indexOf(l)),
        kluster.map(String),
      ),
      ...nivakolumner(
        'halvår',
        avbildad(ur(c.halvar), (h) => halvaren.indexOf(h)),
        halvaren.map(String),
      ),
    ],
  }
}

/** A model that cannot be told apart is no answer, not a fault. */
export function prova(gor: () => Knivsvar): Knivsvar | null {
  try {
    return gor()
  } catch (fel) {
    if (fel instanceof RangeError) return null
    throw fel
  }
}

/** What changed among those concerned beyond what changed elsewhere; null when the two cannot be told apart. */
export function skillnadISkillnader(familj: Familj, c: Celler): Knivsvar | null {
  const e = efter(c)
  return prova(() => kniv(familj, lansmodell(familj, c, [{ namn: 'effekt', x: avbildad(c.berord, (b, j) => b * e[j]!) }]), ['effekt']))
}
