import type { Faktadefinition, Roll } from '@atergang/arende'
import { fakta, type Faktum, type Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { KARENSTIDER } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, gradSchema, kronor, las, periodSchema, text } from '../las.ts'

export const sysselsattningSchema = z.enum(['anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig'], { message: 'Välj hur personen försörjer sig.' })

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
  /** what the person does at work, when the application does not say it */
  readonly arbetsuppgifter?: string | undefined
}

/** What the person asks for, as it came in. Given on honour and signed electronically (110 kap. 4 §, 111 kap. 5–6 §§ SFB). */
export const ansokanSchema = z.object({
  inkom: datumSchema,
  forstaSjukdag: datumSchema,
  perioder: z.array(periodSchema.and(z.object({ omfattning: gradSchema }))).min(1, 'Välj minst en period som du ansöker för.'),
  sysselsattning: sysselsattningSchema,
  arbetsgivare: arbetsgivareSchema.optional(),
  arbetsuppgifter: z.string().max(4000).default(''),
  anmaldSomArbetssokande: z.boolean().optional(),
  forsakrad: z.object({ arbetarISverige: z.boolean() }).optional(),
  inkomst: z.object({ anstallning: kronor('årsinkomsten'), annat: kronor('årsinkomsten') }).optional(),
  sjuklon: periodSchema.optional(),
  arbetstid: z.object({ timmarPerVecka: z.number().min(0).max(100), dagarPerVecka: z.number().int().min(0).max(7) }).optional(),
  /** that there is pay from the employer meanwhile; how much, when the person told it */
  lonUnderSjukdom: z.object({ perManad: kronor('lönen').optional(), lonIArbetePerManad: kronor('lönen').optional() }).optional(),
  overigt: z.string().max(4000).default(''),
  hederOchSamvete: z.boolean(),
  underskrift: z.object({ tid: z.string(), metod: z.string() }).optional(),
})
export type Ansokan = z.infer<typeof ansokanSchema>

/** What a certificate says that the benefit uses; the certificate itself lies among the documents. */
export const intygsuppgiftSchema = z.object({
  handlingId: z.string(),
  intygsId: z.string(),
  typ: z.string(),
  version: z.string(),
  signerat: z.string().nullable(),
  lakare: z.string(),
  vardenhet: z.string(),
  /** HSA id of the unit: where questions about the certificate are sent */
  vardenhetId: z.string().default(''),
  perioder: z.array(periodSchema.and(z.object({ grad: gradSchema }))),
  diagnoser: z.array(z.object({ kod: z.string(), text: z.string() })),
  arbete: z.string(),
  funktionsnedsattning: z.string(),
  aktivitetsbegransning: z.string(),
  behandling: z.string(),
  prognos: z.object({ kod: z.string(), dagar: z.number().nullable(), manader: z.number().nullable() }).nullable(),
  sysselsattning: z.array(z.string()),
  forlaggningForsamrar: z.boolean().nullable(),
  fynd: z.array(z.object({ kod: z.string(), allvar: z.enum(['fel', 'varning', 'upplysning']), svarId: z.string(), text: z.string(), fraga: z.string().nullable() })),
})
export type Intygsuppgift = z.infer<typeof intygsuppgiftSchema>

