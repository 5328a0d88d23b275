import { BADA, EN_GANG, type Fraga } from './fraga.ts'

/** In version 2 this holds both ongoing and planned treatment. */
export const pagaendeBehandling: Fraga = {
  id: '19',
  rubrik: 'Medicinsk behandling',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '19.1', rubrik: 'Pågående och planerad medicinsk behandling', typ: 'text' }],
}
