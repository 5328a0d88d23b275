import { arDatum, datum, medManadsnamn, periodtext, type Datum, type Period } from '@atergang/kalender'
import type { Faktauppgift, Forklaring, Kalla, Saknad } from './forklaring.ts'
import { flera, type Lagrum } from './lagrum.ts'
import type { Lydelse } from './lydelse.ts'
import { inteKant, ParameterOkand } from './parameter.ts'

/** What a rule over days asks for. */
export interface Tidsfaktum {
  readonly slag: 'datum' | 'antal' | 'ja/nej' | 'perioder'
  readonly rubrik: string
}
type Faktaslag = Readonly<Record<string, Tidsfaktum>>
type Vardet<S extends Tidsfaktum['slag']> = S extends 'datum'
  ? Datum
  : S extends 'antal'
    ? number
    : S extends 'perioder'
      ? readonly Period[]
      : boolean
type Varden<F extends Faktaslag> = { readonly [N in keyof F]: Vardet<F[N]['slag']> }

export type Tidsvarde = Datum | Period | readonly Period[] | number | boolean

/** Worked out, or not known in the sources and why. */
export type Tidsutfall = { readonly varde: Tidsvarde; readonly text: string } | { readonly varde: null; readonly okant: string }

/**
 * A rule of the law that answers with a day, a period, a count of days or yes/no and reckons with the calendar: months, holidays, ages. What
 * can be written as an expression is a `Regel`; this is for the rest. Explained in the same tree.
 */
export interface Tidsregel {
  readonly sort: 'tidsregel'
  readonly namn: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
  readonly fakta: Faktaslag
  readonly versioner: readonly { readonly from: Datum; readonly kalla: string }[]
  readonly rakna: (f: never, dag: Datum) => Tidsutfall
}

interface Tidsregeltext<F extends Faktaslag> {
  namn: string
  rubrik: string
  lagrum: readonly string[]
  fakta: F
  lydelse: Lydelse
  rakna: (f: Varden<F>, dag: Datum) => Tidsutfall
}

export const dagsfaktum = (rubrik: string) => ({ slag: 'datum', rubrik }) as const
export const antalsfaktum = (rubrik: string) => ({ slag: 'antal', rubrik }) as const
export const periodfaktum = (rubrik: string) => ({ slag: 'perioder', rubrik }) as const
export const jaNejFaktum = (rubrik: string) => ({ slag: 'ja/nej', rubrik }) as const

export function tidsregel<F extends Faktaslag>(r: Tidsregeltext<F>): Tidsregel {
  return {
    sort: 'tidsregel',
    namn: r.namn,
    rubrik: r.rubrik,
    lagrum: flera(...r.lagrum),
    fakta: r.fakta,
    versioner: [{ from: datum(r.lydelse.from), kalla: r.lydelse.kalla }],
    rakna: r.rakna as Tidsregel['rakna'],
  }
}

type Naket = string | number | boolean | readonly Period[]
/** A fact for a rule over days: `YYYY-MM-DD`, a whole number, yes/no or periods; with its source when there is one. */
export type Tidsfaktavarde = Naket | { readonly varde: Naket; readonly kalla?: Kalla }
export type Tidsfakta = Readonly<Record<string, Tidsfaktavarde | undefined>>

export interface Tidssvar {
  readonly varde: Tidsvarde | null
  readonly forklaring: Forklaring
}

export class FelSlagsFaktum extends Error {
  readonly faktum: string
  constructor(namn: string, f: Tidsfaktum, varde: unknown) {
    super(
      `${f.rubrik} (${namn}) ska vara ${{ datum: 'en dag, till exempel 2026-03-02', antal: 'ett heltal', 'ja/nej': 'ja eller nej', perioder: 'perioder med första och sista dag' }[f.slag]}, inte ”${String(varde)}”.`,
    )
    this.name = 'FelSlagsFaktum'
    this.faktum = namn
  }
}

