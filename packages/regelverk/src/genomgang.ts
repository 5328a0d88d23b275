import { delarAv, type Parameter, type Regel, type Uttryck } from './definition.ts'
import { jamfor } from './tal.ts'

type Med<T> = Uttryck & { sort: T }
/** A fact as a rule asks for it. */
export type Indatauppgift = Med<'indata'>

/** Every expression within one rule, not those of the rules it uses. */
export const uttryckenI = (u: Uttryck): Uttryck[] => [u, ...delarAv(u).flatMap(uttryckenI)]

const avSort = <S extends Uttryck['sort']>(r: Regel, sort: S): Med<S>[] =>
  r.versioner.flatMap((v) => uttryckenI(v.varde).filter((u): u is Med<S> => u.sort === sort))
const unika = <T>(xs: readonly T[], nyckel: (x: T) => string): T[] => [...new Map(xs.map((x) => [nyckel(x), x])).values()]

/** The facts a rule asks for itself. */
export const indataTill = (r: Regel): Indatauppgift[] => unika(avSort(r, 'indata'), (u) => u.namn)
/** The dated values it reads itself. */
export const parametrarTill = (r: Regel): Med<'parameter'>[] => unika(avSort(r, 'parameter'), (u) => u.namn)
/** The rules it uses, one step down. */
export const reglerTill = (r: Regel): Regel[] =>
  unika(
    avSort(r, 'regel').map((u) => u.regel),
    (x) => x.namn,
  )

/** The rules and all they use, each once, what is used before what uses it. */
export function medUnderregler(regler: readonly Regel[]): Regel[] {
  const ut = new Map<string, Regel>()
  const ta = (r: Regel): void => {
    if (ut.has(r.namn)) {
      if (ut.get(r.namn) !== r) throw new Error(`Två regler heter ${r.namn}.`)
      return
    }
    for (const under of reglerTill(r)) ta(under)
    ut.set(r.namn, r)
  }
  for (const r of regler) ta(r)
  return [...ut.values()]
}

/** Every fact a rule needs, its sub-rules' included. */
export const allIndata = (r: Regel): readonly Indatauppgift[] => underliggande(r).indata

/** Everything a rule rests on, in any of its wordings: itself first, then what it uses, each once. */
export interface Underliggande {
  readonly regler: readonly Regel[]
  readonly parametrar: readonly Parameter[]
  readonly indata: readonly Indatauppgift[]
}

/** As the three above, all the way down: facts in the order they are first needed. Also where rules are shared by very many, or two have one name. */
export function underliggande(...mal: readonly Regel[]): Underliggande {
  const regler = new Set<Regel>()
  const parametrar = new Set<Parameter>()
  const indata = new Map<string, Indatauppgift>()
  const sedda = new Set<Uttryck>()

  const lovI = (u: Uttryck): readonly Uttryck[] => {
    if (sedda.has(u)) return []
    sedda.add(u)
    const delar = delarAv(u)
    return delar.length ? delar.flatMap(lovI) : [u]
  }
  const iRegel = (r: Regel): void => {
    if (regler.has(r)) return
    regler.add(r)
    const lov = r.versioner.flatMap((v) => lovI(v.varde))
    for (const u of lov) if (u.sort === 'regel') iRegel(u.regel)
    for (const u of lov) {
      if (u.sort === 'parameter') parametrar.add(u)
      else if (u.sort === 'indata') indata.set(u.namn, sammanfogad(indata.get(u.namn), u))
    }
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
