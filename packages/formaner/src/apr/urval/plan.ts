import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { skrivTal, tal } from '@atergang/regelverk'
import type { Halvar, Population } from './population.ts'
import { stratifiera, VANLIG_INDELNING, type Stratavariabel, type Stratum } from './strata.ts'

/** In every stratum at least two are drawn, or all there are: with one the variance cannot be estimated. */
export const MINST_PER_STRATUM = 2

export interface Stratumplan {
  readonly stratum: string
  /** employers in the stratum */
  readonly population: number
  /** how many of them are drawn */
  readonly urval: number
  /** the chance of each of them to be drawn: urval / population */
  readonly sannolikhet: number
}

/** Everything about a draw that must be settled before it is made. */
export interface Plan {
  readonly population: number
  readonly strata: readonly Stratumplan[]
  readonly andel: number
  /** null until the plan is fixed: the seed is set afterwards, and once */
  readonly fro: number | null
  readonly metod: string
}

export interface Draget {
  readonly id: string
  readonly stratum: string
  readonly sannolikhet: number
}

export interface Urval {
  readonly plan: Plan
  readonly urval: readonly Draget[]
}

export interface Urvalsval {
  /** share as decimal text, so that it stays exact: `'0,15'` */
  readonly andel: string
  readonly fro: number | null
  readonly indelning?: readonly Stratavariabel[]
}

export const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The number that decides whether an employer is drawn. Anyone can make it: `printf '7|2025|1|ID' | sha256sum`. */
export const dragningsnyckel = (fro: number, ar: number, halvar: Halvar, id: string): string => hex(`${fro}|${ar}|${halvar}|${id}`)

/** A print of the whole population, so that the plan can be shown to have been made for these employers and no others. */
export const populationsavtryck = (p: Population, strata: readonly Stratum[]): string =>
  hex(
    strata
      .flatMap((s) => s.enheter.map((e) => `${e.id}|${s.stratum}|${e.belopp}\n`))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .join('') + `${p.ar}|${p.halvar}`,
  )

/**
 * How many to draw from each stratum. In all: the share of the population, rounded up. Each stratum first gets two, or all it has;
 * the rest is shared out in proportion to what remains in the strata, whole numbers by largest remainder, the earlier stratum first at a tie.
 */
export function fordela(storlekar: readonly number[], andel: string): readonly number[] {
  const { t, n } = tal(andel)
  const population = storlekar.reduce((s, x) => s + x, 0)
  const botten = storlekar.map((x) => Math.min(x, MINST_PER_STRATUM))
  const fast = botten.reduce((s, x) => s + x, 0)
  const kvar = Math.max(0, Math.ceil((population * t) / n) - fast)
  const rest = storlekar.map((x, i) => x - botten[i]!)
  const restsumma = rest.reduce((s, x) => s + x, 0)
  if (kvar === 0 || restsumma === 0) return botten
  const hela = rest.map((r) => Math.floor((kvar * r) / restsumma))
  const over = kvar - hela.reduce((s, x) => s + x, 0)
  const tur = rest.map((r, i) => ({ i, brak: (kvar * r) % restsumma })).sort((a, b) => b.brak - a.brak || a.i - b.i)
  const extra = new Set(tur.slice(0, over).map((x) => x.i))
  return botten.map((b, i) => b + hela[i]! + (extra.has(i) ? 1 : 0))
}

/** The plan of a draw: population, strata, share, seed, method and each one's chance. Made, shown and kept before anything is drawn. */
export function planera(p: Population, val: Urvalsval): Plan {
  const indelning = val.indelning ?? VANLIG_INDELNING
  const strata = stratifiera(p.enheter, indelning)
  const antal = fordela(
    strata.map((s) => s.enheter.length),
    val.andel,
  )
  return {
    population: p.enheter.length,
    strata: strata.map((s, i) => ({
      stratum: s.stratum,
      population: s.enheter.length,
      urval: antal[i]!,
      sannolikhet: antal[i]! / s.enheter.length,
    })),
    andel: Number(val.andel.replace(',', '.')),
    fro: val.fro,
    metod: [
      `Stratifierat obundet slumpmässigt urval av arbetsgivare utan återläggning, halvår ${p.halvar} ${p.ar} (apr-urval 1).`,
      `Indelning: ${indelning.join(', ') || 'ingen'}.`,
      `Antal: ${skrivTal(tal(val.andel), 6)} av populationen, avrundat uppåt; minst ${MINST_PER_STRATUM} eller alla i varje stratum, resten i proportion till strata med största rest.`,
      'Dragning: SHA-256 av ”frö|år|halvår|id” i UTF-8, hexadecimalt; de första i stigande ordning i varje stratum.',
      `Populationens avtryck: ${populationsavtryck(p, strata)}.`,
    ].join(' '),
  }
}

/** Draws by the plan: the same population, share and seed always give the same employers, bit for bit. */
export function dra(p: Population, val: Urvalsval & { readonly fro: number }): Urval {
  const plan = planera(p, val)
  const strata = stratifiera(p.enheter, val.indelning ?? VANLIG_INDELNING)
  const urval = strata.flatMap((s, i) => {
    const { urval: antal, sannolikhet } = plan.strata[i]!
    return s.enheter
      .map((e) => ({ id: e.id, nyckel: dragningsnyckel(val.fro, p.ar, p.halvar, e.id) }))
      .sort((a, b) => (a.nyckel < b.nyckel ? -1 : a.nyckel > b.nyckel ? 1 : 0))
      .slice(0, antal)
      .map((e) => ({ id: e.id, stratum: s.stratum, sannolikhet }))
  })
  return { plan, urval }
}
