import { fynd } from '../granska/fynd.ts'
import { ejSmittskydd, unikKod, type Fraga, type Regel } from './fraga.ts'

const EJ_AKTUELLT = 'EJ_AKTUELLT'

const KODER = [
  EJ_AKTUELLT,
  'ARBETSTRANING',
  'ARBETSANPASSNING',
  'SOKA_NYTT_ARBETE',
  'BESOK_ARBETSPLATS',
  'ERGONOMISK',
  'HJALPMEDEL',
  'KONFLIKTHANTERING',
  'KONTAKT_FHV',
  'OMFORDELNING',
  'OVRIGA_ATGARDER',
]

const ejAktuelltMedAndra: Regel = ({ intyg }) => {
  const koder = new Set(intyg.atgarder.map((a) => a.kod))
  if (!koder.has(EJ_AKTUELLT) || koder.size < 2) return []
  return [
    fynd('atgarderMotsagelse', 'varning', '40', {
      text: 'Åtgärder anges både som ej aktuella och som föreslagna.',
      fraga:
        'Du har svarat att åtgärder inte är aktuella men också föreslagit åtgärder. Vilka åtgärder kan underlätta återgången i arbete?',
    }),
  ]
}

const ejAktuelltMedText: Regel = ({ intyg }) =>
  intyg.atgarder.some((a) => a.kod === EJ_AKTUELLT) && intyg.atgarderText !== undefined
    ? [
        fynd('atgarderMotsagelse', 'varning', '44', {
          text: 'Åtgärder beskrivs i text, men är angivna som ej aktuella.',
          fraga: 'Du har svarat att åtgärder inte är aktuella men också beskrivit åtgärder. Vilket gäller?',
        }),
      ]
    : []

export const atgarder: Fraga = {
  id: '40',
  rubrik: 'Arbetslivsinriktade åtgärder',
  versioner: ['v1'],
  hogst: { v1: 10, v2: 0 },
  delfragor: [{ id: '40.1', rubrik: 'Åtgärd', typ: 'kod', versioner: ['v1'], koder: { system: 'KV_FKMU_0004', v1: KODER, v2: [] } }],
  obligatorisk: {
    nar: ejSmittskydd,
    allvar: 'varning',
    text: 'Det står inte om några åtgärder kan underlätta återgången i arbete.',
    fraga:
      'Finns det åtgärder som kan underlätta återgången i arbete, till exempel arbetsanpassning eller arbetsträning, eller är det inte aktuellt?',
  },
  regler: [unikKod('40', 'Åtgärd'), ejAktuelltMedAndra, ejAktuelltMedText],
}
