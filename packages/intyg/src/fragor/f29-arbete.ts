import { lagrum } from '@atergang/regelverk'
import { fynd, hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, type Fraga, type Regel } from './fraga.ts'
import { NUVARANDE_ARBETE } from './f28-sysselsattning.ts'

const avserArbete = (koder: readonly { readonly kod: string }[]) => koder.some((s) => s.kod === NUVARANDE_ARBETE)

const arbeteUtanAttDetAnges: Regel = ({ intyg }) =>
  intyg.arbete !== undefined && intyg.sysselsattning.length > 0 && !avserArbete(intyg.sysselsattning)
    ? [
        fynd('svarUtanForutsattning', 'varning', '29', {
          text: 'Ett arbete beskrivs, men nuvarande arbete är inte angivet som sysselsättning.',
          fraga: 'Du har beskrivit ett arbete men inte angett nuvarande arbete som sysselsättning. Gäller bedömningen det arbetet?',
        }),
      ]
    : []

export const arbete: Fraga = {
  id: '29',
  rubrik: 'Yrke och arbetsuppgifter',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [{ id: '29.1', rubrik: 'Yrke och arbetsuppgifter', typ: 'text' }],
  obligatorisk: {
    nar: (intyg) => avserArbete(intyg.sysselsattning),
    allvar: 'fel',
    text: 'Bedömningen gäller nuvarande arbete, men yrke och arbetsuppgifter saknas.',
    fraga: 'Vilket yrke och vilka arbetsuppgifter har du bedömt arbetsförmågan mot?',
    lagrum: hanvisning(lagrum('27:46 st 1')),
  },
  regler: [arbeteUtanAttDetAnges],
}
