import { arOppen, senasteSvar, type Faktum, type Lage, type Utfall } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import type { Faktauppgift, Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { ankomstfragan, type AnkomstdagSvar, type Ankomstunderlag } from '../gemensamt/ansokan/ankomstdag.ts'
import { kompletteringar, type AnsokansgranskningSvar, type Brist } from '../gemensamt/ansokan/granskning.ts'
import { fraga, faktaOm } from '../gemensamt/steg.ts'
import { datumSchema, text } from '../las.ts'
import { KOMPLETTERINGSFALT, type Kompletteringsfalt } from './koder/koder.ts'

/** How a paper was when it was written off. The day it was scanned is kept beside and is never the day it came in (22 § förvaltningslagen). */
export const papperSchema = z.object({
  skannad: datumSchema.optional(),
  /** the day it came in does not show: until it is known, the day it was registered stands in its place */
  inkomOkand: z.boolean().default(false),
  /** what cannot be read, each with the field it is asked for by */
  olasligt: z
    .array(
      z.object({
        falt: z.enum(Object.keys(KOMPLETTERINGSFALT) as [Kompletteringsfalt, ...Kompletteringsfalt[]], {
          message: 'Välj vad det handlar om.',
        }),
        text: text('Vad som inte går att läsa', 500),
      }),
    )
    .max(50)
    .default([]),
})
export type Papper = z.infer<typeof papperSchema>

/** What whoever wrote the paper is asked for: no paper is sent back, and nothing is guessed. */
export const saknasPaPappret = (p: Papper | undefined): Brist[] =>
  p
    ? [
        ...(p.inkomOkand ? [{ text: 'Dagen då ansökan lämnades eller postades', falt: 'annat' }] : []),
        ...olasligtPaPappret(p).map((o) => ({ text: `Det som inte gick att läsa på pappret: ${o.text}`, falt: o.falt })),
      ]
    : []

export const olasligtPaPappret = (p: Papper | undefined): Papper['olasligt'] => p?.olasligt ?? []

/** When it came in, as the case shows it: a day that is not known is said to be that, and the scan is shown beside it. */
export function inkomstfakta(
  rubrik: string,
  a: { readonly inkom: Datum; readonly papper?: Papper | undefined },
  kalla: Kalla,
): Faktauppgift[] {
  return [
    faktaOm(
      rubrik,
      a.papper?.inkomOkand
        ? `Framgår inte av pappret. Tills dagen är känd står dagen då det registrerades, ${medManadsnamn(a.inkom)}.`
        : a.inkom,
      kalla,
    ),
    ...(a.papper?.skannad
      ? [faktaOm('Pappret skannades', `${medManadsnamn(a.papper.skannad)}. Den dagen räknas inte som dagen då det kom in.`)]
      : []),
  ]
}

interface Inkommen {
  readonly inkom: Datum
  readonly papper?: Papper | undefined
}
const nyckel = (id: string): string => `inkomst:${id}`

/** What came on paper, with the day it came in as an officer has answered: everything that counts from the day reads it here. */
export function medAnkomstdag<V extends Inkommen, N extends string>(l: Lage, f: Faktum<V, N>): Faktum<V, N> {
  const { papper } = f.varde
  const svar = papper?.inkomOkand ? senasteSvar<AnkomstdagSvar>(l, nyckel(f.id))?.svar : undefined
  return svar ? { ...f, varde: { ...f.varde, inkom: svar.inkom, papper: { ...papper, inkomOkand: false } } } : f
}

/**
 * The day asked of the officer while it is not known: from a stamp, an envelope or what the person has answered. Not while the person is asked, nor
 * when the officer has said that the application will do as it is.
 */
export function ankomstdagen(l: Lage, f: Faktum<Inkommen, string>, vad: string): Utfall[] {
  const { papper, inkom } = f.varde
  if (
    !papper?.inkomOkand ||
    kompletteringar(l, f.id).some(arOppen) ||
    senasteSvar<AnsokansgranskningSvar>(l, `ansokansgranskning:${f.id}`)?.svar.beslut === 'racker'
  )
    return []
  const formular: Ankomstunderlag = { skannad: papper.skannad ?? null, registrerad: inkom, vad }
  return [fraga({ nyckel: nyckel(f.id), kod: 'inkomst', ...ankomstfragan(vad, vad), paGrundval: { handling: f.id }, formular })]
}
