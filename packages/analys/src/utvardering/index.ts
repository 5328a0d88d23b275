import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { FBSJP_PERIOD } from '../tabeller/lansmatt.ts'
import type { Fonster } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { belopp, overlapp } from './beskrivning/ersattningar.ts'
import { arbetsgivarstorlek, inkomst, vardgivare } from './beskrivning/mottagare.ts'
import { tidigareDiagnoser, utfall } from './beskrivning/sjukfall.ts'
import { foreEfter, historik } from './historik.ts'
import { information, LANSUTFALL, type Lansutfall } from './information.ts'
import { jamforelsegrupp } from './jamforelsegrupp.ts'
import { INDELNINGAR, langd, type Langdgrupp } from './langd.ts'
import { reform } from './reform.ts'
import { stegvis } from './stegvis.ts'
import { stod } from './stod.ts'

export interface Utvarderingsval {
  readonly period?: Fonster
  readonly omraden?: readonly string[] | null
  /** name of an effort on record, where the method is of one */
  readonly insats?: string
  /** what cases are divided by, of lengths */
  readonly grupp?: string
  /** outcomes of an effort in counties */
  readonly utfall?: readonly string[]
}
export interface Utvardering {
  readonly rubrik: string
  /** which choices have a meaning */
  readonly tar: readonly (keyof Utvarderingsval)[]
  readonly kor: (k: Datakalla, v: Utvarderingsval) => Promise<Raresultat>
}

const utfallen = (v: readonly string[] | undefined): readonly Lansutfall[] | undefined => {
  const okanda = (v ?? []).filter((x) => !(x in LANSUTFALL))
  if (okanda.length)
    throw new Analysfel('okantUtfall', `Utfallet ${okanda.join(', ')} finns inte.`, [
      { falt: 'utfall', text: `Välj ${Object.keys(LANSUTFALL).join(', ')}.` },
    ])
  return v as readonly Lansutfall[] | undefined
}

/** Who was matched is for trying the method against a known truth, never for an answer. */
const utanPersoner = ({ matchade: _m, exakta: _e, ...r }: Awaited<ReturnType<typeof jamforelsegrupp>>): Raresultat => r

/** Every evaluation by name: what it asks, and which choices it takes. */
export const UTVARDERINGAR = {
  jamforelsegrupp: {
    rubrik: 'Kurs med förebyggande sjukpenning, mot lika personer',
    tar: ['period', 'omraden'],
    kor: async (k, v) => utanPersoner(await jamforelsegrupp(k, v.period ?? FBSJP_PERIOD, v.omraden ?? null)),
  },
  reform: {
    rubrik: 'Reform som rör arbetsgivare av viss storlek',
    tar: ['period', 'omraden', 'insats'],
    kor: (k, v) => reform(k, v.insats, v.omraden ?? null, v.period ?? null),
  },
  information: {
    rubrik: 'Insats i vissa län, mot andra',
    tar: ['omraden', 'insats', 'utfall'],
    kor: (k, v) => information(k, utfallen(v.utfall), v.insats, v.omraden ?? null),
  },
  stegvis: {
    rubrik: 'Stegvis införande i områden',
    tar: ['omraden', 'insats'],
    kor: (k, v) => stegvis(k, v.insats, undefined, v.omraden ?? null),
  },
  stod: {
    rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd under ett sjukfall',
    tar: ['period', 'omraden'],
    kor: (k, v) => stod(k, v.period ?? null, v.omraden ?? null),
  },
  langd: {
    rubrik: `Sjukfallens längd efter ${Object.keys(INDELNINGAR).join(', ')}`,
    tar: ['period', 'omraden', 'grupp'],
    kor: (k, v) => langd(k, v.grupp as Langdgrupp | undefined, v.period ?? null, v.omraden ?? null),
  },
  fore_efter: {
    rubrik: 'Sjukpenning två år före och två år efter',
    tar: ['period', 'omraden'],
    kor: (k, v) => foreEfter(k, v.period ?? null, v.omraden ?? null),
  },
  historik: {
    rubrik: 'Sjukpenning i namngivna fönster före och efter',
    tar: ['period', 'omraden'],
    kor: (k, v) => historik(k, v.period ?? null, v.omraden ?? null),
  },
  utfall: {
    rubrik: 'Sjukdagar och återgång efter 6, 12 och 24 månader',
    tar: ['period', 'omraden'],
    kor: (k, v) => utfall(k, v.period ?? null, v.omraden ?? null),
  },
  belopp: { rubrik: 'Belopp mot sjukpenningen', tar: ['period', 'omraden'], kor: (k, v) => belopp(k, v.period ?? null, v.omraden ?? null) },
  overlapp: {
    rubrik: 'Personer med båda ersättningarna',
    tar: ['period', 'omraden'],
    kor: (k, v) => overlapp(k, v.period ?? null, v.omraden ?? null),
  },
  tidigare_diagnoser: {
    rubrik: 'Diagnoser före',
    tar: ['period', 'omraden'],
    kor: (k, v) => tidigareDiagnoser(k, v.period ?? null, v.omraden ?? null),
  },
  vardgivare: {
    rubrik: 'Ansökningar efter vårdgivare',
    tar: ['period', 'omraden'],
    kor: (k, v) => vardgivare(k, v.period ?? null, v.omraden ?? null),
  },
  arbetsgivarstorlek: {
    rubrik: 'Stödet efter arbetsgivarens storlek',
    tar: ['period', 'omraden'],
    kor: (k, v) => arbetsgivarstorlek(k, v.period ?? null, v.omraden ?? null),
  },
  inkomst: {
    rubrik: 'Vårdgivare efter inkomst',
    tar: ['period', 'omraden'],
    kor: (k, v) => inkomst(k, v.period ?? null, v.omraden ?? null),
  },
} as const satisfies Record<string, Utvardering>
export type Utvarderingsnamn = keyof typeof UTVARDERINGAR

/** @throws {Analysfel} when the evaluation does not exist, a choice has no meaning for it, or a register is missing */
export async function utvardera(k: Datakalla, namn: string, v: Utvarderingsval = {}): Promise<Raresultat> {
  const u = (UTVARDERINGAR as Readonly<Record<string, Utvardering>>)[namn]
  if (!u)
    throw new Analysfel('okandUtvardering', `Utvärderingen ”${namn}” finns inte.`, [
      { falt: 'utvardering', text: `Välj ${Object.keys(UTVARDERINGAR).join(', ')}.` },
    ])
  const gallerInte = (Object.keys(v) as (keyof Utvarderingsval)[]).filter((x) => v[x] !== undefined && v[x] !== null && !u.tar.includes(x))
  if (gallerInte.length)
    throw new Analysfel(
      'valetGallerInte',
      `${namn} tar inte ${gallerInte.join(' och ')}.`,
      gallerInte.map((falt) => ({ falt: falt === 'omraden' ? 'omrade' : falt, text: 'Ta bort valet.' })),
    )
  return u.kor(k, v)
}
