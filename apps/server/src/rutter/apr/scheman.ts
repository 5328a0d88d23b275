import {
  ANORDNARTYPER,
  INSATSTYPSKODER,
  KNYTNINGAR,
  KOMPETENSER,
  LANSKODER,
  MILJOER,
  SEKTORER,
  SYFTEN,
  type Anordnartyp,
  type Insatstyp,
  type Knytning,
  type Kompetens,
  type Lanskod,
  type Miljo,
  type Sektor,
  type Syfte,
} from '@atergang/formaner/apr'
import { datumSchema } from '@atergang/formaner'
import * as z from 'zod'

/** Shapes that several of the routes of the workplace support share. Amounts in whole kronor, `kostnad` of a row in öre. */
export const koder = <T extends string>(k: readonly T[]) => z.enum(k as unknown as [T, ...T[]])
export const lista = <T extends z.ZodType>(t: T) => z.array(t).readonly()

export const lanSchema = koder(LANSKODER as unknown as readonly Lanskod[])
export const insatstypSchema = koder(INSATSTYPSKODER as readonly Insatstyp[])
export const kompetenskodSchema = koder(Object.keys(KOMPETENSER) as Kompetens[])
const syfteSchema = koder(Object.keys(SYFTEN) as Syfte[])
const miljoSchema = koder(Object.keys(MILJOER) as Miljo[])
export const lagrumRef = z.object({
  forfattning: z.string(),
  kapitel: z.string().optional(),
  paragraf: z.string(),
  stycke: z.string().optional(),
  punkt: z.string().optional(),
})
export const filId = z.uuid('Ladda upp filen först.')
export const fritext = (hogst: number, fraga: string) => z.string().trim().min(1, fraga).max(hogst)

/** A row as it is sent. What is empty is kept and asked for later: nobody is stopped from applying. */
export const radInSchema = z
  .object({
    radId: z.string().min(1).max(64).optional(),
    anstalld: z.string(),
    anordnare: z.string().default(''),
    insatsdag: z.string().nullable().default(null),
    insatstyper: z.array(insatstypSchema).default([]),
    allaFemBekraftat: z.boolean().optional(),
    syfte: syfteSchema.nullable().default(null),
    miljo: miljoSchema.nullable().default(null),
    kostnad: z.number().nullable().default(null),
    fakturanummer: z.string().default(''),
    faktura: filId.optional(),
    beskrivning: z.string().default(''),
  })
  .meta({ id: 'AprRadIn' })

export const foretagSchema = z.object({
  namn: z.string().trim().max(200).default(''),
  adress: z.array(z.string().max(200)).max(5).default([]),
  lan: z.string().max(2).default(''),
})
export const uppgiftSchema = z.object({
  anstallda: z.number().optional(),
  sektor: koder(Object.keys(SEKTORER) as Sektor[]).optional(),
  lan: lanSchema.optional(),
  foretagshalsovard: z.object({ finns: z.boolean(), vilken: z.string().max(200).default('') }).optional(),
  kontakt: z.object({ namn: z.string(), epost: z.string().default(''), telefon: z.string().default('') }).optional(),
})
/** The year the support was introduced (C029). */
export const FORSTA_STODAR = 2014
/** A year of the support, from an address. */
export const stodarSchema = z.coerce.number().int().min(FORSTA_STODAR, `Skriv ett år från och med ${FORSTA_STODAR}.`).max(2200)
export const arSchema = z
  .number({ message: 'Skriv året.' })
  .int('Skriv året med fyra siffror.')
  .min(2018, 'Stödet finns sedan 2018.')
  .max(2200)

export const ansokanInSchema = z
  .object({
    ar: arSchema,
    rader: z.array(radInSchema).min(1, 'Lägg till minst en insats.').max(5_000, 'Högst 5 000 rader. Dela upp ansökan.'),
    anstalldaVet: z.boolean(),
    ejBehandling: z.boolean(),
    arbetsgivare: uppgiftSchema.optional(),
    foretag: foretagSchema.optional(),
  })
  .meta({ id: 'AprAnsokanIn' })

