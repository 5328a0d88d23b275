import { BADA, EN_GANG, type Fraga } from './fraga.ts'

export const langreAnRekommenderat: Fraga = {
  id: '37',
  rubrik: 'Längre sjukskrivning än det försäkringsmedicinska beslutsstödet',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '37.1', rubrik: 'Varför arbetsförmågan bedöms nedsatt längre tid', typ: 'text' }],
}
