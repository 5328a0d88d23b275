import { diagnosnyckel } from '../forebyggande-sjukpenning/evidens/diagnos.ts'
import type { tidigareArenden } from '../forebyggande-sjukpenning/statistik/uppfoljning.ts'

/** A decided case without a person; its other fields are for the comparison with one case. */
export type Praxisfall = Pick<
  ReturnType<typeof tidigareArenden>[number],
  'id' | 'beslutsdag' | 'behandling' | 'diagnoser' | 'utfall' | 'skal' | 'fmr' | 'fullfoljd'
>

export interface Praxisrakning {
  readonly alla: number
  /** wholly or partly */
  readonly godkanda: number
  readonly ejGodkanda: number
  readonly fmr: number
  /** of those whose end is known */
  readonly kanda: number
  readonly fullfoljda: number
}

export function rakna(fall: readonly Praxisfall[]): Praxisrakning {
  const antal = (f: (x: Praxisfall) => boolean): number => fall.filter(f).length
  const kanda = fall.filter((f) => ['ja', 'delvis', 'nej'].includes(f.fullfoljd))
  const ejGodkanda = antal((f) => f.utfall === 'ejGodkand')
  return {
    alla: fall.length,
    godkanda: fall.length - ejGodkanda,
    ejGodkanda,
    fmr: antal((f) => f.fmr),
    kanda: kanda.length,
    fullfoljda: kanda.filter((f) => f.fullfoljd === 'ja').length,
  }
}

/** How a treatment has been judged, diagnosis group by diagnosis group (”F43”), the most common first. A case with several diagnoses counts in each of their groups. */
export function perDiagnos(fall: readonly Praxisfall[]): { readonly diagnos: string; readonly rakning: Praxisrakning }[] {
  const grupper = new Map<string, Praxisfall[]>()
  for (const f of fall)
    for (const d of new Set(f.diagnoser.map((x) => diagnosnyckel(x).slice(0, 3)))) grupper.set(d, [...(grupper.get(d) ?? []), f])
  return [...grupper]
    .map(([diagnos, egna]) => ({ diagnos, rakning: rakna(egna) }))
    .sort((a, b) => b.rakning.alla - a.rakning.alla || a.diagnos.localeCompare(b.diagnos))
}

/** Reasons why the treatment was not approved, the most common first. */
export function avslagsskalen(fall: readonly Praxisfall[]): { readonly skal: string; readonly antal: number }[] {
  const tal = new Map<string, number>()
  for (const f of fall.filter((x) => x.utfall === 'ejGodkand')) for (const s of new Set(f.skal)) tal.set(s, (tal.get(s) ?? 0) + 1)
  return [...tal].map(([skal, antal]) => ({ skal, antal })).sort((a, b) => b.antal - a.antal || a.skal.localeCompare(b.skal))
}

/** Cases to learn from: the latest of each outcome in turn, so that an approval and a refusal stand side by side. */
export function exempel<T extends Praxisfall>(fall: readonly T[], hogst = 6): T[] {
  const senast = [...fall].sort((a, b) => (a.beslutsdag < b.beslutsdag ? 1 : a.beslutsdag > b.beslutsdag ? -1 : a.id < b.id ? -1 : 1))
  const koer = [...new Set(senast.map((f) => f.utfall))].map((u) => senast.filter((f) => f.utfall === u))
  const ut: T[] = []
  for (let i = 0; ut.length < hogst && koer.some((k) => i < k.length); i++) ut.push(...koer.flatMap((k) => (i < k.length ? [k[i]!] : [])))
  return ut.slice(0, hogst)
}