const belopp = {
  halva: z.number(),
  belopp: z.number(),
  begransadAv: z.enum(['halva', 'anstalld', 'arbetsgivare']).nullable(),
  skal: z.string().nullable(),
  anstalldHarFatt: z.number(),
  arbetsgivarenHarFatt: z.number(),
}
export const beloppsradSchema = z.object({
  radId: z.string(),
  anstalld: z.string(),
  anordnare: z.string(),
  insatsdag: z.string().nullable(),
  kostnad: z.number().nullable(),
  ...belopp,
})
const markeSchema = z.object({ falt: z.string(), slag: z.enum(['saknas', 'kontrollera', 'upplysning']), text: z.string() })
export const radvySchema = z
  .object({
    ...beloppsradSchema.shape,
    anordnarnamn: z.string(),
    anordnareGodkand: z.boolean().nullable(),
    insatstyper: lista(z.string()),
    syfte: syfteSchema.nullable(),
    miljo: miljoSchema.nullable(),
    fakturanummer: z.string(),
    faktura: z.string().nullable(),
    beskrivning: z.string(),
    marken: lista(markeSchema),
  })
  .meta({ id: 'AprRad' })
export const tillstandSchema = z.enum([
  'mottagen',
  'utreds',
  'vantar',
  'kommunicerad',
  'klar',
  'beslutad',
  'andrad',
  'kontrolleras',
  'aterkallad',
])
export const ansokanvySchema = z
  .object({
    ansokanId: z.string(),
    tillstand: tillstandSchema,
    tillstandstext: z.string(),
    inkom: z.string().nullable(),
    kanal: z.enum(['etjanst', 'papper']),
    skannad: z.string().nullable(),
    sen: z.boolean(),
    anstalldaVet: z.boolean(),
    ejBehandling: z.boolean(),
    rader: lista(radvySchema),
    kostnad: z.number(),
    belopp: z.number().nullable(),
    utfall: z.string().nullable(),
    beslutId: z.string().nullable(),
    tidigareBeslut: lista(z.string()),
    brister: lista(z.object({ radId: z.string().nullable(), falt: z.string(), text: z.string() })),
  })
  .meta({ id: 'AprAnsokan' })

export const brevSchema = z.object({
  utskickId: z.string(),
  rubrik: z.string(),
  handlingId: z.string(),
  skapat: z.string(),
  skickat: z.string().nullable(),
  fickDel: z.string().nullable(),
  beslutId: z.string().nullable(),
})
export const begaranSchema = z.object({
  id: z.string(),
  typ: z.string(),
  rubrik: z.string(),
  om: z.string().nullable(),
  fragor: lista(z.object({ frageId: z.string(), text: z.string() })),
  skickad: z.string(),
  senast: z.string(),
  besvarad: z.string().nullable(),
  aterkallad: z.boolean(),
})
export const kommuniceringSchema = z.object({
  id: z.string(),
  om: z.string().nullable(),
  senast: z.string(),
  skickad: z.string(),
  utskickId: z.string(),
  oppen: z.boolean(),
})
export const kvittoSchema = z.object({ arendeId: z.string(), nummer: z.string(), ansokanId: z.string() })
export const gjortSchema = z.object({ arendeId: z.string(), version: z.number() })

export const kompetensInSchema = z
  .object({
    uppgiftId: z.string().min(1).max(64).optional(),
    kompetens: kompetenskodSchema,
    person: z.string(),
    knytning: koder(Object.keys(KNYTNINGAR) as Knytning[]),
    from: z.string(),
    tom: z.string().optional(),
    underlag: filId.optional(),
  })
  .meta({ id: 'AprKompetensIn' })
export const anordnareInSchema = z
  .object({
    namn: z.string(),
    typ: koder(Object.keys(ANORDNARTYPER) as Anordnartyp[]),
    lan: z.array(lanSchema),
    ort: z.string(),
    webbplats: z.string().optional(),
    kontakt: z.object({ namn: z.string(), epost: z.string().default(''), telefon: z.string().default('') }),
  })
  .meta({ id: 'AprAnordnareIn' })

export const planSchema = z
  .object({
    population: z.number(),
    strata: lista(z.object({ stratum: z.string(), population: z.number(), urval: z.number(), sannolikhet: z.number() })),
    andel: z.number(),
    fro: z.number().nullable(),
    metod: z.string(),
  })
  .meta({ id: 'AprKontrollplan' })
export const andelSchema = z.object({ antal: z.number(), av: z.number().nullable(), andel: z.number().nullable() })
export { datumSchema }

// --- figures --------------------------------------------------------------------------------------------

export const tal = z.number().nullable()
export const bladfelSchema = z.object({ rad: z.number(), kolumn: z.string(), text: z.string() })
const trenddelSchema = z.object({ belopp: tal, kandaManader: z.number(), manader: z.number() })
export const trendarSchema = z
  .object({
    ar: z.number(),
    arbetsplatsnara: trenddelSchema.nullable(),
    arbetsplatsinriktat: trenddelSchema.nullable(),
    sammanlagt: tal,
    brott: z.boolean(),
    individer: z.enum(['inga', 'franBrottet', 'hela']),
  })
  .meta({ id: 'AprTrendar' })