export const planSchema = z.object({
  upprattad: datumSchema.optional(),
  finns: z.boolean(),
  atgarder: z.string().max(4000).default(''),
  /** return to the usual work was really tried first (A017) */
  vanligtArbeteProvat: z.boolean().optional(),
  /** is the illness a consequence of the work? (A016) */
  arbetsskada: z.enum(['ja', 'nej', 'vetEj']).optional(),
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
  .refine((u) => (u.overTakPerManad ?? 0) <= u.perManad + (u.gruppsjukforsakringPerManad ?? 0), { message: 'Delen för lön över taket kan inte vara större än hela lönen under sjukdomen.', path: ['overTakPerManad'] })
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

/** Facts of sjukpenning, by name. A fact's own period says the days it is true for. */
export interface Sjukpenningfakta {
  /** notification of the illness (27 kap. 17–18 §§) */
  anmalan: { inkom: Datum; forstaSjukdag: Datum; gjordAv: 'forsakrad' | 'arbetsgivare' }
  ansokan: Ansokan
  intyg: Intygsuppgift
  /** who the person is towards the labour market, for the fact's period (open when it has none) */
  sysselsattning: Sysselsattningsuppgift
  /** sick-pay period by the employer's report (27 kap. 9 §, 26 § second paragraph) */
  sjukloneperiod: { arbetsgivare?: string }
  /** days paid before this case: counted in the frame time (27 kap. 21–22 §§) */
  tidigareErsattning: { slag: 'sjukpenning' | 'rehabiliteringspenning' | 'forebyggande' }
  /** sick periods before this case that the chain must know (27 kap. 26, 51 §§) */
  tidigareSjukperiod: Record<string, never>
  inkomst: { anstallning: number; annat: number }
  karenstid: { dagar: (typeof KARENSTIDER)[number] }
  hogriskskydd: { slag: 'allmant' | 'sarskilt' }
  /** seaman on a ship that does not go only in inner waters: no karens (27 kap. 28 a §) */
  sjoman: { fartyg: string }
  allvarligSjukdom: { skal: string }
  /** sjuk- or aktivitetsersättning (27 kap. 34, 53 §§) */
  sjukersattning: { grad: number }
  lonUnderSjukdom: Lonuppgift
  plan: z.infer<typeof planSchema>
  /** the state of health clearly rules out return: no plan is needed (30 kap. 6 § second paragraph) */
  planBehovsInte: { skal: string }
  /** interpreter, format, support person (13 § förvaltningslagen, D015) */
  anpassning: { sprak?: string; tolk: boolean; format: string; ombud?: string }
  /** changed circumstances reported by the person (110 kap. 46–47 §§) */
  andradUppgift: { amne: string; text: string; kannedom: Datum }
  /** the officer tries days that no certificate covers */
  provasUtanIntyg: { skal: string }
  handlaggningsklass: { klass: 'enkel' | 'utredning' | 'samordning'; skal: string }
}
export type Faktanamn = keyof Sjukpenningfakta & string
export type Slage = Lage<Sjukpenningfakta & Record<string, unknown>>

/** Standing facts of one name. */
export const fakt = <N extends Faktanamn>(l: Slage, namn: N): Faktum<Sjukpenningfakta[N], N>[] => fakta(l, namn) as unknown as Faktum<Sjukpenningfakta[N], N>[]
export const sistaFakt = <N extends Faktanamn>(l: Slage, namn: N): Faktum<Sjukpenningfakta[N], N> | undefined => fakt(l, namn).at(-1)

const HANDLAGGARE: readonly Roll[] = ['handlaggare', 'specialist', 'system']
const def = <S extends z.ZodType>(rubrik: string, schema: S, roller: readonly Roll[] = HANDLAGGARE): Faktadefinition<z.output<S>> => ({ rubrik, roller, las: (v) => las(schema, v) })

export const faktadefinitioner: Record<Faktanamn, Faktadefinition<unknown>> = {
  anmalan: def('Sjukanmälan', z.object({ inkom: datumSchema, forstaSjukdag: datumSchema, gjordAv: z.enum(['forsakrad', 'arbetsgivare']) }), [...HANDLAGGARE, 'forsakrad', 'arbetsgivare']),
  ansokan: def('Ansökan', ansokanSchema, [...HANDLAGGARE, 'forsakrad']),
  intyg: def('Läkarintyg', intygsuppgiftSchema, [...HANDLAGGARE, 'vard']),
  sysselsattning: def('Sysselsättning', z.object({ slag: sysselsattningSchema, arbetsgivare: arbetsgivareSchema.optional(), lamnatProgram: z.boolean().optional(), overenskommetPass: z.boolean().optional(), arbetsuppgifter: z.string().trim().max(4000).optional() })),
  sjukloneperiod: def('Sjuklöneperiod', z.object({ arbetsgivare: z.string().optional() }), [...HANDLAGGARE, 'arbetsgivare']),
  tidigareErsattning: def('Tidigare ersättning', z.object({ slag: z.enum(['sjukpenning', 'rehabiliteringspenning', 'forebyggande']) })),
  tidigareSjukperiod: def('Tidigare sjukperiod', z.object({})),
  inkomst: def('Årsinkomst', z.object({ anstallning: kronor('årsinkomsten av anställning'), annat: kronor('årsinkomsten av annat förvärvsarbete') }), [...HANDLAGGARE, 'forsakrad', 'arbetsgivare']),
  karenstid: def('Vald karenstid', z.object({ dagar: z.literal(KARENSTIDER, { message: `Välj ${KARENSTIDER.join(', ')} dagar.` }) })),
  hogriskskydd: def('Högriskskydd', z.object({ slag: z.enum(['allmant', 'sarskilt']) })),
  sjoman: def('Sjöman på fartyg utanför inre fart', z.object({ fartyg: text('Fartygets namn', 200) }), [...HANDLAGGARE, 'arbetsgivare']),
  allvarligSjukdom: def('Allvarlig sjukdom', z.object({ skal: text('Skälet') })),
  sjukersattning: def('Sjuk- eller aktivitetsersättning', z.object({ grad: gradSchema })),
  lonUnderSjukdom: def('Lön under sjukdom', lonuppgiftSchema, [...HANDLAGGARE, 'arbetsgivare']),
  plan: def('Arbetsgivarens plan för återgång', planSchema, [...HANDLAGGARE, 'arbetsgivare']),
  planBehovsInte: def('Plan behövs inte', z.object({ skal: text('Skälet') })),
  anpassning: def('Anpassning till personen', z.object({ sprak: z.string().optional(), tolk: z.boolean(), format: z.string(), ombud: z.string().optional() }), [...HANDLAGGARE, 'forsakrad']),
  andradUppgift: def('Ändrad uppgift', z.object({ amne: text('Vad som ändrats', 200), text: text('Beskrivningen'), kannedom: datumSchema }), [...HANDLAGGARE, 'forsakrad']),
  provasUtanIntyg: def('Prövas utan intyg', z.object({ skal: text('Skälet') })),
  handlaggningsklass: def('Handläggningsklass', z.object({ klass: z.enum(['enkel', 'utredning', 'samordning']), skal: z.string() })),
}
