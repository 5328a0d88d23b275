import { apr } from './apr.ts'
import { aprtext } from './aprtext.ts'
import { berakna } from './berakna.ts'
import { intyg } from './intyg.ts'
import { berakningstext, HJALP, intygstext, kedjetext, problemtext } from './lasbart.ts'
import { Kommandofel, somProblem } from './problem.ts'
import { rehabkedja } from './rehabkedja.ts'

interface Kommando<S> {
  kor(ord: readonly string[]): S
  text(svar: S): string
}

const kommando = <S>(kor: Kommando<S>['kor'], text: Kommando<S>['text']) => (ord: readonly string[]) => {
  const svar = kor(ord)
  return { svar, text: () => text(svar) }
}

const KOMMANDON: Readonly<Record<string, (ord: readonly string[]) => { svar: unknown; text: () => string }>> = {
  berakna: kommando(berakna, berakningstext),
  rehabkedja: kommando(rehabkedja, kedjetext),
  intyg: kommando(intyg, intygstext),
  apr: (ord) => {
    const s = apr(ord)
    return { svar: s.svar, text: () => aprtext(s) }
  },
}

/** Runs one command. Returns what to print and the exit code. */
export function kor(ord: readonly string[], somJson: boolean): { ut: string; kod: number } {
  const [namn, ...resten] = ord
  if (namn === undefined || namn === 'hjalp' || namn === '--help' || namn === '-h') return { ut: HJALP, kod: 0 }
  try {
    const k = KOMMANDON[namn]
    if (!k) throw new Kommandofel('okantKommando', `Kommandot ”${namn}” finns inte. Kör ”atergang hjalp” för att se vilka som finns.`)
    const { svar, text } = k(resten)
    return { ut: somJson ? JSON.stringify(svar) : text(), kod: 0 }
  } catch (fel) {
    const p = somProblem(fel)
    return { ut: somJson ? JSON.stringify(p) : problemtext(p), kod: 1 }
  }
}
