import { lagrum } from '@atergang/regelverk'
import { hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, ejSmittskydd, type Fraga } from './fraga.ts'

export const aktivitetsbegransning: Fraga = {
  id: '17',
  rubrik: 'Aktivitetsbegränsningar',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '17.1', rubrik: 'Aktivitetsbegränsningar', typ: 'text' }],
  obligatorisk: {
    nar: ejSmittskydd,
    allvar: 'fel',
    text: 'Det står inte vad patienten har svårt att göra (aktivitetsbegränsning).',
    fraga: 'Vad har patienten svårt att göra på grund av sjukdomen? Ge gärna konkreta exempel.',
    lagrum: hanvisning(lagrum('27:46 st 1')),
  },
}
