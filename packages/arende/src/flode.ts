import { plusDagar, senast, type Datum } from '@atergang/kalender'
import type { Forklaring, Lagrum } from '@atergang/regelverk'
import type { Faktakarta } from './faktum.ts'
import type { Fraga, Vantan } from './fraga.ts'
import type { Lage } from './lage.ts'
import type { Roll } from './roller.ts'

/** What a step says of the case as it stands today. */
export type Utfall =
  | { readonly typ: 'uppfyllt' | 'ejUppfyllt'; readonly forklaring: Forklaring; readonly automatiskt?: boolean }
  /** the step does not concern this person or is not reached yet; why */
  | { readonly typ: 'ejAktuellt'; readonly varfor: string }
  /** a human must judge */
  | { readonly typ: 'fraga'; readonly fraga: Fraga }
  /** this part waits for a step of its own matter, by name: what else the step holds may be further on */
  | { readonly typ: 'avvaktar'; readonly pa: string }
  /** someone else moves, or time must pass */
  | { readonly typ: 'vantar'; readonly pa: Vantan }

/** Something that is sure to come by time alone. */
export interface Kommande {
  readonly dag: Datum
  readonly text: string
  readonly lagrum: readonly Lagrum[]
}

/** How the benefit sorts the case for queue, lists and counts, by name: `klass`, `diagnoskapitel`. Never a judgement. */
export type Kannetecken = Readonly<Record<string, string>>

/** What the system does by itself once a day has come: remind, wake. Named by the command that does it. */
export interface Automatik {
  readonly dag: Datum
  readonly kommando:
    | { readonly typ: 'paminnBegaran'; readonly begaranId: string }
    | { readonly typ: 'vack'; readonly roll: Roll; readonly orsak: string }
    | { readonly typ: 'avsluta'; readonly skal: string }
    /** a command of the benefit's own, which sends no letter */
    | { readonly typ: string; readonly data: unknown }
}

/** One condition of the benefit, or one thing the handling must do. */
export interface Steg<F extends Faktakarta> {
  readonly namn: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
  /** steps that must be settled first */
  readonly efter?: readonly string[]
  /** every outcome of the step today; several when several questions stand open */
  prova(lage: Lage<F>, idag: Datum): readonly Utfall[]
}

/** A flow: its steps in the order a person meets them. The version stays with the case that was decided under it. */
export interface Flode<F extends Faktakarta> {
  readonly namn: string
  readonly version: string
  readonly steg: readonly Steg<F>[]
  /** dates at which the answer can change by time alone */
  kommande(lage: Lage<F>, idag: Datum): readonly Kommande[]
  automatik(lage: Lage<F>, idag: Datum): readonly Automatik[]
  kannetecken(lage: Lage<F>, idag: Datum): Kannetecken
}

export type Stegstatus = 'uppfyllt' | 'ejUppfyllt' | 'ejAktuellt' | 'fraga' | 'vantar' | 'avvaktar'

export interface Stegutfall {
  readonly namn: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
  readonly status: Stegstatus
  readonly utfall: readonly Utfall[]
  /** steps it is waiting for, when it has not been tried */
  readonly avvaktar?: readonly string[]
}

/** The whole answer: how each step stands, what is asked, what is waited for, when to look again. */
export interface Utredning {
  readonly idag: Datum
  readonly steg: readonly Stegutfall[]
  readonly fragor: readonly Fraga[]
  readonly vantar: readonly Vantan[]
  readonly kommande: readonly Kommande[]
  readonly automatik: readonly Automatik[]
  readonly kannetecken: Kannetecken
  /** the next day the answer can change by itself, or null */
  readonly nastaDatum: Datum | null
}

function statusAv(utfall: readonly Utfall[]): Stegstatus {
  const har = (typ: Utfall['typ']) => utfall.some((u) => u.typ === typ)
  if (har('fraga')) return 'fraga'
  if (har('vantar')) return 'vantar'
  if (har('avvaktar')) return 'avvaktar'
  if (har('ejUppfyllt')) return 'ejUppfyllt'
  return har('uppfyllt') ? 'uppfyllt' : 'ejAktuellt'
}

const avgjort = (s: Stegstatus | undefined): boolean => s === 'uppfyllt' || s === 'ejUppfyllt' || s === 'ejAktuellt'

const minne = new WeakMap<Lage, Map<string, Utredning>>()

/**
 * Works out the case: a pure function of flow, facts and day. The same facts always give the same
 * open questions, so no task can be lost, done twice or left behind. Worked out once for the same
 * case and day: who asks and who answers see the same object.
 */
export function utred<F extends Faktakarta>(flode: Flode<F>, lage: Lage<F>, idag: Datum): Utredning {
  const nyckel = `${flode.namn} ${flode.version} ${idag}`
  let perDag = minne.get(lage)
  if (!perDag) minne.set(lage, (perDag = new Map()))
  let u = perDag.get(nyckel)
  if (!u) perDag.set(nyckel, (u = nyUtredning(flode, lage, idag)))
  return u
}

function nyUtredning<F extends Faktakarta>(flode: Flode<F>, lage: Lage<F>, idag: Datum): Utredning {
  const klara = new Map<string, Stegstatus>()
  const steg = flode.steg.map((s): Stegutfall => {
    const ogjorda = (s.efter ?? []).filter((namn) => !avgjort(klara.get(namn)))
    const grund = { namn: s.namn, rubrik: s.rubrik, lagrum: s.lagrum }
    if (ogjorda.length) {
      klara.set(s.namn, 'avvaktar')
      return { ...grund, status: 'avvaktar', utfall: [], avvaktar: ogjorda }
    }
    const utfall = s.prova(lage, idag)
    const status = statusAv(utfall)
    klara.set(s.namn, status)
    const pa = [...new Set(utfall.flatMap((u) => (u.typ === 'avvaktar' ? [u.pa] : [])))]
    return { ...grund, status, utfall, ...(pa.length ? { avvaktar: pa } : {}) }
  })
  const alla = steg.flatMap((s) => s.utfall)
  const vantar = alla.flatMap((u) => (u.typ === 'vantar' ? [u.pa] : []))
  const kommande = [...flode.kommande(lage, idag)].filter((k) => k.dag > idag).sort((a, b) => (a.dag < b.dag ? -1 : 1))
  const automatik = flode.automatik(lage, idag)
  // What the system should already have done by itself is done at the next look, never forgotten.
  const forfallet = automatik.map((a) => senast(a.dag, plusDagar(idag, 1)))
  const datum = [...kommande.map((k) => k.dag), ...vantar.flatMap((v) => v.till ?? []), ...forfallet].filter((d) => d > idag).sort()
  return {
    idag,
    steg,
    fragor: alla.flatMap((u) => (u.typ === 'fraga' ? [u.fraga] : [])),
    vantar,
    kommande,
    automatik,
    kannetecken: flode.kannetecken(lage, idag),
    nastaDatum: datum[0] ?? null,
  }
}
