import { lagrum } from '@atergang/regelverk'
import { fynd, hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, type Fraga, type Regel } from './fraga.ts'

const avserSmittskydd: Regel = ({ intyg }) =>
  intyg.smittskydd === true
    ? [
        fynd('smittskydd', 'upplysning', '27', {
          text: 'Intyget avser avstängning enligt smittskyddslagen. Pröva smittbärarpenning; flera frågor i intyget behöver då inte besvaras.',
          lagrum: hanvisning(lagrum('46:5')),
        }),
      ]
    : []

/** An absent answer counts as no. */
export const smittskydd: Fraga = {
  id: '27',
  rubrik: 'Smittskydd',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '27.1', rubrik: 'Avstängning enligt smittskyddslagen', typ: 'jaNej' }],
  regler: [avserSmittskydd],
}
