import lagtext from '../lagtext/lagtext.json' with { type: 'json' }
import { paragrafnyckel, type Lagrum } from './lagrum.ts'

export interface Lagstycke {
  readonly text: string
  readonly punkter: readonly string[]
}

const paragrafer = lagtext.paragrafer as Readonly<Record<string, { readonly stycken: readonly Lagstycke[]; readonly sha256: string } | undefined>>

/** What the stored text is and from when. */
export const LAGTEXTKALLA: string = lagtext.kalla

/** The words of the paragraph, or undefined when it is not kept. Kept apart from the rules: only who reads it loads it. */
export const paragraftext = (l: Lagrum): readonly Lagstycke[] | undefined => paragrafer[paragrafnyckel(l)]?.stycken
