import * as z from 'zod'

/** The codes of a code list in the shape zod asks for: at least one. */
export const nycklar = <K extends string>(o: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(o) as [K, ...K[]]

/** One of the codes; anything else is told ”Välj …”. */
export const kodval = <T extends string>(koder: readonly T[], vad: string) =>
  z.enum(koder as unknown as [T, ...T[]], { message: `Välj ${vad}.` })
