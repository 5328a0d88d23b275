import * as m from '../matt/lista.ts'
import { aretAv, fonstertext, type Fonster } from '../matt/matt.ts'
import * as l from './lansmatt.ts'
import { tabell1 } from './lanstabeller.ts'
import type { Mattabell } from './mattabell.ts'
import { aren } from './sambandstabell.ts'

const FRANVAROAR = 2019

/**
 * Every county figure that can be set against another: the columns of table 1 and the rows of table 2 that are one figure a county. As a table
 * of its own, so that what is hidden in table 1 is hidden in a scatter too.
 */
export function lansvariabler(period: Fonster | null): Mattabell {
  const ett = tabell1(period)
  const ar = aren(period ?? l.SKR_PERIOD)
  const franvaroar = period ? aretAv(period.tom) : FRANVAROAR
  const hela = period ?? l.SKR_PERIOD
  return {
    id: 'lansvariabler',
    rubrik: 'Länens variabler',
    kalla: 'Riksrevisionens granskning (rapport 004), bilaga 1, tabell 1 och 2',
    period: period ? fonstertext(period) : `som tabell 1 och 2`,
    kolumner: [
      ...ett.kolumner,
      ...(period ? ar : ar.slice(0, 3)).map(l.sjukpenningtal),
      l.sjpNettodagarPer1000(hela),
      l.rehabNettodagarPer1000(hela),
      l.franvaro('franvaro_kommun', 'Sjukfrånvaro, kommunalt anställda', m.kommunFranvaro, franvaroar),
      l.franvaro('langtid_kommun', 'Kommunal långtidssjukfrånvaro', m.kommunLangtid, franvaroar),
      l.franvaro('franvaro_region', 'Sjukfrånvaro, regionalt anställda', m.regionFranvaro, franvaroar),
      l.franvaro('langtid_region', 'Regional långtidssjukfrånvaro', m.regionLangtid, franvaroar),
      ...ar.map(l.andelNekande),
    ],
    anmarkningar: [
      {
        id: 'J025',
        text: 'Sjukpenningtalet räknas här utan avdrag för dem med hel sjuk- eller aktivitetsersättning, som inget register här visar.',
      },
    ],
  }
}
