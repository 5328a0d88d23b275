import { solve, type Model } from 'yalps'

/** From this on a count of people is shown. Below it stands ”<5”, nought too: so ”<5” never says that there is someone. */
export const MINST_VISADE = 5
/** Whoever works out what can be worked out must still have at least so many values more than one to choose between. */
const MINSTA_BREDD = 3

/** A sum that whoever reads the tables knows of. */
export interface Likhet {
  readonly summa: string
  readonly delar: readonly string[]
}

/** Counts by name, and the sums that tie them together: of one table, or of all that are shown together. */
export interface Skyddsunderlag {
  readonly variabler: ReadonlyMap<string, number>
  readonly likheter: readonly Likhet[]
}

export type Dold = 'liten' | 'skyddad'
export interface Skyddspost {
  readonly variabel: string
  readonly orsak: Dold
  /** the small count it was hidden for */
  readonly for?: string
}
export interface Skyddat {
  readonly dolda: ReadonlyMap<string, Dold>
  readonly logg: readonly Skyddspost[]
}

const arLiten = (n: number): boolean => n < MINST_VISADE

/**
 * Hides every small count, and as many others as it takes for none of them to be worked out from what is shown: whoever solves the sums
 * cannot place a hidden count more narrowly than within four values. Nothing shown is changed, so totals stay true.
 */
export function skydda(u: Skyddsunderlag): Skyddat {
  const dolda = new Map<string, Dold>()
  const logg: Skyddspost[] = []
  const dolj = (variabel: string, orsak: Dold, varfor?: string): void => {
    dolda.set(variabel, orsak)
    logg.push({ variabel, orsak, ...(varfor ? { for: varfor } : {}) })
  }
  for (const [k, n] of u.variabler) if (arLiten(n)) dolj(k, 'liten')
  const till = likheterTill(u)
  // Hiding more never narrows what is already wide enough: each is tried until it holds, and then left.
  const ko = [...dolda.keys()]
  for (const k of ko) {
    while (!skyddad(u, till, dolda, k)) {
      const nasta = offer(u, till, dolda, k)
      if (nasta === null) break
      dolj(nasta, 'skyddad', k)
      ko.push(nasta)
    }
  }
  return { dolda, logg }
}

type Till = ReadonlyMap<string, readonly Likhet[]>
function likheterTill(u: Skyddsunderlag): Till {
  const ut = new Map<string, Likhet[]>()
  for (const l of u.likheter) for (const k of [l.summa, ...l.delar]) ut.set(k, [...(ut.get(k) ?? []), l])
  return ut
}

function skyddad(u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): boolean {
  const g = granser(u, till, dolda, k)
  return g.hogst - g.minst >= MINSTA_BREDD - EPS
}
const EPS = 1e-6

/** What to hide for `k`: the smallest that is shown in a sum with it, terms before sums. */
function offer(u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): string | null {
  const ordning = (l: Likhet): readonly (readonly [string, number])[] => [...l.delar.map((d) => [d, 0] as const), [l.summa, 1] as const]
  const sedda = new Set<string>()
  let grans: readonly string[] = [k]
  // First the sums it stands in, then those that hidden ones in them stand in.
  while (grans.length > 0) {
    const likheter = grans.flatMap((g) => till.get(g) ?? [])
    const mojliga = likheter.flatMap(ordning).filter(([n]) => !dolda.has(n))
    if (mojliga.length > 0) return [...mojliga].sort((a, b) => a[1] - b[1] || u.variabler.get(a[0])! - u.variabler.get(b[0])! || (a[0] < b[0] ? -1 : 1))[0]![0]
    grans.forEach((g) => sedda.add(g))
    grans = [...new Set(likheter.flatMap((l) => [l.summa, ...l.delar]).filter((n) => dolda.has(n) && !sedda.has(n)))]
  }
  return null
}

/** Hidden counts that hang together with `k` through sums, and those sums. */
function sammanhang(till: Till, dolda: ReadonlyMap<string, Dold>, k: string): { variabler: string[]; likheter: Likhet[] } {
  const variabler = new Set([k])
  const likheter = new Set<Likhet>()
  for (const v of variabler) {
    for (const l of till.get(v) ?? []) {
      likheter.add(l)
      for (const n of [l.summa, ...l.delar]) if (dolda.has(n)) variabler.add(n)
    }
  }
  return { variabler: [...variabler], likheter: [...likheter] }
}

/** Between what limits whoever knows everything shown, and that small ones are 0–4 and others at least 5, can place a hidden count. */
function granser(u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): { minst: number; hogst: number } {
  const { variabler, likheter } = sammanhang(till, dolda, k)
  const golv = (v: string): number => (dolda.get(v) === 'liten' ? 0 : MINST_VISADE)
  const nr = new Map(variabler.map((v, i) => [v, `v${i}`]))
  const kolumner: Record<string, Record<string, number>> = Object.fromEntries(variabler.map((v) => [nr.get(v)!, { mal: v === k ? 1 : 0 }]))
  const villkor: Record<string, { equal: number } | { max: number }> = {}
  likheter.forEach((l, i) => {
    // summa − delar = 0, with what is known moved to the right and every unknown counted from its floor.
    let hoger = 0
    for (const [v, tecken] of [[l.summa, 1] as const, ...l.delar.map((d) => [d, -1] as const)]) {
      const kol = nr.get(v)
      if (kol === undefined) hoger -= tecken * u.variabler.get(v)!
      else {
        hoger -= tecken * golv(v)
        kolumner[kol]![`l${i}`] = (kolumner[kol]![`l${i}`] ?? 0) + tecken
      }
    }
    villkor[`l${i}`] = { equal: hoger }
  })
  for (const v of variabler) {
    if (dolda.get(v) !== 'liten') continue
    kolumner[nr.get(v)!]![`t${nr.get(v)!}`] = 1
    villkor[`t${nr.get(v)!}`] = { max: MINST_VISADE - 1 }
  }
  const los = (direction: 'minimize' | 'maximize'): number => {
    const svar = solve({ direction, objective: 'mal', constraints: villkor, variables: kolumner } satisfies Model)
    if (svar.status === 'unbounded') return direction === 'maximize' ? Number.POSITIVE_INFINITY : golv(k)
    if (svar.status !== 'optimal') throw new Error(`Skyddet av små tal kan inte prövas: ${svar.status}.`)
    return svar.result + golv(k)
  }
  return { minst: los('minimize'), hogst: los('maximize') }
}
