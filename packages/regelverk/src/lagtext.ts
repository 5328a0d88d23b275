import lagtext from '../lagtext/lagtext.json' with { type: 'json' }
import { paragrafnyckel, type Lagrum } from './lagrum.ts'

export interface Lagstycke {
  readonly text: string
  readonly punkter: readonly string[]
}

const paragrafer = lagtext.paragrafer as Readonly<
  Record<string, { readonly rubrik: string; readonly stycken: readonly Lagstycke[]; readonly sha256: string } | undefined>
>

/** What the stored text is and from when. */
export const LAGTEXTKALLA: string = lagtext.kalla

/** The words of the paragraph, or undefined when it is not kept. Kept apart from the rules: only who reads it loads it. */
export const paragraftext = (l: Lagrum): readonly Lagstycke[] | undefined => paragrafer[paragrafnyckel(l)]?.stycken

/** The heading the paragraph stands under, or undefined when it is not kept. */
export const paragrafrubrik = (l: Lagrum): string | undefined => paragrafer[paragrafnyckel(l)]?.rubrik

/** The names of the chapters of socialförsäkringsbalken that are kept, by number. */
export const KAPITELNAMN: Readonly<Record<string, string>> = lagtext.kapitel

/** Every paragraph whose words are kept, by key. */
export const lagtextnycklar: readonly string[] = Object.keys(paragrafer)
