import { lagrum } from '@atergang/regelverk'
import { hanvisning } from '../granska/fynd.ts'
import { BADA, ejSmittskydd, unikKod, type Fraga } from './fraga.ts'

export const NUVARANDE_ARBETE = 'NUVARANDE_ARBETE'

const KODER = [NUVARANDE_ARBETE, 'ARBETSSOKANDE', 'FORALDRALEDIG', 'STUDIER']

export const sysselsattning: Fraga = {
  id: '28',
  rubrik: 'Sysselsättning som arbetsförmågan bedöms mot',
  versioner: BADA,
  hogst: { v1: 4, v2: 4 },
  delfragor: [{ id: '28.1', rubrik: 'Sysselsättning', typ: 'kod', koder: { system: 'KV_FKMU_0002', v1: KODER, v2: KODER } }],
  obligatorisk: {
    nar: ejSmittskydd,
    allvar: 'fel',
    text: 'Det står inte vilken sysselsättning bedömningen gäller.',
    fraga: 'Vilken sysselsättning har du bedömt arbetsförmågan mot: nuvarande arbete, arbetssökande, föräldraledighet eller studier?',
    lagrum: hanvisning(lagrum('27:46 st 1')),
  },
  regler: [unikKod('28', 'Sysselsättning')],
}
