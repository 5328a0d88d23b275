import type { Faktadefinition, Lage, Roll } from '@atergang/arende'
import { fakta, type Faktum } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, kronor, las, text } from '../../las.ts'
import { ANSTALLDLANGD } from '../anstalld.ts'
import { INNEHALLSKODER, type Innehall } from '../insatser/innehall.ts'
import { INSATSTYPSKODER, MILJOER, SYFTEN, type Insatstyp, type Miljo, type Syfte } from '../insatser/typer.ts'
import { arLanskod, type Lanskod } from '../lan.ts'
import { SEKTORER, type Sektor } from '../storlek.ts'
import { APRSKALKODER } from './skal.ts'
import { HANDLAGGARE } from '../../gemensamt/fakta.ts'
import { kodval } from '../../gemensamt/kodval.ts'

const id = z.string().min(1).max(64)
/** Letters name the employee: what the letters' font lacks cannot stand there. */
const SKRIVBART = /^[\p{Script=Latin}\p{Mn}\p{N} .,_/+:#()&'’-]*$/u

export const orenSchema = z
  .number({ message: 'Skriv kostnaden i kronor.' })
  .int('Skriv kostnaden med högst två decimaler.')
  .gt(0, 'Kostnaden ska vara större än 0. Ta bort raden, eller skriv vad ni har betalat.')
  .max(10_000_000_000, 'Kostnaden är orimligt hög. Kontrollera beloppet.')

/**
 * One employee's measure with what it cost. What a paper form leaves out is null: it is asked for, never a reason not to take the
 * application in. `kostnad` in öre.
 */
export const radSchema = z.object({
  radId: id,
  anstalld: z
    .string({ message: 'Den anställda saknas.' })
    .trim()
    .min(1, 'Den anställda saknas.')
    .max(ANSTALLDLANGD, `Skriv högst ${ANSTALLDLANGD} tecken.`)
    .regex(SKRIVBART, 'Den anställdas beteckning har tecken som inte kan skrivas ut. Skriv bokstäver och siffror.'),
  /** ten digits, or what was written when that is no number */
  anordnare: z.string().trim().max(40, 'Skriv högst 40 tecken.').default(''),
  insatsdag: datumSchema.nullable(),
  insatstyper: z.array(kodval(INSATSTYPSKODER, 'utreda, planera, initiera, genomföra eller följa upp')).default([]),
  /** answered ”yes, all five” when all were ticked (C007) */
  allaFemBekraftat: z.boolean().optional(),
  syfte: kodval(Object.keys(SYFTEN) as Syfte[], 'förebygga eller återgång')
    .nullable()
    .default(null),
  miljo: kodval(Object.keys(MILJOER) as Miljo[], 'var insatsen gjordes')
    .nullable()
    .default(null),
  kostnad: orenSchema.nullable(),
  fakturanummer: z.string().trim().max(50, 'Skriv högst 50 tecken.').default(''),
  /** document of the case */
  faktura: z.string().optional(),
  beskrivning: z.string().max(2_000, 'Skriv högst 2 000 tecken.').default(''),
})
export type Rad = z.output<typeof radSchema>

const rader = z.array(radSchema).max(5_000, 'Högst 5 000 rader. Dela upp ansökan.')
const unikaRader = (r: readonly { radId: string }[]): boolean => new Set(r.map((x) => x.radId)).size === r.length

export const ansokanSchema = z.object({
  ansokanId: id,
  /** the day it reached the agency (22 § FL), never the day it was scanned; null when a paper does not show it yet */
  inkom: datumSchema.nullable(),
  kanal: z.enum(['etjanst', 'papper']),
  skannad: datumSchema.optional(),
  rader: rader.min(1, 'Lägg till minst en insats.').refine(unikaRader, 'Två rader har samma id.'),
  anstalldaVet: z.boolean(),
  ejBehandling: z.boolean(),
  underskrift: z.object({ namn: z.string().max(200), metod: z.string().max(100), tid: z.string().max(40) }).optional(),
})
export type Ansokanfaktum = z.output<typeof ansokanSchema>

export const kompletteringSchema = z.object({
  ansokanId: id,
  inkom: datumSchema,
  /** rows that have changed or are new, by `radId` */
  rader: rader.default([]).refine(unikaRader, 'Två rader har samma id.'),
  borttagna: z.array(id).default([]),
  anstalldaVet: z.boolean().optional(),
  ejBehandling: z.boolean().optional(),
  text: z.string().trim().max(4_000).default(''),
})

export const arbetsgivaruppgiftSchema = z.object({
  anstallda: z
    .number({ message: 'Skriv antalet anställda som ett tal.' })
    .int('Skriv antalet anställda som ett heltal.')
    .min(0, 'Antalet kan inte vara negativt.')
    .max(1_000_000)
    .optional(),
  sektor: kodval(Object.keys(SEKTORER) as Sektor[], 'sektor').optional(),
  lan: z.custom<Lanskod>(arLanskod, { message: 'Välj län i listan.' }).optional(),
  /** asked once and voluntary (L025); which one is the employer's own words */
  foretagshalsovard: z.object({ finns: z.boolean(), vilken: z.string().trim().max(200).default('') }).optional(),
  kontakt: z
    .object({
      namn: text('Kontaktpersonens namn', 200),
      epost: z.string().trim().max(200).default(''),
      telefon: z.string().trim().max(40).default(''),
    })
    .optional(),
})
export type Arbetsgivaruppgift = z.output<typeof arbetsgivaruppgiftSchema>

/** How the register of providers stood when it was read. */
export const godkannandelageSchema = z.object({
  /** ten digits, or what was written */
  anordnare: z.string().min(1).max(40),
  kand: z.boolean(),
  namn: z.string().max(200).default(''),
  perioder: z.array(z.object({ from: datumSchema, tom: datumSchema.nullable() })),
  last: datumSchema,
})
export type Godkannandelage = z.output<typeof godkannandelageSchema>

export const fakturatraffSchema = z.object({
  radId: id,
  slag: z.enum(['redanSokt', 'annanArbetsgivare']),
  /** seen by officers only */ annan: z.object({ ansokanId: id, arendeId: id }),
})
export type Fakturatraff = z.output<typeof fakturatraffSchema>

export const kontrollSchema = z.object({
  omgang: z.string().regex(/^\d{4}-[12]$/),
  rond: id,
  enhet: id,
  slag: z.enum(['dragen', 'risk']),
  sannolikhet: z.number().gt(0).max(1).nullable(),
  skal: z.string().max(500).default(''),
  ansokningar: z.array(id).min(1),
})
export type Kontroll = z.output<typeof kontrollSchema>

export const kontrollunderlagSchema = z.object({
  omgang: z.string(),
  rader: z
    .array(
      z.object({
        radId: id,
        handlingar: z.array(z.string()).default([]),
        insatsuppgift: z.string().trim().max(4_000).default(''),
        innehall: z.array(kodval(INNEHALLSKODER, 'insatsens innehåll')).default([]),
      }),
    )
    .default([]),
  handlingar: z.array(z.string()).default([]),
  text: z.string().trim().max(4_000).default(''),
})
export type Kontrollunderlag = z.output<typeof kontrollunderlagSchema>

export const kontrollresultatSchema = z.object({ omgang: z.string(), koder: z.array(z.string()), felbelopp: z.number().int().min(0) })
export type Kontrollresultat = z.output<typeof kontrollresultatSchema>

/** What turned out to be otherwise in an application that has been decided: a lower cost, or a reason why nothing should have been given. */
export const rattelseSchema = z.object({
  ansokanId: id,
  rader: z
    .array(
      z
        .object({ radId: id, kostnad: orenSchema.optional(), skal: kodval(APRSKALKODER, 'skäl').optional() })
        .refine((r) => (r.kostnad === undefined) !== (r.skal === undefined), {
          message: 'Skriv rätt kostnad, eller välj varför raden inte ger stöd.',
        }),
    )
    .min(1, 'Välj minst en rad.'),
  text: text('Vad som har kommit fram', 2_000),
})

export const aterbetalningSchema = z.object({
  beslutId: id,
  belopp: kronor('beloppet').min(1, 'Skriv vad som har betalats tillbaka.'),
  dag: datumSchema,
})

/** Facts of arbetsplatsinriktat rehabiliteringsstöd, by name. */
export interface Aprfakta {
  ansokan: Ansokanfaktum
  komplettering: z.output<typeof kompletteringSchema>
  aterkallelse: { ansokanId: string; inkom: Datum; skal: string }
  arbetsgivare: Arbetsgivaruppgift
  godkannandelage: Godkannandelage
  fakturatraff: Fakturatraff
  kontroll: Kontroll
  kontrollunderlag: Kontrollunderlag
  kontrollresultat: Kontrollresultat
  rattelse: z.output<typeof rattelseSchema>
  aterbetalning: z.output<typeof aterbetalningSchema>
}
export type Aprfaktum = Extract<keyof Aprfakta, string>
export type Alage = Lage<Record<string, unknown> & Aprfakta>

export const fakt = <N extends Aprfaktum>(l: Alage, namn: N): Faktum<Aprfakta[N], N>[] =>
  fakta(l, namn) as unknown as Faktum<Aprfakta[N], N>[]
export const sistaFakt = <N extends Aprfaktum>(l: Alage, namn: N): Faktum<Aprfakta[N], N> | undefined => fakt(l, namn).at(-1)

const def = <V>(rubrik: string, roller: readonly Roll[], schema: z.ZodType<V>): Faktadefinition<V> => ({
  rubrik,
  roller,
  las: (v) => las(schema, v) as V,
})

/** What an officer may record by hand; applications and what belongs to them come in by commands of their own. */
export const faktadefinitioner: Readonly<Record<'arbetsgivare' | 'rattelse' | 'aterbetalning', Faktadefinition<unknown>>> = {
  arbetsgivare: def('Uppgifter om arbetsgivaren', [...HANDLAGGARE, 'arbetsgivare'], arbetsgivaruppgiftSchema as z.ZodType<unknown>),
  rattelse: def('Vad som har kommit fram efter beslutet', HANDLAGGARE, rattelseSchema as z.ZodType<unknown>),
  aterbetalning: def('Återbetalt', HANDLAGGARE, aterbetalningSchema as z.ZodType<unknown>),
}

export const FAKTARUBRIK: Readonly<Record<Aprfaktum, string>> = {
  ansokan: 'Ansökan',
  komplettering: 'Komplettering',
  aterkallelse: 'Återkallad ansökan',
  arbetsgivare: 'Arbetsgivaren',
  godkannandelage: 'Anordnaren i registret',
  fakturatraff: 'Fakturan finns redan',
  kontroll: 'Efterkontroll',
  kontrollunderlag: 'Underlag till efterkontroll',
  kontrollresultat: 'Efterkontrollens resultat',
  rattelse: 'Nytt efter beslutet',
  aterbetalning: 'Återbetalt',
}
export type { Innehall, Insatstyp, Miljo, Syfte }

/** What is known of the employer's size, sector, county and contact, as last told. */
export const sistaArbetsgivaruppgift = (l: Alage): Arbetsgivaruppgift | undefined => sistaFakt(l, 'arbetsgivare')?.varde
