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
import { rehabkedjaBefolkning } from './rehabkedja/befolkning.ts'
import { rehabkedja } from './rehabkedja/rehabkedja.ts'
import { sakerhetskopia } from './sakerhetskopia.ts'
import { kommando, radvis, under, type Kommando } from './svar.ts'

const KOMMANDON: Readonly<Record<string, Kommando>> = {
  berakna: kommando(berakna, berakningstext),
  rehabkedja: (ord) => (ord.includes('--befolkning') ? rehabkedjaBefolkning(ord) : kommando(rehabkedja, kedjetext)(ord)),
  intyg: kommando(intyg, intygstext),
  regel: under('regel', { kor: radvis(regelKor), lista: kommando(regelLista, listtext), visa: kommando(regelVisa, visningstext) }),
  apr: async (ord) => {
    const s = await apr(ord)
    return { json: () => JSON.stringify(s.svar), text: () => aprtext(s) }
  },
  reform,
  syntet: kommando(syntet, syntettext),
  analys,
  sakerhetskopia: kommando(sakerhetskopia, kopiatext),
}

const UTSKRIFT: ReadonlySet<string> = new Set(['--json', '--text'])

export interface Utskrift {
  readonly ut: string
  readonly kod: number
  /** for standard error, a line each */
  readonly noter?: readonly string[]
}

/** Runs one command. Returns what to print and the exit code. */
export async function kor(ord: readonly string[], somJson: boolean): Promise<Utskrift> {
  // The two ways to print may stand anywhere, before the command too.
  const [namn, ...resten] = [...ord.filter((o) => !UTSKRIFT.has(o)), ...ord.filter((o) => UTSKRIFT.has(o))]
  if (namn === undefined || UTSKRIFT.has(namn) || namn === 'hjalp' || namn === '--help' || namn === '-h')
    return { ut: ord.includes('--json') ? JSON.stringify({ hjalp: HJALP }) : HJALP, kod: 0 }
  try {
    const k = Object.hasOwn(KOMMANDON, namn) ? KOMMANDON[namn] : undefined
    if (!k)
      throw new Kommandofel('okantKommando', `Kommandot ”${namn}” finns inte. Kör ”atergang hjalp” för att se vilka som finns.`, [
        { falt: 'kommando', text: `Välj ${Object.keys(KOMMANDON).join(', ')}.` },
      ])
    const svar = await k(resten)
    const noter = (somJson && svar.noter?.()) || []
    return { ut: somJson ? svar.json() : svar.text(), kod: 0, ...(noter.length ? { noter } : {}) }
  } catch (fel) {
    const p = somProblem(fel)
    return { ut: somJson ? JSON.stringify(p) : problemtext(p), kod: 1 }
  }
}
