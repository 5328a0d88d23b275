import { delar } from '@atergang/kalender'
import {
  Analysfel,
  fonster,
  indikatorer,
  likaFall,
  likaLan,
  likformighet,
  LIKHETSVARIABLER,
  pastaenden,
  SLAG,
  spridningslarm,
  UTVARDERINGAR,
  utvardera,
  type Datakalla,
  type Raresultat,
  type Utvarderingsval,
} from '@atergang/analys'

export interface Metodval extends Utvarderingsval {
  /** what areas are, of decisions */
  readonly niva?: 'sf_omrade' | 'lan'
}
export type Metodgrupp = 'utvardering' | 'likformighet' | 'indikatorer'

/** Something that can be asked of the data by name, with an answer of the one shape (assumptions, figures, what it cannot say). */
export interface Metod {
  readonly namn: string
  readonly grupp: Metodgrupp
  readonly rubrik: string
  readonly tar: readonly (keyof Metodval)[]
  readonly kor: (k: Datakalla, v: Metodval) => Promise<Raresultat>
}

/** The years that the reports look at. */
const STANDARDPERIOD = fonster('2016-01-01', '2019-12-31')

const beslut: readonly Metod[] = SLAG.map((s) => ({
  namn: `beslut_${s.id}`,
  grupp: 'likformighet',
  rubrik: `Likformighet: ${s.namn}`,
  tar: ['period', 'omraden', 'niva'],
  kor: (k, v) => likformighet(k, s.id, v),
}))
// Single cases are left out: they belong where each look at a person is logged.
const lika: readonly Metod[] = SLAG.map((s) => ({
  namn: `likafall_${s.id}`,
  grupp: 'likformighet',
  rubrik: `Lika fall, olika beslut: ${s.namn}`,
  tar: ['period', 'omraden'],
  kor: async (k, v) => (await likaFall(k, s.id, v.period ?? STANDARDPERIOD, v.omraden ?? null, 0)).resultat,
}))

export const METODER: readonly Metod[] = [
  ...Object.entries(UTVARDERINGAR).map(([namn, u]): Metod => ({
    namn,
    grupp: 'utvardering',
    rubrik: u.rubrik,
    tar: u.tar,
    kor: (k, v) => utvardera(k, namn, v),
  })),
  ...beslut,
  {
    namn: 'larm',
    grupp: 'likformighet',
    rubrik: 'Larm: växer skillnaderna?',
    tar: ['period', 'omraden', 'niva'],
    kor: (k, v) => spridningslarm(k, v),
  },
  ...lika,
  {
    namn: 'likalan',
    grupp: 'likformighet',
    rubrik: `Lika län, efter ${Object.keys(LIKHETSVARIABLER).length} variabler`,
    tar: ['period', 'omraden'],
    kor: (k, v) => likaLan(k, v.omraden ?? null, { period: v.period ?? STANDARDPERIOD }),
  },
  {
    namn: 'indikatorer',
    grupp: 'indikatorer',
    rubrik: 'Indikatorer mot daterade mål',
    tar: ['period', 'omraden'],
    kor: (k, v) => indikatorer(k, { ...aren(v), omraden: v.omraden ?? null }),
  },
  {
    namn: 'pastaenden',
    grupp: 'indikatorer',
    rubrik: 'Granskningens påståenden, prövade på data',
    tar: ['period'],
    kor: (k, v) => pastaenden(k, v.period ?? null),
  },
]

/** Indicators are of whole years: those that the period touches. */
const aren = (v: Metodval): { fran?: number; till?: number } =>
  v.period ? { fran: delar(v.period.fran).ar, till: delar(v.period.tom).ar } : {}

/** @throws {Analysfel} when there is no such method, a choice has no meaning for it, or a register is missing */
export async function korMetod(k: Datakalla, namn: string, v: Metodval): Promise<Raresultat> {
  const m = METODER.find((x) => x.namn === namn)
  if (!m)
    throw new Analysfel('okandMetod', `Metoden ”${namn}” finns inte.`, [
      { falt: 'metod', text: `Välj ${METODER.map((x) => x.namn).join(', ')}.` },
    ])
  const gallerInte = (Object.keys(v) as (keyof Metodval)[]).filter((x) => v[x] !== undefined && v[x] !== null && !m.tar.includes(x))
  if (gallerInte.length)
    throw new Analysfel(
      'valetGallerInte',
      `${m.rubrik} tar inte ${gallerInte.join(' och ')}.`,
      gallerInte.map((falt) => ({ falt, text: 'Ta bort valet.' })),
    )
  return m.kor(k, v)
}
