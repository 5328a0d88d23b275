import { arDatum, type Datum } from '@atergang/kalender'
import { parse, type Info } from 'csv-parse/sync'
import type { Regel } from '../definition.ts'
import type { Fakta } from '../forklara.ts'
import { allIndata } from '../genomgang.ts'
import { kortLagrum, lagrum, type Lagrum } from '../lagrum.ts'
import { regler } from '../regler/index.ts'
import { tidsregler } from '../tidsregler/index.ts'
import type { Tidsfakta, Tidsregel } from '../tidsregel.ts'
import { CELLFORM, lasCell, type Cellslag } from '../celler.ts'

/** Where in a table something is wrong: file, line and column as the lawyer sees them. */
export interface Lagfallsfel {
  readonly fil: string
  readonly rad: number
  readonly kolumn: string
  readonly text: string
}
export const felrad = (f: Lagfallsfel): string => `${f.fil} rad ${f.rad}, kolumn ${f.kolumn}: ${f.text}`

/** What a row expects: a value as written, an unknown fact, or that the sources do not give the law of the day. */
export type Vantat =
  | { readonly sort: 'varde'; readonly cell: string }
  | { readonly sort: 'oklart'; readonly saknas: readonly string[] }
  | { readonly sort: 'inteKant'; readonly text: string }

interface Gemensamt {
  readonly fil: string
  readonly rad: number
  readonly fall: string
  readonly datum: Datum
  readonly vantat: Vantat
  readonly paragrafer: readonly Lagrum[]
  /** where the expectation comes from: the paragraph's own arithmetic, worked by hand */
  readonly harledning: string
}
export type Lagfall =
  | (Gemensamt & { readonly sort: 'regel'; readonly regel: Regel; readonly fakta: Fakta })
  | (Gemensamt & { readonly sort: 'tidsregel'; readonly regel: Tidsregel; readonly fakta: Tidsfakta })

const FASTA = ['fall', 'regel', 'datum', 'väntat', 'paragrafer', 'härledning'] as const
type Fast = (typeof FASTA)[number]
const OKANT = 'okänt'

const uttrycksregler = new Map(regler.map((r) => [r.namn, r]))
const dagregler = new Map(tidsregler.map((r) => [r.namn, r]))

/** Reads a table. Every error in it is reported, with its place; a row with an error is not among the cases. */
export function lasLagfall(text: string, fil: string): { fall: Lagfall[]; fel: Lagfallsfel[] } {
  const fel: Lagfallsfel[] = []
  let rader: { record: string[]; info: Info }[]
  try {
    rader = parse(text, {
      delimiter: ';',
      bom: true,
      comment: '#',
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: Info }[]
  } catch (e) {
    return {
      fall: [],
      fel: [{ fil, rad: (e as { lines?: number }).lines ?? 1, kolumn: '-', text: `raden går inte att läsa: ${(e as Error).message}` }],
    }
  }
  const [rubriker, ...resten] = rader.map((r) => ({ celler: r.record, rad: r.info.lines - r.record.join('').split('\n').length + 1 }))
  if (!rubriker) return { fall: [], fel: [{ fil, rad: 1, kolumn: '-', text: 'tabellen är tom.' }] }
  const namn = rubriker.celler
  const rubrikfel = (kolumn: string, t: string): void => void fel.push({ fil, rad: rubriker.rad, kolumn, text: t })
  for (const k of FASTA) if (!namn.includes(k)) rubrikfel(k, 'kolumnen saknas.')
  for (const [i, k] of namn.entries()) if (namn.indexOf(k) !== i) rubrikfel(k, 'kolumnen står två gånger.')
  if (fel.length) return { fall: [], fel }
  const fall = resten.flatMap(({ celler, rad }) => {
    const radfel: Lagfallsfel[] = []
    const f = lasRad(namn, celler, { fil, rad }, (kolumn, t) => void radfel.push({ fil, rad, kolumn, text: t }))
    fel.push(...radfel)
    return f && radfel.length === 0 ? [f] : []
  })
  return { fall, fel }
}

type Anmark = (kolumn: string, text: string) => void

function lasRad(namn: readonly string[], celler: readonly string[], plats: { fil: string; rad: number }, fel: Anmark): Lagfall | null {
  if (celler.length > namn.length)
    fel('-', `raden har ${celler.length} celler och rubrikraden ${namn.length}. Sätt citattecken om en cell med semikolon.`)
  const cell = (k: Fast): string => celler[namn.indexOf(k)] ?? ''
  for (const k of FASTA) if (!cell(k)) fel(k, 'cellen är tom.')
  const regeln = uttrycksregler.get(cell('regel')) ?? dagregler.get(cell('regel'))
  if (!regeln) {
    fel('regel', `”${cell('regel')}” är ingen regel. Namnen står i docs/regler/README.md.`)
    return null
  }
  if (!arDatum(cell('datum'))) fel('datum', `”${cell('datum')}” är ingen dag. Skriv år-månad-dag, till exempel 2026-03-02.`)
  const gemensamt = {
    ...plats,
    fall: cell('fall'),
    datum: cell('datum') as Datum,
    vantat: lasVantat(cell('väntat')),
    paragrafer: lasParagrafer(cell('paragrafer'), fel),
    harledning: cell('härledning'),
  }
  const slag: ReadonlyMap<string, Cellslag> =
    'sort' in regeln
      ? new Map(Object.entries(regeln.fakta).map(([n, f]) => [n, f.slag]))
      : new Map(allIndata(regeln).map((u) => [u.namn, u.enhet === 'ja/nej' ? 'ja/nej' : 'tal']))
  const fakta: Record<string, never> = {}
  namn.forEach((k, i) => {
    const c = celler[i] ?? ''
    if ((FASTA as readonly string[]).includes(k) || !c || c === OKANT) return
    const s = slag.get(k)
    if (!s) fel(k, `regeln ${regeln.namn} frågar inte efter ${k}. Den frågar efter ${[...slag.keys()].join(', ')}.`)
    else fakta[k] = lasFaktum(s, c, (t) => fel(k, t)) as never
  })
  return 'sort' in regeln
    ? { ...gemensamt, sort: 'tidsregel', regel: regeln, fakta }
    : { ...gemensamt, sort: 'regel', regel: regeln, fakta }
}

function lasFaktum(slag: Cellslag, cell: string, fel: (text: string) => void): unknown {
  const varde = lasCell(slag, cell)
  if (varde === null) fel(`”${cell}” ska vara ${CELLFORM[slag]}; skriv okänt eller lämna tomt när uppgiften saknas.`)
  return varde
}

function lasVantat(cell: string): Vantat {
  const oklart = /^oklart:\s*(.+)$/.exec(cell)
  if (oklart) return { sort: 'oklart', saknas: oklart[1]!.split(',').map((n) => n.trim()) }
  return /^inte kän[td] /.test(cell) ? { sort: 'inteKant', text: cell } : { sort: 'varde', cell }
}

const lasParagrafer = (cell: string, fel: Anmark): Lagrum[] =>
  cell.split(',').flatMap((kort) => {
    try {
      return [lagrum(kort.trim())]
    } catch (e) {
      fel('paragrafer', (e as Error).message)
      return []
    }
  })

export const skrivParagrafer = (ls: readonly Lagrum[]): string => [...new Set(ls.map(kortLagrum))].join(', ')
