import { analys } from './analys/analys.ts'
import { apr } from './apr.ts'
import { aprtext } from './aprtext.ts'
import { reform } from './analys/reform.ts'
import { syntet, syntettext } from './analys/syntet.ts'
import { berakna } from './berakna.ts'
import { intyg } from './intyg.ts'
import { berakningstext, HJALP, intygstext, kedjetext, kopiatext, problemtext } from './lasbart.ts'
import { Kommandofel, somProblem } from './problem.ts'
import { regelKor } from './regel/kor.ts'
import { listtext, regelLista, regelVisa, visningstext } from './regel/lista.ts'
import { rehabkedja } from './rehabkedja.ts'
import { sakerhetskopia } from './sakerhetskopia.ts'
import { kommando, radvis, under, type Kommando } from './svar.ts'

const KOMMANDON: Readonly<Record<string, Kommando>> = {
  berakna: kommando(berakna, berakningstext),
  rehabkedja: kommando(rehabkedja, kedjetext),
  intyg: kommando(intyg, intygstext),
  regel: under('regel', { kor: radvis(regelKor), lista: kommando(regelLista, listtext), visa: kommando(regelVisa, visningstext) }),
  apr: (ord) => {
    const s = apr(ord)
    return { json: () => JSON.stringify(s.svar), text: () => aprtext(s) }
  },
  reform,
  syntet: kommando(syntet, syntettext),
  analys,
  sakerhetskopia: kommando(sakerhetskopia, kopiatext),
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
