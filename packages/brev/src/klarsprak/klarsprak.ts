import type { Brevinnehall } from '@atergang/arende'
import { texter } from '../texter.ts'
import { oforklaradeForkortningar, type OforklaradForkortning } from './forkortningar.ts'
import { arLangt, meningar, ord } from './meningar.ts'
import { svaraOrd, type SvartOrd } from './svara-ord.ts'

export type Omdome = 'lattlast' | 'medel' | 'svar'

export interface LangMening {
  readonly block?: string
  readonly falt: string
  readonly mening: string
  readonly ord: number
}

/** How easy a letter is to read. Counted on its prose: paragraphs, key sentences and list items, each item a sentence. */
export interface Klarsprak {
  /** words per sentence + long words (more than six letters) per hundred words; one decimal */
  readonly lix: number
  readonly ord: number
  readonly meningar: number
  /** mean words per sentence; one decimal */
  readonly ordPerMening: number
  readonly langaOrd: number
  readonly langaMeningar: readonly LangMening[]
  readonly svaraOrd: readonly SvartOrd[]
  readonly oforklarade: readonly OforklaradForkortning[]
  readonly omdome: Omdome
  /** why, in Swedish, with the thresholds */
  readonly grund: string
}

/**
 * A sentence of more than `langMening` words is listed. A letter is easy when both measures lie below the first pair and
 * hard when either reaches the second. LIX 40 and 50 are Björnsson's borders of ordinary prose and of official text.
 */
export const TROSKLAR = { langMening: 25, lattlast: { lix: 40, ordPerMening: 15 }, svar: { lix: 50, ordPerMening: 20 } } as const

const enDecimal = (n: number): number => Math.round(n * 10) / 10
const skriv = (n: number): string => String(n).replace('.', ',')

function bedom(lix: number, perMening: number): Pick<Klarsprak, 'omdome' | 'grund'> {
  const { lattlast, svar } = TROSKLAR
  const fakta = `LIX är ${skriv(lix)} och meningarna har i snitt ${skriv(perMening)} ord.`
  if (lix >= svar.lix || perMening >= svar.ordPerMening) {
    return { omdome: 'svar', grund: `${fakta} Brevet räknas som svårt från LIX ${svar.lix} eller ${svar.ordPerMening} ord per mening.` }
  }
  if (lix < lattlast.lix && perMening < lattlast.ordPerMening) {
    return {
      omdome: 'lattlast',
      grund: `${fakta} Brevet räknas som lättläst under LIX ${lattlast.lix} och ${lattlast.ordPerMening} ord per mening.`,
    }
  }
  return {
    omdome: 'medel',
    grund: `${fakta} Lättläst är under LIX ${lattlast.lix} och ${lattlast.ordPerMening} ord per mening, svårt från LIX ${svar.lix} eller ${svar.ordPerMening} ord per mening.`,
  }
}

/** Measures a letter. Pure; never throws, also on half-written content. A letter without prose has LIX 0. */
export function klarsprak(b: Brevinnehall): Klarsprak {
  const rader = texter(b)
    .filter((t) => t.slag === 'lopande' || t.slag === 'punkt')
    .flatMap(({ text, falt, block }) =>
      meningar(text).map((mening) => ({ ...(block === undefined ? {} : { block }), falt, mening, ord: ord(mening) })),
    )
  const alla = rader.flatMap((r) => r.ord)
  const langa = alla.filter(arLangt).length
  const perMening = rader.length === 0 ? 0 : alla.length / rader.length
  const lix = enDecimal(alla.length === 0 ? 0 : perMening + (100 * langa) / alla.length)
  const ordPerMening = enDecimal(perMening)
  return {
    lix,
    ord: alla.length,
    meningar: rader.length,
    ordPerMening,
    langaOrd: langa,
    langaMeningar: rader.filter((r) => r.ord.length > TROSKLAR.langMening).map((r) => ({ ...r, ord: r.ord.length })),
    svaraOrd: svaraOrd(b),
    oforklarade: oforklaradeForkortningar(b),
    ...bedom(lix, ordPerMening),
  }
}
