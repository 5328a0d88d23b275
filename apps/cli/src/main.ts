import { berakna } from './berakna.ts'
import { intyg } from './intyg.ts'
import { berakningstext, HJALP, intygstext, kedjetext, problemtext } from './lasbart.ts'
import { Kommandofel, somProblem } from './problem.ts'
import { regelKor } from './regel/kor.ts'
import { listtext, regelLista, regelVisa, visningstext } from './regel/lista.ts'
import { rehabkedja } from './rehabkedja.ts'

interface Svar {
  readonly json: () => string
  readonly text: () => string
}
type Kommando = (ord: readonly string[]) => Svar | Promise<Svar>

const kommando =
  <S>(gor: (ord: readonly string[]) => S | Promise<S>, text: (svar: S) => string): Kommando =>
  async (ord) => {
    const svar = await gor(ord)
    return { json: () => JSON.stringify(svar), text: () => text(svar) }
  }

/** One answer a line, for people and programs alike. */
const radvis =
  <S>(gor: (ord: readonly string[]) => Promise<readonly S[]>): Kommando =>
  async (ord) => {
    const rader = (await gor(ord)).map((r) => JSON.stringify(r)).join('\n')
    return { json: () => rader, text: () => rader }
  }

const under = (namn: string, delar: Readonly<Record<string, Kommando>>): Kommando => (ord) => {
  const del = delar[ord[0] ?? '']
  if (!del) throw new Kommandofel('okantKommando', `Ange vad som ska göras: ${Object.keys(delar).map((d) => `”${namn} ${d}”`).join(', ')}.`)
  return del(ord.slice(1))
}

const KOMMANDON: Readonly<Record<string, Kommando>> = {
  berakna: kommando(berakna, berakningstext),
  rehabkedja: kommando(rehabkedja, kedjetext),
  intyg: kommando(intyg, intygstext),
  regel: under('regel', { kor: radvis(regelKor), lista: kommando(regelLista, listtext), visa: kommando(regelVisa, visningstext) }),
}

/** Runs one command. Returns what to print and the exit code. */
export async function kor(ord: readonly string[], somJson: boolean): Promise<{ ut: string; kod: number }> {
  const [namn, ...resten] = ord
  if (namn === undefined || namn === 'hjalp' || namn === '--help' || namn === '-h') return { ut: HJALP, kod: 0 }
  try {
    const k = KOMMANDON[namn]
    if (!k) throw new Kommandofel('okantKommando', `Kommandot ”${namn}” finns inte. Kör ”atergang hjalp” för att se vilka som finns.`)
    const svar = await k(resten)
    return { ut: somJson ? svar.json() : svar.text(), kod: 0 }
  } catch (fel) {
    const p = somProblem(fel)
    return { ut: somJson ? JSON.stringify(p) : problemtext(p), kod: 1 }
  }
}
