import { BADA, EN_GANG, type Fraga } from './fraga.ts'

/** In version 2 the only place for measures. */
export const atgarderText: Fraga = {
  id: '44',
  rubrik: 'Åtgärder som kan främja återgången i arbete',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '44.1', rubrik: 'Åtgärder', typ: 'text' }],
}
