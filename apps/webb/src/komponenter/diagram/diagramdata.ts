import type { Cell } from '../../stod/csv.ts'
import { stor } from '../../stod/text.ts'

/** A table as the API gives it; only what charts and tables read. */
export interface Tabell {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly nycklar: readonly string[]
  readonly kolumner: readonly {
    readonly id: string
    readonly rubrik: string
    readonly enhet: string
    readonly decimaler: number
    readonly definition: Definition
  }[]
  readonly rader: readonly {
    readonly nyckel: readonly string[]
    readonly summa?: true | undefined
    readonly celler: readonly Tabellcell[]
  }[]
  readonly anmarkningar: readonly { readonly id: string; readonly text: string }[]
  readonly urval: { readonly period: string; readonly omraden: readonly string[] | null }
  readonly skydd: { readonly dolda: number; readonly text: string } | null
}
export interface Definition {
  readonly population: string
  readonly fonster: string
  readonly taljare: string
  readonly namnare: string | null
  readonly enhet: string
  readonly kalla: string
}
export interface Tabellcell {
  readonly varde: number | string | null
  readonly n?: number | null | undefined
  readonly dold?: 'liten' | 'skyddad' | undefined
  readonly p?: number | undefined
  readonly stjarnor?: string | undefined
  readonly intervall?: readonly number[] | null | undefined
}
/** How a table is to be drawn, as a method says it. */
export interface Ritning {
  readonly typ: string
  readonly rubrik: string
  readonly tabell: string
  readonly x: string
  readonly y: string
  readonly undre?: string | undefined
  readonly ovre?: string | undefined
  readonly serie?: string | undefined
  readonly granser?: readonly (readonly string[])[] | undefined
  readonly ingenSkillnad?: number | undefined
}

/**
 * Kinds of chart. The first four have numbers on both axes; in the last three a category stands on each line, and its value lies along it:
 * names then have room, however long.
 */
export type Diagramtyp = 'linje' | 'trappa' | 'tratt' | 'punkter' | 'handelse' | 'skog' | 'par' | 'stapel'
export interface Punkt {
  readonly namn: string
  readonly serie: string
  /** along the bottom; null of a category without a figure to show */
  readonly x: number | null
  /** upwards; not of charts with categories */
  readonly y: number | null
  readonly undre?: number
  readonly ovre?: number
  readonly granser?: readonly (readonly [number, number])[]
  readonly markt?: boolean
}
/** Something that happened in time, which a chart over time is to be read with. */
export interface Marke {
  readonly namn: string
  /** the first and the last day; null of a change that stays */
  readonly fran: string
  readonly tom: string | null
  readonly text: string
}
/** A mark among the years that a chart has along the bottom. */
export interface Armarke {
  /** the letter it has in the chart */
  readonly bokstav: string
  readonly fran: number
  readonly tom: number | null
  readonly text: string
}
/** A chart with all that goes with it wherever it is taken. */
export interface Diagramdata {
  readonly id: string
  readonly typ: Diagramtyp
  readonly rubrik: string
  readonly xnamn: string
  readonly ynamn: string
  readonly punkter: readonly Punkt[]
  readonly ingenSkillnad?: number
  readonly decimaler: number
  /** series drawn in colour and named; all of them when left out */
  readonly framhav?: readonly string[]
  /** what happened meanwhile, along an axis of years */
  readonly marken?: readonly Armarke[]
  /** what is counted, of whom, from where, and what is hidden */
  readonly om: readonly string[]
}

export const definitionsmening = (d: Definition): string =>
  `${stor(d.taljare)}${d.namnare ? `, delat med ${d.namnare}` : ''} (${d.enhet}). Gäller ${d.population}. Källa: ${d.kalla}.`

export const talet = (v: number, decimaler: number): string =>
  v.toLocaleString('sv-SE', { minimumFractionDigits: decimaler, maximumFractionDigits: decimaler })

/** Everything that must be said about a table or a chart of it, once each. */
export const om = (t: Tabell, kolumner: readonly string[]): string[] => {
  const valda = t.kolumner.filter((k) => kolumner.includes(k.id))
  return [
    ...new Set([
      ...valda.map((k) => `${k.rubrik}: ${definitionsmening(k.definition)}`),
      `Period: ${t.urval.period}. Uppställning: ${t.kalla}.`,
      ...(t.skydd ? [t.skydd.text] : []),
    ]),
  ]
}

type Rad = Tabell['rader'][number]
type Las = (r: Rad) => number | string | null
/** `nyckel:0` is a key of the row; anything else the id of a column. */
function lasare(t: Tabell, vad: string): Las {
  const nyckel = /^nyckel:(\d+)$/.exec(vad)
  if (nyckel) return (r) => r.nyckel[Number(nyckel[1])] ?? null
  const j = t.kolumner.findIndex((k) => k.id === vad)
  return (r) => r.celler[j]?.varde ?? null
}
const tal = (v: number | string | null): number | null =>
  typeof v === 'number' ? v : v !== null && v.trim() !== '' && Number.isFinite(Number(v)) ? Number(v) : null
