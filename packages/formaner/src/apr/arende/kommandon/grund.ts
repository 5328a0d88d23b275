import {
  HANDLAGGARROLLER,
  type Aktor,
  type Faktum,
  type Handelsedata,
  type Handling,
  type Kommandodefinition,
  type Kontext,
  type Roll,
} from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema } from '../../../las.ts'
import type { Alage, Aprfakta, Aprfaktum } from '../fakta.ts'

type Fakta = Record<string, unknown> & Aprfakta
export type Def<D> = Kommandodefinition<Fakta, D>

/** Applications come from the employer, or on paper through an officer. */
export const ANSOKER: readonly Roll[] = ['arbetsgivare', ...HANDLAGGARROLLER, 'system']

export const handlingSchema = z.object({
  id: z.string(),
  typ: z.enum(['ansokan', 'faktura', 'kompetensunderlag', 'kontrollunderlag', 'yttrande', 'overklagande', 'ovrigt']),
  rubrik: z.string().max(300),
  fran: z.string(),
  inkom: datumSchema,
  medietyp: z.string(),
  sha256: z.string(),
  storlek: z.number().int(),
  kanal: z.enum(['api', 'uppladdning', 'mapp', 'minaSidor', 'post', 'system']),
})
export const handlingar = z
  .array(handlingSchema)
  .default([])
  .transform((h) => h as Handling[])

export const kallan = (aktor: Aktor, dag: Datum, papper: boolean): Kalla =>
  papper
    ? { typ: 'handling', text: 'Pappersansökan', datum: dag }
    : aktor.roll === 'arbetsgivare'
      ? { typ: 'arbetsgivare', text: aktor.namn, datum: dag }
      : { typ: 'register', text: 'Återgång', datum: dag }
export const faktum = <N extends Aprfaktum>(
  k: Kontext,
  namn: N,
  varde: Aprfakta[N],
  kalla: Kalla,
  mer: Partial<Pick<Faktum, 'ersatter' | 'period'>> = {},
): Handelsedata => ({ typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn, varde, kalla, registrerad: k.tid, av: k.aktor, ...mer } })
export const tillforda = (h: readonly Handling[]): Handelsedata[] => h.map((handling) => ({ typ: 'handlingTillford', handling }))
export const oppnad = (l: Alage, skal: string): Handelsedata[] => (l.avslutat ? [{ typ: 'arendeOppnatIgen', skal }] : [])
