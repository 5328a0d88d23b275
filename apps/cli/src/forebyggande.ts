import { beraknaForebyggande, lasForebyggandefil, type Forebyggandesvar } from '@atergang/formaner'
import { kravText, lasArgument, lasJson } from './argument.ts'
import { Kommandofel } from './problem.ts'

export type Forebyggandefilsvar = Forebyggandesvar & { readonly varningar?: readonly string[] }

const EXEMPEL =
  '{"sgi": 300000, "arsarbetstid": 1980, "niva": "normal", "arbetslos": false, "arbetstid": {"man": 8, …}, "arbetsstart": "08:00", "tillfallen": [{"datum": "2026-03-03", "start": "10:00", "behandlingMin": 60, "forberedelseMin": 0, "resaMin": 60}]}'

/** `berakna forebyggande --fil F`: hindered time, level and amount of each date with treatment (27 kap. 6–7, 45 §§, 28 kap. SFB). */
export function beraknaForebyggandefil(ord: readonly string[]): Forebyggandefilsvar {
  const a = lasArgument(ord, { fil: { type: 'string' } }, 1)
  const varde = lasJson(kravText(a, 'fil', 'filen med behandlingstillfällena'), 'fil', `ett objekt: ${EXEMPEL}`)
  if (typeof varde !== 'object' || varde === null || Array.isArray(varde))
    throw new Kommandofel('ejObjekt', 'Filen ska innehålla ett objekt med arbetstid och tillfällen.', [
      { falt: 'fil', text: `Skriv ett objekt: ${EXEMPEL}.` },
    ])
  const { underlag, varningar } = lasForebyggandefil(varde)
  return { ...beraknaForebyggande(underlag), ...(varningar.length ? { varningar } : {}) }
}
