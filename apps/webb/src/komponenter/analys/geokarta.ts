import { LANSNAMN } from '../../stod/lansrutor.ts'

export type Punkter = readonly (readonly [number, number])[]
/** Borders of each county as rings, in the units of the file. */
export type Granser = ReadonlyMap<string, readonly Punkter[]>

/** What is wrong with a file of borders, said so that another can be chosen. */
export class Kartfel extends Error {}

interface Geometri {
  readonly type: string
  readonly coordinates: unknown
}
const MEST = 20_000_000

/**
 * The 21 counties' borders out of a GeoJSON of the user's own. A county is known by any property that is its name, with or without ”län” and the
 * genitive s before it. The file is read here and goes nowhere.
 * @throws {Kartfel}
 */
export function lasGranser(text: string): Granser {
  if (text.length > MEST) throw new Kartfel('Filen är större än 20 MB. Förenkla gränserna och välj filen igen.')
  let fil: { type?: unknown; features?: unknown }
  try {
    fil = JSON.parse(text) as typeof fil
  } catch {
    throw new Kartfel('Filen är ingen GeoJSON: den kan inte läsas som JSON.')
  }
  if (fil.type !== 'FeatureCollection' || !Array.isArray(fil.features))
    throw new Kartfel('Filen är ingen GeoJSON med områden (FeatureCollection).')
  const ut = new Map<string, readonly Punkter[]>()
  for (const f of fil.features as { properties?: Record<string, unknown> | null; geometry?: Geometri | null }[]) {
    const lan = Object.values(f.properties ?? {})
      .map(lanet)
      .find((l) => l !== null)
    if (!lan || !f.geometry) continue
    ut.set(lan, [...(ut.get(lan) ?? []), ...ringar(f.geometry)])
  }
  const saknas = LANSNAMN.filter((l) => !ut.has(l))
  if (saknas.length) throw new Kartfel(`Filen saknar gränser för ${saknas.join(', ')}. Varje område ska ha en egenskap med länets namn.`)
  return ut
}

function lanet(v: unknown): string | null {
  if (typeof v !== 'string') return null
  const namn = v.trim().replace(/\s+län$/i, '')
  return LANSNAMN.find((l) => l === namn || `${l}s` === namn) ?? null
}

function ringar(g: Geometri): Punkter[] {
  const ytor = g.type === 'Polygon' ? [g.coordinates] : g.type === 'MultiPolygon' ? (g.coordinates as unknown[]) : []
  return (ytor as unknown[][][]).flatMap((yta) =>
    yta.map((ring) =>
      (ring as unknown[][]).map((p): readonly [number, number] => {
        const [x, y] = [Number(p[0]), Number(p[1])]
        if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Kartfel('Filen har en punkt som inte är två tal.')
        return [x, y]
      }),
    ),
  )
}

const GRADER = 180
export interface Ritadkarta {
  readonly bredd: number
  readonly hojd: number
  /** path and a point to write by, of each county */
  readonly lan: ReadonlyMap<string, { readonly vag: string; readonly x: number; readonly y: number }>
}

/** Borders drawn so high: degrees are narrowed by the latitude in the middle, metres are used as they are. */
export function ritaKarta(g: Granser, hojd: number): Ritadkarta {
  const alla = [...g.values()].flat(2)
  const [x0, x1, y0, y1] = alla.reduce(([a, b, c, d], [x, y]) => [Math.min(a, x), Math.max(b, x), Math.min(c, y), Math.max(d, y)], [
    Infinity,
    -Infinity,
    Infinity,
    -Infinity,
  ] as [number, number, number, number])
  const grader = Math.abs(x1) <= GRADER && Math.abs(y1) <= GRADER
  const krymp = grader ? Math.cos((((y0 + y1) / 2) * Math.PI) / 180) : 1
  const skala = hojd / (y1 - y0 || 1)
  const plats = ([x, y]: readonly [number, number]): readonly [number, number] => [
    Math.round((x - x0) * krymp * skala * 10) / 10,
    Math.round((y1 - y) * skala * 10) / 10,
  ]
  return {
    bredd: Math.max(1, Math.ceil((x1 - x0) * krymp * skala)),
    hojd,
    lan: new Map(
      [...g].map(([namn, ringarna]) => {
        const storst = [...ringarna].sort((a, b) => b.length - a.length)[0]!.map(plats)
        return [
          namn,
          {
            vag: ringarna.map((r) => `M${r.map((p) => plats(p).join(' ')).join('L')}Z`).join(''),
            x: mitt(storst.map((p) => p[0])),
            y: mitt(storst.map((p) => p[1])),
          },
        ]
      }),
    ),
  }
}
const mitt = (v: readonly number[]): number => (Math.min(...v) + Math.max(...v)) / 2
