import { indatafel, type Faltfel } from '@atergang/arende'
import type { historikandel, overlapp } from '@atergang/formaner/apr'
import type { Period } from '@atergang/kalender'
import * as z from 'zod'
import { fa, underFem } from '../smatal.ts'
import { datumSchema, tal } from './scheman.ts'

// Figures that meet the support with people's other benefits: of real people whole years only, and nothing that few share (ADR 0025, 0061).

export const individSchema = z.object({ from: datumSchema, tom: datumSchema })
const doldAndel = z.object({ antal: tal, av: tal, andel: tal })
export const overlappSchema = z.object({
  aprPeriod: individSchema,
  fbsjpPeriod: individSchema,
  bada: tal,
  avApr: doldAndel,
  avFbsjp: doldAndel,
  utanPersonnummer: tal,
})
export const historikSchema = z.object({
  antal: tal,
  av: tal,
  andel: tal,
  utan: tal,
  fonster: z.string(),
  beskrivning: z.string(),
  aprPeriod: individSchema,
  intervall: z.object({ fran: z.number(), till: z.number(), niva: z.number() }).nullable(),
})

/** @throws {Domanfel} when a period is not whole calendar years: the difference between two periods that differ by days would give single people away */
export function kravHelaAr(perioder: Readonly<Record<string, Period>>): void {
  const fel = Object.entries(perioder).flatMap(([falt, p]): Faltfel[] => [
    ...(p.from.endsWith('-01-01') ? [] : [{ falt: `${falt}.from`, text: 'Välj den 1 januari ett år.' }]),
    ...(p.tom.endsWith('-12-31') ? [] : [{ falt: `${falt}.tom`, text: 'Välj den 31 december ett år.' }]),
  ])
  if (fel.length) throw indatafel('ejHelaAr', 'Ur det här systemet räknas bara hela kalenderår, så att ingen enskild kan pekas ut.', fel)
}

const DOLD = { antal: null, av: null, andel: null }
/** None, or all, of those counted says something of each one of them: nought is hidden too. */
const doljs = (antal: number, av: number): boolean => underFem(av) || underFem(antal) || underFem(av - antal)

/** How many cannot be looked for; a few are not told. */
export const synligaUtan = (n: number): number | null => (fa(n) ? null : n)

/** The overlap as it is shown. The part is the same of both: what hides it of the one hides it of the other. */
export function synligtOverlapp(o: ReturnType<typeof overlapp>): Omit<z.input<typeof overlappSchema>, 'utanPersonnummer'> {
  const dolt = [o.avApr, o.avFbsjp].some((d) => doljs(d.antal, d.av ?? 0))
  return { ...o, ...(dolt ? { bada: null, avApr: DOLD, avFbsjp: DOLD } : {}) }
}

/** The share as it is shown, and how many were left out. */
export function synligHistorik(h: ReturnType<typeof historikandel>): z.input<typeof historikSchema> {
  if (doljs(h.antal, h.av ?? 0)) return { ...h, ...DOLD, utan: null, intervall: null }
  return { ...h, utan: fa(h.utan) ? null : h.utan }
}
