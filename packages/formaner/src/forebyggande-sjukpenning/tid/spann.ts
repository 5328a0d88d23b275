import { skrivKlockslag, type Minut } from './klocka.ts'

/** A stretch of the day in minutes after midnight; `till` is the first minute after it. */
export interface Spann {
  readonly fran: Minut
  readonly till: Minut
}

export const langdAv = (s: Spann): number => s.till - s.fran
export const minuterI = (spann: readonly Spann[]): number => spann.reduce((n, s) => n + langdAv(s), 0)

/** The part that both have, or nothing when they only touch. */
export function gemensamtSpann(a: Spann, b: Spann): Spann[] {
  const [fran, till] = [Math.max(a.fran, b.fran), Math.min(a.till, b.till)]
  return fran < till ? [{ fran, till }] : []
}

/** The same minutes as fewest stretches in order; a minute in several is counted once, and empty stretches are none. */
export function forenaSpann(spann: readonly Spann[]): Spann[] {
  const ut: Spann[] = []
  for (const s of spann.filter((x) => x.fran < x.till).sort((a, b) => a.fran - b.fran)) {
    const sist = ut.at(-1)
    if (sist && s.fran <= sist.till) ut[ut.length - 1] = { fran: sist.fran, till: Math.max(sist.till, s.till) }
    else ut.push(s)
  }
  return ut
}

/** Minutes that are both in one of `a` and in one of `b`, as fewest stretches. */
export const snittAv = (a: readonly Spann[], b: readonly Spann[]): Spann[] =>
  forenaSpann(a.flatMap((x) => b.flatMap((y) => gemensamtSpann(x, y))))

export const skrivSpann = (s: Spann): string => `${skrivKlockslag(s.fran)}–${skrivKlockslag(s.till)}`

/** ”08:00–12:00 och 12:30–16:30” */
export function skrivFleraSpann(spann: readonly Spann[]): string {
  const texter = spann.map(skrivSpann)
  return texter.length > 1 ? `${texter.slice(0, -1).join(', ')} och ${texter.at(-1)}` : (texter[0] ?? '')
}
