import { datum, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { sqlText } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'

export type Insatsniva = 'lan' | 'sf_omrade' | 'arbetsgivare_minst'
/** An effort or reform: for what it was introduced, and when for each. */
export interface Insats {
  readonly namn: string
  readonly niva: Insatsniva
  readonly lottad: boolean
  readonly fran: ReadonlyMap<string, Datum>
}

/** Every effort on record. */
export async function insatser(k: Datakalla): Promise<readonly Insats[]> {
  if (!k.har('insats')) return []
  const rader = await k.rader('SELECT insats, niva, enhet, CAST(fran AS VARCHAR) AS fran, lottad FROM insats ORDER BY insats, fran, enhet')
  const ut = new Map<string, Insats & { fran: Map<string, Datum> }>()
  for (const r of rader) {
    const nyckel = `${String(r.insats)}|${String(r.niva)}`
    const i = ut.get(nyckel) ?? {
      namn: String(r.insats),
      niva: r.niva as Insatsniva,
      lottad: Boolean(r.lottad),
      fran: new Map<string, Datum>(),
    }
    i.fran.set(String(r.enhet), datum(String(r.fran)))
    ut.set(nyckel, i)
  }
  return [...ut.values()]
}

/** @throws {Analysfel} naming the efforts there are */
export async function insatsen(k: Datakalla, namn: string, niva: Insatsniva): Promise<Insats> {
  k.krav('insats')
  const alla = await insatser(k)
  const i = alla.find((x) => x.namn === namn && x.niva === niva)
  if (!i)
    throw new Analysfel('okandInsats', `Insatsen ”${namn}” finns inte för ${niva}.`, [
      { falt: 'insats', text: alla.length ? `Välj ${alla.map((x) => `${x.namn} (${x.niva})`).join(', ')}.` : 'Läs in registret insats.' },
    ])
  return i
}

/** The one day an effort was introduced everywhere it was. @throws {Analysfel} when there are several */
export function gemensamDag(i: Insats): Datum {
  const dagar = [...new Set(i.fran.values())]
  if (dagar.length !== 1)
    throw new Analysfel('flereDagar', `Insatsen ”${i.namn}” infördes vid olika tider.`, [
      { falt: 'insats', text: 'Analysera den som stegvis införd.' },
    ])
  return dagar[0]!
}

export const enhetslista = (i: Insats): string => [...i.fran.keys()].map(sqlText).join(', ')
