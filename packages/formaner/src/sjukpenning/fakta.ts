import { fakta, type Faktadefinition, type Faktum, type Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import { arbetsgivareSchema, def, gemensammaFakta, HANDLAGGARE, sysselsattningSchema, type GemensammaFakta } from '../gemensamt/fakta.ts'
import { datumSchema, gradSchema, kronor, periodSchema, text } from '../las.ts'

export {
  arbetsgivareSchema,
  kr,
  lontext,
  lonuppgiftSchema,
  sysselsattningSchema,
  SYSSELSATTNINGSNAMN,
  type Lonuppgift,
  type Sysselsattningsuppgift,
} from '../gemensamt/fakta.ts'

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
  fynd: z.array(
    z.object({
      kod: z.string(),
      allvar: z.enum(['fel', 'varning', 'upplysning']),
      svarId: z.string(),
      text: z.string(),
      fraga: z.string().nullable(),
    }),
  ),
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

/** Facts of sjukpenning, by name. A fact's own period says the days it is true for. */
export interface Sjukpenningfakta extends GemensammaFakta {
  /** notification of the illness (27 kap. 17–18 §§) */
  anmalan: { inkom: Datum; forstaSjukdag: Datum; gjordAv: 'forsakrad' | 'arbetsgivare' }
  ansokan: Ansokan
  intyg: Intygsuppgift
  /** sick-pay period by the employer's report (27 kap. 9 §, 26 § second paragraph) */
  sjukloneperiod: { arbetsgivare?: string }
  hogriskskydd: { slag: 'allmant' | 'sarskilt' }
  /** seaman on a ship that does not go only in inner waters: no karens (27 kap. 28 a §) */
  sjoman: { fartyg: string }
  plan: z.infer<typeof planSchema>
  /** the state of health clearly rules out return: no plan is needed (30 kap. 6 § second paragraph) */
  planBehovsInte: { skal: string }
  /** the officer tries days that no certificate covers */
  provasUtanIntyg: { skal: string }
  handlaggningsklass: { klass: 'enkel' | 'utredning' | 'samordning'; skal: string }
}
export type Faktanamn = keyof Sjukpenningfakta & string
export type Slage = Lage<Sjukpenningfakta & Record<string, unknown>>

/** Standing facts of one name. */
export const fakt = <N extends Faktanamn>(l: Slage, namn: N): Faktum<Sjukpenningfakta[N], N>[] =>
  fakta(l, namn) as unknown as Faktum<Sjukpenningfakta[N], N>[]
export const sistaFakt = <N extends Faktanamn>(l: Slage, namn: N): Faktum<Sjukpenningfakta[N], N> | undefined => fakt(l, namn).at(-1)

export const faktadefinitioner: Record<Faktanamn, Faktadefinition<unknown>> = {
  ...gemensammaFakta,
  anmalan: def(
    'Sjukanmälan',
    z.object({ inkom: datumSchema, forstaSjukdag: datumSchema, gjordAv: z.enum(['forsakrad', 'arbetsgivare']) }),
    [...HANDLAGGARE, 'forsakrad', 'arbetsgivare'],
  ),
  ansokan: def('Ansökan', ansokanSchema, [...HANDLAGGARE, 'forsakrad']),
  intyg: def('Läkarintyg', intygsuppgiftSchema, [...HANDLAGGARE, 'vard']),
  sjukloneperiod: def('Sjuklöneperiod', z.object({ arbetsgivare: z.string().optional() }), [...HANDLAGGARE, 'arbetsgivare']),
  hogriskskydd: def('Högriskskydd', z.object({ slag: z.enum(['allmant', 'sarskilt']) })),
  sjoman: def('Sjöman på fartyg utanför inre fart', z.object({ fartyg: text('Fartygets namn', 200) }), [...HANDLAGGARE, 'arbetsgivare']),
  plan: def('Arbetsgivarens plan för återgång', planSchema, [...HANDLAGGARE, 'arbetsgivare']),
  planBehovsInte: def('Plan behövs inte', z.object({ skal: text('Skälet') })),
  provasUtanIntyg: def('Prövas utan intyg', z.object({ skal: text('Skälet') })),
  handlaggningsklass: def('Handläggningsklass', z.object({ klass: z.enum(['enkel', 'utredning', 'samordning']), skal: z.string() })),
}
