import * as z from 'zod'
import { text } from '../../las.ts'
import { INFORMATIONSNYCKLAR } from '../information.ts'

export const motiveringSchema = z.object({
  avgorande: text('Det avgörande skälet', 1000),
  omstandigheter: z.string().trim().max(8000).default(''),
  bedomning: z.string().trim().max(8000).default(''),
  saknades: z.string().trim().max(4000).default(''),
})

export const forslagSchema = z.object({ motivering: motiveringSchema, information: z.array(z.enum(INFORMATIONSNYCKLAR)).default([]) })
export type ForslagSvar = z.infer<typeof forslagSchema>

/** Codes a specialist returns a proposal with; counted, so that the codes become learning (H005). */
export const ATERLAMNINGSKODER = {
  utredningsbrist: 'Utredningen räcker inte',
  bristfalligMotivering: 'Motiveringen är inte individuell eller tydlig',
  felTillampning: 'Lagen är felaktigt tillämpad',
  kallhanvisning: 'Det framgår inte vilka uppgifter bedömningen bygger på',
  undantagEjProvat: 'Undantagen från normalt förekommande arbete är inte prövade',
  rehabilitering: 'Ställningstagandet till rehabilitering räcker inte',
  objektivaFynd: 'Avslaget bygger på att objektiva undersökningsfynd saknas',
  skrivfel: 'Skrivfel eller räknefel',
  evidensEjProvad: 'Behandlingens stöd för problemet är inte prövat',
  kravPaSjukskrivning: 'Tidigare sjukskrivning har krävts',
  tidProvadISteg1: 'Tid eller SGI har prövats i steg 1',
} as const
export type Aterlamningskod = keyof typeof ATERLAMNINGSKODER

/** Codes that belong to one benefit only; the others are common. */
export const FORMANENS_KODER: Partial<Record<Aterlamningskod, string>> = {
  undantagEjProvat: 'sjukpenning',
  rehabilitering: 'sjukpenning',
  evidensEjProvad: 'forebyggande-sjukpenning',
  kravPaSjukskrivning: 'forebyggande-sjukpenning',
  tidProvadISteg1: 'forebyggande-sjukpenning',
}

/** The codes to choose from in a case of the benefit. */
export const koderFor = (forman: string): Aterlamningskod[] =>
  (Object.keys(ATERLAMNINGSKODER) as Aterlamningskod[]).filter((k) => (FORMANENS_KODER[k] ?? forman) === forman)

const verdikt = z.enum(['ok', 'brist'], { message: 'Välj godtas eller brist.' })
export const kvalitetssakringSchema = z
  .object({
    utfall: z.enum(['godkand', 'aterlamnad'], { message: 'Godkänn eller lämna tillbaka.' }),
    /** two verdicts a judgement: is the basis enough, is the law rightly applied (H003) */
    omdomen: z.array(z.object({ nyckel: z.string(), underlag: verdikt, tillampning: verdikt })).min(1, 'Lämna omdöme om varje bedömning.'),
    koder: z.array(z.enum(Object.keys(ATERLAMNINGSKODER) as [Aterlamningskod, ...Aterlamningskod[]])).default([]),
    kommentar: z.string().trim().max(4000).default(''),
  })
  .refine((k) => k.utfall === 'godkand' || k.koder.length > 0, { message: 'Välj minst en kod när du lämnar tillbaka.', path: ['koder'] })
  .refine((k) => k.utfall === 'godkand' || k.kommentar.length > 0, { message: 'Skriv vad som behöver ändras.', path: ['kommentar'] })
  .refine((k) => k.utfall === 'aterlamnad' || k.omdomen.every((o) => o.underlag === 'ok' && o.tillampning === 'ok'), {
    message: 'Du har angett en brist: lämna tillbaka, eller ändra omdömet.',
    path: ['utfall'],
  })
export type Kvalitetssakring = z.infer<typeof kvalitetssakringSchema>

export const kommuniceringSchema = z.discriminatedUnion('satt', [
  z.object({ satt: z.literal('sand') }),
  /** 110 kap. 13 a § second paragraph: obvious that nothing can come in that matters. A recorded judgement. */
  z.object({
    satt: z.literal('undantag'),
    skal: text('Varför det är uppenbart att personen inte kan komma in med uppgifter som påverkar avgörandet'),
  }),
])
export type KommuniceringSvar = z.infer<typeof kommuniceringSchema>

/** The last answer of the way. The officer can send the coming decision although it was obviously unnecessary, and add to reasons that were made by rule. */
export const beslutSchema = z.object({
  val: z.enum(['besluta', 'kommunicera'], { message: 'Välj besluta eller sänd först.' }).default('besluta'),
  tillagg: z.string().trim().max(4000).default(''),
})
export type BeslutSvar = z.infer<typeof beslutSchema>

export const yttrandeSvarSchema = z.object({
  beaktat: text('Hur yttrandet har beaktats'),
  /** judgements that open again */
  andra: z.array(z.string()).default([]),
})
export type YttrandeSvar = z.infer<typeof yttrandeSvarSchema>

export const samtalSchema = z.object({
  resultat: z.enum(['talade', 'svaradeInte', 'avslutaForsok'], { message: 'Välj hur det gick.' }),
  text: text('Vad som sades, eller varför försöken avslutas'),
})