const rubriken = (t: Tabell, vad: string): string => {
  const nyckel = /^nyckel:(\d+)$/.exec(vad)
  if (nyckel) return t.nycklar[Number(nyckel[1])] ?? ''
  const k = t.kolumner.find((x) => x.id === vad)
  return k ? (k.enhet && !k.rubrik.includes(k.enhet) ? `${k.rubrik} (${k.enhet})` : k.rubrik) : ''
}

/** A method's drawing of one of its tables as points. Null when the table is not there or has nothing to draw. */
export function urTabell(t: Tabell, d: Ritning): Diagramdata | null {
  const gemensamt = {
    id: `${t.id}-${d.typ}`,
    rubrik: d.rubrik,
    decimaler: t.kolumner.find((k) => k.id === (d.y.startsWith('nyckel') ? d.x : d.y))?.decimaler ?? 2,
    om: om(t, [d.x, d.y, d.serie ?? '']),
    ...(d.ingenSkillnad === undefined ? {} : { ingenSkillnad: d.ingenSkillnad }),
  }
  const data = byggt(t, d, gemensamt)
  return data.punkter.some((p) => p.x !== null) ? data : null
}

/** As `urTabell`; series over time that have units of their own are a chart each, since one axis cannot hold them all. */
export function ritningar(t: Tabell, d: Ritning): Diagramdata[] {
  const enhet = t.kolumner.findIndex((k) => k.id === 'enhet')
  if (d.typ !== 'tidsserie' || d.serie === undefined || enhet < 0) return [urTabell(t, d)].filter((x) => x !== null)
  const serie = lasare(t, d.serie)
  const namn = [...new Set(t.rader.map((r) => String(serie(r))))]
  return namn.flatMap((n, i) => {
    const rader = t.rader.filter((r) => String(serie(r)) === n)
    const ett = urTabell({ ...t, rader }, { ...d, rubrik: n })
    return ett ? [{ ...ett, id: `${ett.id}-${i + 1}`, ynamn: stor(String(rader[0]!.celler[enhet]!.varde ?? '')) }] : []
  })
}

type Gemensamt = Pick<Diagramdata, 'id' | 'rubrik' | 'decimaler' | 'om' | 'ingenSkillnad'>
function byggt(t: Tabell, d: Ritning, g: Gemensamt): Diagramdata {
  const [x, y] = [lasare(t, d.x), lasare(t, d.y)]
  const serie = d.serie === undefined ? null : lasare(t, d.serie)
  const namn = (r: Rad): string => r.nyckel.join(', ')
  const kategori = (vad: string): Las => lasare(t, vad)
  // Two columns of one category are a pair, whichever way they were named.
  if (d.typ === 'fore_efter' || (d.typ === 'punkter' && d.serie)) {
    const [kat, varde] = d.typ === 'fore_efter' ? [d.x, d.y] : [d.y, d.x]
    return {
      ...g,
      typ: 'par',
      xnamn: stor(t.kolumner.find((k) => k.id === varde)?.enhet ?? ''),
      ynamn: '',
      punkter: t.rader.flatMap((r) =>
        [d.serie!, varde].map((k): Punkt => ({
          namn: String(kategori(kat)(r)),
          serie: t.kolumner.find((c) => c.id === k)?.rubrik ?? k,
          x: tal(lasare(t, k)(r)),
          y: null,
        })),
      ),
    }
  }
  if (d.typ === 'skog')
    return {
      ...g,
      typ: 'skog',
      xnamn: rubriken(t, d.x),
      ynamn: '',
      punkter: t.rader.map((r): Punkt => ({ namn: String(y(r)), serie: '', x: tal(x(r)), y: null, ...intervallet(t, r, d.x) })),
    }
  if (d.typ === 'stapel')
    return {
      ...g,
      typ: 'stapel',
      xnamn: rubriken(t, d.y),
      ynamn: '',
      punkter: t.rader.map((r): Punkt => ({
        namn: String(x(r)),
        serie: serie ? String(serie(r)) : '',
        x: tal(y(r)),
        y: null,
        ...intervallet(t, r, d.y),
      })),
    }
  const typ: Diagramtyp =
    d.typ === 'kurva'
      ? 'trappa'
      : d.typ === 'tratt'
        ? 'tratt'
        : d.typ === 'handelsestudie'
          ? 'handelse'
          : d.typ === 'tidsserie'
            ? 'linje'
            : 'punkter'
  return {
    ...g,
    typ,
    xnamn: rubriken(t, d.x),
    ynamn: rubriken(t, d.y),
    punkter: t.rader.flatMap((r): Punkt[] => {
      const [px, py] = [tal(x(r)), tal(y(r))]
      if (px === null || py === null) return []
      const [undre, ovre] = [d.undre, d.ovre].map((k) => (k === undefined ? null : tal(lasare(t, k)(r))))
      const granser = d.granser?.map((par) => par.map((k) => tal(lasare(t, k)(r)))) as [number, number][] | undefined
      const utanfor = granser?.length ? py < granser.at(-1)![0] || py > granser.at(-1)![1] : false
      return [
        {
          namn: namn(r),
          serie: serie ? String(serie(r)) : '',
          x: px,
          y: py,
          ...(undre !== null && undre !== undefined && ovre !== null && ovre !== undefined ? { undre, ovre } : intervallet(t, r, d.y)),
          ...(granser ? { granser, markt: utanfor } : {}),
        },
      ]
    }),
  }
}

