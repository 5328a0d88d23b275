/** Something that is measured beside others doing the same work. */
export interface Tavlande {
  readonly namn: string
  /** persons, or answers, of one run */
  readonly antal: number
  /** does the work once; the sum of all answers, when they are all worked out, for checking that all did the same */
  readonly kor: () => number | null | Promise<number | null>
}

export interface Grupp {
  readonly rubrik: string
  /** how a figure is written: persons per second for populations, microseconds for one answer */
  readonly enhet: 'miljoner personer/s' | 'µs' | 's per miljon personer'
  readonly tavlande: readonly Tavlande[]
  /** times that the issue sets, held against like a contender */
  readonly granser?: readonly { readonly namn: string; readonly usPerPerson: number }[]
  /** whom the figures of each are held against, and the aims of the issue */
  readonly mal: readonly Mal[]
  /** tell also the processor time of each, all threads together: what the work costs whatever else the machine does */
  readonly processortid?: boolean
  /** what the right sum is */
  readonly facit: number | null
}

/** ”`namn` is at least `minst` times as fast as `mot`”. */
export interface Mal {
  readonly namn: string
  readonly mot: string
  readonly minst: number
  readonly text: string
}

export interface Matt {
  readonly namn: string
  readonly varde: number
  readonly enhet: string
  /** how many times as fast as each named (a figure of time: how many times shorter) */
  readonly kvotMot: Readonly<Record<string, number>>
}

export const median = (x: readonly number[]): number => {
  const s = [...x].sort((a, b) => a - b)
  return s.length % 2 ? s[(s.length - 1) / 2]! : (s[s.length / 2 - 1]! + s[s.length / 2]!) / 2
}

/**
 * Runs all once a round, in an order that turns, so that what else the machine does falls on all
 * alike; medians of the rounds after the first two. @throws when someone answers otherwise than the others
 */
export async function mat(g: Grupp, rundor: number): Promise<readonly Matt[]> {
  const UPPVARMNING = 2
  const tider = new Map<string, number[]>(g.tavlande.map((t) => [t.namn, []]))
  const processor = new Map<string, number[]>(g.tavlande.map((t) => [t.namn, []]))
  for (let runda = 0; runda < rundor + UPPVARMNING; runda++) {
    for (let i = 0; i < g.tavlande.length; i++) {
      const t = g.tavlande[(i + runda) % g.tavlande.length]!
      const fore = process.cpuUsage()
      const start = performance.now()
      const summa = await t.kor()
      const ms = performance.now() - start
      if (summa !== null && g.facit !== null && summa !== g.facit) throw new Error(`${t.namn} gav ${summa} och inte ${g.facit}.`)
      const { user, system } = process.cpuUsage(fore)
      if (runda < UPPVARMNING) continue
      tider.get(t.namn)!.push(ms)
      processor.get(t.namn)!.push(user + system)
    }
  }
  // Microseconds for one answer: what all ratios are made of.
  const us = new Map(g.tavlande.map((t) => [t.namn, (median(tider.get(t.namn)!) * 1000) / t.antal]))
  const kostar = (g.processortid ? g.tavlande : []).map((t): Matt => ({
    namn: `${t.namn}, processortid`,
    varde: median(processor.get(t.namn)!) / t.antal,
    enhet: g.enhet,
    kvotMot: {},
  }))
  return g.tavlande
    .map((t): Matt => ({
      namn: t.namn,
      // Microseconds a person are seconds for a million.
      varde: g.enhet === 'miljoner personer/s' ? 1 / us.get(t.namn)! : us.get(t.namn)!,
      enhet: g.enhet,
      kvotMot: Object.fromEntries([
        ...g.tavlande.filter((x) => x !== t).map((x) => [x.namn, us.get(x.namn)! / us.get(t.namn)!]),
        ...(g.granser ?? []).map((x) => [x.namn, x.usPerPerson / us.get(t.namn)!]),
      ]),
    }))
    .concat(kostar)
}
