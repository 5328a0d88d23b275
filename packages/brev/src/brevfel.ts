/** What is wrong with the content of a letter. */
export type Bristkod = 'tom' | 'okand' | 'rubrikniva' | 'radlangd' | 'tecken' | 'langt-ord' | 'radbrytning' | 'datum' | 'adress'

/** One fault in the content: where it is, what it is and what to do about it. Texts are Swedish, for the one who writes. */
export interface Brevbrist {
  readonly kod: Bristkod
  /** the block's own name (`Brevblock.namn`); missing when the fault lies in the head of the letter */
  readonly block?: string
  /** path in the content: `rubrik`, `mottagare.rader[0]`, `block[2].rader[0][1]` */
  readonly falt: string
  readonly vad: string
  readonly atgard: string
}

/**
 * - `innehall`: the content cannot become a letter; see `brister`
 * - `typsattning`: typst refused or warned; nothing was written
 * - `krasch`: the typesetting worker died twice on this letter
 * - `tidsgrans`: the letter took too long twice
 * - `stangd`: the writer has been closed
 */
export type Brevfelkod = 'innehall' | 'typsattning' | 'krasch' | 'tidsgrans' | 'stangd'

/** Thrown by `Brevskrivare.skriv`. No letter was made; no part of one either. */
export class Brevfel extends Error {
  readonly kod: Brevfelkod
  /** every fault found, in reading order; empty for other codes than `innehall` */
  readonly brister: readonly Brevbrist[]
  readonly atgard: string

  constructor(kod: Brevfelkod, vad: string, atgard: string, mer: { brister?: readonly Brevbrist[]; cause?: unknown } = {}) {
    super(`${vad} ${atgard}`, { cause: mer.cause })
    this.name = 'Brevfel'
    this.kod = kod
    this.brister = mer.brister ?? []
    this.atgard = atgard
  }

  /** Name of the first block at fault. */
  get block(): string | undefined {
    return this.brister.find((b) => b.block !== undefined)?.block
  }
}

const medStalle = (b: Brevbrist): string => `${b.block === undefined ? '' : `Textblocket ”${b.block}” (${b.falt}): `}${b.vad}`

export function innehallsfel(brister: readonly Brevbrist[]): Brevfel {
  const [forsta, ...ovriga] = brister
  if (!forsta) throw new RangeError('Ett innehållsfel behöver minst en brist.')
  const fler = ovriga.length === 0 ? '' : ` Det finns ${ovriga.length} fel till i brevet.`
  return new Brevfel('innehall', medStalle(forsta), forsta.atgard + fler, { brister })
}
