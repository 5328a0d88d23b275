import { lagrum } from '@atergang/regelverk'
import { PROGNOSDAGAR } from '../kodverk.ts'
import { harInnehall, heltalAv, kodAv, vardeAv } from '../las/varden.ts'
import { fynd, hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, ejSmittskydd, svarPa, type Fraga, type Regel } from './fraga.ts'

const ATER_DAGAR = 'ATER_X_ANTAL_DGR'
const ATER_MANADER = 'ATER_X_ANTAL_MANADER'
const OKLAR = 'PROGNOS_OKLAR'
const SKAL = hanvisning(lagrum('27:48 st 3'))
const FLEST_MANADER = 99

const NAR_FRAGA = 'När bedömer du att patienten kan återgå helt i sin sysselsättning?'

/** The code that asks for a time, and the part the time stands in, differ between the versions. */
const TID = { v1: { kod: ATER_DAGAR, delsvarId: '39.3' }, v2: { kod: ATER_MANADER, delsvarId: '39.4' } } as const

const tidenForAtergang: Regel = (u) => {
  const { kod, delsvarId } = TID[u.modell]
  return svarPa(u, '39').flatMap((svar) => {
    const angiven = kodAv(vardeAv(svar, '39.1'))
    const harTid = harInnehall(vardeAv(svar, delsvarId))
    if (angiven === undefined || (angiven === kod) === harTid) return []
    return angiven === kod
      ? fynd('delsvarSaknas', 'varning', '39', {
          svar,
          delsvarId,
          text: 'Prognosen är återgång efter en viss tid, men tiden saknas.',
          fraga: NAR_FRAGA,
          lagrum: SKAL,
        })
      : fynd('prognosMotsagelse', 'varning', '39', {
          svar,
          delsvarId,
          text: 'En tid till återgång är angiven, men prognosen är en annan.',
          fraga: `Prognosen och den angivna tiden till återgång stämmer inte överens. ${NAR_FRAGA}`,
          lagrum: SKAL,
        })
  })
}

const manader: Regel = (u) => {
  if (u.modell !== 'v2') return []
  return svarPa(u, '39').flatMap((svar) => {
    const v = vardeAv(svar, '39.4')
    const antal = heltalAv(v)
    if (!harInnehall(v) || (antal !== undefined && antal >= 1 && antal <= FLEST_MANADER)) return []
    return fynd('prognostidOgiltig', 'varning', '39', {
      svar,
      delsvarId: '39.4',
      text: `Tiden till återgång ska vara ett helt antal månader, 1 till ${FLEST_MANADER}.`,
      fraga: 'Om hur många hela månader bedömer du att patienten kan återgå helt i sin sysselsättning?',
      lagrum: SKAL,
    })
  })
}

const oklarPrognos: Regel = (u) => {
  if (u.modell !== 'v2') return []
  return svarPa(u, '39').flatMap((svar) => {
    const oklar = kodAv(vardeAv(svar, '39.1')) === OKLAR
    if (oklar === harInnehall(vardeAv(svar, '39.2'))) return []
    return oklar
      ? fynd('delsvarSaknas', 'varning', '39', {
          svar,
          delsvarId: '39.2',
          text: 'Prognosen är oklar, men det står inte varför.',
          fraga: 'Du bedömer att prognosen är oklar. Vad ligger till grund för det?',
          lagrum: SKAL,
        })
      : fynd('svarUtanForutsattning', 'upplysning', '39', {
          svar,
          delsvarId: '39.2',
          text: 'En grund för oklar prognos är angiven, men prognosen är inte oklar.',
        })
  })
}

export const prognos: Fraga = {
  id: '39',
  rubrik: 'Prognos för återgång',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [
    {
      id: '39.1',
      rubrik: 'Prognos',
      typ: 'kod',
      koder: {
        system: 'KV_FKMU_0006',
        v1: ['STOR_SANNOLIKHET', ATER_DAGAR, 'SANNOLIKT_INTE', OKLAR],
        v2: ['STOR_SANNOLIKHET', ATER_MANADER, 'SANNOLIKT_INTE', OKLAR],
      },
    },
    { id: '39.2', rubrik: 'Grund för oklar prognos', typ: 'text', versioner: ['v2'] },
    {
      id: '39.3',
      rubrik: 'Antal dagar',
      typ: 'kod',
      versioner: ['v1'],
      koder: { system: 'KV_FKMU_0007', v1: [...PROGNOSDAGAR.keys()], v2: [] },
    },
    { id: '39.4', rubrik: 'Antal månader', typ: 'heltal', versioner: ['v2'] },
  ],
  obligatorisk: { nar: ejSmittskydd, allvar: 'fel', text: 'Prognos för återgång saknas.', fraga: NAR_FRAGA, lagrum: SKAL },
  regler: [tidenForAtergang, manader, oklarPrognos],
}
