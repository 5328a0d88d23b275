import { pChi2, pF, type Intervall } from '../statistik/fordelning.ts'
import { wald } from '../statistik/glm.ts'
import { delmatris, type Symmetrisk } from '../statistik/matris.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import type { Kontroll } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import type { Ratabell } from '../tabeller/svar.ts'

/** The difference between groups in a stretch of time, against that in the last before. */
export interface Ledpunkt {
  /** half-years from the start: −1 is the last before, which the others are set against */
  readonly period: number
  readonly varde: number
  readonly intervall: Intervall | null
  readonly n: number
}

/**
 * Did the groups go the same way before? Tests that every difference before is that of the last one. With few clusters by F, else by chi-square.
 * A test that finds nothing is no proof: it says how large a difference would have been seen.
 */
export function forberoende(beta: readonly number[], kov: Symmetrisk, fore: readonly number[], frihetsgrader: number | null): Kontroll {
  const vad = 'Grupperna gick åt samma håll före (parallella trender)'
  if (fore.length === 0) return { id: 'fortrend', vad, utfall: 'kan inte sagas', text: 'Det finns för få perioder före att jämföra.' }
  const w = wald(
    fore.map((i) => beta[i]!),
    delmatris(kov, fore),
  )
  const p = frihetsgrader === null ? pChi2(w.chi2, w.frihetsgrader) : pF(w.chi2 / w.frihetsgrader, w.frihetsgrader, frihetsgrader)
  return {
    id: 'fortrend',
    vad,
    utfall: p < 0.05 ? 'haller inte' : 'haller',
    text: `Prov av ${fore.length} perioder före: p = ${p.toFixed(3).replace('.', ',')}. Ett högt p visar inte att trenderna är lika, bara att ingen skillnad syns.`,
  }
}

export function ledtabell(
  id: string,
  punkter: readonly Ledpunkt[],
  vad: {
    readonly enhet: string
    readonly taljare: string
    readonly population: string
    readonly kalla: string
    readonly nollpunkt: number
  },
  f: Fonster,
): Ratabell {
  return byggTabell({
    id,
    rubrik: 'Skillnaden mellan grupperna halvår för halvår',
    kalla: 'utvärdering, skillnad i skillnader',
    nycklar: ['Halvår från start'],
    period: fonstertext(f),
    population: vad.population,
    datakalla: vad.kalla,
    rader: punkter,
    nyckel: (r) => [String(r.period)],
    antal: (r) => ({ antal: r.n }),
    kolumner: [
      {
        id: 'halvar',
        rubrik: 'Halvår',
        enhet: 'halvår från start',
        decimaler: 0,
        taljare: 'halvår räknat från insatsens första dag; −1 är det sista före, som de andra jämförs med',
        varde: (r) => r.period,
      },
      {
        id: 'skillnad',
        rubrik: 'Skillnad',
        enhet: vad.enhet,
        decimaler: 3,
        taljare: vad.taljare,
        varde: (r) => r.varde,
        n: (r) => r.n,
        intervall: (r) => r.intervall,
        beror: ['antal'],
      },
      {
        id: 'fran',
        rubrik: 'Intervall från',
        enhet: vad.enhet,
        decimaler: 3,
        taljare: 'undre gräns, 95 procent',
        varde: (r) => r.intervall?.[0] ?? vad.nollpunkt,
        beror: ['antal'],
      },
      {
        id: 'till',
        rubrik: 'Intervall till',
        enhet: vad.enhet,
        decimaler: 3,
        taljare: 'övre gräns, 95 procent',
        varde: (r) => r.intervall?.[1] ?? vad.nollpunkt,
        beror: ['antal'],
      },
    ],
  })
}
