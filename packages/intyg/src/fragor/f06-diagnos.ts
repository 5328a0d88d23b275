import { lagrum } from '@atergang/regelverk'
import { kanoniskDiagnoskod, kanonisktDiagnossystem } from '../kodverk.ts'
import { DIAGNOSDELSVAR } from '../las/lisjp.ts'
import { harInnehall, vardeAv } from '../las/varden.ts'
import { fynd, hanvisning, type Fynd } from '../granska/fynd.ts'
import { BADA, EN_GANG, svarPa, type Fraga, type Regel } from './fraga.ts'

const NAMN = ['Huvuddiagnosen', 'Den andra diagnosen', 'Den tredje diagnosen']
const SJUKDOM = hanvisning(lagrum('27:2 st 1'))

// A letter and two digits, then at most two more places; mental illness (F) and Z73 must be given with a fourth.
const FORM = /^[A-Z]\d{2}[A-Z0-9-]{0,2}$/
const MINST_FYRA = /^(F|Z73)/

/** Why a code cannot be a diagnosis code of ICD-10-SE or KSH97-P, as the end of a sentence; undefined when it can. */
export function felIDiagnoskod(kod: string): string | undefined {
  const skriven = kod.trim().toUpperCase()
  const kanonisk = kanoniskDiagnoskod(kod)
  if (!FORM.test(kanonisk)) return 'är ingen diagnoskod. En kod är en bokstav och två siffror, och högst två tecken till'
  if (MINST_FYRA.test(kanonisk) && kanonisk.length < 4) return 'måste ha minst fyra tecken: koder på F och Z73 skrivs med en siffra till'
  if (skriven !== kanonisk) return `ska skrivas utan punkt och mellanslag. Den läses som ${kanonisk}`
  return undefined
}

const kodOchText: Regel = (u) => {
  const svar = svarPa(u, '6')[0]
  if (!svar) return []
  return DIAGNOSDELSVAR.flatMap((d, i): Fynd[] => {
    const kod = vardeAv(svar, d.kod)
    const harText = harInnehall(vardeAv(svar, d.text))
    const namn = NAMN[i]!
    if (!harInnehall(kod) && harText) {
      return [
        fynd('diagnoskodSaknas', i === 0 ? 'fel' : 'varning', '6', {
          svar,
          delsvarId: d.kod,
          text: `${namn} har text men ingen kod.`,
          fraga: `${namn} saknar diagnoskod. Vilken kod enligt ICD-10-SE gäller?`,
          lagrum: SJUKDOM,
        }),
      ]
    }
    if (kod?.typ !== 'kod' || kod.kod === '') return []
    const ut: Fynd[] = []
    if (!harText) {
      ut.push(
        fynd('diagnostextSaknas', 'varning', '6', {
          svar,
          delsvarId: d.text,
          text: `${namn} (${kod.kod.slice(0, 20)}) saknar text.`,
          fraga: `${namn} har koden ${kod.kod.slice(0, 20)} men ingen text. Vilken sjukdom avser du?`,
        }),
      )
    }
    if (!kanonisktDiagnossystem(kod.kodsystem)) {
      ut.push(
        fynd('diagnoskodsystemOkant', 'varning', '6', {
          svar,
          delsvarId: d.kod,
          text: `${namn} är kodad i ett kodsystem som inte är känt (”${kod.kodsystem.slice(0, 40)}”).`,
          fraga: `Vilken kod enligt ICD-10-SE gäller för ${namn.toLowerCase()}?`,
        }),
      )
      return ut
    }
    const fel = felIDiagnoskod(kod.kod)
    if (fel) {
      ut.push(
        fynd('diagnoskodOgiltig', 'fel', '6', {
          svar,
          delsvarId: d.kod,
          text: `${namn}s kod ”${kod.kod.slice(0, 20)}” ${fel}.`,
          fraga: `${namn} har koden ”${kod.kod.slice(0, 20)}”, som inte är en giltig diagnoskod. Vilken kod enligt ICD-10-SE avser du?`,
          lagrum: SJUKDOM,
        }),
      )
    }
    return ut
  })
}

const huvuddiagnosSaknas: Regel = (u) => {
  const svar = svarPa(u, '6')[0]
  const huvud = DIAGNOSDELSVAR[0]
  if (!svar || harInnehall(vardeAv(svar, huvud.kod)) || harInnehall(vardeAv(svar, huvud.text))) return []
  if (!DIAGNOSDELSVAR.some((d) => harInnehall(vardeAv(svar, d.kod)) || harInnehall(vardeAv(svar, d.text)))) return []
  return [
    fynd('diagnoskodSaknas', 'fel', '6', {
      svar,
      delsvarId: huvud.kod,
      text: 'Huvuddiagnosen saknas, men en annan diagnos är angiven.',
      fraga: 'Vilken sjukdom påverkar arbetsförmågan mest? Ange diagnos och kod enligt ICD-10-SE.',
      lagrum: SJUKDOM,
    }),
  ]
}

const ordning: Regel = (u) => {
  const svar = svarPa(u, '6')[0]
  const [, andra, tredje] = DIAGNOSDELSVAR
  const har = (d: { text: string; kod: string }) => harInnehall(vardeAv(svar, d.kod)) || harInnehall(vardeAv(svar, d.text))
  if (!har(tredje) || har(andra)) return []
  return [
    fynd('bidiagnosIFelOrdning', 'upplysning', '6', { delsvarId: tredje.kod, text: 'Den tredje diagnosen är ifylld, men inte den andra.' }),
  ]
}

const sammaKodsystem: Regel = ({ intyg }) => {
  if (new Set(intyg.diagnoser.map((d) => d.kodsystem)).size < 2) return []
  return [fynd('diagnoskodsystemOlika', 'upplysning', '6', { text: 'Diagnoserna är kodade i olika kodsystem.' })]
}

export const diagnos: Fraga = {
  id: '6',
  rubrik: 'Diagnos eller diagnoser för sjukdom som orsakar nedsatt arbetsförmåga',
  versioner: BADA,
  hogst: EN_GANG,
  delfragor: DIAGNOSDELSVAR.flatMap((d, i) => [
    { id: d.text, rubrik: `${NAMN[i]!}s text`, typ: 'text' as const },
    { id: d.kod, rubrik: `${NAMN[i]!}s kod`, typ: 'diagnoskod' as const },
  ]),
  bars: DIAGNOSDELSVAR.flatMap((d) => [d.text, d.kod]),
  obligatorisk: {
    nar: () => true,
    allvar: 'fel',
    text: 'Diagnos saknas.',
    fraga: 'Vilken sjukdom sätter ned arbetsförmågan? Ange diagnos och kod enligt ICD-10-SE.',
    lagrum: SJUKDOM,
  },
  regler: [huvuddiagnosSaknas, kodOchText, ordning, sammaKodsystem],
}