const arPerioder = (v: unknown): v is readonly Period[] =>
  Array.isArray(v) &&
  v.every((p: Period | null) => typeof p === 'object' && p !== null && arDatum(p.from) && arDatum(p.tom) && p.from <= p.tom)
const PASSAR: Record<Tidsfaktum['slag'], (v: unknown) => boolean> = {
  datum: arDatum,
  antal: Number.isSafeInteger,
  'ja/nej': (v) => typeof v === 'boolean',
  perioder: arPerioder,
}
/** If a value has the shape of the fact. */
export const passarFaktum = (f: Tidsfaktum, v: unknown): boolean => PASSAR[f.slag](v)
const arKallad = (v: Tidsfaktavarde): v is Exclude<Tidsfaktavarde, Naket> => typeof v === 'object' && 'varde' in v

/** ”ja”, ”2 mars 2026”, ”2–29 mars 2026”, ”176” */
export function skrivTidsvarde(v: Tidsvarde | string): string {
  if (typeof v === 'boolean') return v ? 'ja' : 'nej'
  if (typeof v === 'number') return String(v)
  if (typeof v === 'string') return medManadsnamn(v as Datum)
  return 'from' in v ? periodtext(v) : v.length ? v.map(periodtext).join(', ') : 'inga dagar'
}

/** A time limit or an age that the sources do not give for the day is no fault: the answer is not known. */
function raknat(r: Tidsregel, varden: Readonly<Record<string, unknown>>, dag: Datum): Tidsutfall {
  try {
    return r.rakna(varden as never, dag)
  } catch (fel) {
    if (fel instanceof ParameterOkand) return { varde: null, okant: fel.message }
    throw fel
  }
}

/**
 * Works out a rule over days by the wording of `dag` and tells why. The value is null when a fact is missing or the sources
 * do not give the law: the tree says which. @throws {FelSlagsFaktum} when a fact has another shape.
 */
export function forklaraTid(r: Tidsregel, fakta: Tidsfakta, dag: Datum): Tidssvar {
  const grund = { namn: r.namn, rubrik: r.rubrik, lagrum: r.lagrum }
  const oklart = (saknas: Saknad[], uppgifter: Faktauppgift[] = []): Tidssvar => ({
    varde: null,
    forklaring: { ...grund, utfall: 'oklart', ...(uppgifter.length ? { fakta: uppgifter } : {}), saknas },
  })
  const version = r.versioner.find((v) => v.from <= dag)
  if (!version)
    return oklart([
      { typ: 'lag', namn: r.namn, text: `Regeln ”${r.rubrik}” är ${inteKant({ varden: r.versioner }, dag, 'känd')} i källorna.` },
    ])
  const uppgifter: Faktauppgift[] = []
  const saknas: Saknad[] = []
  const varden: Record<string, unknown> = {}
  for (const [namn, f] of Object.entries(r.fakta)) {
    const givet = fakta[namn]
    if (givet === undefined) {
      saknas.push({ typ: 'uppgift', namn, text: `${f.rubrik} är inte känd.` })
      continue
    }
    const { varde, kalla } = arKallad(givet) ? givet : { varde: givet, kalla: undefined }
    if (!PASSAR[f.slag](varde)) throw new FelSlagsFaktum(namn, f, varde)
    varden[namn] = varde
    uppgifter.push({ namn: f.rubrik, varde: skrivTidsvarde(varde), ...(kalla ? { kalla } : {}) })
  }
  if (saknas.length) return oklart(saknas, uppgifter)
  const u = raknat(r, varden, dag)
  if (u.varde === null) return oklart([{ typ: 'parameter', namn: r.namn, text: u.okant }], uppgifter)
  return {
    varde: u.varde,
    forklaring: {
      ...grund,
      utfall: typeof u.varde === 'boolean' ? (u.varde ? 'uppfyllt' : 'ejUppfyllt') : 'beraknat',
      resultat: skrivTidsvarde(u.varde),
      text: u.text,
      ...(uppgifter.length ? { fakta: uppgifter } : {}),
    },
  }
}
