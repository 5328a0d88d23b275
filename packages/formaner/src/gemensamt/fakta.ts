import type { Faktadefinition, Roll } from '@atergang/arende'
import { periodtext, type Datum, type Period } from '@atergang/kalender'
import { KARENSTIDER, type Karenstid } from '@atergang/regelverk'
import * as z from 'zod'
import { annanErsattningSchema, type AnnanErsattning } from './annanErsattning.ts'
import { datumSchema, gradSchema, kronor, las, periodSchema, text } from '../las.ts'

// Facts that mean the same in every benefit of the person.

export const sysselsattningSchema = z.enum(['anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig'], {
  message: 'Välj hur personen försörjer sig.',
})

export const SYSSELSATTNINGSNAMN: Record<z.infer<typeof sysselsattningSchema>, string> = {
  anstalld: 'anställd',
  behovsanstalld: 'behovsanställd',
  egenforetagare: 'egenföretagare',
  arbetslos: 'arbetslös',
  foraldraledig: 'föräldraledig',
}

export const arbetsgivareSchema = z.object({ namn: text('Arbetsgivarens namn', 200), orgnr: z.string().optional() })

export interface Sysselsattningsuppgift {
  readonly slag: z.infer<typeof sysselsattningSchema>
  readonly arbetsgivare?: z.infer<typeof arbetsgivareSchema> | undefined
  /** 55 b §: left a labour-market programme because of illness and may return to it */
  readonly lamnatProgram?: boolean | undefined
  /** 49 c §: a shift agreed beforehand, for one who works when called */
  readonly overenskommetPass?: boolean | undefined
  /** of one who is partly unemployed: how much (28 kap. 6, 11 §§); left out when wholly */
  readonly andelArbetslos?: number | undefined
  /** what the person does at work, when the application does not say it */
  readonly arbetsuppgifter?: string | undefined
}

export const inkomstSchema = z.object({
  anstallning: kronor('årsinkomsten av anställning'),
  annat: kronor('årsinkomsten av annat förvärvsarbete'),
})

/**
 * Pay from the employer while ill (28 kap. 19–21 §§), kr a month. `lonIArbetePerManad` is the whole pay had the person worked full hours as usual;
 * the others are told for the absence `franvaro`. `overTakPerManad` is what of `perManad` is paid for pay above the SGI ceiling.
 */
export const lonuppgiftSchema = z
  .object({
    perManad: kronor('lönen under sjukdomen'),
    lonIArbetePerManad: kronor('lönen i arbete'),
    franvaro: gradSchema.optional(),
    overTakPerManad: kronor('delen för lön över taket').optional(),
    gruppsjukforsakringPerManad: kronor('ersättningen från gruppsjukförsäkring').optional(),
  })
  .refine((u) => (u.overTakPerManad ?? 0) <= u.perManad + (u.gruppsjukforsakringPerManad ?? 0), {
    message: 'Delen för lön över taket kan inte vara större än hela lönen under sjukdomen.',
    path: ['overTakPerManad'],
  })
export type Lonuppgift = z.infer<typeof lonuppgiftSchema>

export const kr = (n: number): string => `${String(n).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')}\u00a0kr`

/** ”3 000 kr i månaden, mot 30 000 kr i arbete” */
export function lontext(u: Lonuppgift): string {
  const mer = [
    ...(u.gruppsjukforsakringPerManad ? [`${kr(u.gruppsjukforsakringPerManad)} från gruppsjukförsäkring`] : []),
    ...(u.overTakPerManad === undefined ? [] : [`${kr(u.overTakPerManad)} för lön över taket`]),
    ...(u.franvaro && u.franvaro < 1 ? [`vid ${u.franvaro * 100} % frånvaro`] : []),
  ]
  return `${kr(u.perManad)} i månaden under sjukdomen, mot ${kr(u.lonIArbetePerManad)} i arbete${mer.length ? `; ${mer.join(', ')}` : ''}`
}

/** What another case of the person has come to, as far as this case must know of it (27 kap. 21–23, 26, 29, 51 §§ SFB). */
export interface AnnatArende {
  readonly arende: string
  readonly nummer: string
  readonly forman: string
  /** days paid, and how much of each */
  readonly betalda: readonly { readonly from: Datum; readonly tom: Datum; readonly grad: number }[]
  /** days of 27 kap. 26 § SFB */
  readonly sjukdagar: readonly Period[]
  /** sick-pay periods before them (22 § second, 26 § second paragraph). This and what follows is left out in what was stored before it was asked for. */
  readonly sjukloneperioder?: readonly Period[] | undefined
  /** the first paid day of each sick period with karensavdrag (21 § second sentence) */
  readonly ejRaknade?: readonly Datum[] | undefined
  /** days with a serious illness (23 §) */
  readonly allvarligSjukdom?: readonly Period[] | undefined
  /** chosen karenstid (29 §) */
  readonly karenstid?: Karenstid | undefined
}

