import { manadensForsta, plusDagar, plusManader, type Datum } from '@atergang/kalender'
import { gruppera } from '../../gemensamt/gruppera.ts'

/** One use of the code ”annat”. */
export interface Annatanvandning {
  readonly arende: string
  readonly dag: Datum
  readonly text: string
}

/** What a monthly review made of a text: a code of its own, an existing one, or left as it is. */
export interface Annatgranskning {
  readonly nyckel: string
  readonly dag: Datum
  readonly av: string
  readonly beslut: 'nyKod' | 'befintligKod' | 'kvar'
  readonly kod?: string
  readonly skal: string
}

/** Texts that say the same thing, waiting for review. */
export interface Annatgrupp {
  readonly nyckel: string
  /** the wordings as written, the most common first */
  readonly texter: readonly string[]
  readonly antal: number
  readonly arenden: readonly string[]
  readonly forsta: Datum
  /** the month after the use is over, and nobody has looked */
  readonly forsenad: boolean
}

/** The same text however it is cased, spaced and punctuated. */
export const annatnyckel = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Every text of ”annat” that no review since its month has looked at (B030): texts of one month are reviewed the month after. A text left
 * as ”annat” comes again when it is used in a later month.
 */
export function annatAttGranska(
  anvandningar: readonly Annatanvandning[],
  granskningar: readonly Annatgranskning[],
  idag: Datum,
): Annatgrupp[] {
  const denHarManaden = manadensForsta(idag)
  const klara = gruppera(granskningar, (g) => g.nyckel)
  const kvar = anvandningar.filter(
    (a) => a.dag < denHarManaden && !(klara.get(annatnyckel(a.text)) ?? []).some((g) => g.dag >= manadsslut(a.dag) || g.beslut !== 'kvar'),
  )
  return [...gruppera(kvar, (a) => annatnyckel(a.text))]
    .map(([nyckel, rader]): Annatgrupp => {
      const forsta = rader.map((r) => r.dag).sort()[0]!
      const texter = [...gruppera(rader, (r) => r.text.trim())]
        .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, 'sv'))
        .map(([t]) => t)
      return {
        nyckel,
        texter,
        antal: rader.length,
        arenden: [...new Set(rader.map((r) => r.arende))],
        forsta,
        forsenad: plusManader(manadensForsta(forsta), 2) <= idag,
      }
    })
    .sort((a, b) => b.antal - a.antal || a.nyckel.localeCompare(b.nyckel, 'sv'))
}

const manadsslut = (d: Datum): Datum => plusDagar(plusManader(manadensForsta(d), 1), -1)
