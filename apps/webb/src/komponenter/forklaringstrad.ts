import { periodtext, type Datum } from '@atergang/kalender'
import type { Forklaring, Parameteruppgift, Utfallsord } from '@atergang/regelverk'

export const UTFALLSTEXT: Readonly<Record<Utfallsord, string>> = {
  uppfyllt: 'Uppfyllt',
  ejUppfyllt: 'Inte uppfyllt',
  oklart: 'Oklart',
  beraknat: 'Beräknat',
}

/** ”gäller 1 januari–31 december 2026” or ”gäller från 1 januari 2026”. */
export const giltighet = (p: Pick<Parameteruppgift, 'from' | 'tom'>): string =>
  p.tom ? `gäller ${periodtext({ from: p.from, tom: p.tom })}` : `gäller från ${periodtext({ from: p.from, tom: p.from as Datum })}`

/** How many nodes a tree has: a small one is shown whole. */
export const antalNoder = (f: Forklaring): number => 1 + (f.delar ?? []).reduce((n, d) => n + antalNoder(d), 0)

/** Nodes open from the start: the root always, all of a small tree. */
export const oppenFranBorjan = (niva: number, storlek: number): boolean => niva === 0 || storlek <= 4
