import { texter } from '../texter.ts'
import type { Brevinnehall } from '@atergang/arende'
import { SVARA_ORD } from './ordlista.ts'

export interface SvartOrd {
  /** the block's name; missing in the head of the letter */
  readonly block?: string
  readonly falt: string
  /** as it stands in the letter */
  readonly ord: string
  readonly forslag: string
}

const mellanrum = (t: string): string => t.toLowerCase().replace(/\s+/gu, ' ')
const skyddad = (t: string): string => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')

const FORSLAG: ReadonlyMap<string, string> = new Map(SVARA_ORD)
/** Longest first, so that ”med anledning av” wins over a word inside it. */
const MONSTER = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...FORSLAG.keys()]
    .sort((a, b) => b.length - a.length)
    .map(skyddad)
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
)

/** Bureaucratic words in reading order, each place named, with a plain word in the same form. */
export function svaraOrd(b: Brevinnehall): SvartOrd[] {
  return texter(b)
    .filter((t) => t.slag !== 'huvud')
    .flatMap(({ text, falt, block }) =>
      [...text.normalize('NFC').matchAll(MONSTER)].map(([funnet]) => ({
        ...(block === undefined ? {} : { block }),
        falt,
        ord: funnet,
        forslag: FORSLAG.get(mellanrum(funnet))!,
      })),
    )
}
