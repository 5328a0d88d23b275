import type { Utbetalningsrad } from '@atergang/arende'
import { innehaller, overlappar, type Datum, type Period } from '@atergang/kalender'
import { karensgrupper, type Karens } from '@atergang/regelverk'
import { fakt, type Slage } from './fakta.ts'
import type { Underlag } from './underlag.ts'

/** The whole deduction of a sick period: kr, and how it was reckoned, in words. */
export interface Heltavdrag {
  readonly kronor: number
  readonly text: string
}

/**
 * The deduction of each sick period, taken from and with the first day with sjukpenning until all of
 * it is taken (27 kap. 27 § SFB). What an earlier decision could not take in full goes on here; a
 * deduction that belongs to a case before this one is not made again.
 * @param helt the whole deduction, reckoned as on the period's first paid row
 */
export function medKarensavdrag(
  l: Slage,
  u: Underlag,
  rader: readonly Utbetalningsrad[],
  karenser: readonly Karens[],
  helt: (forsta: Utbetalningsrad) => Heltavdrag,
): Utbetalningsrad[] {
  const ut = [...rader]
  for (const fran of new Set(karenser.flatMap((k) => k.avdragFran ?? []))) {
    const grupp = karensgrupper(u.sjukdagar).find((g) => g.some((p) => innehaller(p, fran))) ?? []
    const index = ut.flatMap((r, i) => (r.kronorPerDag > 0 && grupp.some((p) => overlappar(p, r)) ? [i] : []))
    const forsta = ut[index[0] ?? -1]
    if (!forsta || gjortTidigare(l, grupp, fran, forsta.from)) continue
    const tidigare = betaldaTidigare(l, grupp, forsta.from)
    if (tidigare.some((r) => r.summa > 0 || avdraget(r, 'redanUtbetalt') > 0)) continue
    const hela = helt(tidigare[0] ?? forsta)
    let kvar = hela.kronor - tidigare.reduce((n, r) => n + avdraget(r, 'karensavdrag'), 0)
    for (const i of index) {
      const r = ut[i]!
      const kronor = Math.min(kvar, r.summa)
      if (kronor <= 0) continue
      const text = kvar === hela.kronor ? hela.text : `Resten av karensavdraget: ${kvar} kr (27 kap. 27 §).`
      ut[i] = { ...r, avdrag: [...r.avdrag, { slag: 'karensavdrag', kronor, text }], summa: r.summa - kronor }
      kvar -= kronor
    }
  }
  return ut
}

const avdraget = (r: Utbetalningsrad, slag: Utbetalningsrad['avdrag'][number]['slag']): number =>
  r.avdrag.reduce((n, a) => n + (a.slag === slag ? a.kronor : 0), 0)

/** The sick period began, or was paid, before this case: its deduction was made there. */
const gjortTidigare = (l: Slage, grupp: readonly Period[], fran: Datum, fore: Datum): boolean =>
  fakt(l, 'tidigareSjukperiod').some((f) => f.period && innehaller(f.period, fran)) ||
  fakt(l, 'tidigareErsattning').some((f) => f.period && f.period.from < fore && grupp.some((p) => overlappar(p, f.period!)))

/** Rows of the sick period that decisions in force pay for earlier days, in order. */
function betaldaTidigare(l: Slage, grupp: readonly Period[], fore: Datum): Utbetalningsrad[] {
  const gallande = l.beslut.filter((b) => b.typ !== 'interimistiskt' && !l.beslut.some((x) => x.ersatter === b.id))
  return gallande
    .flatMap((b) => b.utbetalning)
    .filter((r) => r.kronorPerDag > 0 && r.tom < fore && grupp.some((p) => overlappar(p, r)))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}
