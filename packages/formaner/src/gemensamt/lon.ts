import { fakta, type Faktum, type Lage, type Utbetalningsrad } from '@atergang/arende'
import { innehaller, plusDagar, type Datum, type Period } from '@atergang/kalender'
import { forklara, heltal, hogstaSgiPerManad, lonPerManad, tal, type Niva, type Tal } from '@atergang/regelverk'
import type { Lonuppgift } from './fakta.ts'

export type Lonefaktum = Faktum<Lonuppgift, 'lonUnderSjukdom'>

const lonefakta = (l: Lage): Lonefaktum[] => fakta(l, 'lonUnderSjukdom') as unknown as Lonefaktum[]

/** The pay that is true for the day, told last. */
export const lonPa = (l: Lage, dag: Datum): Lonefaktum | undefined => lonefakta(l).findLast((f) => !f.period || innehaller(f.period, dag))

/** Kronor and whole öre as they were told. */
const kronor = (kr: number): Tal => tal(String(kr))

/** Kr a year of the pay in work that lies above the highest SGI of the day (28 kap. 19 § second paragraph, 25 kap. 5 § SFB); null when that is not known. */
export function overTaket(lonIArbetePerManad: number, dag: Datum): number | null {
  const v = forklara(lonPerManad.lonOverTaket, { lonIArbetePerManad: kronor(lonIArbetePerManad) }, dag).varde
  return v === null ? null : heltal(v as Tal)
}

/** The highest SGI as pay a month, whole kr; null when it is not known. For the officer to compare with. */
export function taketPerManad(dag: Datum): number | null {
  const v = forklara(hogstaSgiPerManad, {}, dag).varde
  return v === null ? null : heltal(v as Tal)
}

/** True when the pay cannot be reckoned with as it is told: some of it is above the ceiling, and how much of the pay during sickness is for that part is not said. */
export const saknarDelOverTaket = (u: Lonuppgift, dag: Datum): boolean =>
  u.overTakPerManad === undefined && (overTaket(u.lonIArbetePerManad, dag) ?? 0) > 0

/** Dates at which the pay, or the ceiling of the year, changes. */
export const lonegranser = (l: Lage, dagar: readonly Period[]): Datum[] =>
  lonefakta(l).length === 0
    ? []
    : [
        ...lonefakta(l).flatMap((f) => (f.period ? [f.period.from, plusDagar(f.period.tom, 1)] : [])),
        ...dagar.flatMap((p) => arsskiften(p)),
      ]

function arsskiften(p: Period): Datum[] {
  const forsta = Number(p.from.slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, Number(p.tom.slice(0, 4)) - forsta + 1) }, (_, i) => `${forsta + i}-01-01` as Datum)
}

/** What pay during sickness takes off the sjukpenning of the days (28 kap. 19–21 §§ SFB). */
export function lonavdrag(
  l: Lage,
  s: Period & { readonly grad: number; readonly niva: Niva },
  antalDagar: number,
): Utbetalningsrad['avdrag'] {
  const lon = lonPa(l, s.from)
  if (!lon) return []
  const { perManad, gruppsjukforsakringPerManad = 0, lonIArbetePerManad, overTakPerManad = 0, franvaro = 1 } = lon.varde
  const svar = forklara(
    lonPerManad.minskning,
    {
      lonIArbetePerManad: { varde: kronor(lonIArbetePerManad), kalla: lon.kalla },
      lonUnderSjukdomPerManad: { varde: kronor(perManad), kalla: lon.kalla },
      gruppsjukforsakringPerManad: kronor(gruppsjukforsakringPerManad),
      lonUnderSjukdomOverTakPerManad: kronor(overTakPerManad),
      franvaro: String(franvaro),
      fortsattningsniva: s.niva === 'fortsattning',
      omfattning: String(s.grad).replace('.', ','),
      antalDagar,
    },
    s.from,
  )
  const minskning = svar.varde === null ? 0 : heltal(svar.varde as Tal)
  return minskning > 0
    ? [
        {
          slag: 'lon',
          kronor: minskning,
          text: `Lön under sjukdom: ${minskning} kr dras av för ${antalDagar === 1 ? 'en dag' : `${antalDagar} dagar`} (28 kap. 19–21 §§).`,
        },
      ]
    : []
}
