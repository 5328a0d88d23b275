import { konflikt, type Faltfel } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { LAN, LANSKODER } from '../apr/lan.ts'
import { harPersonnummer } from '../gemensamt/personnummer.ts'
import { datumSchema, faltfelen, las, text } from '../las.ts'
import { harLakare, INFORMATIONSLAGEN, INFORMATIONSLAGESKODER, INFORMATIONSTYPKODER, MALGRUPPSKODER, TEMAKODER } from './koder.ts'

/** The counties by name, in the order of their codes. */
export const LANSNAMNEN: readonly string[] = LANSKODER.map((k) => LAN[k])

/** An activity as it is written down: no person in it but the official who holds it. */
export const informationsinsatsSchema = z.object({
  lage: z.enum(INFORMATIONSLAGESKODER, { message: 'Välj om insatsen är planerad, genomförd eller inställd.' }),
  typ: z.enum(INFORMATIONSTYPKODER, { message: 'Välj hur informationen ges.' }),
  teman: z.array(z.enum(TEMAKODER)).min(1, 'Välj minst ett ämne.'),
  malgrupp: z.enum(MALGRUPPSKODER, { message: 'Välj vem informationen är till.' }),
  lan: z
    .array(z.string().refine((l) => LANSNAMNEN.includes(l), { message: 'Länet finns inte. Välj ett i listan.' }))
    .min(1, 'Välj minst ett län.'),
  from: datumSchema,
  tom: datumSchema,
  /** persons reached; null when nobody has counted */
  natta: z
    .number({ message: 'Skriv antalet som ett helt tal.' })
    .int('Skriv antalet som ett helt tal.')
    .min(0, 'Antalet kan inte vara negativt.')
    .max(1_000_000, 'Antalet är orimligt stort. Kontrollera det.')
    .nullable(),
  ansvarig: text('Vem som håller i insatsen', 200),
  beskrivning: z.string().trim().max(4000, 'Beskrivningen är för lång. Skriv högst 4 000 tecken.').default(''),
})
export type Informationsuppgift = z.output<typeof informationsinsatsSchema>

/** One version of an activity: never changed, followed by a newer one. */
export interface Informationsinsats extends Informationsuppgift {
  readonly id: string
  readonly version: number
  /** why this version was written; empty in the first when it is not cancelled */
  readonly skal: string
  readonly av: string
  readonly enhet: string
  readonly registrerad: Datum
}

function brister(u: Informationsuppgift, skal: string, forsta: boolean, idag: Datum): Faltfel[] {
  return [
    ...(u.tom < u.from ? [{ falt: 'tom', text: 'Insatsen slutar innan den börjar. Byt plats på dagarna.' }] : []),
    ...(u.lage === 'genomford' && u.tom >= u.from && u.tom > idag
      ? [{ falt: 'tom', text: 'Insatsen är inte genomförd än. Ange en dag som har varit, eller välj planerad.' }]
      : []),
    ...(u.lage !== 'genomford' && u.natta !== null
      ? [{ falt: 'natta', text: 'Hur många som nåddes skrivs när insatsen är genomförd.' }]
      : []),
    ...(u.typ === 'lakarutbildning' && !harLakare(u.malgrupp)
      ? [{ falt: 'malgrupp', text: 'En läkarutbildning ges till vården. Välj en vårdgivare, eller en annan typ av insats.' }]
      : []),
    ...(u.lage === 'installd' && !skal
      ? [{ falt: 'skal', text: 'Skriv varför insatsen är inställd.' }]
      : !forsta && !skal
        ? [{ falt: 'skal', text: 'Skriv vad som har ändrats och varför.' }]
        : []),
    ...(harPersonnummer(u.beskrivning)
      ? [{ falt: 'beskrivning', text: 'Beskrivningen ser ut att innehålla ett personnummer. Skriv inga uppgifter om enskilda personer.' }]
      : []),
  ]
}

/**
 * Reads what is to be written down, first or anew.
 * @throws {Domanfel} naming each faulty field
 */
export function lasInformationsinsats(
  varde: unknown,
  o: { readonly skal: string; readonly fore: Informationsinsats | null; readonly idag: Datum },
): Informationsuppgift {
  const u = las(informationsinsatsSchema, varde, 'informationsinsats')
  const fel = brister(u, o.skal, o.fore === null, o.idag)
  if (fel.length) throw faltfelen('informationsinsats', fel)
  if (o.fore?.lage === 'installd' && u.lage === 'installd')
    throw konflikt('redanInstalld', `Insatsen är redan ${INFORMATIONSLAGEN.installd}. Välj ett annat läge, eller låt den vara.`)
  return { ...u, lan: LANSNAMNEN.filter((l) => u.lan.includes(l)), teman: TEMAKODER.filter((t) => u.teman.includes(t)) }
}
