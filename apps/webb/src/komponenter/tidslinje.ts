import type { Tidsmarke, Tidslinjevy } from '@atergang/formaner'
import { dagarMellan, kortManad, medManadsnamn, type Datum, type Period } from '@atergang/kalender'

/** Place and width on the line, in percent of its length. */
export interface Lage {
  readonly vanster: number
  readonly bredd: number
}

/** A day on the line: the beginning of its day. */
export const laget = (t: Period, dag: Datum): number => (100 * dagarMellan(t.from, dag)) / (dagarMellan(t.from, t.tom) + 1)

/** A stretch of days, cut at the ends of the line; null when it lies outside. */
export function strackan(t: Period, p: Period): Lage | null {
  const from = p.from < t.from ? t.from : p.from
  const tom = p.tom > t.tom ? t.tom : p.tom
  if (from > tom) return null
  return { vanster: laget(t, from), bredd: (100 * (dagarMellan(from, tom) + 1)) / (dagarMellan(t.from, t.tom) + 1) }
}

export interface Placerat extends Tidsmarke {
  readonly vanster: number
  /** row of the label, 0 nearest the line; null = the label has no room and only the tick is drawn */
  readonly rad: number | null
}

const RADER = 3

/**
 * Marks on the line with their labels in as few rows as keep them apart. `bredd` is the width of the
 * line in pixels, `etikett` of a label.
 */
export function placeraMarken(t: Period, marken: readonly Tidsmarke[], bredd: number, etikett = 34): Placerat[] {
  const slut = Array.from({ length: RADER }, () => -Infinity)
  return marken
    .filter((m) => m.dag >= t.from && m.dag <= t.tom)
    .map((m) => {
      const vanster = laget(t, m.dag)
      const px = (vanster / 100) * bredd
      const rad = slut.findIndex((s) => px - s >= etikett)
      if (rad >= 0) slut[rad] = px
      return { ...m, vanster, rad: rad < 0 ? null : rad }
    })
}

export interface Tabellrad {
  readonly dag: Datum
  readonly tom: Datum | null
  readonly vad: string
  readonly text: string
}

/** The same line as a table, in the order of days. */
export function somTabell(t: Tidslinjevy): Tabellrad[] {
  const band = t.band.flatMap((b) => b.perioder.map((p): Tabellrad => ({ dag: p.from, tom: p.tom, vad: b.namn, text: p.text })))
  const marken = t.marken.map((m): Tabellrad => ({
    dag: m.dag,
    tom: null,
    vad: `Dag ${m.nr}`,
    text: `${m.text}${m.passerad ? ' (passerad)' : ''}`,
  }))
  const idag: Tabellrad = { dag: t.idag, tom: null, vad: 'I dag', text: medManadsnamn(t.idag) }
  return [...band, ...marken, idag].sort((a, b) => a.dag.localeCompare(b.dag) || (a.tom ?? '').localeCompare(b.tom ?? ''))
}

/** First days of months inside the line, at most about a dozen: the scale. */
export function manader(t: Period): { dag: Datum; text: string; vanster: number }[] {
  const ut: { dag: Datum; text: string; vanster: number }[] = []
  let [ar, manad] = t.from.split('-').map(Number) as [number, number]
  for (;;) {
    if (++manad > 12) [ar, manad] = [ar + 1, 1]
    const dag = `${ar}-${String(manad).padStart(2, '0')}-01` as Datum
    if (dag > t.tom) break
    ut.push({ dag, text: manad === 1 ? String(ar) : kortManad(dag), vanster: laget(t, dag) })
  }
  const steg = Math.ceil(ut.length / 12)
  return ut.filter((_, i) => i % steg === 0)
}
