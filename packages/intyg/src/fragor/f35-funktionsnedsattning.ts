import { lagrum } from '@atergang/regelverk'
import { hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, ejSmittskydd, type Fraga } from './fraga.ts'

export const funktionsnedsattning: Fraga = {
  id: '35',
  rubrik: 'Funktionsnedsättningar',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '35.1', rubrik: 'Funktionsnedsättningar', typ: 'text' }],
  obligatorisk: {
    nar: ejSmittskydd,
    allvar: 'fel',
    text: 'Det står inte hur sjukdomen sätter ned patientens funktioner. Det patienten berättar räcker som grund: lagen kräver inga undersökningsfynd.',
    fraga:
      'Hur sätter sjukdomen ned patientens funktioner, och vad bygger du det på? Det patienten har berättat går lika bra som undersökning och tester.',
    lagrum: hanvisning(lagrum('27:2 st 1')),
  },
}
