import { nollrorelse } from './rorelse.ts'

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

/** Whether a count that is hidden stays hidden: the sums leave it room enough. */
const skyddad = (u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): boolean =>
  spelrum(u, till, dolda, k) >= MINSTA_BREDD

/** What to hide for `k`: the smallest that is shown in a sum with it, terms before sums. */
function offer(u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): string | null {
  const ordning = (l: Likhet): readonly (readonly [string, number])[] => [...l.delar.map((d) => [d, 0] as const), [l.summa, 1] as const]
  const sedda = new Set<string>()
  let grans: readonly string[] = [k]
  // First the sums it stands in, then those that hidden ones in them stand in.
  while (grans.length > 0) {
    const likheter = grans.flatMap((g) => till.get(g) ?? [])
    const mojliga = likheter.flatMap(ordning).filter(([n]) => !dolda.has(n))
    if (mojliga.length > 0)
      return [...mojliga].sort((a, b) => a[1] - b[1] || u.variabler.get(a[0])! - u.variabler.get(b[0])! || (a[0] < b[0] ? -1 : 1))[0]![0]
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

/** How far down and up a hidden count can be, as whoever knows what is hidden and how can tell: small ones are 0–4, others at least 5. */
const golv = (d: Dold): number => (d === 'liten' ? 0 : MINST_VISADE)
const tak = (d: Dold): number => (d === 'liten' ? MINST_VISADE - 1 : Number.POSITIVE_INFINITY)

/** So many times the point is moved on from where it has come, in each direction. */
const FLYTTAR = 4

/**
 * At least how many values more than one a hidden count can take with everything shown kept true. It is found by moving: the counts are changed
 * together so that every sum stays, as far as none leaves what its mark says, and from there again. What is reached is possible, so what is
 * held to be protected is; where no move is found more is hidden than strictly needed.
 */
function spelrum(u: Skyddsunderlag, till: Till, dolda: ReadonlyMap<string, Dold>, k: string): number {
  const { variabler, likheter } = sammanhang(till, dolda, k)
  const slag = variabler.map((v) => dolda.get(v)!)
  const sant = variabler.map((v) => u.variabler.get(v)!)
  const plats = new Map(variabler.map((v, i) => [v, i]))
  const villkor = likheter.map((l) => {
    const rad = new Float64Array(variabler.length)
    const till = (v: string, tecken: number): void => {
      const i = plats.get(v)
      if (i !== undefined) rad[i] = rad[i]! + tecken
    }
    till(l.summa, -1)
    for (const d of l.delar) till(d, 1)
    return rad
  })
  const mal = plats.get(k)!
  const langst = (riktning: 1 | -1): number => {
    const x = [...sant]
    for (let n = 0; n < FLYTTAR; n++) {
      const ned = x.map((v, i) => v - golv(slag[i]!))
      const upp = x.map((v, i) => tak(slag[i]!) - v)
      const flytt = forstaFlytt(villkor, mal, riktning, ned, upp)
      if (!flytt) break
      // Far enough is far enough: an unbounded count need not run away.
      const s = Math.min(Math.floor(steget(flytt, riktning, ned, upp)), MINSTA_BREDD)
      flytt.forEach((c, i) => (x[i] = x[i]! + c * riktning * s))
      if (Math.abs(x[mal]! - sant[mal]!) >= MINSTA_BREDD) break
    }
    return Math.abs(x[mal]! - sant[mal]!)
  }
  const uppat = langst(1)
  return uppat >= MINSTA_BREDD ? uppat : uppat + langst(-1)
}

/** How far a move can be made before a count would leave what its mark says. */
function steget(r: readonly number[], riktning: 1 | -1, ned: readonly number[], upp: readonly number[]): number {
  let steg = Number.POSITIVE_INFINITY
  r.forEach((c, i) => {
    const d = c * riktning
    if (d > 0) steg = Math.min(steg, upp[i]! / d)
    else if (d < 0) steg = Math.min(steg, ned[i]! / -d)
  })
  return steg
}

function forstaFlytt(
  villkor: readonly Float64Array[],
  mal: number,
  riktning: 1 | -1,
  ned: readonly number[],
  upp: readonly number[],
): number[] | null {
  for (const rum of rummen(ned, upp)) {
    const r = nollrorelse(villkor, mal, rum)
    if (r && steget(r, riktning, ned, upp) >= 1) return r
  }
  return null
}

const SKAKNINGAR = 6
/** Which counts to move first: those with room both ways, then down, then up, then the same shaken, always alike. Lazily, one after the other. */
function* rummen(ned: readonly number[], upp: readonly number[]): Generator<number[]> {
  const bada = ned.map((n, i) => Math.min(n, upp[i]!))
  yield bada
  yield [...ned]
  yield [...upp]
  for (let k = 1; k <= SKAKNINGAR; k++) yield bada.map((r, i) => r * (0.5 + (((i + 1) * k * 0.618_033_988_75) % 1)))
}
