import { LANSNAMN, STANDARDAR } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import type { Fonster } from '../matt/matt.ts'
import * as e from './enkattabeller.ts'
import * as f from './figurer.ts'
import * as t from './lanstabeller.ts'
import { raknaMattabell } from './mattabell.ts'
import * as s from './sambandstabell.ts'
import type { Ratabell } from './svar.ts'
import { skyddaTabeller, type Skyddadetabeller } from '../skydd/tillampa.ts'

export const TABELLER = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const
export const FIGURER = ['A', '1', '2', '3'] as const
export type Tabellnummer = (typeof TABELLER)[number]
export type Figurnummer = (typeof FIGURER)[number]

export interface Urval {
  readonly period?: Fonster
  /** counties; all of the table's own when left out */
  readonly omraden?: readonly string[]
  readonly genomsnitt?: f.Genomsnitt
}

type Rakna = (k: Datakalla, p: Fonster | null, o: readonly string[] | null, u: Urval) => Promise<Ratabell>

const tabeller: Readonly<Record<Tabellnummer, Rakna>> = {
  1: (k, p, o) => raknaMattabell(k, t.tabell1(p), o), 2: s.tabell2, 3: e.tabell3, 4: t.tabell4, 5: (k, p, o) => raknaMattabell(k, t.tabell5(p), o), 6: (k, p, o) => raknaMattabell(k, t.tabell6(p), o),
  7: e.tabell7, 8: e.tabell8, 9: e.tabell9, 10: e.tabell10, 11: e.tabell11,
}
/** Years of the data when its maker said which, else the audit's. */
const aren = (k: Datakalla): readonly [number, number] => {
  const { fran, till } = (k.manifest.val ?? STANDARDAR) as { fran: number; till: number }
  return [fran, till]
}
const figurer: Readonly<Record<Figurnummer, Rakna>> = {
  A: (k, p, _o, u) => f.figurA(k, p, u.genomsnitt), 1: (k, p, o) => raknaMattabell(k, f.figur1(p, aren(k)), o), 2: (k, p, o) => raknaMattabell(k, f.figur2(p), o), 3: (k, p, o) => raknaMattabell(k, f.figur3(p), o),
}

/** @throws {Analysfel} naming a county that does not exist */
export function kontrolleraOmraden(omraden: readonly string[]): readonly string[] {
  const okanda = omraden.filter((o) => !LANSNAMN.includes(o))
  if (okanda.length) throw new Analysfel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [{ falt: 'omrade', text: `Skriv länets namn som i rapporten: ${LANSNAMN.join(', ')}.` }])
  return omraden
}

const omradena = (u: Urval): readonly string[] | null => (u.omraden ? kontrolleraOmraden(u.omraden) : null)
export const raknaTabell = async (k: Datakalla, nr: Tabellnummer, u: Urval = {}): Promise<Ratabell> => tabeller[nr](k, u.period ?? null, omradena(u), u)
export const raknaFigur = async (k: Datakalla, nr: Figurnummer, u: Urval = {}): Promise<Ratabell> => figurer[nr](k, u.period ?? null, omradena(u), u)

/** Every table and figure, with small numbers hidden over all of them at once. `framsteg` is told of each as it is begun. */
export async function raknaAllt(k: Datakalla, u: Urval, visaSmaTal: boolean, framsteg: (namn: string, klara: number, av: number) => void = () => undefined): Promise<Skyddadetabeller> {
  const allt = [...TABELLER.map((n) => [`tabell ${n}`, () => raknaTabell(k, n, u)] as const), ...FIGURER.map((n) => [`figur ${n}`, () => raknaFigur(k, n, u)] as const)]
  const ra: Ratabell[] = []
  for (const [i, [namn, gor]] of allt.entries()) {
    framsteg(namn, i, allt.length)
    ra.push(await gor())
  }
  framsteg('skydd av små tal', allt.length, allt.length)
  return visaSmaTal ? { tabeller: ra.map((r) => r.svar), logg: [], poster: [] } : skyddaTabeller(ra)
}
