import { indatafel, type Faltfel } from '@atergang/arende'
import { arDatum, type Datum } from '@atergang/kalender'
import * as z from 'zod'

/** A calendar date `YYYY-MM-DD`. */
export const datumSchema = z.custom<Datum>(arDatum, { message: 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.' })

/** A period whose end is not before its beginning. */
export const periodSchema = z
  .object({ from: datumSchema, tom: datumSchema })
  .refine((p) => p.from <= p.tom, { message: 'Perioden slutar innan den börjar. Byt plats på dagarna.', path: ['tom'] })

/** Free text that must say something. */
export const text = (vad: string, max = 8000) =>
  z
    .string({ message: `${vad} saknas.` })
    .trim()
    .min(1, `${vad} saknas.`)
    .max(max, `${vad} är för lång. Skriv högst ${max} tecken.`)

/** 1, 0.75, 0.5, 0.25: the levels of 27 kap. 4 § SFB. */
export const gradSchema = z.union([z.literal(1), z.literal(0.75), z.literal(0.5), z.literal(0.25)], {
  message: 'Välj hel, tre fjärdedels, halv eller en fjärdedel.',
})
export const gradEllerIngen = z.union([gradSchema, z.literal(0)], { message: 'Välj hel, tre fjärdedels, halv, en fjärdedel eller ingen.' })

/** Whole kronor, not negative. */
export const kronor = (vad: string) =>
  z
    .number({ message: `Skriv ${vad} i hela kronor.` })
    .int(`Skriv ${vad} i hela kronor, utan ören.`)
    .min(0, `${vad} kan inte vara negativ.`)
    .max(100_000_000, `${vad} är orimligt hög. Kontrollera beloppet.`)

/** What is said when a schema has no words of its own for the fault. */
const SVENSKA: Record<z.core.$ZodIssue['code'], string> = {
  invalid_type: 'Uppgiften saknas eller har fel form.',
  invalid_value: 'Välj ett av alternativen.',
  invalid_union: 'Välj ett av alternativen.',
  unrecognized_keys: 'Här finns uppgifter som inte hör hit.',
  too_small: 'Uppgiften saknas eller är för liten.',
  too_big: 'Uppgiften är för stor eller för lång.',
  invalid_format: 'Uppgiften är inte skriven på rätt sätt.',
  not_multiple_of: 'Talet har för många decimaler.',
  invalid_key: 'Här finns uppgifter som inte hör hit.',
  invalid_element: 'En av uppgifterna stämmer inte.',
  custom: 'Uppgiften stämmer inte.',
}

export const svensktFel = (i: { readonly code: z.core.$ZodIssue['code'] }): string => SVENSKA[i.code]

/** Reads a value by its schema, or says what is wrong with each field. */
export function prova<S extends z.ZodType>(
  schema: S,
  varde: unknown,
): { readonly data: z.output<S>; readonly falt: null } | { readonly data: null; readonly falt: readonly Faltfel[] } {
  const r = schema.safeParse(varde, { error: svensktFel })
  return r.success
    ? { data: r.data, falt: null }
    : { data: null, falt: r.error.issues.map((i) => ({ falt: i.path.join('.'), text: i.message })) }
}

export const faltfelen = (kod: string, falt: readonly Faltfel[]) =>
  indatafel(kod, falt.length === 1 ? falt[0]!.text : `${falt.length} uppgifter behöver ändras.`, falt)

/**
 * Reads a value by its schema. @throws {Domanfel} naming each field that is wrong and what to do.
 */
export function las<S extends z.ZodType>(schema: S, varde: unknown, kod = 'ogiltigaUppgifter'): z.output<S> {
  const { data, falt } = prova(schema, varde)
  if (falt) throw faltfelen(kod, falt)
  return data as z.output<S>
}
