import type { Datakalla } from '../datakalla.ts'

/** A survey as read: questions, who got it, and what they answered. */
export interface Enkatfraga {
  readonly fraga: number
  readonly item: string
  readonly text: string
  readonly slag: 'skala' | 'val' | 'fritext'
  readonly minst: number | null
  readonly hogst: number | null
  readonly index: string | null
}
export interface Mottagare {
  readonly id: number
  readonly verksamhetsomrade: string
  readonly sfOmrade: string
  readonly lan: string
  readonly utskickad: string
  readonly paminnelser: number
  readonly besvarad: string | null
}
export interface Enkatsvar {
  readonly mottagare: number
  readonly fraga: number
  readonly item: string
  /** on the scale; null for ”vet ej” and for other kinds of question */
  readonly varde: number | null
  readonly vetEj: boolean
  readonly svar: string | null
}
export interface Kodning {
  readonly mottagare: number
  readonly fraga: number
  readonly item: string
  readonly kod: string
  readonly kodare: string
}
export interface Enkat {
  readonly fragor: readonly Enkatfraga[]
  readonly mottagare: readonly Mottagare[]
  readonly svar: readonly Enkatsvar[]
  readonly kodning: readonly Kodning[]
}

const tal = (v: unknown): number | null => (v === null ? null : Number(v))
const text = (v: unknown): string | null => (v === null ? null : String(v))

/** @throws {Analysfel} when the folder holds no survey */
export async function lasEnkat(k: Datakalla): Promise<Enkat> {
  k.krav('enkat_fraga', 'enkat_mottagare', 'enkat_svar')
  const fragor = await k.rader('SELECT * FROM enkat_fraga ORDER BY fraga, item')
  const mottagare = await k.rader(
    'SELECT mottagare_id, verksamhetsomrade, sf_omrade, lan, CAST(utskickad AS VARCHAR) AS utskickad, paminnelser, CAST(besvarad AS VARCHAR) AS besvarad FROM enkat_mottagare ORDER BY mottagare_id',
  )
  const svar = await k.rader('SELECT * FROM enkat_svar ORDER BY mottagare_id, fraga, item')
  const kodning = k.har('enkat_kodning') ? await k.rader('SELECT * FROM enkat_kodning ORDER BY mottagare_id, fraga, item, kodare') : []
  return {
    fragor: fragor.map((r) => ({
      fraga: Number(r.fraga),
      item: String(r.item),
      text: String(r.text),
      slag: r.slag as Enkatfraga['slag'],
      minst: tal(r.minst),
      hogst: tal(r.hogst),
      index: text(r.index_namn),
    })),
    mottagare: mottagare.map((r) => ({
      id: Number(r.mottagare_id),
      verksamhetsomrade: String(r.verksamhetsomrade),
      sfOmrade: String(r.sf_omrade),
      lan: String(r.lan),
      utskickad: String(r.utskickad),
      paminnelser: Number(r.paminnelser),
      besvarad: text(r.besvarad),
    })),
    svar: svar.map((r) => ({
      mottagare: Number(r.mottagare_id),
      fraga: Number(r.fraga),
      item: String(r.item),
      varde: tal(r.varde),
      vetEj: r.vet_ej === true,
      svar: text(r.svar),
    })),
    kodning: kodning.map((r) => ({
      mottagare: Number(r.mottagare_id),
      fraga: Number(r.fraga),
      item: String(r.item),
      kod: String(r.kod),
      kodare: String(r.kodare),
    })),
  }
}

const grupperad = <T>(lista: readonly T[], av: (x: T) => string): Map<string, T[]> => {
  const ut = new Map<string, T[]>()
  for (const x of lista) ut.set(av(x), [...(ut.get(av(x)) ?? []), x])
  return ut
}
const medel = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length

export interface Svarsfrekvens {
  readonly grupp: string
  readonly mottagare: number
  readonly svarande: number
  /** of 1 */
  readonly andel: number
}

