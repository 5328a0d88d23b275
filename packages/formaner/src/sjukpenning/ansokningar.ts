import type { Begaran, Beslut } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { text } from '../las.ts'
import { fakt, type Slage } from './fakta.ts'

/** Why an application is not taken up (110 kap. 10 § SFB). */
export const AVVISNINGSGRUNDER = {
  kanInteProvas: { lagrum: '110:10 st 1', text: 'Ansökan är så ofullständig att den inte kan prövas i sak.' },
  foreskrifter: { lagrum: '110:10 st 2', text: 'Ansökan uppfyller inte kraven på innehåll och underskrift, och bristen är inte av ringa betydelse.' },
} as const

/** What the officer does with an application that lacks something (110 kap. 10–11 §§ SFB, 20 § förvaltningslagen). */
export const ansokansgranskningSchema = z.discriminatedUnion('beslut', [
  z.object({ beslut: z.literal('racker'), skal: text('Skälet') }),
  /** help first: a request without sanction (20 § first paragraph, 23 § förvaltningslagen) */
  z.object({ beslut: z.literal('komplettera'), text: text('Vad personen ska komplettera med') }),
  /** föreläggande on pain of avvisning (110 kap. 11 §) */
  z.object({ beslut: z.literal('forelagg'), text: text('Vad som saknas') }),
  z.object({ beslut: z.literal('avvisa'), grund: z.enum(['kanInteProvas', 'foreskrifter'], { message: 'Välj varför ansökan avvisas.' }), skal: text('Varför ansökan inte kan prövas utan uppgifterna') }),
])
export type AnsokansgranskningSvar = z.infer<typeof ansokansgranskningSchema>

type Ansokansfaktum = ReturnType<typeof fakt<'ansokan'>>[number]

/** Decisions not to take up an application that still stand: an omprövning may have lifted them. */
export const avvisningar = (l: Slage): Beslut[] => l.beslut.filter((b) => b.typ === 'slutligt' && b.utfall === 'avvisat' && !l.beslut.some((x) => x.ersatter === b.id))

/** Applications that are tried: all but those not taken up. */
export function ansokningar(l: Slage): Ansokansfaktum[] {
  const avvisade = new Set(avvisningar(l).map((b) => b.orsak))
  return fakt(l, 'ansokan').filter((a) => !avvisade.has(a.id))
}

/** What the person has been asked to add to this very application. */
export const kompletteringar = (l: Slage, ansokanId: string): Begaran[] => l.begaran.filter((b) => (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande') && (b.om ?? ansokanId) === ansokanId)

/** The föreläggande whose time is out or that was answered: only then may the application be turned away (110 kap. 11 §). */
export const utgangetForelaggande = (l: Slage, ansokanId: string, idag: Datum, paminnelser: (b: Begaran) => number): Begaran | undefined =>
  kompletteringar(l, ansokanId).findLast((b) => b.typ === 'forelaggande' && !b.aterkallad && (b.svar !== undefined || (b.senast < idag && b.paminnelser.length >= paminnelser(b))))
