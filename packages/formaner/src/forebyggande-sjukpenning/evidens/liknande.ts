import type { Datum } from '@atergang/kalender'
import { annatnyckel } from '../koder/annat.ts'
import { ANNAT } from '../koder/behandlingar.ts'
import type { Utforandeform } from '../koder/koder.ts'
import { diagnosnyckel, kapitlet } from './diagnos.ts'

/** What cases are compared by. */
export interface Jamforfall {
  readonly behandling: string
  readonly annatText?: string | undefined
  /** the main diagnosis first */
  readonly diagnoser: readonly string[]
  readonly utforande: Utforandeform
  readonly timmarPerVecka: number
  readonly antalTillfallen: number
}

/** An earlier case anywhere in the country, with what was decided and what came of it. */
export interface TidigareFall extends Jamforfall {
  readonly id: string
  readonly beslutsdag: Datum
}

export interface Likhet {
  readonly behandling: 'samma' | 'annan'
  readonly diagnos: 'sammaKod' | 'sammaKategori' | 'sammaKapitel' | 'annan'
  readonly utforande: 'samma' | 'annat'
  readonly omfattning: 'liknande' | 'annan'
}

export type Liknande<T extends TidigareFall> = { readonly fall: T; readonly likhet: Likhet; readonly text: string }

/** Hours a week and number of occasions that differ by at most a quarter are alike in extent. */
const OMFATTNING_TAL = 0.25

const narliggande = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= OMFATTNING_TAL * Math.max(a, b)

/** In which ways two cases are alike. */
export function likheten(a: Jamforfall, b: Jamforfall): Likhet {
  return {
    behandling: sammaBehandling(a, b) ? 'samma' : 'annan',
    diagnos: diagnoslikhet(a.diagnoser, b.diagnoser),
    utforande: a.utforande === b.utforande ? 'samma' : 'annat',
    omfattning: narliggande(a.timmarPerVecka, b.timmarPerVecka) && narliggande(a.antalTillfallen, b.antalTillfallen) ? 'liknande' : 'annan',
  }
}

const sammaBehandling = (a: Jamforfall, b: Jamforfall): boolean =>
  a.behandling === b.behandling && (a.behandling !== ANNAT || annatnyckel(a.annatText ?? '') === annatnyckel(b.annatText ?? ''))

function diagnoslikhet(a: readonly string[], b: readonly string[]): Likhet['diagnos'] {
  const [x, y] = [a.map(diagnosnyckel), b.map(diagnosnyckel)]
  const gemensam = (f: (d: string) => string | null): boolean => x.some((d) => f(d) !== null && y.some((e) => f(e) === f(d)))
  return gemensam((d) => d) ? 'sammaKod' : gemensam((d) => d.slice(0, 3)) ? 'sammaKategori' : gemensam(kapitlet) ? 'sammaKapitel' : 'annan'
}

const DIAGNOSTAL = { sammaKod: 3, sammaKategori: 2, sammaKapitel: 1, annan: 0 } as const

/** Diagnosis before setting before extent: what the evidence turns on first. */
const ordningstal = (l: Likhet): number =>
  DIAGNOSTAL[l.diagnos] * 4 + (l.utforande === 'samma' ? 2 : 0) + (l.omfattning === 'liknande' ? 1 : 0)

/**
 * Earlier cases of the same treatment, the most alike first; then the latest decided, then by id. Every one of them is returned, up to
 * `hogst`: an approval and a refusal of like cases stand side by side.
 */
export function liknandeFall<T extends TidigareFall>(fall: Jamforfall, tidigare: readonly T[], hogst = 20): Liknande<T>[] {
  return tidigare
    .map((t) => ({ fall: t, likhet: likheten(fall, t) }))
    .filter((x) => x.likhet.behandling === 'samma')
    .sort(
      (a, b) =>
        ordningstal(b.likhet) - ordningstal(a.likhet) ||
        (a.fall.beslutsdag < b.fall.beslutsdag ? 1 : a.fall.beslutsdag > b.fall.beslutsdag ? -1 : 0) ||
        (a.fall.id < b.fall.id ? -1 : 1),
    )
    .slice(0, hogst)
    .map((x) => ({ ...x, text: likhetstext(x.likhet) }))
}

const DIAGNOSTEXT = {
  sammaKod: 'samma diagnos',
  sammaKategori: 'samma diagnosgrupp',
  sammaKapitel: 'samma diagnoskapitel',
  annan: 'annan diagnos',
} as const

/** ”samma diagnos, samma sätt, annan omfattning” */
const likhetstext = (l: Likhet): string =>
  [
    DIAGNOSTEXT[l.diagnos],
    l.utforande === 'samma' ? 'ges på samma sätt' : 'ges på annat sätt',
    l.omfattning === 'liknande' ? 'liknande omfattning' : 'annan omfattning',
  ].join(', ')
