import type { Faltfel } from '@atergang/arende'
import { arDatum, delar, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, faltfelen, prova } from '../../las.ts'
import { ANSTALLDLANGD } from '../anstalld.ts'
import { lasOrgnr, ORGNRFEL } from '../orgnr.ts'
import { stodtyp } from '../stodtyp.ts'

/** The first calendar year with costs under the present support; what went before has no amounts in the sources. */
const FORSTA_AR = 2018
const SISTA_AR = 2200
const HOGSTA_KOSTNAD = 100_000_000

const STYRTECKEN = /\p{Cc}/u
const id = (vad: string, langd: number) =>
  z
    .string({ message: `${vad} ska vara en text. Sätt citattecken runt.` })
    .max(langd, `${vad} är för lång. Skriv högst ${langd} tecken.`)
    .refine((s) => s.trim() !== '', `${vad} saknas.`)
    .refine((s) => !STYRTECKEN.test(s), `${vad} innehåller tecken som inte kan skrivas ut. Ta bort dem.`)

/** Kronor with at most two decimals, more than nothing. JSON writes a number as it stands, so the decimals are exact. */
const kostnad = z
  .number({ message: 'Skriv kostnaden i kronor som ett tal.' })
  .gt(0, 'Kostnaden ska vara större än 0. Ta bort raden, eller skriv vad ni har betalat.')
  .max(HOGSTA_KOSTNAD, 'Kostnaden är orimligt hög. Kontrollera beloppet.')
  .refine((k) => /^\d+(\.\d{1,2})?$/.test(String(k)), 'Skriv kostnaden med högst två decimaler.')

const rad = z.object({
  anstalld: id('Den anställdas beteckning', ANSTALLDLANGD),
  kostnad,
  datum: datumSchema,
  anordnareGodkand: z.boolean({ message: 'Skriv true eller false: var anordnaren godkänd den dagen?' }),
})

const ansokan = z.object({
  id: id('Ansökans id', 200),
  orgnr: z.string({ message: ORGNRFEL }).refine((s) => lasOrgnr(s) !== undefined, ORGNRFEL),
  inkom: datumSchema,
  kostnadsar: z
    .number({ message: 'Skriv kalenderåret som ett tal, till exempel 2025.' })
    .int('Skriv kalenderåret med fyra siffror.')
    .min(FORSTA_AR, `Stödet gäller kostnader från ${FORSTA_AR}. Tidigare belopp finns inte i källorna.`)
    .max(SISTA_AR, 'Skriv kalenderåret med fyra siffror.'),
  rader: z.array(rad, { message: 'Rader ska vara en lista.' }).min(1, 'Ansökan har inga rader. Lägg till minst en insats.'),
})

const ansokningar = z.array(ansokan, { message: 'Filen ska innehålla en lista med ansökningar.' })

const som = (v: unknown): Readonly<Record<string, unknown>> => (typeof v === 'object' && v !== null ? (v as Record<string, unknown>) : {})
const listan = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : [])

/** Two applications with the same id. Looked for apart from the schema, so that it is told beside other faults. */
function dubbletter(lista: readonly unknown[]): Faltfel[] {
  const forsta = new Map<unknown, number>()
  return lista.flatMap((a, i) => {
    const { id } = som(a)
    const redan = forsta.get(id)
    if (redan === undefined) forsta.set(id, i)
    return redan === undefined || typeof id !== 'string'
      ? []
      : [{ falt: `${i}.id`, text: `Samma id som ansökan på plats ${redan}. Ge varje ansökan ett eget id.` }]
  })
}

/** Measures of the cost year from before the present support. */
const fordes = (lista: readonly unknown[]): Faltfel[] =>
  lista.flatMap((a, i) => {
    const { kostnadsar, rader } = som(a)
    return listan(rader).flatMap((r, j) => {
      const { datum } = som(r)
      return arDatum(datum) && delar(datum).ar === kostnadsar && kostnadsar >= FORSTA_AR && stodtyp(datum) !== 'arbetsplatsinriktat'
        ? [
            {
              falt: `${i}.rader.${j}.datum`,
              text: 'Insatsen är före den 1 juli 2018. Då fanns arbetsplatsnära stöd, vars belopp inte finns i källorna. Ta bort raden.',
            },
          ]
        : []
    })
  })

/** In the order of the file, and one sentence a field. */
const iFilordning = (falt: readonly Faltfel[]): Faltfel[] =>
  [...new Map([...falt].reverse().map((f) => [f.falt, f])).values()].sort((a, b) => a.falt.localeCompare(b.falt, 'sv', { numeric: true }))

/** One employee's measure with what it cost. Kronor; whole or with öre. */
export interface Insatsrad {
  readonly anstalld: string
  readonly kostnad: number
  /** the day of the measure */
  readonly datum: Datum
  /** was the provider approved that day? */
  readonly anordnareGodkand: boolean
}

export interface AprAnsokan {
  readonly id: string
  readonly orgnr: string
  /** the day it reached the agency (22 § förvaltningslagen), never the day it was scanned */
  readonly inkom: Datum
  readonly kostnadsar: number
  readonly rader: readonly Insatsrad[]
}

/** Reads applications from outside. @throws {Domanfel} naming every row that is wrong by its path: `0.rader.2.kostnad`. */
export function lasAnsokningar(varde: unknown): readonly AprAnsokan[] {
  const { data, falt } = prova(ansokningar, varde)
  const fel = iFilordning([...(falt ?? []), ...dubbletter(listan(varde)), ...fordes(listan(varde))])
  if (fel.length) throw faltfelen('ogiltigaAnsokningar', fel)
  return data!
}
