import type { Nod } from '../graf.ts'
import { rymsI32 } from '../ryms.ts'

/** How a column or an intermediate result lies in memory. Yes/no is u8, 0 or 1. */
export type Lagring = 'u8' | 'i8' | 'u16' | 'i16' | 'i32' | 'f64'
export const BREDD: Readonly<Record<Lagring, number>> = { u8: 1, i8: 1, u16: 2, i16: 2, i32: 4, f64: 8 }

/** How a node that is worked out is stored. */
export const lagringAv = (n: Nod): Lagring => (n.typ === 'villkor' ? 'u8' : rymsI32(n) ? 'i32' : 'f64')
