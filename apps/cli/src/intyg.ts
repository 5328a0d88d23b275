import { intygsrapport, type Intygsrapport } from '@atergang/intyg'
import { idag, lasArgument, lasFil } from './argument.ts'
import { Kommandofel } from './problem.ts'

/** `intyg granska FIL`: what the certificate says and what is unclear in it. Reads the file, never changes it. */
export function intyg(ord: readonly string[]): Intygsrapport {
  const a = lasArgument(ord, {}, Infinity)
  const [vad, fil, ...fler] = a.resten
  if (vad !== 'granska' || !fil || fler.length)
    throw new Kommandofel('okantKommando', 'Skriv ”intyg granska FIL.xml”.', [{ falt: 'fil', text: 'Ange en fil.' }])
  return intygsrapport(lasFil(fil, 'fil'), idag())
}
