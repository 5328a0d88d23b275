import { datum, plusAr, plusDagar, type Datum, type Period } from '@atergang/kalender'

/** A window in which sjukpenning is looked for, seen from the first and last day of what was received. Before and after are never mixed (X36). */
export interface Fonster {
  readonly namn: string
  readonly kalla: string
  /** ids of the requirement catalogue; never shown */
  readonly krav?: readonly string[]
  /** recipients it is made for; all when left out */
  readonly mottagareI?: Period
  dagar(forsta: Datum, sista: Datum): Period
}

/** The windows by name: a share is never shown without the name of its window (X18). */
export const FONSTER = {
  treArFore: {
    namn: 'inom tre år före',
    kalla: 'RiR 2021:19 avsnitt 3.1: 63 procent',
    krav: ['B036'],
    dagar: (forsta) => ({ from: plusAr(forsta, -3), tom: plusDagar(forsta, -1) }),
  },
  ar2011till2015: {
    namn: 'någon gång 2011–2015',
    kalla: 'RiR 2021:19 avsnitt 3.1: 61 procent av mottagarna 2016–2019',
    krav: ['B036'],
    mottagareI: { from: datum('2016-01-01'), tom: datum('2019-12-31') },
    dagar: () => ({ from: datum('2011-01-01'), tom: datum('2015-12-31') }),
  },
  tvaArEfter: {
    namn: 'inom två år efter',
    kalla: 'RiR 2021:19 not 147, ISF 2020',
    krav: ['J022'],
    dagar: (_forsta, sista) => ({ from: plusDagar(sista, 1), tom: plusAr(sista, 2) }),
  },
  treArEfter: {
    namn: 'inom tre år efter',
    kalla: 'RiR 2021:19 avsnitt 3.1, skild från åren före',
    krav: ['X36'],
    dagar: (_forsta, sista) => ({ from: plusDagar(sista, 1), tom: plusAr(sista, 3) }),
  },
} as const satisfies Record<string, Fonster>
export type Fonsternamn = keyof typeof FONSTER
