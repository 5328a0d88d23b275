import { dagnummer, datumFranDagnummer, plusDagar, type Datum } from '@atergang/kalender'
import type { Enhet, Regel } from '../definition.ts'
import { epoker, epokPa, type Epok } from '../epok.ts'
import { underliggande } from '../genomgang.ts'
import type { Bestand } from './bestand.ts'
import { Graf } from './graf.ts'
import { kompilera, RymsInte, type Karna, type Motor } from './karna.ts'
import { lagringI } from './minne.ts'
import { forkortat, Sankare, somSvar, type Dag, type Sankt, type Uppgift, type Uppgifter } from './sank.ts'
import { uppgifterOm } from './uppgifter.ts'
import type { Lagring } from './wasm/lagring.ts'

/** What is asked of every row: rules, and what tells one asking from another. */
export interface Recept {
  readonly regler: readonly Regel[]
  /** unit of each answer */
  readonly enheter: readonly Enhet[]
  /** with the rules and the columns: what a compiled kernel is kept under */
  readonly nyckel: string
  readonly bygg: (uppgifter: Uppgifter) => readonly Sankt[]
  /** facts of the population that the rules do not name themselves: days, periods */
  readonly egna: Uppgifter
}

/** One day for all rows, or the column that holds each row's day (days since 1970-01-01). */
export type Radernas = Datum | { readonly kolumn: string }

const FORST = '0001-01-01' as Datum
const SIST = '9999-12-31' as Datum
const borjan = (e: Epok): Datum => e.from ?? FORST
const slut = (e: Epok): Datum => e.tom ?? SIST

/** First and last day a row can have, as day numbers: as said, or every day that the sources give law for. */
export function spannAv(mal: Regel, dagar?: readonly [Datum, Datum]): readonly [number, number] {
  const granser = gransdagar([mal])
  const [forsta, sista] = dagar ?? [plusDagar(granser[0]!, -1), granser.at(-1)!]
  return [dagnummer(forsta), dagnummer(sista)]
}

/** Rules on a day. @param spann first and last day of the rows, when they have a day each */
export function dagrecept(regler: readonly Regel[], dag: Radernas, spann: readonly [number, number] | null): Recept {
  const epokAv = (d: Datum) => regler.map((r) => epokPa(r, d))
  const [fran, till] = spann ? [datumFranDagnummer(spann[0]), datumFranDagnummer(spann[1])] : [dag as Datum, dag as Datum]
  const [forsta, sista] = [epokAv(fran), epokAv(till)]
  const enEpok = forsta.every((e, i) => e.nr === sista[i]!.nr)
  const dagen: Dag = enEpok
    ? fran
    : { kolumn: (dag as { kolumn: string }).kolumn, fran: senaste(forsta.map(borjan)), till: tidigaste(sista.map(slut)) }
  return {
    regler,
    enheter: regler.map((r) => r.enhet),
    nyckel: enEpok
      ? forsta.map((e) => e.nr).join(',')
      : `${(dag as { kolumn: string }).kolumn} ${forsta.map((e) => e.nr).join(',')}–${sista.map((e) => e.nr).join(',')}`,
    bygg(uppgifter) {
      // One for each rule: a fact's span is what that rule says of it. What is equal is worked out once all the same.
      const g = new Graf()
      return regler.map((r) => {
        const s = new Sankare(g, uppgifter, dagen)
        return somSvar(s.raknare, s.svar(r))
      })
    },
    egna: {},
  }
}

const senaste = (d: readonly Datum[]): Datum => d.reduce((a, b) => (a > b ? a : b))
const tidigaste = (d: readonly Datum[]): Datum => d.reduce((a, b) => (a < b ? a : b))

// --- compiled once -------------------------------------------------------------------------------

const nummer = new WeakMap<Regel, number>()
let antalNummer = 0
function nummerAv(r: Regel): number {
  let n = nummer.get(r)
  if (n === undefined) nummer.set(r, (n = antalNummer++))
  return n
}

/**
 * From so many operations a row on, looking at what the columns hold costs less than the narrower numbers it proves
 * save: for columns of a byte or two, and for all.
 */
const VARD_ATT_MATA = { inga: 0, smala: 40, alla: 150 } as const

const karnor = new WeakMap<Regel, Map<string, Karna | RymsInte>>()

/**
 * The compiled kernel for a population. Bounds come from the columns' types; where those do not
 * prove that every number fits, or the operations are many, from what the columns hold; and where
 * that does not do either, the rows are run in integers without limit.
 */
export function karnaFor(recept: Recept, b: Bestand, motor: 'wasm' | 'js'): Karna {
  const { indata } = underliggande(...recept.regler)
  const lagring = Object.fromEntries(Object.entries(b.kolumner).map(([namn, k]) => [namn, lagringI(k.data)]))
  let karna: Karna | RymsInte | null = null
  for (const matta of ['inga', 'smala', 'alla'] as const) {
    if (karna !== null && !(karna instanceof RymsInte) && karna.operationer < VARD_ATT_MATA[matta]) break
    karna = hamta(recept, { ...uppgifterOm(indata, b, matta), ...recept.egna }, lagring, motor)
  }
  return karna instanceof RymsInte
    ? (hamta(recept, { ...uppgifterOm(indata, b, 'inga'), ...recept.egna }, lagring, 'stort') as Karna)
    : karna!
}

function hamta(recept: Recept, uppgifter: Uppgifter, lagring: Readonly<Record<string, Lagring>>, motor: Motor): Karna | RymsInte {
  const alla = karnor.get(recept.regler[0]!) ?? new Map<string, Karna | RymsInte>()
  karnor.set(recept.regler[0]!, alla)
  const nyckel = [
    motor,
    recept.nyckel,
    recept.regler.map(nummerAv).join(','),
    ...Object.entries(uppgifter).map(([namn, u]) => `${namn}:${lagring[namn] ?? ''}:${skriv(u)}`),
  ].join('|')
  const redan = alla.get(nyckel)
  if (redan) return redan
  const svar = recept.bygg(uppgifter)
  const ny = forsok(() => kompilera(motor === 'stort' ? svar.map(forkortat) : svar, lagring, motor))
  alla.set(nyckel, ny)
  return ny
}

function forsok(f: () => Karna): Karna | RymsInte {
  try {
    return f()
  } catch (fel) {
    if (fel instanceof RymsInte) return fel
    throw fel
  }
}

const skriv = (u: Uppgift | undefined): string =>
  !u
    ? ''
    : u.typ === 'fast'
      ? typeof u.varde === 'boolean'
        ? `${u.varde}`
        : `${u.varde.t}/${u.varde.n}`
      : `${u.skala} ${u.lo}..${u.hi}${u.nullbar ? '?' : ''}`

/** The epochs of several rules together: the days on which anything changes for one of them. */
export const gransdagar = (regler: readonly Regel[]): readonly Datum[] =>
  [...new Set(regler.flatMap((r) => epoker(r).flatMap((e) => e.from ?? [])))].sort()
