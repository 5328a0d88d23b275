import type { Beskrivning } from '../modell.ts'

// ”Problem som påverkar …: A - B”, a blank line, the text (1.x puts a line break after the colon, 2.0 a space).
const RUBRIK = /^\s*(?:Problem|Svårigheter) som påverkar[^:\n]{0,200}:\s*/

/**
 * Parts the chosen ICF titles from the doctor's own text. They travel as text in front of it, so a text that does not
 * have exactly that shape is the doctor's own and is left whole.
 */
export function lasBeskrivning(ratext: string): Beskrivning {
  const hel: Beskrivning = { ratext, text: ratext.trim(), icf: [] }
  const rubrik = RUBRIK.exec(ratext)?.[0]
  if (rubrik === undefined) return hel
  const resten = ratext.slice(rubrik.length)
  const radslut = resten.indexOf('\n')
  const efter = radslut < 0 ? '' : resten.slice(radslut + 1)
  const tomRad = /^[ \t]*(?:\n|$)/.test(efter)
  if (radslut < 0 || !tomRad) return hel
  const icf = resten
    .slice(0, radslut)
    .split(' - ')
    .map((t) => t.trim())
    .filter((t) => t !== '')
  return { ratext, text: efter.trim(), icf }
}
