import * as z from 'zod'
import { datumSchema, las } from '../../las.ts'
import { lasOrgnr, ORGNRFEL } from '../orgnr.ts'
import type { Anstallning, Importsammanhang } from './rader.ts'

const register = z.array(
  z.object({
    orgnr: z.string({ message: ORGNRFEL }).refine((s) => lasOrgnr(s) !== undefined, ORGNRFEL),
    godkand: z.array(z.object({ from: datumSchema, tom: datumSchema.optional() }), { message: 'Skriv perioderna som en lista.' }),
  }),
  { message: 'Filen ska innehålla en lista med anordnare.' },
)
const anstallda = z.array(
  z.object({
    anstalld: z.string({ message: 'Den anställdas beteckning ska vara en text.' }).trim().min(1, 'Den anställdas beteckning saknas.'),
    from: datumSchema,
    tom: datumSchema.optional(),
  }),
  { message: 'Filen ska innehålla en lista med anställda.' },
)

/** Providers with the periods they were approved, as the question `lasRader` puts to a register. @throws {Domanfel} naming each fault. */
export function lasAnordnarlista(varde: unknown): Importsammanhang['anordnare'] {
  const per = new Map(las(register, varde, 'ogiltigtRegister').map((p) => [lasOrgnr(p.orgnr)!.nyckel, p.godkand]))
  return (o, dag) => {
    const godkand = per.get(o.nyckel)
    if (!godkand) return 'okand'
    return godkand.some((g) => g.from <= dag && (!g.tom || dag <= g.tom)) ? 'godkand' : 'ejGodkand'
  }
}

/** The employer's own list of its employees. @throws {Domanfel} naming each fault. */
export const lasAnstallda = (varde: unknown): readonly Anstallning[] =>
  las(anstallda, varde, 'ogiltigaAnstallda').map(({ anstalld, from, tom }) => ({ anstalld, from, ...(tom ? { tom } : {}) }))
