import type { Ratabell, Svarscell, Tabellsvar } from '../tabeller/svar.ts'
import { MINST_VISADE, skydda, type Dold, type Likhet, type Skyddspost } from './skydd.ts'

export interface Skyddslogg {
  readonly tabell: string
  readonly rad: string
  readonly kolumn: string
  readonly orsak: Dold
}

export interface Skyddadetabeller {
  readonly tabeller: readonly Tabellsvar[]
  /** what was hidden in each table and why; itself only for those who may see the counts */
  readonly logg: readonly Skyddslogg[]
  readonly poster: readonly Skyddspost[]
}

const TEXT = `Antal under ${MINST_VISADE} visas som ”<${MINST_VISADE}”. Andra tal är dolda (”..”) där de annars skulle röja ett litet antal. Summorna är räknade på alla.`

/** Hides small numbers over tables that are shown together: a count that stands in several of them is hidden in all or in none. */
export function skyddaTabeller(ra: readonly Ratabell[]): Skyddadetabeller {
  const variabler = new Map<string, number>()
  const likheter = new Map<string, Likhet>()
  for (const t of ra) {
    for (const [k, v] of t.underlag.variabler) variabler.set(k, v)
    for (const l of t.underlag.likheter) likheter.set(`${l.summa}=${l.delar.join('+')}`, l)
  }
  const { dolda, logg: poster } = skydda({ variabler, likheter: [...likheter.values()] })
  const logg: Skyddslogg[] = []
  const tabeller = ra.map((t): Tabellsvar => {
    let antal = 0
    const rader = t.svar.rader.map((rad, i) => ({
      ...rad,
      celler: rad.celler.map((c, j): Svarscell => {
        const orsaker = t.beror(i, j).flatMap((k) => dolda.get(k) ?? [])
        if (orsaker.length === 0) return c
        const orsak: Dold = orsaker.includes('liten') ? 'liten' : 'skyddad'
        antal++
        logg.push({ tabell: t.svar.id, rad: rad.nyckel.join(' '), kolumn: t.svar.kolumner[j]!.id, orsak })
        return { varde: null, n: null, dold: orsak }
      }),
    }))
    return { ...t.svar, rader, skydd: antal ? { dolda: antal, text: TEXT } : null }
  })
  return { tabeller, logg, poster }
}
