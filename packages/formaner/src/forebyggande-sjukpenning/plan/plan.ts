import { dagarMellan, plusDagar, veckodag, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import { datumSchema } from '../../las.ts'
import { BEHANDLINGAR, behandlingsfel } from '../koder/behandlingar.ts'
import { UTFORANDEFORMER, type Utforandeform } from '../koder/koder.ts'
import { VECKODAGAR, veckodagAv } from '../tid/arbetsdag.ts'
import { arKlockslag } from '../tid/klocka.ts'
import { iTidsordning, type Tillfalle } from '../tid/tillfalle.ts'

/** Longest stretch a plan can repeat over: what a person can foresee, and a bound on how many days are worked out. */
export const PLAN_HOGST_DAGAR = 731

const hogstEttDygn = (vad: string) =>
  z
    .number({ message: `Ange ${vad} i hela minuter. Skriv 0 om det inte tar någon tid.` })
    .int(`Ange ${vad} i hela minuter.`)
    .min(0, 'Tiden kan inte vara negativ.')
    .max(1440, 'Tiden är längre än ett dygn.')

const tiderSchema = z.object({
  start: z.custom<string>(arKlockslag, { message: 'Skriv klockslaget som timme:minut, till exempel 08:00.' }),
  behandlingMin: hogstEttDygn('behandlingstiden').min(1, 'Ange hur länge behandlingen pågår.'),
  forberedelseMin: hogstEttDygn('förberedelsetiden').default(0),
  resaMin: hogstEttDygn('restiden för båda vägarna').default(0),
  efterMin: hogstEttDygn('tiden efteråt').default(0),
})

/** Visits that come again: on dates of their own, or on weekdays every so many weeks. */
export const besokSchema = z.discriminatedUnion(
  'slag',
  [
    tiderSchema.extend({ slag: z.literal('dagar'), datum: z.array(datumSchema).min(1, 'Ange minst en dag.') }),
    tiderSchema
      .extend({
        slag: z.literal('veckor'),
        veckodagar: z.array(z.enum(VECKODAGAR)).min(1, 'Välj minst en veckodag.'),
        from: datumSchema,
        tom: datumSchema,
        veckointervall: z.number().int().min(1).max(12).default(1),
        undantag: z.array(datumSchema).default([]),
      })
      .refine((b) => b.from <= b.tom, { message: 'Perioden slutar innan den börjar. Byt plats på dagarna.', path: ['tom'] })
      .refine((b) => dagarMellan(b.from, b.tom) < PLAN_HOGST_DAGAR, {
        message: 'En plan kan omfatta högst två år. Dela upp den.',
        path: ['tom'],
      }),
  ],
  { message: 'Välj om besöken är bestämda dagar eller återkommer varje vecka.' },
)
export type Besok = z.infer<typeof besokSchema>

export const planbehandlingSchema = z
  .object({
    /** stable within the plan, so that approval and claim can name it */
    id: z.string().min(1),
    behandling: z.string(),
    annatText: z.string().max(200).optional(),
    beskrivning: z.string().max(2000).optional(),
    utforande: z.enum(Object.keys(UTFORANDEFORMER) as [Utforandeform, ...Utforandeform[]], { message: 'Välj var behandlingen görs.' }),
    vardgivare: z.string().trim().min(1, 'Ange vårdgivaren.').max(200),
    besok: z.array(besokSchema).min(1, 'Ange minst ett besök.'),
  })
  .superRefine((b, ctx) => {
    const fel = behandlingsfel(
      { kod: b.behandling, annatText: b.annatText, utforande: b.utforande, beskrivning: b.beskrivning },
      BEHANDLINGAR,
    )
    if (fel) ctx.addIssue({ code: 'custom', path: [fel.falt === 'kod' ? 'behandling' : fel.falt], message: fel.text })
  })
export type Planbehandling = z.infer<typeof planbehandlingSchema>

export interface PlaneratTillfalle extends Tillfalle {
  /** id of the treatment in the plan */
  readonly behandling: string
  readonly utforande: Utforandeform
}

/** Every planned occasion in time order. */
export function planeradeTillfallen(plan: readonly Planbehandling[]): PlaneratTillfalle[] {
  return plan
    .flatMap((b) =>
      b.besok.flatMap((x) =>
        besoksdagar(x).map((datum): PlaneratTillfalle => ({
          datum,
          start: x.start,
          behandlingMin: x.behandlingMin,
          forberedelseMin: x.forberedelseMin,
          resaMin: x.resaMin,
          efterMin: x.efterMin,
          behandling: b.id,
          utforande: b.utforande,
        })),
      ),
    )
    .sort(iTidsordning)
}

/** Each date once. Weeks are counted from the Monday of the week the visits begin in. */
function besoksdagar(b: Besok): Datum[] {
  if (b.slag === 'dagar') return [...new Set(b.datum)]
  const dagar = new Set(b.veckodagar)
  const undantag = new Set(b.undantag)
  const mandag = plusDagar(b.from, 1 - veckodag(b.from))
  return Array.from({ length: dagarMellan(b.from, b.tom) + 1 }, (_, i) => plusDagar(b.from, i)).filter(
    (d) => dagar.has(veckodagAv(d)) && !undantag.has(d) && Math.floor(dagarMellan(mandag, d) / 7) % b.veckointervall === 0,
  )
}
