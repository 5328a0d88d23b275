import { berakna } from './berakna.ts'
import { intyg } from './intyg.ts'
import { berakningstext, HJALP, intygstext, kedjetext, kopiatext, problemtext } from './lasbart.ts'
import { Kommandofel, somProblem } from './problem.ts'
import { rehabkedja } from './rehabkedja.ts'
import { sakerhetskopia } from './sakerhetskopia.ts'

interface Kommando<S> {
  kor(ord: readonly string[]): S | Promise<S>
  text(svar: S): string
}

const kommando = <S>(kor: Kommando<S>['kor'], text: Kommando<S>['text']) => async (ord: readonly string[]) => {
  const svar = await kor(ord)
  return { svar, text: () => text(svar) }
}

const KOMMANDON: Readonly<Record<string, (ord: readonly string[]) => Promise<{ svar: unknown; text: () => string }>>> = {
  berakna: kommando(berakna, berakningstext),
  rehabkedja: kommando(rehabkedja, kedjetext),
  intyg: kommando(intyg, intygstext),
  sakerhetskopia: kommando(sakerhetskopia, kopiatext),
}

/** Runs one command. Returns what to print and the exit code. */
export async function kor(ord: readonly string[], somJson: boolean): Promise<{ ut: string; kod: number }> {
  const [namn, ...resten] = ord
  if (namn === undefined || namn === 'hjalp' || namn === '--help' || namn === '-h') return { ut: HJALP, kod: 0 }
  try {
    const k = KOMMANDON[namn]
    if (!k) throw new Kommandofel('okantKommando', `Kommandot ”${namn}” finns inte. Kör ”atergang hjalp” för att se vilka som finns.`)
    const { svar, text } = await k(resten)
    return { ut: somJson ? JSON.stringify(svar) : text(), kod: 0 }
  } catch (fel) {
    const p = somProblem(fel)
    return { ut: somJson ? JSON.stringify(p) : problemtext(p), kod: 1 }
  }
}
