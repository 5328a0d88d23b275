import { overlappar, periodtext, type Period } from '@atergang/kalender'
import { INTERIMISTISKT_EFTER_DAGAR, sjukperiodensDagar, sjukperiodVid } from '@atergang/regelverk'
import type { Slage } from './fakta.ts'
import { sgiPa } from './sgi.ts'
import { provperiod, type Underlag } from './underlag.ts'

export interface Interimlage {
  readonly mojligt: boolean
  /** days that may be paid in the meantime: asked for, undecided, not already interim */
  readonly dagar: readonly Period[]
  readonly varfor: string
}

/**
 * Whether an interim decision may be taken while the case awaits its final one (112 kap. 2 a § SFB):
 * the sick period has lasted at least 15 days and sjukpenning was paid earlier in it. That nothing
 * speaks against is for the officer to say.
 */
export function interimlage(l: Slage, u: Underlag): Interimlage {
  const p = provperiod(u)
  if (!p) return { mojligt: false, dagar: [], varfor: 'Inga dagar väntar på ett slutligt beslut.' }
  const sjukperioden = sjukperiodVid(u.sjukdagar, p.from)
  const fore = sjukperiodensDagar(u.sjukdagar, p.from)
  if (fore < INTERIMISTISKT_EFTER_DAGAR)
    return { mojligt: false, dagar: [], varfor: `Sjukperioden har pågått ${fore} dagar. Det krävs minst ${INTERIMISTISKT_EFTER_DAGAR}.` }
  const tidigareLamnad = l.beslut.some((b) =>
    b.utbetalning.some((r) => r.kronorPerDag > 0 && sjukperioden !== undefined && overlappar(sjukperioden, r)),
  )
  if (!tidigareLamnad) return { mojligt: false, dagar: [], varfor: 'Sjukpenning har inte lämnats tidigare i sjukperioden.' }
  if (!sgiPa(l, p.from)) return { mojligt: false, dagar: [], varfor: 'SGI är inte bekräftad.' }
  const dagar = u.grupper.flatMap((g) => g.rader).filter((r) => !u.interimistiskt.some((i) => i.from <= r.tom && r.from <= i.tom))
  return {
    mojligt: dagar.length > 0,
    dagar: dagar.map(({ from, tom }) => ({ from, tom })),
    varfor: dagar.length ? `Kan beslutas för ${dagar.map(periodtext).join(', ')}.` : 'Dagarna är redan interimistiskt beslutade.',
  }
}