const dagarSchema = z.array(periodSchema)
const karenstidSchema = z.literal(KARENSTIDER, { message: `Välj ${KARENSTIDER.join(', ')} dagar.` })
export const andraArendenSchema = z.object({
  arenden: z.array(
    z.object({
      arende: z.string(),
      nummer: z.string(),
      forman: z.string(),
      betalda: z.array(periodSchema.and(z.object({ grad: z.number() }))),
      sjukdagar: dagarSchema,
      sjukloneperioder: dagarSchema.optional(),
      ejRaknade: z.array(datumSchema).optional(),
      allvarligSjukdom: dagarSchema.optional(),
      karenstid: karenstidSchema.optional(),
    }),
  ),
})

/** ”SP2026-000012: 3–28 mars 2026” */
export const andraArendenText = (v: { readonly arenden: readonly AnnatArende[] }): string =>
  v.arenden.map((a) => `${a.nummer}: ${a.betalda.length ? a.betalda.map(periodtext).join(', ') : 'inga betalda dagar'}`).join('; ') ||
  'Inga andra ärenden med dagar.'

/** Facts shared by benefits, by name. A fact's own period says the days it is true for. */
export interface GemensammaFakta {
  /** who the person is towards the labour market, for the fact's period (open when it has none) */
  sysselsattning: Sysselsattningsuppgift
  inkomst: { anstallning: number; annat: number }
  /** sjuk- or aktivitetsersättning, or livränta (27 kap. 34, 35, 53, 54 §§) */
  sjukersattning: AnnanErsattning
  lonUnderSjukdom: Lonuppgift
  /** chosen by one who pays egenavgift (27 kap. 29 §) */
  karenstid: { dagar: Karenstid }
  /** normal level without end (27 kap. 23 §) */
  allvarligSjukdom: { skal: string }
  /** days paid before this case: counted in the frame time (27 kap. 21–22 §§) */
  tidigareErsattning: { slag: 'sjukpenning' | 'rehabiliteringspenning' | 'forebyggande' }
  /** sick periods before this case that the chain must know (27 kap. 26, 51 §§) */
  tidigareSjukperiod: Record<string, never>
  /** what the person's other cases with us have come to; the system fetches it (ADR 0038) */
  andraArenden: { arenden: readonly AnnatArende[] }
  /** interpreter, format, support person (13 § förvaltningslagen, D015) */
  anpassning: { sprak?: string; tolk: boolean; format: string; ombud?: string }
  /** changed circumstances reported by the person (110 kap. 46–47 §§) */
  andradUppgift: { amne: string; text: string; kannedom: Datum }
}

export const HANDLAGGARE: readonly Roll[] = ['handlaggare', 'specialist', 'system']
export const def = <S extends z.ZodType>(
  rubrik: string,
  schema: S,
  roller: readonly Roll[] = HANDLAGGARE,
): Faktadefinition<z.output<S>> => ({ rubrik, roller, las: (v) => las(schema, v) })

export const gemensammaFakta: Record<keyof GemensammaFakta, Faktadefinition<unknown>> = {
  sysselsattning: def(
    'Sysselsättning',
    z.object({
      slag: sysselsattningSchema,
      arbetsgivare: arbetsgivareSchema.optional(),
      lamnatProgram: z.boolean().optional(),
      overenskommetPass: z.boolean().optional(),
      andelArbetslos: z
        .number({ message: 'Ange hur stor del personen är arbetslös, som ett tal mellan 0 och 1.' })
        .gt(0, 'Ange en del större än 0, eller välj en annan sysselsättning.')
        .lt(1, 'Lämna tomt om personen är helt arbetslös.')
        .optional(),
      arbetsuppgifter: z.string().trim().max(4000).optional(),
    }),
  ),
  inkomst: def('Årsinkomst', inkomstSchema, [...HANDLAGGARE, 'forsakrad', 'arbetsgivare']),
  sjukersattning: def('Sjukersättning, aktivitetsersättning eller livränta', annanErsattningSchema),
  lonUnderSjukdom: def('Lön under sjukdom', lonuppgiftSchema, [...HANDLAGGARE, 'arbetsgivare']),
  karenstid: def('Vald karenstid', z.object({ dagar: karenstidSchema })),
  allvarligSjukdom: def('Allvarlig sjukdom', z.object({ skal: text('Skälet') })),
  tidigareErsattning: def('Tidigare ersättning', z.object({ slag: z.enum(['sjukpenning', 'rehabiliteringspenning', 'forebyggande']) })),
  tidigareSjukperiod: def('Tidigare sjukperiod', z.object({})),
  andraArenden: def('Dagar i andra ärenden', andraArendenSchema, ['system']),
  anpassning: def(
    'Anpassning till personen',
    z.object({ sprak: z.string().optional(), tolk: z.boolean(), format: z.string(), ombud: z.string().optional() }),
    [...HANDLAGGARE, 'forsakrad'],
  ),
  andradUppgift: def(
    'Ändrad uppgift',
    z.object({ amne: text('Vad som ändrats', 200), text: text('Beskrivningen'), kannedom: datumSchema }),
    [...HANDLAGGARE, 'forsakrad'],
  ),
}
