import { FRAGEFORMANER, FRAGEKATEGORIER, lasLagrumslista, type Frageforman, type Fragekategori } from '@atergang/formaner/kunskap'
import { indatafel } from '@atergang/arende'
import { atergivning, lagrum, lagrumstext } from '@atergang/regelverk'
import { paragraftext } from '@atergang/regelverk/lagtext'
import * as z from 'zod'
import { lagrumSchema } from '../forklaring.ts'

export const dag = z.iso.date()
export const rader = <T extends z.ZodType>(t: T) => z.array(t)
export const KATEGORIER = Object.keys(FRAGEKATEGORIER) as [Fragekategori, ...Fragekategori[]]
export const FORMANERNA = Object.keys(FRAGEFORMANER) as [Frageforman, ...Frageforman[]]

const svarSchema = z.object({
  version: z.number(),
  svar: z.string(),
  lagrum: rader(lagrumSchema),
  vagledningar: rader(z.object({ id: z.string(), namn: z.string() })),
  skal: z.string().nullable(),
  dag,
  av: z.string(),
})
export const kunskapsfragaSchema = z
  .object({
    id: z.string(),
    rubrik: z.string(),
    fraga: z.string(),
    kategori: z.enum(KATEGORIER),
    forman: z.enum(FORMANERNA),
    behandling: z.string().nullable(),
    behandlingsnamn: z.string().nullable(),
    lagrum: rader(lagrumSchema),
    dag,
    av: z.string(),
    enhet: z.string(),
    svar: rader(svarSchema),
    anvandning: z.object({ franArende: z.number(), hjalpte: z.number() }),
    hjalpteMig: z.boolean(),
  })
  .meta({ id: 'Kunskapsfraga' })

export const vagledningSchema = z
  .object({
    id: z.string(),
    namn: z.string(),
    beteckning: z.string().nullable(),
    titel: z.string(),
    version: z.string().nullable(),
    beslutad: dag.nullable(),
    from: dag.nullable(),
    tom: dag.nullable(),
    kalla: z.string(),
    anmarkning: z.string().nullable(),
    lagrum: rader(lagrumSchema),
    av: z.string(),
    registrerad: dag,
  })
  .meta({ id: 'Vagledning' })

export const delSchema = z.object({ text: z.string(), lagrum: rader(lagrumSchema), kalla: z.string() })

/** Whether the house has the words of the paragraph, or what a report says it holds. */
const finns = (kort: string): boolean => {
  const l = lagrum(kort)
  return paragraftext(l) !== undefined || atergivning(l) !== undefined
}

/**
 * Paragraphs as written by a person, each one that exists.
 * @throws {Domanfel} naming those that are no citation, or whose paragraph is not among the house's laws
 */
export function lasParagrafer(text: string, falt = 'lagrum'): string[] {
  const { lagrum: kanda, okanda } = lasLagrumslista(text)
  if (okanda.length)
    throw indatafel('okantLagrum', `”${okanda.join('”, ”')}” går inte att läsa som paragraf.`, [
      { falt, text: 'Skriv till exempel 27 kap. 6 § eller FL 25, med komma mellan.' },
    ])
  const saknas = kanda.filter((k) => !finns(k))
  if (saknas.length)
    throw indatafel('paragrafenSaknas', `${saknas.map((k) => lagrumstext(lagrum(k))).join(', ')} finns inte bland lagarna här.`, [
      { falt, text: 'Välj en paragraf som finns under Regelverk, Lagtäckning, eller lämna tomt.' },
    ])
  return [...kanda]
}

/** @throws {Domanfel} when a field holds what looks like a personnummer */
export function kravUtanPerson(fel: readonly { falt: string; text: string }[]): void {
  if (fel.length)
    throw indatafel(
      'personuppgift',
      'Skriv inte om någon person. Det här läses av alla.',
      fel.map((f) => ({ ...f })),
    )
}
export const lagrummen = (korta: readonly string[]) => korta.map((k) => ({ ...lagrum(k) }))
