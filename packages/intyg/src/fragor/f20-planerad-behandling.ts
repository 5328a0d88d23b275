import { EN_GANG, type Fraga } from './fraga.ts'

export const planeradBehandling: Fraga = {
  id: '20',
  rubrik: 'Planerad medicinsk behandling',
  versioner: ['v1'],
  hogst: EN_GANG,
  delfragor: [{ id: '20.1', rubrik: 'Planerad medicinsk behandling', typ: 'text' }],
}
