import { gallandeSvar, type Svar } from '@atergang/arende'
import type { Provning } from '@atergang/regelverk'
import { motNormaltForekommande, UNDANTAGSTEXT, type Undantag } from '@atergang/regelverk'
import * as z from 'zod'
import { attBortseFran } from '../gemensamt/annanErsattning.ts'
import { oppnadIgen } from '../gemensamt/oppnad.ts'
import { underlagAv } from '../gemensamt/steg.ts'
import { datumSchema, gradEllerIngen, gradSchema, text } from '../las.ts'
import { fakt, type Slage } from './fakta.ts'
import { intygFor, type Provgrupp } from './underlag.ts'

export const PROVNINGSNAMN: Record<Provning, string> = {
  vanligtArbete: 'det vanliga arbetet, eller annat lämpligt arbete som arbetsgivaren tillfälligt erbjuder',
  annatHosArbetsgivaren: 'annat arbete hos arbetsgivaren efter omplacering',
  normaltForekommande: 'arbete i en yrkesgrupp som är normalt förekommande på arbetsmarknaden',
  annatLampligtTillgangligt: 'annat lämpligt arbete som är tillgängligt',
  vardaBarn: 'att vårda barn',
}

export const formagaSchema = z.enum(['klarar', 'klararDelvis', 'klararInte'], { message: 'Svara om personen klarar arbetet.' })

/** The judgement of ability to work for one group of days (27 kap. 2–3, 45–53 §§). */
export const arbetsformagaSchema = z.object({
  sjukdom: z.boolean({ message: 'Svara om det finns en sjukdom i lagens mening.' }),
  formaga: z.partialRecord(
    z.enum(['vanligtArbete', 'annatHosArbetsgivaren', 'normaltForekommande', 'annatLampligtTillgangligt', 'vardaBarn']),
    formagaSchema,
  ),
  yrkesgrupp: z.string().trim().max(500).optional(),
  /** which of the two works of 46 § first paragraph is managed */
  vilketArbete: z.enum(['vanliga', 'erbjudet']).optional(),
  undantag: z
    .object({ vilket: z.enum(Object.keys(UNDANTAGSTEXT) as [Undantag, ...Undantag[]]), skal: text('Skälet för undantaget') })
    .optional(),
  /** why none of the exceptions of 48 or 49 § third paragraph applies */
  ingetUndantag: z.string().trim().max(4000).optional(),
  /** the reduction that another benefit rests on, and whether the illness reduces the ability beyond it (53 §) */
  annanErsattning: z
    .object({
      andel: gradSchema,
      darutover: z.boolean({ message: 'Svara om arbetsförmågan är nedsatt utöver det.' }),
      skal: text('Skälet'),
    })
    .optional(),
  /** ability after treatment or rehabilitation (50 §) */
  efterAtgard: z.object({
    behov: z.boolean({ message: 'Svara om personen behöver behandling eller rehabilitering.' }),
    formagaEfter: z.string().trim().max(2000).default(''),
  }),
  rader: z.array(z.object({ from: datumSchema, tom: datumSchema, grad: gradEllerIngen })).min(1),
  /** hours placed otherwise than evenly may not harm the return (46 § third paragraph) */
  forlaggning: z.enum(['minskasVarjeDag', 'annanSomInteForsamrar', 'annanSomForsamrar']).optional(),
  beviskrav: z.enum(['styrkt', 'intestyrkt'], { message: 'Ange om nedsättningen är styrkt.' }),
  bevisvardering: text('Hur uppgifterna har värderats'),
  skal: text('De individuella skälen'),
  kallor: z.array(z.string()).min(1, 'Peka ut minst en handling som bedömningen bygger på.'),
  utanObjektivaFynd: z.boolean().default(false),
})
export type Arbetsformaga = z.infer<typeof arbetsformagaSchema>

export const rehabiliteringSchema = z.object({
  behov: z.enum(['ja', 'nej', 'oklart'], { message: 'Ta ställning: ja, nej eller oklart.' }),
  vag: z.enum(['arbetsgivare', 'arbetsformedlingen', 'samordningsforbund', 'vard', 'ingen']).default('ingen'),
  atgard: z.string().trim().max(2000).default(''),
  /** what the person says of need and possibilities (30 kap. 3 §, A052) */
  personensSyn: text('Personens egen syn, eller att den inte har inhämtats'),
  skal: text('Skälet'),
  foljUpp: datumSchema.optional(),
})
export type Rehabilitering = z.infer<typeof rehabiliteringSchema>

export const arbetsformagenyckel = (g: Provgrupp): string => `arbetsformaga:${g.nyckel}`
export const rehabiliteringsnyckel = (g: Provgrupp): string => `rehabilitering:${g.nyckel}`

/** What a judgement rests on: the days and degrees, the certificates behind them, and every answer received since. */
export function bedomningsgrundval(l: Slage, g: Provgrupp) {
  return {
    rader: g.rader.map(({ from, tom, yrkadGrad, intygadGrad }) => ({ from, tom, yrkadGrad, intygadGrad })),
    provas: g.grund.provas,
    intyg: intygFor(l, g).map((i) => i.id),
    besvarade: l.begaran.filter((b) => b.svar).map((b) => b.id),
    planer: fakt(l, 'plan').map((f) => f.id),
    andringar: fakt(l, 'andradUppgift').map((f) => f.id),
    ...(g.rader.some((r) => r.annanErsattning) ? { annanErsattning: attBortseFran(fakt(l, 'sjukersattning'), g).map((f) => f.id) } : {}),
    aterlamnad: oppnadIgen(l, arbetsformagenyckel(g)),
  }
}

export const bedomning = (l: Slage, g: Provgrupp): Svar<Arbetsformaga> | undefined =>
  gallandeSvar(l, arbetsformagenyckel(g), underlagAv(bedomningsgrundval(l, g)))
export const rehabstallning = (l: Slage, g: Provgrupp): Svar<Rehabilitering> | undefined =>
  gallandeSvar(l, rehabiliteringsnyckel(g), underlagAv(bedomningsgrundval(l, g)))

/** Judged against work that occurs normally: the ground says so and no exception was used. */
export const bedomdMotNfa = (g: Provgrupp, b: Arbetsformaga): boolean => motNormaltForekommande(g.grund) && !b.undantag

/** True when the judgement gives less than was asked for on some day. */
export const begransar = (g: Provgrupp, b: Arbetsformaga): boolean =>
  g.rader.some((r) => (b.rader.find((x) => x.from === r.from)?.grad ?? 0) < r.yrkadGrad)
