import type { Datum } from '@atergang/kalender'
import { DYGN, klockslag, skrivKlockslag, type Minut } from './klocka.ts'
import { skrivSpann, type Spann } from './spann.ts'

/** One occasion of treatment as the person tells it. Minutes are whole and not negative. */
export interface Tillfalle {
  readonly datum: Datum
  /** ”10:00”: when the treatment itself begins */
  readonly start: string
  readonly behandlingMin: number
  readonly forberedelseMin: number
  /** both ways together; half there (down to a whole minute), the rest home, unless told by way */
  readonly resaMin?: number | undefined
  /** time needed at the place after the treatment */
  readonly efterMin?: number | undefined
  readonly resaDitMin?: number | undefined
  readonly resaHemMin?: number | undefined
}

/** The minutes an occasion takes, part by part. */
export interface Tidsatgang {
  readonly dit: number
  readonly forberedelse: number
  readonly behandling: number
  readonly efter: number
  readonly hem: number
}

export function tidsatgang(t: Tillfalle): Tidsatgang {
  const resa = t.resaMin ?? 0
  const dit = t.resaDitMin ?? (t.resaHemMin === undefined ? Math.floor(resa / 2) : resa - t.resaHemMin)
  return { dit, forberedelse: t.forberedelseMin, behandling: t.behandlingMin, efter: t.efterMin ?? 0, hem: t.resaHemMin ?? resa - dit }
}

/** Travel in all, by the ways that are used. */
export const resaTotalt = (t: Tillfalle): number => {
  const { dit, hem } = tidsatgang(t)
  return dit + hem
}

export function behandlingsspann(t: Tillfalle): Spann {
  const fran = klockslag(t.start)
  return { fran, till: fran + t.behandlingMin }
}

/** From leaving for the treatment until being back, before midnight is thought of. */
export function upptagenTid(t: Tillfalle): Spann {
  const { dit, forberedelse, efter, hem } = tidsatgang(t)
  const b = behandlingsspann(t)
  return { fran: b.fran - forberedelse - dit, till: b.till + efter + hem }
}

/** The part of the occasion that lies within its date. */
export function upptagetIDygnet(t: Tillfalle): Spann {
  const s = upptagenTid(t)
  return { fran: Math.max(0, s.fran), till: Math.min(DYGN, s.till) }
}

/** Occasions in one order whatever order they came in. */
export const iTidsordning = (a: Tillfalle, b: Tillfalle): number =>
  a.datum < b.datum
    ? -1
    : a.datum > b.datum
      ? 1
      : a.start < b.start
        ? -1
        : a.start > b.start
          ? 1
          : jamforAtgang(tidsatgang(a), tidsatgang(b))

const jamforAtgang = (a: Tidsatgang, b: Tidsatgang): number =>
  a.behandling - b.behandling || a.dit - b.dit || a.forberedelse - b.forberedelse || a.efter - b.efter || a.hem - b.hem

/** What stands in the way of reckoning occasions: the row (from 0), its field, and what to do. */
export interface Tillfallesfel {
  /** place in what was asked about */
  readonly rad: number
  readonly falt: keyof Tillfalle
  readonly text: string
}

/**
 * Occasions that cannot be right: two treatments at once, a time that goes over midnight, travel that is less than its own part.
 * `arbetsminuter` tells the working minutes of a date: travel longer than the whole working day is a fact to take, and then
 * only what lies within the date is counted. A row that could not be read keeps its place, as undefined.
 */
export function granskaTillfallen(tillfallen: readonly (Tillfalle | undefined)[], arbetsminuter: (dag: Datum) => number): Tillfallesfel[] {
  const rader = tillfallen.flatMap((t, rad) => (t ? [{ t, rad }] : []))
  return [...rader.flatMap(({ t, rad }) => radfel(t, rad, arbetsminuter(t.datum))), ...krockar(rader)].sort((a, b) => a.rad - b.rad)
}

function radfel(t: Tillfalle, rad: number, arbetsminuter: number): Tillfallesfel[] {
  const { dit, hem } = tidsatgang(t)
  if (dit < 0 || hem < 0)
    return [
      {
        rad,
        falt: dit < 0 ? 'resaHemMin' : 'resaDitMin',
        text: `Resan åt ett håll (${dit < 0 ? t.resaHemMin : t.resaDitMin} minuter) är längre än hela resan (${t.resaMin ?? 0} minuter). Rätta resaMin, eller ange både resaDitMin och resaHemMin.`,
      },
    ]
  const b = behandlingsspann(t)
  if (b.till > DYGN)
    return [
      {
        rad,
        falt: 'behandlingMin',
        text: `Behandlingen börjar ${t.start} och slutar efter midnatt. Dela den på två rader, en för varje datum.`,
      },
    ]
  const s = upptagenTid(t)
  if ((s.fran >= 0 && s.till <= DYGN) || resanArLangreAnDagen(t, arbetsminuter)) return []
  return s.fran < 0
    ? [
        {
          rad,
          falt: 'start',
          text: `Med resa och förberedelse börjar tillfället före midnatt (${overMidnatt(s.fran + DYGN)} dagen innan). Lägg den delen på en egen rad för dagen innan.`,
        },
      ]
    : [
        {
          rad,
          falt: 'start',
          text: `Med tid efteråt och resa hem slutar tillfället efter midnatt (${overMidnatt(s.till - DYGN)} dagen efter). Lägg den delen på en egen rad för dagen efter.`,
        },
      ]
}

const overMidnatt = (m: Minut): string => (m >= 0 && m <= DYGN ? skrivKlockslag(m) : 'mer än ett dygn')

/** Travel longer than the whole working day (ADR 0028). A day without work has no length to compare with. */
export const resanArLangreAnDagen = (t: Tillfalle, arbetsminuter: number): boolean => arbetsminuter > 0 && resaTotalt(t) > arbetsminuter

/** Treatments at the same time on the same date: named on both rows. */
function krockar(tillfallen: readonly { readonly t: Tillfalle; readonly rad: number }[]): Tillfallesfel[] {
  const rader = tillfallen
    .map(({ t, rad }) => ({ t, rad, b: behandlingsspann(t) }))
    .sort((x, y) => (x.t.datum < y.t.datum ? -1 : x.t.datum > y.t.datum ? 1 : x.b.fran - y.b.fran || x.b.till - y.b.till))
  const ut: Tillfallesfel[] = []
  let oppen: (typeof rader)[number] | undefined
  for (const r of rader) {
    if (oppen && oppen.t.datum === r.t.datum && r.b.fran < oppen.b.till && oppen.b.fran < r.b.till) {
      const text = (annan: typeof r) =>
        `Två behandlingar krockar den ${r.t.datum}: ${skrivSpann(oppen!.b)} och ${skrivSpann(r.b)}. Rätta tiden här eller på rad ${annan.rad + 1} (tillfallen.${annan.rad}).`
      ut.push({ rad: oppen.rad, falt: 'start', text: text(r) }, { rad: r.rad, falt: 'start', text: text(oppen) })
    }
    if (!oppen || oppen.t.datum !== r.t.datum || r.b.till > oppen.b.till) oppen = r
  }
  return ut
}
