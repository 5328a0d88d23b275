import { BADA, EN_GANG, type Fraga } from './fraga.ts'

/** A yes opens the question of travel to work instead of sickness benefit (SFB 27:5). */
export const arbetsresor: Fraga = {
  id: '34',
  rubrik: 'Resor till och från arbetet',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '34.1', rubrik: 'Andra resor skulle göra arbete möjligt', typ: 'jaNej' }],
}
