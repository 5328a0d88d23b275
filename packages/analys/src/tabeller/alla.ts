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
  1: (k, p, o) => raknaMattabell(k, t.tabell1(p), o),
  2: s.tabell2,
  3: e.tabell3,
  4: t.tabell4,
  5: (k, p, o) => raknaMattabell(k, t.tabell5(p), o),
  6: (k, p, o) => raknaMattabell(k, t.tabell6(p), o),
  7: e.tabell7,
  8: e.tabell8,
  9: e.tabell9,
  10: e.tabell10,
  11: e.tabell11,
}
/** Years of the data when its maker said which, else the audit's. */
const aren = (k: Datakalla): readonly [number, number] => {
  const { fran, till } = (k.manifest.val ?? STANDARDAR) as { fran: number; till: number }
  return [fran, till]
}
const figurer: Readonly<Record<Figurnummer, Rakna>> = {
  A: (k, p, _o, u) => f.figurA(k, p, u.genomsnitt),
  1: (k, p, o) => raknaMattabell(k, f.figur1(p, aren(k)), o),
  2: (k, p, o) => raknaMattabell(k, f.figur2(p), o),
  3: (k, p, o) => raknaMattabell(k, f.figur3(p), o),
}

/** @throws {Analysfel} naming a county that does not exist */
export function kontrolleraOmraden(omraden: readonly string[]): readonly string[] {
  const okanda = omraden.filter((o) => !LANSNAMN.includes(o))
  if (okanda.length)
    throw new Analysfel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
      { falt: 'omrade', text: `Skriv länets namn som i rapporten: ${LANSNAMN.join(', ')}.` },
    ])
  return omraden
}

/** What a choice has no meaning for: the survey is of its own days, and a map of all counties. */
const UTAN_PERIOD: ReadonlySet<string> = new Set(['tabell3', 'tabell7', 'tabell8', 'tabell10'])
const UTAN_OMRADEN: ReadonlySet<string> = new Set([...UTAN_PERIOD, 'figurA'])
function kontrolleraUrval(id: string, namn: string, u: Urval): void {
  const gallerInte = [...(u.period && UTAN_PERIOD.has(id) ? ['period'] : []), ...(u.omraden && UTAN_OMRADEN.has(id) ? ['omrade'] : [])]
  if (gallerInte.length)
    throw new Analysfel(
      'valetGallerInte',
      `${namn} räknas inte för valda ${gallerInte.join(' och ')}.`,
      gallerInte.map((falt) => ({ falt, text: 'Ta bort valet.' })),
    )
}

const omradena = (u: Urval): readonly string[] | null => (u.omraden ? kontrolleraOmraden(u.omraden) : null)
/** @throws {Analysfel} when a choice does not apply to the table, a county does not exist or a register is missing */
export async function raknaTabell(k: Datakalla, nr: Tabellnummer, u: Urval = {}): Promise<Ratabell> {
  kontrolleraUrval(`tabell${nr}`, `Tabell ${nr}`, u)
  return tabeller[nr](k, u.period ?? null, omradena(u), u)
}
/** As `raknaTabell`. */
export async function raknaFigur(k: Datakalla, nr: Figurnummer, u: Urval = {}): Promise<Ratabell> {
  kontrolleraUrval(`figur${nr}`, `Figur ${nr}`, u)
  return figurer[nr](k, u.period ?? null, omradena(u), u)
}

/** Which choices have a meaning for a table or figure. */
export const tarUrval = (id: string): { period: boolean; omraden: boolean } => ({
  period: !UTAN_PERIOD.has(id),
  omraden: !UTAN_OMRADEN.has(id),
})

/** Told of each table as it is begun. */
export type Tabellframsteg = (namn: string, klara: number, av: number) => void

/** Every table and figure as counted; a choice is left out where it has no meaning. Whoever shows them hides small numbers over all of them at once. */
export async function raknaRatt(k: Datakalla, u: Urval, framsteg: Tabellframsteg = () => undefined): Promise<Ratabell[]> {
  const galler = (id: string): Urval =>
    ({ ...u, period: UTAN_PERIOD.has(id) ? undefined : u.period, omraden: UTAN_OMRADEN.has(id) ? undefined : u.omraden }) as Urval
  const allt = [
    ...TABELLER.map((n) => [`tabell ${n}`, () => raknaTabell(k, n, galler(`tabell${n}`))] as const),
    ...FIGURER.map((n) => [`figur ${n}`, () => raknaFigur(k, n, galler(`figur${n}`))] as const),
  ]
  const ra: Ratabell[] = []
  for (const [i, [namn, gor]] of allt.entries()) {
    framsteg(namn, i, allt.length)
    ra.push(await gor())
  }
  framsteg('skydd av små tal', allt.length, allt.length)
  return ra
}

/** Every table and figure, with small numbers hidden over all of them at once. */
export async function raknaAllt(
  k: Datakalla,
  u: Urval,
  visaSmaTal: boolean,
  framsteg: Tabellframsteg = () => undefined,
): Promise<Skyddadetabeller> {
  const ra = await raknaRatt(k, u, framsteg)
  return visaSmaTal ? { tabeller: ra.map((r) => r.svar), logg: [], poster: [] } : skyddaTabeller(ra)
}
