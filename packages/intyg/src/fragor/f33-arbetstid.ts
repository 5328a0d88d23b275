import { lagrum } from '@atergang/regelverk'
import { kodAv, harInnehall, jaNejAv, svarMed, vardeAv } from '../las/varden.ts'
import type { Intyg } from '../modell.ts'
import { fynd, hanvisning } from '../granska/fynd.ts'
import { BADA, EN_GANG, ejSmittskydd, svarPa, type Fraga, type Regel } from './fraga.ts'

const DELTID = new Set(['TRE_FJARDEDEL', 'HALFTEN', 'EN_FJARDEDEL'])
const ARBETSTID = hanvisning(lagrum('27:46 st 3'))

// From the raw answers: a part-time period whose dates cannot be read still raises the question.
const harDeltid = (intyg: Intyg) => svarMed(intyg.svar, '32').some((s) => DELTID.has(kodAv(vardeAv(s, '32.1')) ?? ''))

const deltidUtanSvar: Regel = (u) => {
  const besvarad = svarPa(u, '33').some((s) => harInnehall(vardeAv(s, '33.1')))
  if (!ejSmittskydd(u.intyg) || !harDeltid(u.intyg) || besvarad) return []
  return [
    fynd('arbetstidsforlaggningSaknas', 'fel', '33', {
      text: 'Sjukskrivningen är på deltid, men det står inte om en ojämn förläggning av arbetstiden försämrar möjligheterna att återgå i arbete.',
      fraga:
        'Patienten är sjukskriven på deltid. Försämras möjligheterna till återgång i arbete om arbetstiden förläggs ojämnt? Om ja: av vilka medicinska skäl?',
      lagrum: ARBETSTID,
    }),
  ]
}

const skal: Regel = (u) => {
  const svar = svarPa(u, '33')[0]
  const forsamrar = jaNejAv(vardeAv(svar, '33.1'))
  const harSkal = harInnehall(vardeAv(svar, '33.2'))
  if (!svar || forsamrar === undefined || forsamrar === harSkal) return []
  return forsamrar
    ? [
        fynd('delsvarSaknas', 'varning', '33', {
          svar,
          delsvarId: '33.2',
          text: 'Ojämn arbetstid anges försämra återgången, men skälen saknas.',
          fraga:
            'Du anger att en ojämn förläggning av arbetstiden försämrar möjligheterna till återgång i arbete. Vilka är de medicinska skälen?',
          lagrum: ARBETSTID,
        }),
      ]
    : [
        fynd('arbetstidsforlaggningMotsagelse', 'varning', '33', {
          svar,
          delsvarId: '33.2',
          text: 'Skäl mot ojämn arbetstid är angivna, men svaret är att den inte försämrar återgången.',
          fraga:
            'Du har svarat nej på om en ojämn förläggning av arbetstiden försämrar återgången, men beskriver skäl för det. Vilket gäller?',
          lagrum: ARBETSTID,
        }),
      ]
}

const svarVidHeltid: Regel = (u) =>
  svarPa(u, '33').length > 0 && !harDeltid(u.intyg)
    ? [
        fynd('svarUtanForutsattning', 'upplysning', '33', {
          text: 'Frågan om arbetstidens förläggning är besvarad, men ingen period är på deltid.',
        }),
      ]
    : []

export const arbetstid: Fraga = {
  id: '33',
  rubrik: 'Arbetstidens förläggning vid deltid',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [
    { id: '33.1', rubrik: 'Ojämn arbetstid försämrar återgången', typ: 'jaNej' },
    { id: '33.2', rubrik: 'Medicinska skäl', typ: 'text' },
  ],
  regler: [deltidUtanSvar, skal, svarVidHeltid],
}
