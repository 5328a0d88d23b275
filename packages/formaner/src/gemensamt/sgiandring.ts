import type { Faltfel } from '@atergang/arende'
import { medManadsnamn, senast, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema } from '../las.ts'

/** What lets a changed SGI be paid on also before the period of 26 kap. 6 § second paragraph (7, 8 §§). */
export const SGI_UNDANTAG = {
  sjukersattning: {
    text: 'Sjukersättning eller aktivitetsersättning har beviljats, eller ändrats för att arbetsförmågan har ändrats',
    lagrum: '26:7 p 1',
  },
  vilande: { text: 'Sjukersättning eller aktivitetsersättning är inte längre vilande', lagrum: '26:7 p 2' },
  livranta: { text: 'Livränta har beviljats eller ändrats', lagrum: '26:7 p 3' },
  tjanstepension: { text: 'Tjänstepension har beviljats', lagrum: '26:7 p 4' },
} as const
export type SgiUndantag = keyof typeof SGI_UNDANTAG

/** 26 kap. 9 § second paragraph: no protection where 7 § 1, 3 or 4 applies. */
const UTAN_SKYDD: ReadonlySet<SgiUndantag> = new Set(['sjukersattning', 'livranta', 'tjanstepension'])

/** Why a confirmed SGI is confirmed anew: the income has changed since (26 kap. 4, 6, 7 §§), or it has not: it was told wrongly from the first day, or is judged anew. */
export const sgiandringSchema = z.discriminatedUnion(
  'slag',
  [
    z.object({
      slag: z.literal('andrad'),
      /** the day the reason for the change arose (6 § first paragraph) */
      uppkom: datumSchema,
      /** the day it became known to the agency (6 § second paragraph) */
      kannedom: datumSchema,
      /** the first day of the period of compensation that falls in connection with that */
      ersattningsperiodFran: datumSchema,
      undantag: z.enum(Object.keys(SGI_UNDANTAG) as [SgiUndantag, ...SgiUndantag[]]).optional(),
    }),
    z.object({ slag: z.literal('felFranBorjan') }),
  ],
  { message: 'Svara om inkomsten har ändrats eller var fel från början.' },
)
export type Sgiandring = z.infer<typeof sgiandringSchema>

/** What the question proposes of a change. */
export interface Andringsforslag {
  readonly kannedom: Datum | null
  readonly ersattningsperiodFran: Datum
  readonly sjukperiodFran: Datum
  readonly idag: Datum
}

/** The first day a changed SGI may be paid on (26 kap. 6, 7 §§); null when it was wrong from the first: then the officer says the day. */
export const forstaDagenMedAndrad = (a: Sgiandring): Datum | null => {
  if (a.slag === 'felFranBorjan') return null
  return a.undantag ? a.uppkom : senast(a.uppkom, a.ersattningsperiodFran)
}

/** What an answer about a change says against the law, by field. */
export function felIAndring(a: Sgiandring, o: { idag: Datum; gallerFran: Datum | undefined; skyddad: boolean }): Faltfel[] {
  if (a.slag === 'felFranBorjan') return []
  const forsta = forstaDagenMedAndrad(a)!
  return [
    ...(a.kannedom > o.idag
      ? [{ falt: 'andring.kannedom', text: 'Dagen kan inte ligga framåt i tiden. Ange dagen då uppgiften kom till Försäkringskassan.' }]
      : []),
    ...(o.gallerFran && o.gallerFran !== forsta
      ? [
          {
            falt: 'gallerFran',
            text: `Den ändrade SGI:n läggs till grund från ${medManadsnamn(forsta)} (26 kap. ${a.undantag ? '7' : '6'} §). Ändra dagarna som det räknas från.`,
          },
        ]
      : []),
    ...(a.undantag && UTAN_SKYDD.has(a.undantag) && o.skyddad
      ? [
          {
            falt: 'grund',
            text: 'SGI-skydd gäller inte när det undantaget är tillämpligt (26 kap. 9 § andra stycket). Välj en annan grund.',
          },
        ]
      : []),
  ]
}
