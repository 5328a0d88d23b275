import * as z from 'zod'
import { datumSchema, kronor, text } from '../../las.ts'
import { KONTROLLFYND, type Kontrollfyndkod } from '../urval/kontrollfynd.ts'
import { orenSchema } from './fakta.ts'

/** Answers of officers. Wherever something is unclear, the employer can be asked: the same answer in each question. */
const fraga = z.object({ val: z.literal('fraga'), text: text('Vad arbetsgivaren behöver svara på', 2_000), senast: datumSchema.optional() })
export type Fragasvar = z.output<typeof fraga>

export const anordnareSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('avgor'),
    anordnare: z
      .array(
        z.discriminatedUnion('beslut', [
          /** it stands in the register under this number */
          z.object({ skrivet: z.string(), beslut: z.literal('register'), ratt: text('Anordnarens organisationsnummer', 40) }),
          z.object({ skrivet: z.string(), beslut: z.literal('avsla'), skal: text('Hur du har sökt', 1_000) }),
        ]),
      )
      .min(1, 'Välj för varje anordnare.'),
  }),
  fraga,
])
export type Anordnarsvar = z.output<typeof anordnareSchema>

export const kompletteraSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('prova'),
    skal: text('Skälet', 2_000),
    avsla: z.array(z.object({ radId: z.string(), skal: text('Varför kostnaden inte är visad', 1_000) })).default([]),
  }),
  fraga,
])
export type Kompletterasvar = z.output<typeof kompletteraSchema>

export const fakturaSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('egen'), skal: text('Varför det inte är samma kostnad', 2_000) }),
  z.object({ val: z.literal('dubblett'), skal: text('Varför det är samma kostnad', 2_000) }),
  fraga,
])
export type Fakturasvar = z.output<typeof fakturaSchema>

export const insatsSchema = z.discriminatedUnion('val', [
  /** rows that were treatment; the others were measures at the workplace. Nothing of evidence, fit or effect is judged (C019–C020) */
  z.object({ val: z.literal('avgor'), behandling: z.array(z.string()).default([]), skal: text('Skälet', 2_000) }),
  fraga,
])
export type Insatssvar = z.output<typeof insatsSchema>

export const ordningSchema = z.object({
  val: z.enum(['vanta', 'fore'], { message: 'Välj om ansökan ska vänta.' }),
  skal: text('Skälet', 1_000),
})
export type Ordningssvar = z.output<typeof ordningSchema>

/** How a decision may be changed (36 and 37 §§ FL). To the employer's disadvantage only on one of the three grounds. */
export const andringSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('behall'), skal: text('Varför beslutet inte ändras', 2_000) }),
  z.object({ val: z.literal('rattelse'), skal: text('Vilket skriv- eller räknefel', 2_000) }),
  z.object({ val: z.literal('tillFordel'), skal: text('Varför beslutet är felaktigt', 2_000) }),
  z.object({
    val: z.literal('tillNackdel'),
    grund: z.enum(['1', '2', '3'], { message: 'Välj en av de tre grunderna i 37 § andra stycket förvaltningslagen.' }),
    skal: text('Varför grunden finns', 2_000),
  }),
])
export type Andringssvar = z.output<typeof andringSchema>
export const GRUNDER_37: Readonly<Record<'1' | '2' | '3', string>> = {
  1: 'Det framgår av beslutet eller av föreskrifterna att det under vissa förutsättningar får återkallas.',
  2: 'Tvingande säkerhetsskäl kräver att beslutet ändras omedelbart.',
  3: 'Felaktigheten beror på att ni har lämnat oriktiga eller vilseledande uppgifter.',
}

export const aterkravSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('aterkrav'), belopp: kronor('beloppet').min(1, 'Skriv beloppet.'), skal: text('Skälen', 2_000) }),
  z.object({ val: z.literal('avsta'), skal: text('Varför pengarna inte krävs tillbaka', 2_000) }),
])
export type Aterkravssvar = z.output<typeof aterkravSchema>

export const forfalletSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('avvakta'), till: datumSchema, skal: text('Skälet', 1_000) }),
  z.object({ val: z.literal('avskriv'), skal: text('Skälet', 1_000) }),
])
export type Forfallensvar = z.output<typeof forfalletSchema>

const kod = z.enum(Object.keys(KONTROLLFYND) as [Kontrollfyndkod, ...Kontrollfyndkod[]], { message: 'Välj vad kontrollen visade.' })
export const fyndSchema = z.object({
  rader: z
    .array(
      z
        .object({ radId: z.string(), kod, rattKostnad: orenSchema.optional(), text: z.string().trim().max(2_000).default('') })
        .refine((r) => (r.kod === 'kostnadForHog') === (r.rattKostnad !== undefined), {
          message: 'Skriv den rätta kostnaden när kostnaden var lägre än den som angavs, annars inte.',
          path: ['rattKostnad'],
        })
        .refine((r) => r.kod === 'ingetFel' || r.text.length > 0, { message: 'Skriv vad kontrollen visade.', path: ['text'] }),
    )
    .min(1, 'Lämna ett fynd för varje rad.'),
})
export type Fyndsvar = z.output<typeof fyndSchema>

export const kontrollklarSchema = z.object({ text: z.string().trim().max(2_000).default('') })
