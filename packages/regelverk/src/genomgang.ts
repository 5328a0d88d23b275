import type { Regel, Uttryck } from './definition.ts'

type Med<T> = Uttryck & { sort: T }

const arUttryck = (v: unknown): v is Uttryck => typeof v === 'object' && v !== null && 'sort' in v

/** The expressions an expression is put together of, whatever its kind. */
const delarna = (u: Uttryck): Uttryck[] => Object.values(u).flatMap((v) => (Array.isArray(v) ? v.filter(arUttryck) : arUttryck(v) ? [v] : []))

/** Every expression within one rule, not those of the rules it uses. */
export const uttryckenI = (u: Uttryck): Uttryck[] => [u, ...(u.sort === 'parameter' || u.sort === 'regel' ? [] : delarna(u).flatMap(uttryckenI))]

const avSort = <S extends Uttryck['sort']>(r: Regel, sort: S): Med<S>[] => r.versioner.flatMap((v) => uttryckenI(v.varde).filter((u): u is Med<S> => u.sort === sort))
const unika = <T>(xs: readonly T[], nyckel: (x: T) => string): T[] => [...new Map(xs.map((x) => [nyckel(x), x])).values()]

/** The facts a rule asks for itself. */
export const indataTill = (r: Regel): Med<'indata'>[] => unika(avSort(r, 'indata'), (u) => u.namn)
/** The dated values it reads itself. */
export const parametrarTill = (r: Regel): Med<'parameter'>[] => unika(avSort(r, 'parameter'), (u) => u.namn)
/** The rules it uses, one step down. */
export const reglerTill = (r: Regel): Regel[] => unika(avSort(r, 'regel').map((u) => u.regel), (x) => x.namn)

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
export const allIndata = (r: Regel): Med<'indata'>[] => unika(medUnderregler([r]).flatMap(indataTill), (u) => u.namn)
