import { BADA, EN_GANG, type Fraga } from './fraga.ts'

/** Also the place for the reason when the certificate begins long before it is signed: see question 32. */
export const ovrigt: Fraga = {
  id: '25',
  rubrik: 'Övriga upplysningar',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '25.1', rubrik: 'Övriga upplysningar', typ: 'text' }],
}
