import { langd, type Period } from '@atergang/kalender'
import { periodenhet, type Regel } from './definition.ts'
import { perEpok } from './epok.ts'
import { forklara, skrivVarde, type Fakta, type Svar } from './forklara.ts'
import type { Forklaring } from './forklaring.ts'
import { ganger, NOLL, plus, skrivTal, somTal, type Exakt, type Tal } from './tal.ts'

/** Days of a period with one law and one set of facts. */
export interface Perioddel extends Period {
  readonly dagar: number
  /** what the rule gives a day */
  readonly svar: Svar
}

export interface Periodsvar {
  /** the sum over all days; null where a day is unknown */
  readonly varde: Tal | null
  readonly delar: readonly Perioddel[]
  readonly forklaring: Forklaring
}

/**
 * The sum over days of what a rule gives a day. Each stretch of facts is cut where the law
 * changes and worked out once, times its days: not day by day.
 * @param strackor stretches in order of time, each with its facts
 */
export function forklaraPeriod(mal: Regel, strackor: readonly (Period & { readonly fakta: Fakta })[]): Periodsvar {
  const delar = strackor.flatMap((s) =>
    perEpok(mal, s).map((p) => ({ from: p.from, tom: p.tom, dagar: langd(p), svar: forklara(mal, s.fakta, p.from) })),
  )
  let summa: Exakt | null = NOLL
  for (const d of delar) {
    if (typeof d.svar.varde === 'boolean') throw new TypeError(`${mal.rubrik} är ja eller nej och går inte att lägga ihop över dagar.`)
    summa = summa === null || d.svar.varde === null ? null : plus(summa, ganger(d.svar.varde, { t: d.dagar, n: 1 }))
  }
  const varde = summa === null ? null : somTal(summa)
  return { varde, delar, forklaring: periodforklaring(mal, delar, varde) }
}

function periodforklaring(mal: Regel, delar: readonly Perioddel[], varde: Tal | null): Forklaring {
  const enhet = periodenhet(mal.enhet)
  const rakning = delar.map((d) => `${d.dagar} dagar × ${skrivTal(d.svar.varde as Tal, 4)}`).join(' + ')
  return {
    namn: `${mal.namn}Period`,
    rubrik: `${mal.rubrik}, sammanlagt`,
    lagrum: mal.lagrum,
    utfall: varde === null ? 'oklart' : 'beraknat',
    ...(varde === null
      ? {}
      : { resultat: skrivVarde(varde, enhet), ...(delar.length ? { rakning: `${rakning} = ${skrivVarde(varde, enhet)}` } : {}) }),
    delar: delar.map((d) => ({ ...d.svar.forklaring, text: [`${d.from}–${d.tom}`, d.svar.forklaring.text].filter(Boolean).join('. ') })),
  }
}