/** How many of those who got the survey answered, by a part of the organisation (table 10). */
export function svarsfrekvens(e: Enkat, av: 'verksamhetsomrade' | 'sfOmrade' | 'lan'): Svarsfrekvens[] {
  return [...grupperad(e.mottagare, (m) => m[av])].map(([grupp, m]) => {
    const svarande = m.filter((x) => x.besvarad !== null).length
    return { grupp, mottagare: m.length, svarande, andel: svarande / m.length }
  })
}

export interface Paminnelselage {
  readonly efterPaminnelser: number
  readonly svar: number
  readonly ackumulerat: number
}
/** Answers by how many reminders had been sent, and the running sum. */
export function svarPerPaminnelse(e: Enkat): Paminnelselage[] {
  const svarat = e.mottagare.filter((m) => m.besvarad !== null)
  const hogst = Math.max(0, ...e.mottagare.map((m) => m.paminnelser))
  let ackumulerat = 0
  return Array.from({ length: hogst + 1 }, (_, n) => {
    const svar = svarat.filter((m) => m.paminnelser === n).length
    ackumulerat += svar
    return { efterPaminnelser: n, svar, ackumulerat }
  })
}
/** Who is to have the next reminder: those who have not answered. */
export const attPaminna = (e: Enkat): readonly Mottagare[] => e.mottagare.filter((m) => m.besvarad === null)

/**
 * Summary index of each who answered, 0–100 (004R fn 158): the mean of the answers the person has given to the index's items, each first put
 * on the scale from nought to a hundred. ”Vet ej” and what was left out are missing, never nought. Who has answered none has no index.
 */
export function personindex(e: Enkat, index: string): ReadonlyMap<number, number> {
  const items = new Map(e.fragor.filter((f) => f.index === index && f.slag === 'skala').map((f) => [`${f.fraga}${f.item}`, f]))
  const ut = new Map<number, number[]>()
  for (const s of e.svar) {
    const f = items.get(`${s.fraga}${s.item}`)
    if (!f || s.vetEj || s.varde === null || f.minst === null || f.hogst === null) continue
    ut.set(s.mottagare, [...(ut.get(s.mottagare) ?? []), ((s.varde - f.minst) / (f.hogst - f.minst)) * 100])
  }
  return new Map([...ut].map(([m, v]) => [m, medel(v)]))
}

export interface Omradesindex {
  readonly omrade: string
  readonly varde: number
  /** how many answers the mean is of */
  readonly n: number
}
/** Mean of the persons' indices in each area. */
export function omradesindex(e: Enkat, index: string, av: 'sfOmrade' | 'verksamhetsomrade' = 'sfOmrade'): Omradesindex[] {
  const p = personindex(e, index)
  return [
    ...grupperad(
      e.mottagare.filter((m) => p.has(m.id)),
      (m) => m[av],
    ),
  ].map(([omrade, m]) => ({ omrade, varde: medel(m.map((x) => p.get(x.id)!)), n: m.length }))
}

export type Niva = 'låg' | 'medelhög' | 'hög'

/** Which areas lie over the mean of the areas; on the mean is not over. */
export function overMedel(v: ReadonlyMap<string, number>): ReadonlyMap<string, boolean> {
  const m = medel([...v.values()])
  return new Map([...v].map(([k, x]) => [k, x > m]))
}

/** One step: both over is high, neither is low, one of them is medium. */
export const kombinera = (a: boolean, b: boolean): Niva => (a && b ? 'hög' : a || b ? 'medelhög' : 'låg')
/** The next: what leans one way decides; medium with medium, and high with low, is medium. The report does not print this step; it is our reading (fn 158). */
export function sammanvag(a: Niva, b: Niva): Niva {
  const vikt = { låg: -1, medelhög: 0, hög: 1 } as const
  const s = vikt[a] + vikt[b]
  return s > 0 ? 'hög' : s < 0 ? 'låg' : 'medelhög'
}

export const SAMVERKANSINDEX = {
  arbetsgivare: ['kartlaggning_arbetsgivare', 'kontaktytor_arbetsgivare'],
  vardenheter: ['kartlaggning_vardenheter', 'kontaktytor_vardenheter'],
} as const

