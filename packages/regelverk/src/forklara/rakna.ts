import type { Kalla } from '../forklaring.ts'
import type { Indatauppgift } from '../genomgang.ts'
import {
  avrundaV,
  delatV,
  gangerV,
  holjeV,
  likaV,
  mindreV,
  minstaV,
  minusV,
  OKANT,
  plusV,
  Spann,
  storstaV,
  type Sanning,
  type Varde,
} from '../spann.ts'
import { ettTal, tal, type Tal } from '../tal.ts'
import type { Led, Regelled } from './plan.ts'

/** A fact for a rule: a whole number, a decimal as text, an exact number, yes/no; with its source when there is one. */
export type Fakta = Readonly<Record<string, Faktavarde | undefined>>
export type Faktavarde = number | string | Tal | boolean | { readonly varde: number | string | Tal | boolean; readonly kalla?: Kalla }

/** A fact of the wrong sort: a number where yes or no is asked for, or the other way round. */
export class Faktafel extends Error {
  readonly namn: string
  constructor(namn: string, text: string) {
    super(text)
    this.name = 'Faktafel'
    this.namn = namn
  }
}

/** One working out: the facts, and the values found so far by place. */
export interface Korning {
  readonly fakta: Fakta
  readonly varden: (Varde | Sanning | undefined)[]
}

/** The value of a rule. Only what the facts lead to is worked out; the rest keeps its place empty. */
export const raknaRegel = (r: Regelled, k: Korning): Varde | Sanning =>
  r.uttryck ? rakna(r.uttryck, k) : r.regel.enhet === 'ja/nej' ? null : OKANT

export function rakna(l: Led, k: Korning): Varde | Sanning {
  const redan = k.varden[l.plats]
  return redan === undefined ? (k.varden[l.plats] = nytt(l, k)) : redan
}

const talet = (l: Led | null, k: Korning): Varde => rakna(l!, k) as Varde

function nytt(l: Led, k: Korning): Varde | Sanning {
  switch (l.sort) {
    case 'tal':
    case 'parameter':
      return l.fast
    case 'indata':
      return iFakta(l, k)
    case 'regel':
      return raknaRegel(l.regel!, k)
    case 'plus':
      return plusV(talet(l.a, k), talet(l.b, k))
    case 'minus':
      return minusV(talet(l.a, k), talet(l.b, k))
    case 'ganger':
      return gangerV(talet(l.a, k), talet(l.b, k))
    case 'delat':
      return delatV(talet(l.a, k), talet(l.b, k))
    case 'andel':
      return gangerV(gangerV(talet(l.a, k), talet(l.b, k)), l.u.sort === 'andel' && l.u.av === 4 ? FJARDEDEL : HUNDRADEL)
    case 'minsta':
      return minstaV(talet(l.a, k), talet(l.b, k))
    case 'storsta':
      return storstaV(talet(l.a, k), talet(l.b, k))
    case 'avrunda':
      return l.u.sort === 'avrunda' ? avrundaV(talet(l.a, k), l.u.hur, l.u.jamnt) : null
    case 'om':
      return valt(l, rakna(l.a!, k) as Sanning, k)
    default:
      return sanning(l, k)
  }
}

const HUNDRADEL: Tal = { t: 1, n: 100 }
const FJARDEDEL: Tal = { t: 1, n: 4 }

/** Where it is not known which way holds, the answer is everything that either way can give. */
function valt(l: Led, villkor: Sanning, k: Korning): Varde | Sanning {
  if (villkor !== null) return rakna(villkor ? l.b! : l.c!, k)
  const [da, annars] = [rakna(l.b!, k), rakna(l.c!, k)]
  if (l.u.enhet === 'ja/nej') return da === annars ? da : null
  return holjeV(da as Varde, annars as Varde)
}

function sanning(l: Led, k: Korning): Sanning {
  switch (l.sort) {
    case 'inte': {
      const a = rakna(l.a!, k) as Sanning
      return a === null ? null : !a
    }
    case 'och':
    case 'eller': {
      const avgor = l.sort === 'eller'
      const a = rakna(l.a!, k) as Sanning
      if (a === avgor) return a
      const b = rakna(l.b!, k) as Sanning
      if (b === avgor) return b
      return a === null || b === null ? null : !avgor
    }
    case 'mindre':
      return mindreV(talet(l.a, k), talet(l.b, k))
    case 'minst': {
      const mindre = mindreV(talet(l.a, k), talet(l.b, k))
      return mindre === null ? null : !mindre
    }
    case 'lika':
      return lika(rakna(l.a!, k), rakna(l.b!, k))
    default:
      throw new Error(`${l.sort} är ingen räkning`)
  }
}

const arSanning = (v: Varde | Sanning): v is Sanning => v === null || typeof v === 'boolean'

function lika(a: Varde | Sanning, b: Varde | Sanning): Sanning {
  if (!arSanning(a) && !arSanning(b)) return likaV(a, b)
  return a === null || b === null ? null : a === b
}

// --- facts ---------------------------------------------------------------------------------------

const arTal = (v: object): v is Tal => 't' in v && 'n' in v

/** The value of a fact, whatever form it was given in; undefined when it is not known. @throws {Faktafel} when it is of the wrong sort. */
export function faktat(u: Indatauppgift, fakta: Fakta): Tal | boolean | undefined {
  let f = fakta[u.namn]
  if (typeof f === 'object' && !arTal(f)) f = f.varde
  if (f === undefined) return undefined
  if (u.enhet === 'ja/nej') {
    if (typeof f !== 'boolean') throw new Faktafel(u.namn, `${u.rubrik} ska vara ja eller nej.`)
    return f
  }
  if (typeof f === 'boolean') throw new Faktafel(u.namn, `${u.rubrik} ska vara ett tal.`)
  return typeof f === 'object' ? ettTal(f) : tal(f)
}

function iFakta(l: Led, k: Korning): Varde | Sanning {
  const u = l.u as Indatauppgift
  const v = faktat(u, k.fakta)
  if (v !== undefined) return v
  return u.enhet === 'ja/nej' ? null : u.minst || u.hogst ? new Spann(u.minst ?? null, u.hogst ?? null) : OKANT
}

/** Where the fact came from, when it was said. */
export function kallaTill(namn: string, fakta: Fakta): Kalla | undefined {
  const f = fakta[namn]
  return typeof f === 'object' && !arTal(f) ? f.kalla : undefined
}
