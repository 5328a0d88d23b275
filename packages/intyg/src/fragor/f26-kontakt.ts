import { harInnehall, vardeAv } from '../las/varden.ts'
import { fynd } from '../granska/fynd.ts'
import { BADA, EN_GANG, svarPa, type Fraga, type Regel } from './fraga.ts'

const onskas: Regel = ({ intyg }) =>
  intyg.kontakt?.onskas
    ? [
        fynd('kontaktOnskas', 'upplysning', '26', {
          text: 'Läkaren vill bli kontaktad. Ta kontakt och skriv i ärendet vad ni kom fram till.',
        }),
      ]
    : []

const skalUtanOnskan: Regel = (u) =>
  u.intyg.kontakt?.onskas === false && harInnehall(vardeAv(svarPa(u, '26')[0], '26.2'))
    ? [
        fynd('svarUtanForutsattning', 'upplysning', '26', {
          delsvarId: '26.2',
          text: 'Läkaren skriver varför kontakt önskas, men har svarat nej på om kontakt önskas.',
        }),
      ]
    : []

export const kontakt: Fraga = {
  id: '26',
  rubrik: 'Kontakt med Försäkringskassan',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: [
    { id: '26.1', rubrik: 'Kontakt önskas', typ: 'jaNej' },
    { id: '26.2', rubrik: 'Varför kontakt önskas', typ: 'text' },
  ],
  regler: [onskas, skalUtanOnskan],
}
