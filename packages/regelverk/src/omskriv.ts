import { delarAv, type Parameter, type Regel, type Uttryck } from './definition.ts'
import type { Indatauppgift } from './genomgang.ts'

/** What each leaf of an expression becomes, and each part. */
export interface Omskrivning {
  readonly del: (u: Uttryck) => Uttryck
  readonly parameter: (p: Parameter) => Parameter
  readonly regel: (r: Regel) => Regel
  readonly uppgift: (u: Indatauppgift) => Uttryck
}

/** An expression with its leaves exchanged; `del` goes on inwards, and remembers what it has met. */
export function omskrivet(u: Uttryck, till: Omskrivning): Uttryck {
  if (u.sort === 'parameter') return till.parameter(u) as Uttryck
  if (u.sort === 'regel') return { ...u, regel: till.regel(u.regel) }
  if (u.sort === 'indata') return till.uppgift(u)
  const delar = delarAv(u)
  if (delar.length === 0) return u
  if (u.sort === 'om') return { ...u, villkor: till.del(u.villkor), da: till.del(u.da), annars: till.del(u.annars) }
  const [a, b] = delar.map(till.del)
  return { ...u, a: a!, ...(b ? { b } : {}) } as Uttryck
}
