import { vardePa, type Datum, type Period } from '@atergang/kalender'
import { karens, type Inkomstslag, type Karens } from '@atergang/regelverk'
import { andrasSjukloneperioder, karenstiden } from '../gemensamt/formanstid.ts'
import { fakt, type Slage } from './fakta.ts'
import { inkomstdelarPa } from './sgi.ts'
import type { Underlag } from './underlag.ts'

/** The waiting rule for one kind of income in a sick period. */
export interface Delkarens extends Karens {
  readonly slag: Inkomstslag
}

const galler = (f: { readonly period?: Period }, dag: Datum): boolean => !f.period || (f.period.from <= dag && dag <= f.period.tom)

/**
 * The waiting rules on a day, one for each kind of income the sjukpenning answers to: 27 § for employment, 27 a and
 * 30 §§ for other work (27 kap. 27–33, 39–44 §§ SFB). Who has both has both, each on its own part.
 */
export function karenserFor(l: Slage, u: Underlag, dag: Datum): readonly Delkarens[] {
  const delar = inkomstdelarPa(l, dag)
  // 28 b §: who had other work and is unemployed on the day is treated as an employee, once for all of the income.
  const blevArbetslos = delar.annat > 0 && vardePa(u.sysselsattning, dag)?.slag === 'arbetslos'
  const slag: Inkomstslag[] = [
    ...(delar.anstallning > 0 || delar.annat === 0 || blevArbetslos ? ['anstallning' as const] : []),
    ...(delar.annat > 0 && !blevArbetslos ? ['annat' as const] : []),
  ]
  const hogrisk = fakt(l, 'hogriskskydd').find((f) => galler(f, dag))
  const karenstid = karenstiden(l)
  const sjoman = fakt(l, 'sjoman').some((f) => galler(f, dag))
  return slag.map((inkomstslag) => ({
    slag: inkomstslag,
    ...karens(
      {
        inkomstslag,
        blevArbetslos,
        sjoman,
        sjukperioder: u.sjukdagar,
        sjuklonePerioder: [...u.sjukloneperioder, ...andrasSjukloneperioder(l)],
        ...(hogrisk ? { hogriskskydd: hogrisk.varde.slag } : {}),
        ...(karenstid && inkomstslag === 'annat' ? { karenstid } : {}),
      },
      dag,
    ),
  }))
}
