import { indatafel, type Faktakarta, type Fragedefinition } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema, las, text } from '../../las.ts'

/** The day a paper came in, and how it is known. */
export const ankomstdagSchema = z.object({ inkom: datumSchema, skal: text('Hur dagen är känd', 1_000) })
export type AnkomstdagSvar = z.output<typeof ankomstdagSchema>

/** What the form shows: the days the paper surely was here. */
export interface Ankomstunderlag {
  readonly skannad: Datum | null
  readonly registrerad: Datum
  /** the paper as in ”dagen då … kom in”, when it is not the application */
  readonly vad?: string
}

/** The question in its words (22 § förvaltningslagen), the same in every benefit. `vad` as in ”Vilken dag kom … in?” */
export const ankomstfragan = (vad: string, handlingen: string) => ({
  rubrik: `Vilken dag kom ${vad} in?`,
  hjalp: `Dagen då ${handlingen} nådde myndigheten räknas, aldrig dagen då handlingen skannades. Kom den med posten räknas närmast föregående arbetsdag, om det inte är osannolikt att den fanns på postkontoret då.`,
  lagrum: ['FL 22'],
  varforNu: 'Dagen framgår inte av handlingen.',
})

/** The answer sets the day. It can be no later than the day the paper was scanned or registered. */
export const ankomstdagsfraga = <F extends Faktakarta>(kod: string): Fragedefinition<F, AnkomstdagSvar> => ({
  kod,
  las(v, fraga) {
    const s = las(ankomstdagSchema, v)
    const f = fraga.formular as Ankomstunderlag
    const sist = f.skannad ?? f.registrerad
    if (s.inkom > sist)
      throw indatafel('efterRegistreringen', 'Handlingen kan inte ha kommit in efter att den skannades eller registrerades.', [
        { falt: 'inkom', text: `Välj ${sist} eller en tidigare dag.` },
      ])
    return s
  },
})
