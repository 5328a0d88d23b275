import { plusDagar, type Datum, type Period } from '@atergang/kalender'
import { delarAv, type Parameter, type Regel, type Uttryck } from './definition.ts'
import { jamfor } from './tal.ts'

/** A fact as a rule asks for it. */
export type Indatauppgift = Extract<Uttryck, { sort: 'indata' }>

/** Everything a rule rests on, in any of its wordings: itself first, then what it uses, each once. */
export interface Underliggande {
  readonly regler: readonly Regel[]
  readonly parametrar: readonly Parameter[]
  readonly indata: readonly Indatauppgift[]
}

export function underliggande(...mal: readonly Regel[]): Underliggande {
  const regler = new Set<Regel>()
  const parametrar = new Set<Parameter>()
  const indata = new Map<string, Indatauppgift>()
  const sedda = new Set<Uttryck>()

  const iUttryck = (u: Uttryck): void => {
    if (sedda.has(u)) return
    sedda.add(u)
    if (u.sort === 'regel') iRegel(u.regel)
    else if (u.sort === 'parameter') parametrar.add(u)
    else if (u.sort === 'indata') indata.set(u.namn, sammanfogad(indata.get(u.namn), u))
    else delarAv(u).forEach(iUttryck)
  }
  const iRegel = (r: Regel): void => {
    if (regler.has(r)) return
    regler.add(r)
    r.versioner.forEach((v) => iUttryck(v.varde))
  }
  mal.forEach(iRegel)
  return { regler: [...regler], parametrar: [...parametrar], indata: [...indata.values()] }
}

/** A fact has one span, however many times it is asked for: what is said of it anywhere holds. */
function sammanfogad(forr: Indatauppgift | undefined, u: Indatauppgift): Indatauppgift {
  if (!forr) return u
  const minst = forr.minst && u.minst ? (jamfor(forr.minst, u.minst) >= 0 ? forr.minst : u.minst) : (forr.minst ?? u.minst)
  const hogst = forr.hogst && u.hogst ? (jamfor(forr.hogst, u.hogst) <= 0 ? forr.hogst : u.hogst) : (forr.hogst ?? u.hogst)
  return { ...forr, ...(minst ? { minst } : {}), ...(hogst ? { hogst } : {}) }
}

/** A stretch of time in which nothing the rule rests on changes. Open at the ends when null. */
export interface Epok {
  readonly nr: number
  readonly from: Datum | null
  readonly tom: Datum | null
}

const kanda = new WeakMap<Regel, readonly Epok[]>()

/** The epochs of a rule, in order, from before its first day to after its last. */
export function epoker(mal: Regel): readonly Epok[] {
  const redan = kanda.get(mal)
  if (redan) return redan
  const granser = brytdagar(mal)
  const ut = [null, ...granser].map((from, nr) => ({ nr, from, tom: granser[nr] === undefined ? null : plusDagar(granser[nr], -1) }))
  kanda.set(mal, ut)
  return ut
}

/** Every day on which a value or a wording the rule rests on begins, or has just ended. */
export function brytdagar(mal: Regel): readonly Datum[] {
  const { regler, parametrar } = underliggande(mal)
  const daterade = [...regler.flatMap((r) => r.versioner), ...parametrar.flatMap((p) => p.varden)]
  return [...new Set(daterade.flatMap((d) => (d.tom === undefined ? [d.from] : [d.from, plusDagar(d.tom, 1)])))].sort()
}

export function epokPa(mal: Regel, dag: Datum): Epok {
  const alla = epoker(mal)
  let [lag, hog] = [0, alla.length - 1]
  while (lag < hog) {
    const mitt = (lag + hog + 1) >> 1
    if (alla[mitt]!.from! <= dag) lag = mitt
    else hog = mitt - 1
  }
  return alla[lag]!
}

/** A day in the epoch: what holds on it holds in all of it. */
export const dagI = (e: Epok): Datum => e.from ?? e.tom ?? ('2000-01-01' as Datum)

/** The period cut where anything the rule rests on changes; each part has one law. */
export const perEpok = (mal: Regel, p: Period): readonly (Period & { readonly epok: Epok })[] =>
  epoker(mal).flatMap((epok) => {
    const from = epok.from !== null && epok.from > p.from ? epok.from : p.from
    const tom = epok.tom !== null && epok.tom < p.tom ? epok.tom : p.tom
    return from <= tom ? [{ from, tom, epok }] : []
  })
