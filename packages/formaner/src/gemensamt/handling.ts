import type { Handling } from '@atergang/arende'
import * as z from 'zod'
import { datumSchema } from '../las.ts'

/** A document as it comes with a command; its bytes are stored beside. */
export const handlingSchema = z.object({
  id: z.string(),
  typ: z.enum([
    'lakarintyg',
    'lakarutlatande',
    'ansokan',
    'brev',
    'plan',
    'arbetsgivarsvar',
    'lakarsvar',
    'yttrande',
    'omprovningsbegaran',
    'overklagande',
    'ovrigt',
  ]),
  rubrik: z.string(),
  fran: z.string(),
  inkom: datumSchema,
  medietyp: z.string(),
  sha256: z.string(),
  storlek: z.number(),
  kanal: z.enum(['api', 'uppladdning', 'mapp', 'minaSidor', 'post', 'system']),
})

/** A document with what it says. */
export interface Mottaget<V> {
  readonly handling: Handling
  /** the paper that it was written off from */
  readonly bilagor?: readonly Handling[]
  readonly varde: V
}
