import { forena, overlappar, periodtext, type Period } from '@atergang/kalender'
import { INTERIMISTISKT_EFTER_DAGAR, sjukperiodensDagar, sjukperiodVid } from '@atergang/regelverk'
import { andraArenden } from '../gemensamt/andraArenden.ts'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import { fakt, type Slage } from './fakta.ts'
import { sgiPa } from './sgi.ts'
import { provperiod, type Underlag } from './underlag.ts'

export interface Interimlage {
  readonly mojligt: boolean
  /** days that may be paid in the meantime: asked for, undecided, not already interim */
  readonly dagar: readonly Period[]
  readonly varfor: string
}

/** Days for which sjukpenning has been paid: in this case, before it and in the person's other cases. Rehabilitation benefit is another benefit. */
function lamnad(l: Slage): Period[] {
  const iArendet = l.beslut.flatMap((b) => b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap(betaldaPerioder))
  const innan = fakt(l, 'tidigareErsattning').flatMap((f) => (f.varde.slag === 'rehabiliteringspenning' ? [] : (f.period ?? [])))
  return forena([...iArendet, ...innan, ...andraArenden(l).flatMap((a) => a.betalda)])
}

/**
 * Whether an interim decision may be taken while the case awaits its final one (112 kap. 2 a § SFB):
 * the sick period has lasted at least 15 days and sjukpenning was paid earlier in it. That nothing
 * speaks against is for the officer to say.
 */
export function interimlage(l: Slage, u: Underlag): Interimlage {
  const p = provperiod(u)
  if (!p) return { mojligt: false, dagar: [], varfor: 'Inga dagar väntar på ett slutligt beslut.' }
  const lamnat = lamnad(l)
  // A day with sjukpenning is a day of the sick period, also when the period was told of without it (27 kap. 26 §).
  const sjukdagar = forena([...u.sjukdagar, ...lamnat])
  const fore = sjukperiodensDagar(sjukdagar, p.from)
  if (fore < INTERIMISTISKT_EFTER_DAGAR)
    return { mojligt: false, dagar: [], varfor: `Sjukperioden har pågått ${fore} dagar. Det krävs minst ${INTERIMISTISKT_EFTER_DAGAR}.` }
  const begarda = u.grupper
    .flatMap((g) => g.rader)
    .filter((r) => {
      const sjukperioden = sjukperiodVid(sjukdagar, r.from)
      return sjukperioden !== undefined && lamnat.some((b) => b.from < r.from && overlappar(sjukperioden, b))
    })
  if (begarda.length === 0) return { mojligt: false, dagar: [], varfor: 'Sjukpenning har inte lämnats tidigare i sjukperioden.' }
  if (!sgiPa(l, p.from)) return { mojligt: false, dagar: [], varfor: 'SGI är inte bekräftad.' }
  const dagar = begarda.filter((r) => !u.interimistiskt.some((i) => i.from <= r.tom && r.from <= i.tom))
  return {
    mojligt: dagar.length > 0,
    dagar: dagar.map(({ from, tom }) => ({ from, tom })),
    varfor: dagar.length ? `Kan beslutas för ${dagar.map(periodtext).join(', ')}.` : 'Dagarna är redan interimistiskt beslutade.',
  }
}