/** Degree of cooperation of each area that has all four indices (table 7). */
export function samverkansgrad(e: Enkat): ReadonlyMap<string, Niva> {
  const over = (i: string): ReadonlyMap<string, boolean> => overMedel(new Map(omradesindex(e, i).map((o) => [o.omrade, o.varde])))
  const [ka, xa] = SAMVERKANSINDEX.arbetsgivare.map(over) as [ReadonlyMap<string, boolean>, ReadonlyMap<string, boolean>]
  const [kv, xv] = SAMVERKANSINDEX.vardenheter.map(over) as [ReadonlyMap<string, boolean>, ReadonlyMap<string, boolean>]
  return new Map(
    [...ka.keys()]
      .filter((o) => [xa, kv, xv].every((m) => m.has(o)))
      .map((o) => [o, sammanvag(kombinera(ka.get(o)!, xa.get(o)!), kombinera(kv.get(o)!, xv.get(o)!))]),
  )
}

export interface Kombination {
  readonly mest: string
  readonly minst: string
  readonly antal: number
}
/** Pairs of what was called most and least important, of those who named both (table 3); the commonest first. */
export function kombinationer(e: Enkat, fraga: number): Kombination[] {
  const per = grupperad(
    e.svar.filter((s) => s.fraga === fraga && s.svar !== null),
    (s) => String(s.mottagare),
  )
  const par = [...per.values()].flatMap((svar) => {
    const [mest, minst] = ['mest', 'minst'].map((i) => svar.find((s) => s.item === i)?.svar)
    return mest && minst ? [{ mest, minst }] : []
  })
  return [...grupperad(par, (p) => `${p.mest}\u0000${p.minst}`).values()]
    .map((p) => ({ ...p[0]!, antal: p.length }))
    .sort((a, b) => b.antal - a.antal || a.mest.localeCompare(b.mest, 'sv') || a.minst.localeCompare(b.minst, 'sv'))
}

export interface Svarsfordelning {
  readonly n: number
  readonly vetEj: number
  readonly perVarde: ReadonlyMap<number, number>
}
/** Answers to one item, those who did not know apart. */
export function fordelning(e: Enkat, fraga: number, item: string): Svarsfordelning {
  const svar = e.svar.filter((s) => s.fraga === fraga && s.item === item)
  const varden = svar.flatMap((s) => (s.vetEj || s.varde === null ? [] : [s.varde]))
  return {
    n: varden.length,
    vetEj: svar.filter((s) => s.vetEj).length,
    perVarde: new Map([...new Set(varden)].sort((a, b) => a - b).map((v) => [v, varden.filter((x) => x === v).length])),
  }
}

export interface Kodsammanstallning {
  readonly koder: readonly { readonly kod: string; readonly antal: number }[]
  /** Cohen's kappa of the two first coders over what both have coded; null when only one has */
  readonly kappa: number | null
  readonly n: number
}
/** Codes of the free-text answers to an item as the first coder set them, and how well two coders agree. */
export function kodsammanstallning(e: Enkat, fraga: number, item: string): Kodsammanstallning {
  const koder = e.kodning.filter((k) => k.fraga === fraga && k.item === item)
  const kodare = [...new Set(koder.map((k) => k.kodare))].sort()
  const forsta = koder.filter((k) => k.kodare === kodare[0])
  const antal = [...grupperad(forsta, (k) => k.kod)]
    .map(([kod, l]) => ({ kod, antal: l.length }))
    .sort((a, b) => b.antal - a.antal || a.kod.localeCompare(b.kod, 'sv'))
  const andra = new Map(koder.filter((k) => k.kodare === kodare[1]).map((k) => [k.mottagare, k.kod]))
  const bada = forsta.flatMap((k) => (andra.has(k.mottagare) ? [[k.kod, andra.get(k.mottagare)!] as const] : []))
  return { koder: antal, kappa: bada.length ? kappa(bada) : null, n: forsta.length }
}

function kappa(par: readonly (readonly [string, string])[]): number | null {
  const lika = par.filter(([a, b]) => a === b).length / par.length
  const slump = [...new Set(par.flat())].reduce(
    (s, k) => s + (par.filter(([a]) => a === k).length / par.length) * (par.filter(([, b]) => b === k).length / par.length),
    0,
  )
  return slump === 1 ? null : (lika - slump) / (1 - slump)
}
