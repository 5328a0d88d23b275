import type { Raresultat } from '../../resultat/resultat.ts'
import type { Byggkolumn } from '../../resultat/tabell.ts'
import { wilson } from '../../statistik/fordelning.ts'
import type { Anmarkning } from '../../tabeller/svar.ts'

/** Tables that only describe: they say how it is, and nothing of why. */
export const beskriver = (
  r: Pick<Raresultat, 'id' | 'rubrik' | 'fraga' | 'metod' | 'underlag' | 'tabeller' | 'fonster' | 'omraden' | 'diagram'> & {
    readonly anmarkningar?: readonly Anmarkning[]
    readonly kanInteSaga?: readonly string[]
  },
): Raresultat => ({
  antaganden: ['Registren är fullständiga för perioden.'],
  skattningar: [],
  kontroller: [],
  anmarkningar: [],
  ...r,
  kanInteSaga: [...(r.kanInteSaga ?? []), 'Varför det är så.'],
})
export const andel = <R>(
  id: string,
  rubrik: string,
  taljare: string,
  namnare: string,
  av: (r: R) => readonly [number, number],
  beror: string,
): Byggkolumn<R> => ({
  id,
  rubrik,
  enhet: 'procent',
  decimaler: 1,
  taljare,
  namnare,
  varde: (r) => (av(r)[1] ? (av(r)[0] / av(r)[1]) * 100 : null),
  n: (r) => av(r)[1],
  intervall: (r) => (av(r)[1] ? [wilson(...av(r))[0] * 100, wilson(...av(r))[1] * 100] : null),
  beror: [beror],
})
export const antal = <R>(
  id: string,
  rubrik: string,
  enhet: string,
  taljare: string,
  varde: (r: R) => number,
  beror?: string,
): Byggkolumn<R> => ({ id, rubrik, enhet, decimaler: 0, taljare, varde, ...(beror ? { beror: [beror] } : {}) })
