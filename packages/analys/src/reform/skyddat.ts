import { MINST_VISADE, skydda, type Dold, type Likhet } from '../skydd/skydd.ts'
import { DIMENSIONER, type Reformdel, type Reformgrupp } from './svar.ts'

const ANTAL = ['personer', 'vinnare', 'forlorare', 'oforandrade', 'okanda'] as const
const SUMMOR = ['fore', 'efter', 'forandring', 'procent'] as const
type Falt = (typeof ANTAL)[number] | (typeof SUMMOR)[number] | 'kanda'

const nyckel = (dim: string, g: Reformgrupp, a: string): string => `${dim}|${g.grupp}|${a}`
const andrade = (g: Reformgrupp): number => g.vinnare! + g.forlorare!
/** Nought too: so that what is hidden never says that there is someone. */
const liten = (n: number): boolean => n < MINST_VISADE

/** Hides small numbers of people, what would tell of them, and the sums of groups in which few are met by the change. */
export function skyddad(d: Reformdel): Reformdel {
  const dolda = doldaAntal(d)
  const summor = new Map(DIMENSIONER.map((dim) => [dim as string, doldaSummor(d.grupper[dim])]))
  summor.set('', doldaSummor([d.alla]))
  let nagot = false
  const dolj =
    (dim: string) =>
    (g: Reformgrupp): Reformgrupp => {
      const har: Partial<Record<Falt, Dold>> = {}
      for (const a of ANTAL) {
        const orsak = dolda.get(nyckel(dim, g, a))
        if (orsak) har[a] = orsak
      }
      if (Object.keys(har).length > 0 && d.alla.oforandrade !== 0) har.oforandrade ??= 'skyddad'
      // All but the unknown: the two that tell of each other.
      if (har.personer || har.okanda) har.kanda = 'skyddad'
      // Rows with a right are themselves a count of people.
      const orsak = summor.get(dim)!.get(g) ?? (d.slag === 'ratt' && Object.keys(har).length > 0 ? 'skyddad' : undefined)
      if (orsak) for (const s of SUMMOR) har[s] = orsak
      const falt = Object.keys(har)
      if (falt.length === 0) return g
      nagot = true
      return { ...g, ...Object.fromEntries(falt.map((f) => [f, null])), dolda: har }
    }
  const rakningar = d.rakningar.map((r) =>
    r.okandaRader !== 0 && (liten(r.okandaRader!) || dolda.has(nyckel('', d.alla, 'okanda')))
      ? ((nagot = true), { ...r, okandaRader: null })
      : r,
  )
  const alla = dolj('')(d.alla)
  const grupper = Object.fromEntries(DIMENSIONER.map((dim) => [dim, d.grupper[dim].map(dolj(dim))])) as unknown as Reformdel['grupper']
  const ratt = d.ratt && (rakningar.some((r) => r.okandaRader === null) || alla.dolda?.fore !== undefined) ? null : d.ratt
  return nagot
    ? {
        ...d,
        rakningar,
        alla,
        grupper,
        ratt,
        skydd: `Antal personer under ${MINST_VISADE} visas som ”<${MINST_VISADE}”. Andra tal är dolda (”..”) där de annars skulle röja ett litet antal, och belopp i grupper där få berörs. Summorna är räknade på alla.`,
      }
    : d
}

/**
 * Counts: one that is nought for everyone says nothing of anyone, and is left as it is. The unchanged are what the others leave of the group: they are
 * hidden with any of them, so that the group's own sum need only be minded where the unchanged themselves are few.
 */
function doldaAntal(d: Reformdel): ReadonlyMap<string, Dold> {
  const finns = ANTAL.filter((a) => d.alla[a] !== 0)
  const variabler = new Map<string, number>()
  const likheter: Likhet[] = []
  const ta = (dim: string, g: Reformgrupp): void => {
    for (const a of finns) variabler.set(nyckel(dim, g, a), g[a]!)
    if (g.oforandrade! < MINST_VISADE)
      likheter.push({ summa: nyckel(dim, g, 'personer'), delar: finns.slice(1).map((a) => nyckel(dim, g, a)) })
  }
  ta('', d.alla)
  for (const dim of DIMENSIONER) {
    d.grupper[dim].forEach((g) => ta(dim, g))
    for (const a of finns) likheter.push({ summa: nyckel('', d.alla, a), delar: d.grupper[dim].map((g) => nyckel(dim, g, a)) })
  }
  return skydda({ variabler, likheter }).dolda
}

/** Sums of a dimension: where few are met, and as many groups more as it takes for what is hidden to be of several groups and enough people. */
function doldaSummor(grupper: readonly Reformgrupp[]): ReadonlyMap<Reformgrupp, Dold> {
  // A reform that meets nobody tells of nobody.
  if (grupper.every((g) => andrade(g) === 0)) return new Map(grupper.filter((g) => liten(g.personer!)).map((g) => [g, 'liten']))
  const ut = new Map<Reformgrupp, Dold>(grupper.filter((g) => liten(andrade(g)) || liten(g.personer!)).map((g) => [g, 'liten']))
  if (ut.size === 0) return ut
  // A group of which nothing is known adds nothing to the sum: it hides no other.
  const kand = (g: Reformgrupp): boolean => g.fore !== null
  const kvar = grupper.filter((g) => !ut.has(g) && kand(g)).sort((a, b) => andrade(a) - andrade(b) || a.personer! - b.personer!)
  const racker = (): boolean => [...ut.keys()].filter(kand).length > 1 && [...ut.keys()].reduce((s, g) => s + andrade(g), 0) >= MINST_VISADE
  for (const g of kvar) {
    if (racker()) break
    if (andrade(g) > 0 || [...ut.keys()].filter(kand).length === 1) ut.set(g, 'skyddad')
  }
  return ut
}