function intervallet(t: Tabell, r: Rad, kolumn: string): { undre: number; ovre: number } | object {
  const iv = r.celler[t.kolumner.findIndex((k) => k.id === kolumn)]?.intervall
  return iv ? { undre: iv[0]!, ovre: iv[1]! } : {}
}

/** A day along an axis where each whole year stands in the middle of its own. */
const iAr = (dag: string, efter: 0 | 1): number => {
  const ar = Number(dag.slice(0, 4))
  const borjan = Date.UTC(ar, 0, 1)
  return ar - 0.5 + (Date.parse(dag) + efter * 86_400_000 - borjan) / (Date.UTC(ar + 1, 0, 1) - borjan)
}
/** The marks that the years of a chart meet, with a letter each. */
export const armarken = (marken: readonly Marke[], ar: readonly number[]): Armarke[] =>
  marken
    .map((m) => ({ fran: iAr(m.fran, 0), tom: m.tom === null ? null : iAr(m.tom, 1), text: m.text }))
    .filter((m) => m.fran < Math.max(...ar) + 0.5 && (m.tom ?? m.fran) > Math.min(...ar) - 0.5)
    .map((m, i) => ({ bokstav: String.fromCharCode(65 + i), ...m }))

/** A table with a row an area and a column a year, as lines over time. */
export function overAr(t: Tabell, framhav: readonly string[], marken: readonly Marke[]): Diagramdata {
  return {
    marken: armarken(
      marken,
      t.kolumner.map((k) => Number(k.rubrik)),
    ),
    id: t.id,
    typ: 'linje',
    rubrik: t.rubrik,
    xnamn: 'År',
    ynamn: stor(t.kolumner[0]?.enhet ?? ''),
    decimaler: t.kolumner[0]?.decimaler ?? 0,
    framhav,
    om: om(t, [t.kolumner[0]?.id ?? '']).map((x) => x.replace(/^\d{4}: /, '')),
    punkter: t.rader.flatMap((r) =>
      t.kolumner.map((k, j): Punkt => {
        const v = r.celler[j]!.varde
        // A hidden year is a gap in the line, not a straight way over it.
        return { namn: `${r.nyckel[0]} ${k.rubrik}`, serie: r.nyckel[0]!, x: Number(k.rubrik), y: typeof v === 'number' ? v : null }
      }),
    ),
  }
}

/** One or more columns of a table, each row a bar. */
export const kolumnstaplar = (t: Tabell, kolumner: readonly string[]): Diagramdata => ({
  id: t.id,
  typ: 'stapel',
  rubrik: t.rubrik,
  xnamn: stor(t.kolumner.find((k) => k.id === kolumner[0])?.enhet ?? ''),
  ynamn: '',
  decimaler: t.kolumner.find((k) => k.id === kolumner[0])?.decimaler ?? 0,
  om: om(t, kolumner),
  punkter: t.rader.flatMap((r) =>
    kolumner.map((id): Punkt => {
      const j = t.kolumner.findIndex((k) => k.id === id)
      const v = r.celler[j]?.varde
      return {
        namn: r.nyckel.join(', '),
        serie: kolumner.length > 1 ? t.kolumner[j]!.rubrik : '',
        x: typeof v === 'number' ? v : null,
        y: null,
      }
    }),
  ),
})

const utan = <T>(v: T | undefined): T | null => v ?? null
/** What a chart shows as rows: headings and cells, for the table beside it and the file. */
export function diagramrader(d: Diagramdata): { readonly rubriker: readonly string[]; readonly rader: readonly (readonly Cell[])[] } {
  const [harSerie, harY, harIntervall] = [
    d.punkter.some((p) => p.serie !== ''),
    d.punkter.some((p) => p.y !== null),
    d.punkter.some((p) => p.undre !== undefined),
  ]
  const antalGranser = d.punkter[0]?.granser?.length ?? 0
  return {
    rubriker: [
      'Namn',
      ...(harSerie ? ['Serie'] : []),
      d.xnamn || 'Värde',
      ...(harY ? [d.ynamn || 'Värde'] : []),
      ...(harIntervall ? ['Intervall från', 'Intervall till'] : []),
      ...Array.from({ length: antalGranser }, (_, i) => [`Gräns ${i + 1} undre`, `Gräns ${i + 1} övre`]).flat(),
    ],
    rader: d.punkter.map((p) => [
      p.namn,
      ...(harSerie ? [p.serie] : []),
      p.x,
      ...(harY ? [p.y] : []),
      ...(harIntervall ? [utan(p.undre), utan(p.ovre)] : []),
      ...(p.granser ?? []).flat(),
    ]),
  }
}

/** Series in the order they come. */
export const serier = (d: Diagramdata): string[] => [...new Set(d.punkter.map((p) => p.serie).filter((s) => s !== ''))]
