import type { Brevinnehall } from '@atergang/arende'
import { Brevfel, innehallsfel } from './brevfel.ts'
import type { Svar } from './bud.ts'
import { granskaInnehall } from './granska.ts'
import { malldata } from './malldata.ts'
import { standardresurser, type Resurser } from './trad.ts'
import { TradForlorad, Tradko } from './tradko.ts'

export interface Brevpdf {
  /** PDF/UA-1, tagged, Swedish, fonts embedded */
  readonly pdf: Uint8Array
  /** of `pdf`, 64 hex digits; the same content always gives the same */
  readonly sha256: string
  readonly sidor: number
}

export interface Brevskrivare {
  /**
   * Makes the letter. Letters are made one at a time, in the order asked for.
   * @throws {Brevfel} `innehall` with every fault named; `typsattning`, `krasch`, `tidsgrans` or `stangd` otherwise.
   */
  skriv(innehall: Brevinnehall): Promise<Brevpdf>
  /** Finishes the letters already asked for, then ends the thread. Later calls of `skriv` are refused. */
  stang(): Promise<void>
}

export interface Brevskrivarval {
  /** the thread is replaced after this many letters; 2 000 unless told */
  readonly brevPerTrad?: number
  /** longest time for one letter, in milliseconds, start of a new thread included; 30 000 unless told */
  readonly tidsgrans?: number
  /** where a bundled server keeps the thread's file and the templates */
  readonly resurser?: Resurser
}

const FORSOK_IGEN = 'Försök igen, och anmäl brevet till dem som sköter systemet om felet kommer tillbaka.'

function hamta(svar: Svar): Brevpdf {
  if (svar.utfall === 'klart') return { pdf: svar.pdf, sha256: svar.sha256, sidor: svar.sidor }
  throw new Brevfel(
    'typsattning',
    `Brevet kunde inte sättas: ${svar.meddelanden.join('; ')}.`,
    'Anmäl brevet till dem som sköter brevmallarna.',
  )
}

function tradfel(fel: unknown): never {
  if (!(fel instanceof TradForlorad)) throw fel
  const vad = fel.orsak === 'krasch' ? 'Sättningen av brevet avbröts två gånger.' : 'Brevet tog för lång tid att sätta.'
  throw new Brevfel(fel.orsak, vad, FORSOK_IGEN, { cause: fel })
}

/** Starts no thread until the first letter, and keeps no process alive while it is idle. */
export function skapaBrevskrivare({
  brevPerTrad = 2_000,
  tidsgrans = 30_000,
  resurser = standardresurser(),
}: Brevskrivarval = {}): Brevskrivare {
  const ko = new Tradko({ resurser, brevPerTrad, tidsgrans })
  let stangd = false
  return {
    async skriv(innehall) {
      if (stangd) throw new Brevfel('stangd', 'Brevskrivaren är stängd.', 'Starta om tjänsten och skriv brevet igen.')
      const brister = granskaInnehall(innehall)
      if (brister.length > 0) throw innehallsfel(brister)
      return hamta(await ko.kor(malldata(innehall)).catch(tradfel))
    },
    stang() {
      stangd = true
      return ko.stang()
    },
  }
}
