import { innehaller, type Datum, type Period } from '@atergang/kalender'
import { forklara, hindradAvHelErsattning, type Forklaring, type Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { gradSchema } from '../las.ts'

/** What is paid to the person beside sjukpenning. A fact of before the kinds were told has none: then it is sjuk- or aktivitetsersättning. */
export const ERSATTNINGSSLAG = {
  sjukersattning: 'sjukersättning',
  aktivitetsersattning: 'aktivitetsersättning',
  livranta: 'livränta vid arbetsskada eller annan skada',
  garanti: 'sjuk- eller aktivitetsersättning, om försäkringstiden hade räckt till garantiersättning',
  foreAlderspension: 'sjukersättning månaden före hel ålderspension',
} as const

export const annanErsattningSchema = z
  .object({
    grad: gradSchema,
    slag: z.enum(Object.keys(ERSATTNINGSSLAG) as [keyof typeof ERSATTNINGSSLAG, ...(keyof typeof ERSATTNINGSSLAG)[]]).optional(),
  })
  .refine((v) => v.slag !== 'foreAlderspension' || v.grad === 1, {
    message: 'Bara hel sjukersättning före ålderspensionen hindrar sjukpenning (27 kap. 34 § andra stycket).',
    path: ['grad'],
  })
export type AnnanErsattning = z.infer<typeof annanErsattningSchema>

/** A standing fact of it, as far as is read here. */
export interface Ersattningsfaktum {
  readonly id: string
  readonly varde: AnnanErsattning
  readonly period?: Period | undefined
  readonly kalla: Kalla
}

export const ersattningstext = (v: AnnanErsattning): string =>
  `${{ 1: 'hel', 0.75: 'tre fjärdedels', 0.5: 'halv', 0.25: 'en fjärdedels' }[v.grad]} ${v.slag ? ERSATTNINGSSLAG[v.slag] : 'sjuk- eller aktivitetsersättning'}`

const galler = (f: Ersattningsfaktum, dag: Datum): boolean => !f.period || innehaller(f.period, dag)

/** Whether a whole benefit stands in the way on the day (27 kap. 34, 35 §§), with the explanation. */
export function helErsattning(
  fakta: readonly Ersattningsfaktum[],
  dag: Datum,
): { readonly hindrar: boolean; readonly forklaring: Forklaring } {
  const hela = fakta.filter((f) => f.varde.grad === 1 && galler(f, dag))
  const uppgift = (...slag: readonly AnnanErsattning['slag'][]) => {
    const f = hela.find((x) => slag.includes(x.varde.slag))
    return {
      varde: f !== undefined,
      ...(f ? { kalla: f.kalla } : { kalla: { typ: 'register' as const, text: 'ingen sådan uppgift i ärendet' } }),
    }
  }
  const { varde, forklaring } = forklara(
    hindradAvHelErsattning,
    {
      helSjukersattning: uppgift('sjukersattning', undefined),
      helAktivitetsersattning: uppgift('aktivitetsersattning'),
      helSjukersattningForeAlderspension: uppgift('foreAlderspension'),
      skulleHaftHelGarantiersattning: uppgift('garanti'),
    },
    dag,
  )
  return { hindrar: varde === true, forklaring }
}

/** What underlies a reduction that 27 kap. 53, 54 §§ say to look away from: all but a whole benefit that stands in the way of sjukpenning altogether. */
export const attBortseFran = <T extends Ersattningsfaktum>(fakta: readonly T[], p: Period): T[] =>
  fakta.filter(
    (f) =>
      f.varde.slag !== 'foreAlderspension' &&
      (f.varde.grad < 1 || f.varde.slag === 'livranta') &&
      (!f.period || (f.period.from <= p.tom && f.period.tom >= p.from)),
  )
